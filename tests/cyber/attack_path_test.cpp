// How far an attacker gets, and how likely.

#include "sim/cyber/attack_path.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/core/require.h"
#include "tests/cyber/rig.h"

namespace twinaxis::cyber {
namespace {

constexpr Duration kDay = s(86'400);

PathStep step(const std::string& id, const std::string& from, const std::string& to,
              const std::string& service, std::int64_t days, double succeeds) {
  PathStep made;
  made.id = id;
  made.from = from;
  made.to = to;
  made.service = service;
  made.takes = days * kDay;
  made.succeeds_probability = succeeds;
  return made;
}

/// Phishing from the internet, a pivot into the control zone, a program download into the safety
/// system whose key must stand in PROGRAM (1).
struct Case {
  Case() {
    for (const char* zone : {"outside", "office", "control"}) plan.zones[zone];
    plan.links = {{"outside", "office"}, {"office", "control"}};
    plan.hosts["internet"] = {"outside", "", 0};
    plan.hosts["terminal"] = {"office", "", 0};
    plan.hosts["maintenance"] = {"control", "", 0};
    plan.hosts["sis"] = {"control", "", 0};
    plan.rules["mail"] = {"internet", "office", "smtp", true, ""};
    plan.rules["remote"] = {"office", "control", "rdp", true, ""};
    declare_points(plan, table);
    table.parameter("sis.key_switch", "1", 1, "key");
    path.path = {step("phish", "internet", "terminal", "smtp", 3, 0.3),
                 step("pivot", "terminal", "maintenance", "rdp", 5, 0.5),
                 step("inhibit", "maintenance", "sis", "tristation", 1, 0.8)};
    path.path[2].needs = {"sis.key_switch == 1"};
  }
  PathResult run(const PathSample* sample = nullptr) const {
    return evaluate(path, plan, table, Bus(table), measures, sample);
  }
  void measure(const std::string& on, Effect effect) {
    Intervention made;
    made.id = "m" + std::to_string(measures.size());
    made.side = Side::countermeasure;
    made.on = on;
    made.effect = std::move(effect);
    measures.push_back(made);
  }
  NetworkPlan plan;
  PointTable table;
  AttackPath path;
  std::vector<Intervention> measures;
};

TEST(AttackPath, ArrivesWhereEveryStepIsPossibleWithTheProductOfTheChances) {
  const PathResult result = Case().run();
  EXPECT_TRUE(result.arrives);
  EXPECT_DOUBLE_EQ(result.likelihood, 0.3 * 0.5 * 0.8);
  EXPECT_EQ(result.arrival, 9 * kDay);
  EXPECT_TRUE(result.not_reached().empty());
  EXPECT_EQ(result.steps[1].arrival, 8 * kDay);
}

TEST(AttackPath, LosesTheChanceOfBeingNoticedOnTheWay) {
  // exp(-rate * takes): 1e-6/s over 3 days = 0.2592; 2e-6/s over 5 days = 0.864.
  Case c;
  c.path.path[0].detection_per_s = 1e-6;
  c.measure("maintenance", Monitor{2e-6});
  EXPECT_NEAR(c.run().likelihood, 0.12 * std::exp(-0.2592 - 0.864), 1e-15);
}

TEST(AttackPath, HardeningMakesStepsRarerAndLonger) {
  Case c;
  c.measure("maintenance", Harden{0.1, 3});
  const PathResult result = c.run();
  EXPECT_DOUBLE_EQ(result.likelihood, 0.3 * 0.05 * 0.8);
  EXPECT_EQ(result.arrival, (3 + 15 + 1) * kDay);
}

TEST(AttackPath, IsCutBySegmentationAndSaysWhere) {
  Case c;
  c.measure("rule.remote", Block{});
  const PathResult result = c.run();
  EXPECT_FALSE(result.arrives);
  EXPECT_EQ(result.likelihood, 0);
  EXPECT_EQ(result.steps[0].outcome, StepOutcome::reached);
  EXPECT_EQ(result.steps[1].outcome, StepOutcome::impossible);
  EXPECT_EQ(result.steps[1].reason, "rule remote is blocked");
  EXPECT_EQ(result.steps[2].outcome, StepOutcome::not_tried);
  EXPECT_EQ(result.steps[2].reason, "maintenance was not reached");
  EXPECT_EQ(result.not_reached(), (std::vector<std::string>{"pivot", "inhibit"}));
}

TEST(AttackPath, IsCutByAKeyThatAMeasureTurns) {
  Case c;
  c.measure("sis.key_switch", Override{0});
  const PathResult result = c.run();
  EXPECT_EQ(result.steps[2].outcome, StepOutcome::impossible);
  EXPECT_EQ(result.steps[2].reason, "needs sis.key_switch == 1");
}

TEST(AttackPath, IgnoresMeasuresThatComeLaterOrBelongToTheAttacker) {
  Case c;
  c.measure("rule.remote", Block{});
  c.measures[0].from = s(60);
  EXPECT_TRUE(c.run().arrives);
  c.measures[0].from.reset();
  c.measures[0].when = "sis.key_switch == 0";
  EXPECT_TRUE(c.run().arrives);
  c.measures[0].when.clear();
  c.measures[0].side = Side::attack;
  EXPECT_TRUE(c.run().arrives);
}

TEST(AttackPath, TakesTheStepThatStartsTheRunAsItsGoal) {
  Case c;
  c.path.start = PathStart{"pivot", {}};
  EXPECT_DOUBLE_EQ(c.run().likelihood, 0.15);
  EXPECT_EQ(c.run().arrival, 8 * kDay);
}

TEST(AttackPath, LeavesStepsOnOtherHostsAloneWhenOneFails) {
  // A second letter to the terminal does not build on the blocked pivot.
  Case c;
  c.path.path.insert(c.path.path.begin() + 2,
                     step("letter", "internet", "terminal", "smtp", 1, 0.5));
  c.measure("rule.remote", Block{});
  EXPECT_EQ(c.run().steps[2].outcome, StepOutcome::reached);
}

TEST(AttackPath, NeedsTheStepsInsideAHostBeforeItLeavesIt) {
  // Rights are won on the terminal (0.5, 2 days) before the pivot.
  Case c;
  c.path.path.insert(c.path.path.begin() + 1, step("rights", "terminal", "terminal", "", 2, 0.5));
  EXPECT_DOUBLE_EQ(c.run().likelihood, 0.06);
  EXPECT_EQ(c.run().arrival, 11 * kDay);
  c.path.path[1].needs = {"sis.key_switch == 2"};
  EXPECT_EQ(c.run().steps[2].outcome, StepOutcome::not_tried);
}

// Listening and sending start at one host and end at two others: neither leads to the other, and
// only `after` says that nobody sends what he has not heard.
TEST(AttackPath, BuildsOnTheStepThatItComesAfter) {
  Case c;
  c.path.path = {step("listen", "terminal", "maintenance", "rdp", 5, 0.6),
                 step("send", "terminal", "sis", "rdp", 1, 0.8)};
  EXPECT_DOUBLE_EQ(c.run().likelihood, 0.8);
  EXPECT_EQ(c.run().arrival, 1 * kDay);
  c.path.path[1].after = "listen";
  EXPECT_DOUBLE_EQ(c.run().likelihood, 0.6 * 0.8);
  EXPECT_EQ(c.run().arrival, 6 * kDay);
}

// Both ways to build on a step at once must not count its chance twice.
TEST(AttackPath, CountsAStepOnceThatItComesAfterAndStandsOn) {
  Case c;
  c.path.path[1].after = "phish";
  c.path.path[2].after = "phish";
  EXPECT_DOUBLE_EQ(c.run().likelihood, 0.3 * 0.5 * 0.8);
  EXPECT_EQ(c.run().arrival, 9 * kDay);
}

TEST(AttackPath, DoesNotTryWhatComesAfterAStepThatFailed) {
  Case c;
  c.path.path = {step("listen", "terminal", "maintenance", "modbus", 5, 0.6),
                 step("send", "terminal", "sis", "rdp", 1, 0.8)};
  c.path.path[1].after = "listen";
  const PathResult result = c.run();
  EXPECT_EQ(result.steps[0].outcome, StepOutcome::impossible);
  EXPECT_EQ(result.steps[1].outcome, StepOutcome::not_tried);
  EXPECT_EQ(result.steps[1].reason, "step listen was not reached");
  c.path.path[1].after = "send";
  EXPECT_THROW(c.run(), ContractError);
}

TEST(AttackPath, DrawsEachStepAsOftenAsItIsLikely) {
  // 20,000 samples; 5 standard deviations of a binomial share.
  Case c;
  c.path.path[0].detection_per_s = 1e-6;
  const double unnoticed = std::exp(-1e-6 * to_s(3 * kDay));
  constexpr int kSamples = 20'000;
  int arrived = 0, detected = 0;
  for (std::uint64_t i = 0; i < kSamples; ++i) {
    const PathSample sample{1, i};
    const PathResult result = c.run(&sample);
    arrived += result.arrives;
    detected += result.steps[0].outcome == StepOutcome::detected;
    EXPECT_DOUBLE_EQ(result.steps[0].likelihood, 0.3 * unnoticed);
  }
  const auto allowed = [&](double p) { return 5 * std::sqrt(kSamples * p * (1 - p)); };
  const double likelihood = 0.12 * unnoticed;
  EXPECT_NEAR(arrived, kSamples * likelihood, allowed(likelihood));
  EXPECT_NEAR(detected, kSamples * (1 - unnoticed), allowed(1 - unnoticed));
}

TEST(AttackPath, DrawsDoNotMoveWhenAStepIsAdded) {
  Case c;
  const PathSample sample{3, 4};
  const auto before = c.run(&sample).steps[0].outcome;
  c.path.path.insert(c.path.path.begin() + 1, step("rights", "terminal", "terminal", "", 2, 0.5));
  EXPECT_EQ(c.run(&sample).steps[0].outcome, before);
}

TEST(AttackPath, IsCertainWhenThereIsNone) {
  Case c;
  c.path.path.clear();
  EXPECT_TRUE(c.run().arrives);
  EXPECT_EQ(c.run().likelihood, 1);
}

}  // namespace
}  // namespace twinaxis::cyber
