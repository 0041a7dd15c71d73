// Units at the door: amounts in the unit of the point that they are about.

#include <gtest/gtest.h>

#include "sim/scenario/amount.h"
#include "tests/scenario/tank.h"

namespace twinaxis::test {
namespace {

using scenario::amount_from_text;

double si(std::string_view text, const std::string& unit, Amount kind) {
  const auto result = amount_from_text(text, unit, kind);
  return std::holds_alternative<double>(result) ? std::get<double>(result) : -1e300;
}

TEST(Amounts, ValueOfATemperatureHasAZeroPointAndADifferenceHasNone) {
  EXPECT_DOUBLE_EQ(si("25 degC", "K", Amount::value), 298.15);
  EXPECT_EQ(si("5 degC", "K", Amount::difference), 5);
  EXPECT_EQ(si("5 K", "K", Amount::difference), 5);
  // A degree Fahrenheit is 5/9 K; the size is the difference of two offsets near 255 K, so it is
  // known to one ulp of those: 6e-14.
  EXPECT_NEAR(si("9 degF", "K", Amount::difference), 5, 9 * 1.2e-13);
}

TEST(Amounts, DifferenceOfGaugePressuresHasNoZeroPoint) {
  EXPECT_DOUBLE_EQ(si("1 barg", "Pa", Amount::value), 201325);
  EXPECT_DOUBLE_EQ(si("1 barg", "Pa", Amount::difference), 100000);
}

TEST(Amounts, RateIsTheUnitOfThePointPerSecond) {
  EXPECT_DOUBLE_EQ(si("2 kPa/s", "Pa", Amount::rate), 2000);
  EXPECT_DOUBLE_EQ(si("6 degC/min", "K", Amount::rate), 0.1);
  EXPECT_DOUBLE_EQ(si("3.6 kmol/h/h", "kmol/s", Amount::rate), 3.6 / 3600 / 3600);
  EXPECT_TRUE(std::holds_alternative<UnitProblem>(amount_from_text("2 kPa", "Pa", Amount::rate)));
}

TEST(Amounts, EffectsAreReadInTheUnitOfTheirPoint) {
  scenario::Problems problems;
  const auto understood = understand(parsed(R"(
use_case: tank
title: units
run: {for: 10 min}
interventions:
- {id: a, side: fault, from: 1 min, on: TT-101.reading, effect: !bias {by: 5 degC}}
- {id: b, side: fault, from: 1 min, on: LIC-101.setpoint, effect: !override {value: 150 cm}}
- {id: c, side: fault, from: 1 min, on: LT-101.reading, effect: !ramp {rate: 6 cm/min, limit: 1 ft}}
)"),
                                     problems);
  ASSERT_TRUE(understood) << problems.text();
  const auto& i = understood->scenario.interventions;
  EXPECT_EQ(std::get<Bias>(i[0].effect).by, 5);
  EXPECT_DOUBLE_EQ(std::get<Override>(i[1].effect).value, 1.5);
  EXPECT_DOUBLE_EQ(std::get<Ramp>(i[2].effect).rate, 0.001);
  EXPECT_DOUBLE_EQ(std::get<Ramp>(i[2].effect).limit, 0.3048);  // international foot, exact
}

}  // namespace
}  // namespace twinaxis::test
