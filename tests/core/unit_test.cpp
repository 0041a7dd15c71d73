#include "sim/core/unit.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdlib>

#include "sim/core/random.h"

namespace twinaxis {
namespace {

double value_of(const std::string& text, const std::string& unit) {
  const auto result = quantity_from_text(text, unit);
  if (const auto* bad = std::get_if<UnitProblem>(&result)) {
    ADD_FAILURE() << "expected " << bad->expected << ", found " << bad->found;
    return NAN;
  }
  return std::get<double>(result);
}

UnitProblem problem_of(const std::string& text, const std::string& unit) {
  const auto result = quantity_from_text(text, unit);
  if (const auto* value = std::get_if<double>(&result)) {
    ADD_FAILURE() << "'" << text << "' was read as " << *value << " " << unit;
    return {};
  }
  return std::get<UnitProblem>(result);
}

struct Reading {
  const char* text;
  const char* unit;
  double si;
};
void PrintTo(const Reading& r, std::ostream* out) { *out << r.text; }

struct UnitReading : testing::TestWithParam<Reading> {};

TEST_P(UnitReading, BecomesSi) {
  // A conversion is at most three roundings of 2^-53 of the larger operand.
  const auto& [text, unit, si] = GetParam();
  EXPECT_NEAR(value_of(text, unit), si, 4e-16 * std::abs(si)) << text;
}

INSTANTIATE_TEST_SUITE_P(
    Additions, UnitReading,
    testing::Values(Reading{"150 yen", "yen", 150}, Reading{"3 kyen", "yen", 3e3},
                    Reading{"5 Myen", "yen", 5e6}, Reading{"150 Myen/d", "yen/s", 150e6 / 86400},
                    Reading{"0 barg", "Pa", 101325}, Reading{"5 barg", "Pa", 5e5 + 101325},
                    Reading{"0 kPag", "Pa", 101325}, Reading{"-101.325 kPag", "Pa", 0},
                    Reading{"200 kPag", "Pa", 200e3 + 101325}, Reading{"250 ppm", "1", 250e-6},
                    Reading{"3 person", "person", 3}, Reading{"2 event", "event", 2},
                    Reading{"2 week", "s", 14 * 86400}, Reading{"60 kmol/h", "kmol/s", 60.0 / 3600},
                    Reading{"512 bytes", "bytes", 512}));

INSTANTIATE_TEST_SUITE_P(
    Udunits, UnitReading,
    testing::Values(Reading{"350 kPa", "Pa", 350e3}, Reading{"14 bar", "Pa", 14e5},
                    Reading{"180 degC", "K", 453.15}, Reading{"-273.15 degC", "K", 0},
                    Reading{"25 °C", "K", 298.15}, Reading{"10 min", "s", 600},
                    Reading{"0.1 1/h", "1/s", 0.1 / 3600}, Reading{"5 m/s", "m/s", 5},
                    Reading{"10 t/h", "kg/s", 1e4 / 3600}, Reading{"3.4 MW", "W", 3.4e6},
                    Reading{"2 kW h", "J", 7.2e6}));

INSTANTIATE_TEST_SUITE_P(Numbers, UnitReading,
                         testing::Values(Reading{"0.5", "1", 0.5}, Reading{"50 %", "1", 0.5},
                                         Reading{"50%", "1", 0.5}, Reading{"+2", "1", 2},
                                         Reading{"1e-3", "1", 1e-3}));

struct UnitRefusal : testing::TestWithParam<std::tuple<const char*, const char*, const char*>> {};

TEST_P(UnitRefusal, SaysWhatIsWrong) {
  const auto& [text, unit, why] = GetParam();
  const UnitProblem problem = problem_of(text, unit);
  EXPECT_NE(problem.found.find(why), std::string::npos) << problem.found;
  EXPECT_NE(problem.found.find(text), std::string::npos) << problem.found;
  EXPECT_NE(problem.expected.find("such as '"), std::string::npos) << problem.expected;
}

INSTANTIATE_TEST_SUITE_P(Texts, UnitRefusal,
                         testing::Values(std::tuple{"350", "Pa", "no unit"},
                                         std::tuple{"5", "s", "no unit"},
                                         std::tuple{"3 kg", "m", "does not convert to m"},
                                         std::tuple{"3 m", "1", "does not convert to 1"},
                                         std::tuple{"5 yen", "1", "does not convert to 1"},
                                         std::tuple{"5 1", "Pa", "two numbers"},
                                         std::tuple{"3 parsnip", "m", "unknown unit 'parsnip'"},
                                         std::tuple{"nan m", "m", "not a finite number"},
                                         std::tuple{"inf m", "m", "not a finite number"},
                                         std::tuple{".inf", "1", "not a finite number"},
                                         std::tuple{"1e999 m", "m", "not a finite number"},
                                         std::tuple{"", "m", ""}, std::tuple{"kPa", "Pa", ""},
                                         std::tuple{"3,5 m", "m", "unknown unit ',5 m'"},
                                         std::tuple{"0x10 m", "m", "unknown unit 'x10 m'"}));

// UDUNITS-2 takes a unit for its reciprocal: 5 Hz would be 0.2 s.
INSTANTIATE_TEST_SUITE_P(Reciprocals, UnitRefusal,
                         testing::Values(std::tuple{"5 Hz", "s", "does not convert"},
                                         std::tuple{"10 s", "1/s", "does not convert"},
                                         std::tuple{"2 s/m", "m/s", "does not convert"}));

// UDUNITS-2 multiplies what stands side by side: 10 100 kPa would be 1000 kPa.
INSTANTIATE_TEST_SUITE_P(BlankInTheNumber, UnitRefusal,
                         testing::Values(std::tuple{"10 100 kPa", "Pa", "two numbers"},
                                         std::tuple{"10 000 kPa", "Pa", "two numbers"},
                                         std::tuple{"5 m 3", "m", "two numbers"},
                                         std::tuple{"5 2", "1", "two numbers"}));

TEST(Units, ASiNumberIsTakenOverWithoutRounding) {
  for (const char* text :
       {"0.1", "101325.00000000001", "4.9406564584124654e-324", "-0.0", "1.7976931348623157e308"}) {
    const double exact = std::strtod(text, nullptr);
    const auto read = value_of(std::string(text) + " Pa", "Pa");
    EXPECT_EQ(std::bit_cast<std::uint64_t>(read), std::bit_cast<std::uint64_t>(exact)) << text;
  }
}

TEST(Units, WhatIsWrittenReadsBackToTheSameBits) {
  const Stream numbers = stream(1, 0, "doubles");
  int finite = 0;
  for (std::uint64_t i = 0; i < 10'000; ++i) {
    const double value = std::bit_cast<double>(bits(numbers, i));
    if (!std::isfinite(value)) continue;
    ++finite;
    for (const char* unit : {"m/s", "1"}) {
      const double read = value_of(quantity_to_text(value, unit), unit);
      ASSERT_EQ(std::bit_cast<std::uint64_t>(read), std::bit_cast<std::uint64_t>(value))
          << quantity_to_text(value, unit);
    }
  }
  EXPECT_GT(finite, 9'900);  // one exponent in 2048 means infinity or NaN
}

Duration duration_of(const std::string& text) {
  const auto result = duration_from_text(text);
  EXPECT_TRUE(std::holds_alternative<Duration>(result)) << text;
  return std::holds_alternative<Duration>(result) ? std::get<Duration>(result) : Duration{-1};
}

TEST(Durations, AreExactToTheNanosecond) {
  EXPECT_EQ(duration_of("10 min"), Duration{600'000'000'000});
  EXPECT_EQ(duration_of("100 ms"), Duration{100'000'000});
  EXPECT_EQ(duration_of("0.3 s"), Duration{300'000'000});
  EXPECT_EQ(duration_of("1 ns"), Duration{1});
  EXPECT_EQ(duration_of("86400.000000001 s"), Duration{86'400'000'000'001});
  EXPECT_EQ(duration_of("3 d"), Duration{259'200'000'000'000});
}

TEST(Durations, SurviveTheWayThroughText) {
  const Stream numbers = stream(1, 0, "durations");
  for (std::uint64_t i = 0; i < 10'000; ++i) {
    const Duration d{static_cast<std::int64_t>(bits(numbers, i) >> 13)};  // up to 26 days
    ASSERT_EQ(duration_of(duration_to_text(d)), d);
  }
  EXPECT_EQ(duration_to_text(Duration{300'000'000}), "0.3 s");
}

TEST(Durations, NeedATimeBelowACentury) {
  EXPECT_TRUE(std::holds_alternative<UnitProblem>(duration_from_text("10")));
  EXPECT_TRUE(std::holds_alternative<UnitProblem>(duration_from_text("10 m")));
  EXPECT_TRUE(std::holds_alternative<UnitProblem>(duration_from_text("102 year")));
}

TEST(Units, ConvertKeepsTheDimension) {
  EXPECT_DOUBLE_EQ(convert(293.15, "K", "degC").value(), 20);
  EXPECT_DOUBLE_EQ(convert(36e3, "Pa", "kPa").value(), 36);
  EXPECT_EQ(convert(1, "K", "Pa"), std::nullopt);
  EXPECT_EQ(convert(1, "s", "Hz"), std::nullopt);
  EXPECT_EQ(convert(1, "K", "parsnip"), std::nullopt);
}

TEST(Units, DisplaysAgreeWithTheConversion) {
  for (const char* unit : {"Pa", "W", "J", "kmol/s", "kg/s", "s"}) {
    const Display shown = display_of(unit);
    EXPECT_DOUBLE_EQ(7 * shown.factor + shown.offset, convert(7, unit, shown.unit).value()) << unit;
  }
  EXPECT_NEAR(300 + display_of("K").offset, convert(300, "K", "degC").value(), 1e-12);
  EXPECT_EQ(display_of("1").unit, "");
  EXPECT_EQ(display_of("yen").unit, "yen");
}

TEST(Units, IsUnitKnowsThemAndNothingElse) {
  for (const char* unit : {"1", "Pa", "m^3/s", "kmol/s", "yen/s", "J/K", "bytes", "ppm", "barg"}) {
    EXPECT_TRUE(is_unit(unit)) << unit;
  }
  for (const char* unit : {"", " ", "parsnip", "m//s", "Pascals per"}) {
    EXPECT_FALSE(is_unit(unit)) << unit;
  }
}

}  // namespace
}  // namespace twinaxis
