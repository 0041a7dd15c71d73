// Every way to get a condition wrong, with the byte where the text goes wrong.
#include <gtest/gtest.h>

#include "sim/intervene/expression.h"
#include "tests/intervene/world.h"

namespace twinaxis {
namespace {

ExpressionProblem problem_of(const std::string& text) {
  const PointTable table = small_table();
  const auto result = compile_trigger(text, table);
  if (std::holds_alternative<Trigger>(result)) {
    ADD_FAILURE() << "'" << text << "' was understood";
    return {};
  }
  return std::get<ExpressionProblem>(result);
}

/// `^` stands before the place that is wrong.
struct Mistake {
  const char* marked;
  const char* message;
};
void PrintTo(const Mistake& m, std::ostream* out) { *out << m.marked; }
struct ExpressionMistake : testing::TestWithParam<Mistake> {};

TEST_P(ExpressionMistake, IsNamedAtItsPlace) {
  std::string text = GetParam().marked;
  const std::size_t offset = text.find('^');
  text.erase(offset, 1);
  const ExpressionProblem problem = problem_of(text);
  EXPECT_EQ(problem.offset, offset) << problem.message;
  EXPECT_NE(problem.message.find(GetParam().message), std::string::npos) << problem.message;
}

INSTANTIATE_TEST_SUITE_P(
    Grammar, ExpressionMistake,
    testing::Values(Mistake{"^", "expected a point or a number, found the end"},
                    Mistake{"LT-1.reading >^", "expected a point or a number, found the end"},
                    Mistake{"LT-1.reading ^",
                            "expected a comparison (< <= > >= == !=), found the end"},
                    Mistake{"LT-1.reading ^= 2 m", "expected a comparison"},
                    Mistake{"LT-1.reading > 2 m ^)", "expected 'and', 'or' or the end, found ')'"},
                    Mistake{"(LT-1.reading > 2 m^", "expected ')'"},
                    Mistake{"abs(LT-1.reading ^> 2 m", "expected ')'"},
                    Mistake{"LT-1.reading > 2 m and ^or", "found 'or'"},
                    Mistake{"not ^not LT-1.reading > 2 m", "found 'not'"},
                    Mistake{"LT-1.reading > 2 m ^LT-1.reading", "expected 'and', 'or' or the end"},
                    Mistake{"LT-1.reading > ^* 2 m", "no point '*'"},
                    Mistake{"LT-1.reading > ^& 2 m", "expected a point or a number, found '&'"}));

INSTANTIATE_TEST_SUITE_P(
    Names, ExpressionMistake,
    testing::Values(Mistake{"^LT-1.readng > 2 m",
                            "no point 'LT-1.readng'; did you mean 'LT-1.reading'?"},
                    Mistake{"LT-1.reading > ^nonsense", "no point 'nonsense'"},
                    Mistake{"^tank.level > 2 m", "is a truth that nobody in the twin can see"},
                    Mistake{"LT-1.reading > 1 m and ^tank.level > 2 m", "is a truth"},
                    Mistake{"^plc1 == 1", "'plc1' is a host and has no value"}));

INSTANTIATE_TEST_SUITE_P(
    Dimensions, ExpressionMistake,
    testing::Values(
        Mistake{"LT-1.reading > ^2 kg", "expected a length such as '1.5 m', found '2 kg'"},
        Mistake{"LT-1.reading > ^2", "no unit"}, Mistake{"LT-1.reading > ^1e999 m", "finite"},
        Mistake{"^LT-1.reading > TT-1.reading", "compares m with K"},
        Mistake{"LT-1.reading + ^TT-1.reading > 1 m", "adds m and K"},
        Mistake{"LT-1.reading + ^abs(TT-1.reading) > 1 m", "adds m and K"},
        Mistake{"^1 m < 2 m", "compares no point and no time"},
        Mistake{"LT-1.reading > ^abs(2 m)", "abs() of no point"},
        Mistake{"abs(LT-1.reading - ^2 s) > 1 m", "expected a length"},
        Mistake{"TT-1.reading + TT-2.reading > ^40 degC", "unclear in a sum of readings"}));

INSTANTIATE_TEST_SUITE_P(
    Durations, ExpressionMistake,
    testing::Values(Mistake{"LT-1.reading > 2 m for ^2", "after 'for' expected a time"},
                    Mistake{"LT-1.reading > 2 m for ^2 m", "after 'for' expected a time"},
                    Mistake{"LT-1.reading > 2 m for ^-2 s", "negative"}));

TEST(ExpressionMistakes, ATruthIsAllowedWhereTheReaderSaysSo) {
  const PointTable table = small_table();
  EXPECT_TRUE(
      std::holds_alternative<Condition>(compile_condition("tank.level > 2 m", table, true)));
}

TEST(ExpressionMistakes, DeepNestingIsRefusedAndNotFollowed) {
  for (const char* open : {"(", "abs("}) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += open;
    EXPECT_NE(problem_of(text).message.find("too many parentheses"), std::string::npos);
  }
}

TEST(ExpressionMistakes, ALongChainOfConditionsIsNoDeepOne) {
  std::string text = "LT-1.reading > 1 m";
  for (int i = 0; i < 1'000; ++i) text += " and LT-1.reading > 1 m";
  const PointTable table = small_table();
  EXPECT_TRUE(std::holds_alternative<Condition>(compile_condition(text, table)));
}

TEST(ExpressionMistakes, TooManyWaitingTermsAreRefused) {
  // a > 1 or (a > 1 or (... : every level leaves one result waiting.
  std::string text;
  for (int i = 0; i < 31; ++i) text += "LT-1.reading > 1 m or (";
  text += "LT-1.reading > 1 m" + std::string(31, ')');
  EXPECT_NE(problem_of(text).message.find("write it shorter"), std::string::npos);
}

TEST(ExpressionMistakes, GarbageIsRefusedOrUnderstoodAndNeverFatal) {
  const PointTable table = small_table();
  const std::vector<std::string> pieces{"LT-1.reading",
                                        "TT-1.reading",
                                        "plc1",
                                        "time",
                                        "abs(",
                                        "(",
                                        ")",
                                        "and",
                                        "or",
                                        "not",
                                        "for",
                                        "<",
                                        "<=",
                                        "==",
                                        "!",
                                        "=",
                                        "+",
                                        "-",
                                        "2 m",
                                        "5 degC",
                                        "1e999",
                                        "-",
                                        ".",
                                        "kPa",
                                        "%",
                                        "10 s",
                                        "\xE6\xB8\xA9",
                                        "\xFF",
                                        "\n",
                                        "'",
                                        "*",
                                        "^",
                                        "/",
                                        "m^",
                                        "1/0",
                                        std::string(1, '\0')};
  const Stream numbers = stream(1, 0, "garbage");
  std::uint64_t draw = 0;
  int understood = 0;
  for (int i = 0; i < 5'000; ++i) {
    std::string text;
    const std::uint64_t length = bits(numbers, draw++) % 12;
    for (std::uint64_t k = 0; k < length; ++k) {
      text += pieces[bits(numbers, draw++) % pieces.size()];
      if (bits(numbers, draw++) % 4 != 0) text += " ";
    }
    const auto result = compile_trigger(text, table);
    if (const auto* bad = std::get_if<ExpressionProblem>(&result)) {
      EXPECT_LE(bad->offset, text.size()) << text;
      EXPECT_FALSE(bad->message.empty()) << text;
    } else {
      ++understood;
      const Bus bus(table);
      std::get<Trigger>(result).condition().holds(bus, Time{0});
    }
  }
  EXPECT_LT(understood, 500);
}

TEST(ExpressionMistakes, RandomBytesAreRefused) {
  const PointTable table = small_table();
  const Stream numbers = stream(1, 0, "bytes");
  std::uint64_t draw = 0;
  for (int i = 0; i < 5'000; ++i) {
    std::string text;
    const std::uint64_t length = 1 + bits(numbers, draw++) % 40;
    for (std::uint64_t k = 0; k < length; ++k) text += static_cast<char>(bits(numbers, draw++));
    EXPECT_TRUE(std::holds_alternative<ExpressionProblem>(compile_trigger(text, table))) << text;
  }
}

}  // namespace
}  // namespace twinaxis
