#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "sim/core/random.h"
#include "tests/analysis/plant.h"

namespace twinaxis::analysis::test {
namespace {

/// Any mixture of the incidents.
Recording random_incident(std::uint64_t number) {
  const Stream numbers = stream(3, number, "incident");
  const auto u = [&](std::uint64_t i) { return uniform(numbers, i); };
  Recording recording = u(0) < 0.4 ? rupture((5 + 25 * u(1)) * 1e5) : normal_hour();
  if (u(2) < 0.5) {
    attack(recording, "engineering_firm->plc1:update", "tamper", 400);
    set(recording, "plc1.logic", 410, 2);
  }
  if (u(3) < 0.5) set(recording, "mes.copied_bytes", 900, 5e6 * u(4));
  if (u(5) < 0.5) set(recording, "mes.encrypted", 900, 1);
  if (u(6) < 0.5) set(recording, "product.on_spec", 3600 * u(7), 0);
  if (u(8) < 0.5) set(recording, "distillate.flow", 3600 * u(9), 3.255 * u(10));
  if (u(11) < 0.3) {
    happen(recording, "vessel.leaks", 1000);
    set(recording, "leak.flow", 1000, 10 * u(12));
  }
  return recording;
}

TEST(Ledger, NothingIsLostBetweenTheAccounts) {
  for (std::uint64_t i = 0; i < 60; ++i) {
    const auto outcome = judge(random_incident(i), Draw({11, i}));
    double sum_yen = 0, size_yen = 0;
    for (const Balance& b : outcome.ledger.balances(example_plant())) {
      sum_yen += b.gained_yen + b.compensation_received_yen - b.loss_yen();
      size_yen += b.loss_yen();
    }
    EXPECT_LE(std::abs(sum_yen), 1e-12 * size_yen) << "sample " << i;
    for (const LedgerLine& line : outcome.ledger.lines) {
      EXPECT_GT(line.amount_yen, 0) << line.id;
      EXPECT_NE(line.from, line.to) << line.id;
      EXPECT_FALSE(line.rule.empty()) << line.id;
      EXPECT_FALSE(line.source.empty()) << line.id;
      EXPECT_GE(line.price_year, 1990) << line.id;
      EXPECT_DOUBLE_EQ(line.amount_yen, line.quantity * line.unit_price_yen) << line.id;
    }
  }
}

TEST(Ledger, CompensationIsShownBeforeAndAfterAndChangesNoTotal) {
  const auto outcome = judge(rupture());
  const Balance residents = outcome.ledger.balance_of("residents");
  const Balance plant = outcome.ledger.balance_of("operator");
  EXPECT_GT(residents.own_loss_yen, 0);
  // All that residents lost in injury and property is made good, and compensation for pain comes on
  // top.
  EXPECT_GE(residents.compensation_received_yen, residents.own_loss_yen);
  EXPECT_DOUBLE_EQ(plant.compensation_paid_yen, residents.compensation_received_yen);
  // The level looks at the loss before it.
  EXPECT_DOUBLE_EQ(of(outcome, "residents").loss_yen, residents.own_loss_yen);
  EXPECT_LE(of(outcome, "residents").loss_after_compensation_yen, 0);
}

// Pain money makes residents gain. That lessens nobody else's loss: the sum is no smaller than what
// any party is left with.
TEST(Ledger, WhatOnePartyGainsDoesNotLessenTheLossOfAll) {
  const auto outcome = judge(rupture());
  ASSERT_LT(of(outcome, "residents").loss_after_compensation_yen, 0);
  double sum_yen = 0, netted_yen = 0;
  for (const Placement& p : outcome.placements) {
    EXPECT_GE(outcome.total_loss_yen, p.loss_after_compensation_yen) << p.stakeholder;
    netted_yen += p.loss_after_compensation_yen;
    if (p.loss_after_compensation_yen > 0) sum_yen += p.loss_after_compensation_yen;
  }
  EXPECT_DOUBLE_EQ(outcome.total_loss_yen, sum_yen);
  EXPECT_GT(outcome.total_loss_yen, netted_yen);
}

TEST(Ledger, ALossOfHouseholdsSaysThatItIsTheirMean) {
  const auto outcome = judge(rupture());
  const Facts& facts = of(outcome, "residents").facts;
  const Fact& fact = facts.at(FactName::loss_per_household_income);
  EXPECT_TRUE(fact.because.en.starts_with("Mean over ")) << fact.because.en;
  EXPECT_EQ(fact.because.ja.find("世帯の平均。") == std::string::npos, false) << fact.because.ja;
}

// Disclosure hangs on a share of the profit: the row must show the share and where it begins.
TEST(Ledger, ADutyCitesTheFactThatCallsForIt) {
  const auto outcome = judge(rupture());
  const auto found = std::ranges::find(outcome.rulings, "disclose_profit", &Ruling::id);
  ASSERT_NE(found, outcome.rulings.end());
  EXPECT_NE(found->because.en.find("over yearly ordinary profit: "), std::string::npos);
  EXPECT_NE(found->because.en.find("(from 30 %)"), std::string::npos) << found->because.en;
}

TEST(Ledger, WhatIsDestroyedOnceIsNotRepairedTwice) {
  // The column is hit by the wave, by the fireball and by its own rupture.
  const auto outcome = judge(rupture());
  int lines = 0;
  for (const LedgerLine& line : outcome.ledger.lines) {
    if (line.id != "repair.column") continue;
    ++lines;
    EXPECT_DOUBLE_EQ(line.amount_yen, 1200e6);
  }
  EXPECT_EQ(lines, 1);
}

TEST(Ledger, StopCostsMarginAndIdleFixedCostAfterStock) {
  Recording recording = normal_hour();
  set(recording, "distillate.flow", 0, 0);
  set(recording, "bottoms.flow", 0, 0);
  const auto outcome = judge(recording);
  const double down_s = outcome.recovery.find("distillation")->to_95_percent_s;
  const double counted_s = down_s - 12 * 3600;  // stock
  ASSERT_GT(counted_s, 0);
  double margin_yen = 0, idle_yen = 0;
  for (const LedgerLine& line : outcome.ledger.lines) {
    if (line.id == "lost_margin.distillation") margin_yen = line.amount_yen;
    if (line.id == "idle.distillation") idle_yen = line.amount_yen;
  }
  EXPECT_NEAR(margin_yen, counted_s * 7.094 * 12, 1);
  EXPECT_NEAR(idle_yen, counted_s * 46.3, 1);
}

TEST(Ledger, ValueOfLifeAndJoModelStayInformation) {
  Recording recording = rupture();
  set(recording, "mes.copied_bytes", 900, 3e6);
  const auto outcome = judge(recording);
  bool life = false, jo = false;
  for (const LedgerLine& line : outcome.ledger.information) {
    life |= line.price == "statistical_life";
    jo |= line.price == "jo_model";
  }
  EXPECT_TRUE(life && jo);
  for (const LedgerLine& line : outcome.ledger.lines) {
    EXPECT_NE(line.price, "statistical_life");
    EXPECT_NE(line.price, "jo_model");
  }
}

}  // namespace
}  // namespace twinaxis::analysis::test
