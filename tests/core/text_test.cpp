#include "sim/core/text.h"

#include <gtest/gtest.h>

#include <cmath>

namespace twinaxis {
namespace {

TEST(SplitNumber, TakesTheNumberAndTrimsTheRest) {
  struct Case {
    const char* text;
    double number;
    const char* rest;
  };
  for (const auto& [text, number, rest] : {Case{"5.2e3 L/min", 5200, "L/min"},
                                           {" +3kPa ", 3, "kPa"},
                                           {"-0.5", -0.5, ""},
                                           {".25 %", 0.25, "%"},
                                           {"1e-3", 1e-3, ""},
                                           {"7 degC", 7, "degC"}}) {
    const auto parts = split_number(text);
    ASSERT_TRUE(parts.number.has_value()) << text;
    EXPECT_EQ(*parts.number, number) << text;
    EXPECT_EQ(parts.rest, rest) << text;
  }
}

TEST(SplitNumber, FindsNoNumberInWords) {
  for (const char* text : {"", " ", "kPa", "+", "-", "+-3", "e5", "--1"}) {
    EXPECT_FALSE(split_number(text).number.has_value()) << text;
  }
}

TEST(SplitNumber, NamesWhatIsNoFiniteNumber) {
  for (const char* text : {"nan", "inf", "-inf", ".nan", ".inf", "-.inf", "1e999"}) {
    const auto parts = split_number(text);
    ASSERT_TRUE(parts.number.has_value()) << text;
    EXPECT_FALSE(std::isfinite(*parts.number)) << text;
  }
}

TEST(NumberToText, IsTheShortestDecimal) {
  EXPECT_EQ(number_to_text(0.1), "0.1");
  EXPECT_EQ(number_to_text(-0.0), "-0");
  EXPECT_EQ(number_to_text(101325), "101325");
  EXPECT_EQ(number_to_text(0.1 + 0.2), "0.30000000000000004");
}

TEST(Rounded, KeepsTheSignificantDigits) {
  EXPECT_EQ(rounded(3.14159, 3), "3.14");
  EXPECT_EQ(rounded(123456, 3), "1.23e+05");
  EXPECT_EQ(rounded(0.000123456, 2), "0.00012");
}

TEST(Trimmed, LeavesTheInside) {
  EXPECT_EQ(trimmed("\t a b \r\n"), "a b");
  EXPECT_EQ(trimmed(" \n "), "");
}

TEST(Listed, JoinsAsPeopleDo) {
  EXPECT_EQ(listed({}), "");
  EXPECT_EQ(listed({"a"}), "a");
  EXPECT_EQ(listed({"a", "b"}), "a and b");
  EXPECT_EQ(listed({"a", "b", "c"}), "a, b and c");
}

TEST(Utf8, TakesLettersOfEveryLength) {
  for (const char* text : {"", "plain", "\x7F", "\xC2\x80", "蒸留塔", "\xEF\xBF\xBD",
                           "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF"}) {
    EXPECT_TRUE(is_utf8(text)) << text;
  }
}

TEST(Utf8, RefusesWhatRfc3629Forbids) {
  // Section 3: C0, C1 and F5..FF never appear; no surrogates D800..DFFF; nothing above 10FFFF;
  // the shortest form only.
  for (const char* text :
       {"\x80", "\xC3", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xE0\x9F\xBF", "\xED\xA0\x80",
        "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF",
        "\xE2\x82", "a\xE2(\xA1", "\xF8\x88\x80\x80\x80"}) {
    EXPECT_FALSE(is_utf8(text)) << text;
  }
  EXPECT_FALSE(is_utf8(std::string_view("a\0b", 3)));  // a NUL is no text
}

}  // namespace
}  // namespace twinaxis
