#include "sim/core/range.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/core/require.h"

namespace twinaxis {
namespace {

TEST(Range, AnOpenBoundIsOutside) {
  EXPECT_FALSE(above(0).contains(0));
  EXPECT_TRUE(above(0).contains(5e-324));
  EXPECT_TRUE(at_least(0).contains(0));
  EXPECT_TRUE(fraction().contains(1));
  EXPECT_FALSE(fraction().contains(std::nextafter(1.0, 2.0)));
  EXPECT_FALSE((Range{.high = 2, .high_open = true}.contains(2)));
}

TEST(Range, NoRangeHoldsNanOrInfinity) {
  for (const double value : {std::nan(""), HUGE_VAL, -HUGE_VAL}) {
    EXPECT_FALSE(any_value().contains(value));
    EXPECT_FALSE(at_least(0).contains(value));
  }
}

TEST(Range, SaysItsBounds) {
  EXPECT_EQ(above(0).text("m^3/s"), "> 0 m^3/s");
  EXPECT_EQ(at_least(1.5).text("1"), ">= 1.5");
  EXPECT_EQ(fraction().text("1"), "between 0 and 1");
  EXPECT_EQ((Range{.high = 3}.text("K")), "<= 3 K");
  EXPECT_EQ(any_value().text("Pa"), "");
}

TEST(Require, NamesThePlaceOfTheBrokenContract) {
  EXPECT_NO_THROW(require(true, "holds"));
  try {
    require(false, "two is one");
    FAIL();
  } catch (const ContractError& error) {
    EXPECT_NE(std::string(error.what()).find("range_test.cpp:"), std::string::npos);
    EXPECT_NE(std::string(error.what()).find("two is one"), std::string::npos);
  }
}

}  // namespace
}  // namespace twinaxis
