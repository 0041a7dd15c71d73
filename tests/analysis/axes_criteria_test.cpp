#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analysis/axes/campaign_summary.h"
#include "analysis/axes/rulings.h"
#include "sim/core/random.h"
#include "tests/analysis/plant.h"

namespace twinaxis::analysis {
namespace {

using test::example_plant;

Facts one_fact(FactName name, double value) { return {{name, {value, "some_rule", {}}}}; }

TEST(Criteria, EachThresholdRaisesTheLevelFromItsValueOn) {
  const Criteria& criteria = example_plant().criteria;
  for (const Criterion& c : criteria.levels) {
    const auto at = place(criteria, c.axis, one_fact(c.fact, c.at_least));
    EXPECT_EQ(at.level, c.level) << c.id;
    EXPECT_EQ(at.criterion, c.id);
    EXPECT_EQ(at.driver, "some_rule");
    const auto below = place(criteria, c.axis, one_fact(c.fact, c.at_least * (1 - 1e-9)));
    EXPECT_LT(below.level, c.level) << c.id;
    EXPECT_EQ(below.next_criterion, c.id);
    EXPECT_NEAR(below.to_next_ratio, 1, 1e-8);
  }
}

TEST(Criteria, AxesKnowNothingOfEachOther) {
  // Any money leaves axis 1 where it is, any harm axis 2: over random facts.
  const Criteria& criteria = example_plant().criteria;
  const Stream numbers = stream(1, 0, "facts");
  for (std::uint64_t run = 0; run < 200; ++run) {
    Facts all, money, rest;
    for (std::size_t i = 0; i < kFactNames.size(); ++i) {
      const auto name = static_cast<FactName>(i);
      const double value = 1e9 * std::pow(uniform(numbers, run * 100 + i), 12);
      all[name] = {value, "x", {}};
      (is_money(name) ? money : rest)[name] = {value, "x", {}};
    }
    EXPECT_EQ(place(criteria, Axis::recovery, all).level,
              place(criteria, Axis::recovery, rest).level);
    EXPECT_EQ(place(criteria, Axis::economic, all).level,
              place(criteria, Axis::economic, money).level);
    EXPECT_EQ(place(criteria, Axis::recovery, money).level, 1);
    EXPECT_EQ(place(criteria, Axis::economic, rest).level, 1);
  }
}

// Work that no criterion looks at is still work.
TEST(Criteria, RecoveryBelowEveryCriterionIsNotNothing) {
  const auto reason = [](double work_s) {
    return place("operator", example_plant(), {}, work_s).axis1.reason.en;
  };
  EXPECT_EQ(reason(0), "Nothing that has to be recovered from.");
  EXPECT_EQ(reason(3 * 86400), "Recovered within 3 days; no criterion is met.");
}

TEST(Criteria, ContradictionsAreFoundWithTheirPath) {
  Criteria criteria = example_plant().criteria;
  EXPECT_TRUE(problems(criteria).empty());
  // Level 3 from less than level 2.
  const auto third = std::ranges::find(criteria.levels, "catastrophic_loss", &Criterion::id);
  third->at_least = 50e6;
  auto found = problems(criteria);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NE(found[0].message.find("contradicts"), std::string::npos);
  EXPECT_NE(found[0].path.find("at_least"), std::string::npos);

  criteria = example_plant().criteria;
  criteria.levels[0].fact = FactName::loss_yen;  // money on axis 1
  EXPECT_FALSE(problems(criteria).empty());

  criteria = example_plant().criteria;
  std::erase_if(criteria.levels,
                [](const Criterion& c) { return c.axis == Axis::economic && c.level == 3; });
  found = problems(criteria);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].path, "levels");
}

TEST(Target, LineIsAStepInTheMap) {
  const TargetLine target{.at_level_1 = 2, .at_level_2 = 1, .at_level_3 = 0};
  EXPECT_TRUE(target.accepts(1, 2));
  EXPECT_FALSE(target.accepts(1, 3));
  EXPECT_TRUE(target.accepts(2, 1));
  EXPECT_FALSE(target.accepts(2, 2));
  EXPECT_FALSE(target.accepts(3, 1));
}

TEST(AccidentClass, IsTheGravestWhoseAnyThresholdIsReached) {
  const auto& classes = example_plant().criteria.accident_classes;
  const auto name = [&](Toll toll) {
    const auto* c = class_of(toll, classes);
    return c == nullptr ? std::string() : c->name;
  };
  EXPECT_EQ(name({.deaths = 5}), "A");
  EXPECT_EQ(name({.deaths = 4}), "B1");
  EXPECT_EQ(name({.serious = 10}), "A");
  EXPECT_EQ(name({.serious = 2}), "B1");
  EXPECT_EQ(name({.serious = 1}), "C1");
  EXPECT_EQ(name({.slight = 30}), "A");
  EXPECT_EQ(name({.slight = 6}), "B1");
  EXPECT_EQ(name({.slight = 5}), "C1");
  EXPECT_EQ(name({.damage_yen = 500e6}), "A");
  EXPECT_EQ(name({.damage_yen = 499e6}), "B1");
  EXPECT_EQ(name({.damage_yen = 99e6}), "C1");
  EXPECT_EQ(name({}), "");
}

Placement placed(int axis1, int axis2, bool inside, double loss_yen, double days) {
  Placement p;
  p.stakeholder = "operator";
  p.axis1.level = axis1;
  p.axis2.level = axis2;
  p.inside_target = inside;
  p.loss_yen = loss_yen;
  if (days > 0) p.facts[FactName::time_to_recover] = {days * 86400, "", {}};
  return p;
}

TEST(Campaign, CountsCellsAndQuantiles) {
  std::vector<std::vector<Placement>> samples;
  for (int i = 1; i <= 10; ++i) {
    samples.push_back({placed(i <= 7 ? 2 : 3, i <= 4 ? 1 : 3, i <= 4, i * 1e6, i)});
  }
  const auto summary = summarise(samples);
  ASSERT_EQ(summary.stakeholders.size(), 1u);
  const auto& s = summary.stakeholders[0];
  EXPECT_EQ(s.samples, 10);
  EXPECT_EQ(s.cells[1][0], 4);
  EXPECT_EQ(s.cells[1][2], 3);
  EXPECT_EQ(s.cells[2][2], 3);
  EXPECT_EQ(s.outside_target, 6);
  // Type 7 of 1..10: 1 + 0.1 x 9 = 1.9, 5.5, 9.1.
  EXPECT_NEAR(s.loss_yen.p10, 1.9e6, 1e-6);
  EXPECT_NEAR(s.loss_yen.p50, 5.5e6, 1e-6);
  EXPECT_NEAR(s.loss_yen.p90, 9.1e6, 1e-6);
  EXPECT_NEAR(s.days_to_recover.p50, 5.5, 1e-12);
  EXPECT_TRUE(summarise({}).stakeholders.empty());
}

}  // namespace
}  // namespace twinaxis::analysis
