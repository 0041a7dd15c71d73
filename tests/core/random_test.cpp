// The keying of the generator, checked with an implementation of Philox 4x64-10 of its own.
#include "sim/core/random.h"

#include <gtest/gtest.h>

#include <array>
#include <set>

#include "sim/core/hash.h"

namespace twinaxis {
namespace {

__extension__ using Wide = unsigned __int128;
using Block = std::array<std::uint64_t, 4>;
using Key = std::array<std::uint64_t, 2>;

/// Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3 (SC11), section 3.3 and
/// the constants of table 2: ten rounds of two 64 x 64 -> 128 bit products.
Block philox(Block c, Key key) {
  for (int round = 0; round < 10; ++round) {
    const Wide p0 = Wide{0xD2E7470EE14C6C93} * c[0];
    const Wide p1 = Wide{0xCA5A826395121157} * c[2];
    c = {static_cast<std::uint64_t>(p1 >> 64) ^ c[1] ^ key[0], static_cast<std::uint64_t>(p1),
         static_cast<std::uint64_t>(p0 >> 64) ^ c[3] ^ key[1], static_cast<std::uint64_t>(p0)};
    key[0] += 0x9E3779B97F4A7C15;  // golden ratio
    key[1] += 0xBB67AE8584CAA73B;  // square root of 3, minus 1
  }
  return c;
}

TEST(Philox, TheCheckItselfGivesThePublishedVectors) {
  // Random123 1.14, tests/kat_vectors, the three lines "philox4x64 10".
  constexpr std::uint64_t ones = UINT64_MAX;
  EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}), (Block{0x16554d9eca36314c, 0xdb20fe9d672d0fdc,
                                                 0xd7e772cee186176b, 0x7e68b68aec7ba23b}));
  EXPECT_EQ(
      philox({ones, ones, ones, ones}, {ones, ones}),
      (Block{0x87b092c3013fe90b, 0x438c3c67be8d0224, 0x9cc7d7c69cd777b6, 0xa09caebf594f0ba0}));
  EXPECT_EQ(
      philox({0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89},
             {0x452821e638d01377, 0xbe5466cf34e90c6c}),
      (Block{0xa528f45403e61d95, 0x38c72dbd566e9788, 0xa5a1610e72fd18b5, 0x57bd43b5e52b7fe6}));
}

TEST(Random, TheZeroStreamBeginsWithThePublishedWord) {
  EXPECT_EQ(bits({.seed = 0, .sample = 0, .name_hash = 0}, 0), 0x16554d9eca36314cU);
}

TEST(Random, SeedAndNameAreTheKeySampleAndDrawTheCounter) {
  const Stream numbers = stream(42, 7, "PT-101.reading");
  EXPECT_EQ(numbers.name_hash, hash_bytes("PT-101.reading"));
  for (std::uint64_t draw = 0; draw < 100; ++draw) {
    EXPECT_EQ(bits(numbers, draw), philox({draw, 7, 0, 0}, {42, numbers.name_hash})[0]);
  }
}

TEST(Random, EveryPartOfTheKeyMattersAndNothingElse) {
  const auto first = [](std::uint64_t seed, std::uint64_t sample, const char* name) {
    return bits(stream(seed, sample, name), 3);
  };
  const std::set<std::uint64_t> different{first(1, 1, "a"), first(2, 1, "a"), first(1, 2, "a"),
                                          first(1, 1, "b"), bits(stream(1, 1, "a"), 4)};
  EXPECT_EQ(different.size(), 5u);
  const std::uint64_t before = first(1, 1, "a");
  first(9, 9, "another stream drawn in between");
  EXPECT_EQ(first(1, 1, "a"), before);
}

TEST(Random, UniformIsTheMiddleOfOneOfTwoToThe52Cells) {
  // The ends of the formula: (0 + 1/2) 2^-52 > 0 and (2^52 - 1 + 1/2) 2^-52 = 1 - 2^-53 < 1.
  EXPECT_GT(0.5 * 0x1p-52, 0.0);
  EXPECT_LT((0x1p52 - 1 + 0.5) * 0x1p-52, 1.0);
  const Stream numbers = stream(1, 0, "cells");
  for (std::uint64_t draw = 0; draw < 100'000; ++draw) {
    const double u = uniform(numbers, draw);
    ASSERT_GT(u, 0.0);
    ASSERT_LT(u, 1.0);
    ASSERT_EQ(u, (static_cast<double>(bits(numbers, draw) >> 12) + 0.5) * 0x1p-52);
  }
}

}  // namespace
}  // namespace twinaxis
