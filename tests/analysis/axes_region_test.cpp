// The stop of a service spreads through the businesses around the site: the dynamic inoperability
// input-output model over a recovery. Its published values stand in tests/golden.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analysis/loss/inoperability.h"
#include "tests/analysis/plant.h"

namespace twinaxis::analysis::test {
namespace {

constexpr double kDay_s = 86400;

/// Makes 1 Myen a day, needs the service for a tenth of it, and comes back to a hundredth in 5
/// days.
Sector sector() {
  Sector s;
  s.stakeholder = "residents";
  s.output_yen_per_s = 1e6 / kDay_s;
  s.recovers_in_s = 5 * kDay_s;
  s.needs_services["distillation"] = 0.1;
  s.source = "test";
  return s;
}

/// A week without the service, a day after the start.
const TimeLine kWeek{{0, 1}, {kDay_s, 1}, {kDay_s, 0}, {8 * kDay_s, 0}, {8 * kDay_s, 1}};

std::vector<SectorRecovery> spread_of(const Region& region, const TimeLine& level = kWeek) {
  return spread(region, {{"distillation", level}, {"idle", {{0, 1}, {30 * kDay_s, 1}}}});
}

// q = s (1 - e^(-k t)) while the service is missing, then it decays with the same k = ln(100) / T.
TEST(Region, ASectorAloneFollowsTheExponential) {
  const auto found = spread_of({{"works", sector()}});
  ASSERT_EQ(found.size(), 1u);
  const double k_per_s = std::log(100) / (5 * kDay_s);
  const double peak = 0.1 * (1 - std::exp(-k_per_s * 7 * kDay_s));
  for (const Knot& knot : found[0].level) {
    const double missing_s = std::clamp(knot.at_s - kDay_s, 0.0, 7 * kDay_s);
    const double after_s = std::max(0.0, knot.at_s - 8 * kDay_s);
    const double q = 0.1 * (1 - std::exp(-k_per_s * missing_s)) * std::exp(-k_per_s * after_s);
    EXPECT_NEAR(knot.level, 1 - q, 1e-12) << knot.at_s;
  }
  EXPECT_NEAR(found[0].lost_s, 0.1 * 7 * kDay_s, 1e-6);
  // From q = 0.05 on the way up to q = 0.05 on the way down. The line is straight between knots of
  // a tenth of a day, so half a per cent of a day remains.
  const double down_s = 8 * kDay_s + std::log(peak / 0.05) / k_per_s;
  EXPECT_NEAR(found[0].to_95_percent_s, down_s - kDay_s - std::log(2) / k_per_s, 0.005 * kDay_s);
}

// Whatever K is, the integral of dq/dt = K [(A* - I) q + c*] is zero, so that of q is
// (I - A*)^-1 times that of c*: with A* = [[0, 0.3], [0.2, 0]] and c* = (0.1, 0) the published
// (0.1063830, 0.0212766) for each day.
TEST(Region, WhatIsLostIsTheStaticModelTimesTheOutage) {
  Region region{{"a", sector()}, {"b", sector()}};
  region["a"].needs_sectors["b"] = 0.3;
  region["b"].needs_services.clear();
  region["b"].needs_sectors["a"] = 0.2;
  for (const double days : {1.0, 5.0, 60.0}) {
    region["b"].recovers_in_s = days * kDay_s;
    const auto found = spread_of(region);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_NEAR(found[0].lost_s, 0.1 / 0.94 * 7 * kDay_s, 1e-6);
    EXPECT_NEAR(found[1].lost_s, 0.02 / 0.94 * 7 * kDay_s, 1e-6);
    EXPECT_EQ(found[1].service, "distillation") << "by way of the other sector";
  }
}

TEST(Region, NothingMissingIsNothingLost) {
  EXPECT_TRUE(spread_of({{"works", sector()}}, {{0, 1}, {kDay_s, 1}}).empty());
  EXPECT_TRUE(spread_of({{"works", sector()}}, {}).empty());
  Region other{{"works", sector()}};
  other["works"].needs_services = {{"idle", 0.5}};
  EXPECT_TRUE(spread_of(other).empty());
}

TEST(Region, AStockBridgesWhatIsMissedAndNotTheTimeThatPasses) {
  Region region{{"works", sector()}};
  region["works"].stock_s = 7.01 * kDay_s;  // longer than the outage
  EXPECT_TRUE(spread_of(region).empty());
  region["works"].stock_s = 2 * kDay_s;
  EXPECT_NEAR(spread_of(region)[0].lost_s, 0.1 * 5 * kDay_s, 1e-6);
  // At half service it lasts twice as long: 20 days lose 10, of which 2 are bridged; nothing is
  // lost before the fourth day.
  const TimeLine half{{0, 0.5}, {20 * kDay_s, 0.5}};
  const auto found = spread_of(region, half);
  EXPECT_NEAR(found[0].lost_s, 0.1 * 8 * kDay_s, 1e-6);
  EXPECT_EQ(level_at(found[0].level, 4 * kDay_s), 1);
  EXPECT_LT(level_at(found[0].level, 4.2 * kDay_s), 1);
}

// A ramp from nothing to full in ten days loses five.
TEST(Region, ARampLosesItsArea) {
  const auto found = spread_of({{"works", sector()}}, {{0, 0}, {10 * kDay_s, 1}});
  EXPECT_NEAR(found[0].lost_s, 0.1 * 5 * kDay_s, 1e-6);
}

/// What the ledger takes from residents and others for the region after an hour's stop of the
/// column, which takes days to bring back.
double booked_yen(const Region& region) {
  Recording recording = normal_hour();
  set(recording, "distillate.flow", 0, 0);
  set(recording, "bottoms.flow", 0, 0);
  Site site = example_plant();
  site.region = region;
  const auto outcome = outcome_of(recording, distillation(), site, unit_costs());
  double sum_yen = 0;
  for (const LedgerLine& line : outcome.ledger.lines) {
    if (!line.id.starts_with("region.")) continue;
    EXPECT_EQ(line.from, "residents");
    EXPECT_FALSE(line.rule.empty());
    EXPECT_FALSE(line.what.ja.empty());
    EXPECT_EQ(line.source, "test");
    sum_yen += line.amount_yen;
  }
  const double missed_s = shortfall_s(outcome.recovery.find("distillation")->level, 0);
  double needed = 0;  // by sectors that need no others
  for (const auto& [id, s] : region) needed += s.needs_services.at("distillation");
  EXPECT_NEAR(sum_yen, 1e6 * needed * missed_s / kDay_s, 1e-9 * sum_yen);
  return sum_yen;
}

TEST(Region, TwiceTheShareLosesTwiceAsMuch) {
  Region region{{"alone", sector()}};
  const double once_yen = booked_yen(region);
  EXPECT_GT(once_yen, 0);
  region["alone"].needs_services["distillation"] = 0.2;
  EXPECT_NEAR(booked_yen(region), 2 * once_yen, 1e-9 * once_yen);
  EXPECT_EQ(booked_yen({}), 0);
}

TEST(Region, SaysWhatItsDataContradict) {
  Site site = example_plant();
  site.region = {{"works", sector()}, {"distillation", sector()}, {"shops", sector()}};
  site.region["works"].stakeholder = "resident";
  site.region["works"].needs_services = {{"destillation", 0.5}};
  site.region["works"].needs_sectors = {{"shop", 0.2}};
  site.region["shops"].needs_services = {{"distillation", 0.6}};
  site.region["shops"].needs_sectors = {{"works", 0.5}};
  std::vector<std::string> said;
  for (const FieldProblem& p : problems(site)) said.push_back(p.path + ": " + p.message);
  const std::vector<std::string> expected{
      "region.distillation: 'distillation' is a service of the site, too: give the sector a name "
      "of "
      "its own",
      "region.shops.needs_services: needs of services and sectors must sum to at most 1, found 1.1",
      "region.works.stakeholder: no stakeholder 'resident'; did you mean 'residents'?",
      "region.works.needs_services.destillation: no service 'destillation'; did you mean "
      "'distillation'?",
      "region.works.needs_sectors.shop: no sector 'shop'; did you mean 'shops'?"};
  EXPECT_EQ(said, expected);
  site.region = {{"works", sector()}};
  site.region["works"].needs_sectors = {{"works", 1}};
  ASSERT_EQ(problems(site).size(), 1u);
  EXPECT_EQ(problems(site)[0].message, "must sum to less than 1, found 1");
}

}  // namespace
}  // namespace twinaxis::analysis::test
