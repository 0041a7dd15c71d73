#include "sim/run/extremes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "sim/core/random.h"

namespace twinaxis {
namespace {

TEST(Extremes, AreThoseOfAPlainSearch) {
  // 19 points: two whole blocks of eight and a rest, so every path of the search is taken.
  constexpr std::size_t width = 19;
  constexpr std::int64_t steps = 500;
  Extremes extremes(width);
  std::vector<Column> found(width), expected(width);
  for (std::int64_t step = 0; step < steps; ++step) {
    std::vector<double> values(width);
    for (std::size_t i = 0; i < width; ++i) {
      values[i] = uniform({.seed = i}, static_cast<std::uint64_t>(step)) - 0.5;
      if (step == 0 || values[i] < expected[i].minimum) {
        expected[i].minimum = values[i], expected[i].at_minimum = {step};
      }
      if (step == 0 || values[i] > expected[i].maximum) {
        expected[i].maximum = values[i], expected[i].at_maximum = {step};
      }
    }
    extremes.add({step}, values);
  }
  extremes.write_to(found);
  for (std::size_t i = 0; i < width; ++i) {
    EXPECT_EQ(found[i].minimum, expected[i].minimum) << i;
    EXPECT_EQ(found[i].maximum, expected[i].maximum) << i;
    EXPECT_EQ(found[i].at_minimum, expected[i].at_minimum) << i;
    EXPECT_EQ(found[i].at_maximum, expected[i].at_maximum) << i;
  }
}

TEST(Extremes, NameTheFirstTimeOfARepeatedValue) {
  Extremes extremes(1);
  std::vector<Column> columns(1);
  for (const std::int64_t ns : {10, 20, 30}) extremes.add({ns}, std::vector{7.0});
  extremes.write_to(columns);
  EXPECT_EQ(columns[0].at_minimum, Time{10});
  EXPECT_EQ(columns[0].at_maximum, Time{10});
}

TEST(Extremes, PassOverNaNAndSayIfThereWasNoNumber) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  Extremes extremes(2);
  std::vector<Column> columns(2);
  extremes.add({1}, std::vector{nan, nan});
  extremes.add({2}, std::vector{3.0, nan});
  extremes.write_to(columns);
  EXPECT_EQ(columns[0].minimum, 3);
  EXPECT_EQ(columns[0].maximum, 3);
  EXPECT_TRUE(std::isnan(columns[1].minimum) && std::isnan(columns[1].maximum));
}

}  // namespace
}  // namespace twinaxis
