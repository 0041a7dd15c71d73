#include "sim/intervene/expression.h"

#include <gtest/gtest.h>

#include "tests/intervene/world.h"

namespace twinaxis {
namespace {

struct Expression : testing::Test {
  Expression() {
    set("LT-1.reading", 2);
    set("TT-1.reading", 300);
    set("TT-2.reading", 290);
  }
  void set(const char* point, double value) { bus.write(table.id(point), value, Time{0}); }
  bool holds(const std::string& text, double now_s = 0) {
    const auto result = compile_condition(text, table);
    if (const auto* bad = std::get_if<ExpressionProblem>(&result)) {
      ADD_FAILURE() << text << ": " << bad->offset << ": " << bad->message;
      return false;
    }
    return std::get<Condition>(result).holds(bus, time_from_s(now_s));
  }
  PointTable table = small_table();
  Bus bus{table};
};

TEST_F(Expression, EveryComparisonIsTheOneOfArithmetic) {
  for (const double level_m : {1.0, 2.0, 3.0}) {
    set("LT-1.reading", level_m);
    EXPECT_EQ(holds("LT-1.reading < 2 m"), level_m < 2);
    EXPECT_EQ(holds("LT-1.reading <= 2 m"), level_m <= 2);
    EXPECT_EQ(holds("LT-1.reading > 2 m"), level_m > 2);
    EXPECT_EQ(holds("LT-1.reading >= 2 m"), level_m >= 2);
    EXPECT_EQ(holds("LT-1.reading == 2 m"), level_m == 2);
    EXPECT_EQ(holds("LT-1.reading != 2 m"), level_m != 2);
    EXPECT_EQ(holds("2 m < LT-1.reading"), 2 < level_m);
  }
}

TEST_F(Expression, AndBindsTighterThanOrAndNotTighterThanAnd) {
  const std::string yes = "LT-1.reading == 2 m";
  const std::string no = "LT-1.reading == 3 m";
  EXPECT_TRUE(holds(yes + " or " + no + " and " + no));
  EXPECT_FALSE(holds("(" + yes + " or " + no + ") and " + no));
  EXPECT_FALSE(holds("not " + yes + " and " + no));
  EXPECT_TRUE(holds("not (" + yes + " and " + no + ")"));
  EXPECT_TRUE(holds("not " + no + " and " + yes));
}

TEST_F(Expression, LogicIsTheOneOfItsTruthTable) {
  for (const bool a : {false, true}) {
    for (const bool b : {false, true}) {
      set("LT-1.reading", a ? 1 : 0);
      set("LIC-1.setpoint", b ? 1 : 0);
      const std::string A = "LT-1.reading == 1 m", B = "LIC-1.setpoint == 1 m";
      EXPECT_EQ(holds(A + " and " + B), a && b);
      EXPECT_EQ(holds(A + " or " + B), a || b);
      EXPECT_EQ(holds("not " + A), !a);
    }
  }
}

TEST_F(Expression, SumsAreTakenFromTheLeft) {
  EXPECT_TRUE(holds("LT-1.reading - 1 m - 1 m == 0 m"));
  EXPECT_TRUE(holds("LT-1.reading + LIC-1.setpoint == 4 m"));
  EXPECT_TRUE(holds("10 m - LT-1.reading == 8 m"));
  EXPECT_TRUE(holds("LT-1.reading > -1 m"));
}

TEST_F(Expression, NumbersTakeTheUnitOfThePoints) {
  EXPECT_TRUE(holds("LT-1.reading == 200 cm"));
  EXPECT_TRUE(holds("LT-1.reading > 1.9e3 mm"));
  EXPECT_TRUE(holds("TT-1.reading > 26.8 degC"));  // 300 K = 26.85 degC
  EXPECT_FALSE(holds("TT-1.reading > 26.9 degC"));
  EXPECT_TRUE(holds("26.8 degC < TT-1.reading"));
}

TEST_F(Expression, ANumberBetweenReadingsIsADistance) {
  EXPECT_TRUE(holds("TT-1.reading - TT-2.reading > 9.9 degC"));  // 10 K apart
  EXPECT_FALSE(holds("TT-1.reading - TT-2.reading > 10.1 degC"));
  EXPECT_TRUE(holds("TT-1.reading > TT-2.reading + 9.9 degC"));
  EXPECT_FALSE(holds("TT-1.reading > TT-2.reading + 10.1 degC"));
  EXPECT_TRUE(holds("abs(TT-2.reading - TT-1.reading) < 10.1 degC"));
}

TEST_F(Expression, ANumberThatMeetsOneReadingIsAReading) {
  // 300 K is 1.85 K above 25 degC.
  EXPECT_TRUE(holds("abs(TT-1.reading - 25 degC) < 1.9 K"));
  EXPECT_FALSE(holds("abs(TT-1.reading - 25 degC) < 1.8 degC"));
  EXPECT_TRUE(holds("TT-1.reading - 25 degC > 1.8 K"));
  EXPECT_FALSE(holds("TT-1.reading - 25 degC > 1.9 degC"));
  EXPECT_TRUE(holds("TT-1.reading > 25 degC + 1.8 degC"));
  EXPECT_FALSE(holds("TT-1.reading > 25 degC + 1.9 degC"));
  EXPECT_TRUE(holds("TT-1.reading + 5 degC > 31.8 degC"));
  EXPECT_FALSE(holds("TT-1.reading + 5 degC > 31.9 degC"));
}

TEST_F(Expression, TimeIsTheTimeOfTheRun) {
  EXPECT_FALSE(holds("time > 10 min", 600));
  EXPECT_TRUE(holds("time > 10 min", 600.1));
  EXPECT_TRUE(holds("time - 5 s == 0 s", 5));
}

TEST_F(Expression, ListsThePointsThatItLooksAt) {
  const auto result = compile_condition("LT-1.reading > LIC-1.setpoint and time > 1 s", table);
  const auto& condition = std::get<Condition>(result);
  EXPECT_EQ(condition.points(),
            (std::vector<PointId>{table.id("LT-1.reading"), table.id("LIC-1.setpoint")}));
  EXPECT_EQ(condition.text(), "LT-1.reading > LIC-1.setpoint and time > 1 s");
}

TEST_F(Expression, NestsAsDeepAsPeopleWrite) {
  const std::string deep = std::string(20, '(') + "LT-1.reading > 1 m" + std::string(20, ')');
  EXPECT_TRUE(holds(deep));
}

TEST_F(Expression, ATriggerTakesItsDurationFromTheEnd) {
  const auto result = compile_trigger("LT-1.reading > 1 m for 500 ms", table);
  const auto& trigger = std::get<Trigger>(result);
  EXPECT_EQ(trigger.hold(), Duration{500'000'000});
  EXPECT_EQ(trigger.condition().text(), "LT-1.reading > 1 m");
  EXPECT_EQ(std::get<Trigger>(compile_trigger("LT-1.reading > 1 m", table)).hold(), Duration{});
}

TEST_F(Expression, AnUnknownNumberSettlesNothing) {
  set("LT-1.reading", std::numeric_limits<double>::quiet_NaN());
  EXPECT_FALSE(holds("LT-1.reading > 0 m"));
  EXPECT_FALSE(holds("LT-1.reading <= 0 m"));
}

}  // namespace
}  // namespace twinaxis
