#include "sim/core/hash.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace twinaxis {
namespace {

std::uint64_t hash_of(const std::vector<std::vector<double>>& steps) {
  RunningHash hash;
  for (const auto& step : steps) hash.add(step);
  return hash.digest();
}

TEST(Hash, OfNothingIsThePublishedValue) {
  // XXH3_64bits of an empty input with seed 0, as the xxHash specification lists it.
  EXPECT_EQ(hex(hash_bytes("")), "2d06800538d394c2");
}

TEST(Hash, HexHasSixteenDigitsAndLeadingZeros) {
  EXPECT_EQ(hex(0x0123456789abcdefULL), "0123456789abcdef");
  EXPECT_EQ(hex(10), "000000000000000a");
}

TEST(RunningHash, TellsApartWhatCompareEqual) {
  EXPECT_NE(hash_of({{0.0}}), hash_of({{-0.0}}));
  EXPECT_NE(hash_of({{std::nan("1")}}), hash_of({{std::nan("2")}}));
  EXPECT_NE(hash_of({{1.0}}), hash_of({{std::nextafter(1.0, 2.0)}}));
}

TEST(RunningHash, DependsOnOrderAndOnTheStepsThatValuesBelongTo) {
  EXPECT_NE(hash_of({{1, 2}}), hash_of({{2, 1}}));
  EXPECT_NE(hash_of({{1, 2}}), hash_of({{1}, {2}}));
  EXPECT_NE(hash_of({{1}, {2}}), hash_of({{2}, {1}}));
  EXPECT_NE(hash_of({{1}, {3}}), hash_of({{2}, {3}}));  // an early step is not forgotten
  EXPECT_EQ(hash_of({{1}, {2}}), hash_of({{1}, {2}}));
}

}  // namespace
}  // namespace twinaxis
