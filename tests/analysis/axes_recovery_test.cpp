#include <gtest/gtest.h>

#include "analysis/recovery/recovery.h"

namespace twinaxis::analysis {
namespace {

constexpr double kHour_s = 3600;

Duration hours(double h) { return duration_from_s(h * kHour_s); }

/// One line that makes 2 units a second.
struct Shop {
  Site site;
  Consequences consequences;
  Recording recording;

  Shop() {
    site.stakeholders["maker"] = {};
    Service& line = site.services["line"];
    line.stakeholder = "maker";
    line.normal_per_s = 2;
    for (int s = 0; s <= 3600; s += 60) recording.times.push_back(time_from_s(s));
    recording.end = recording.times.back();
    Column made;
    made.name = "made";
    made.values.assign(recording.times.size(), 2);
    recording.columns.push_back(made);
    Rule& slow = consequences.rules.emplace_back();
    slow.id = "slow";
    slow.law = ServiceInterruption{.service = "line", .points = {"made"}};
  }
  void make(double from_s, double units_per_s) {
    for (std::size_t i = 0; i < recording.times.size(); ++i) {
      if (to_s(recording.times[i]) >= from_s) recording.columns[0].values[i] = units_per_s;
    }
  }
  void need(const std::string& id, double takes_h, double level,
            std::vector<std::string> after = {}) {
    Task& task = consequences.tasks.emplace_back();
    task.id = id;
    task.follows = {"slow"};
    task.takes = Fixed{hours(takes_h)};
    task.after = std::move(after);
    task.holds_down = {{"line", level}};
    task.restores = "maker";
  }
  Recovery recovery() const {
    Assessment assessment;
    Finding finding;
    finding.rule = "slow";
    finding.from = time_from_s(1800);
    assessment.findings.push_back(finding);
    return recover(recording, assessment, consequences, site, {});
  }
};

TEST(Recovery, StoppedLineStaysDownUntilWorkIsDone) {
  Shop shop;
  shop.make(1800, 0);
  shop.need("repair", 10, 0);
  const auto r = shop.recovery();
  const auto& line = *r.find("line");
  EXPECT_NEAR(line.to_95_percent_s, 1800 + 10 * kHour_s, 1e-6);
  EXPECT_NEAR(shortfall_s(line.level, 0), 1800 + 10 * kHour_s, 1e-6);
}

TEST(Recovery, PartialOperationIsReachedWhenTheStopIsOvercome) {
  // 5 h at nothing, then 20 h at 0.6: lost 0.5 + 5 + 0.4 x 20 hours of output.
  Shop shop;
  shop.make(1800, 0);
  shop.need("make_do", 5, 0);
  shop.need("repair", 20, 0.6, {"make_do"});
  const auto r = shop.recovery();
  const auto& line = *r.find("line");
  EXPECT_NEAR(shortfall_s(line.level, 0), (0.5 + 5 + 8) * kHour_s, 1e-6);
  EXPECT_NEAR(line.to_95_percent_s, 25.5 * kHour_s, 1e-6);
  EXPECT_EQ(r.schedule.critical_path, (std::vector<std::string>{"make_do", "repair"}));
}

TEST(Recovery, LowerOfRecordedLevelAndWorkHolds) {
  // The run ended at 0.3; the work would allow 0.8.
  Shop shop;
  shop.make(1800, 0.6);
  shop.need("repair", 10, 0.8);
  const auto r = shop.recovery();
  EXPECT_NEAR(level_at(r.find("line")->level, 2 * kHour_s), 0.3, 1e-12);
  EXPECT_NEAR(shortfall_s(r.find("line")->level, 0), 0.7 * (0.5 + 10) * kHour_s, 1e-6);
}

TEST(Recovery, TaskThatIsNotNeededHandsOnWhatItWaitsFor) {
  Shop shop;
  shop.make(1800, 0);
  shop.need("first", 3, 0);
  shop.need("never", 100, 0, {"first"});
  shop.consequences.tasks.back().follows = {"something_else"};
  shop.need("last", 2, 0, {"never"});
  const auto r = shop.recovery();
  ASSERT_EQ(r.schedule.works.size(), 2u);
  EXPECT_EQ(r.schedule.works[1].start_s, 3 * kHour_s);
}

/// A buyer of the shop with so many hours of parts left when the run ends.
Shop with_buyer(double stock_h, Supply supply = {}) {
  Shop shop;
  supply.service = "line";
  supply.stock = "left";
  Service& buyer = shop.site.services["buyer"];
  buyer.stakeholder = "maker";
  buyer.supply = std::move(supply);
  Column left;
  left.name = "left";
  left.values.assign(shop.recording.times.size(), stock_h * kHour_s);
  shop.recording.columns.push_back(left);
  return shop;
}

TEST(Supply, BuyerStandsFromWhenItsStockIsUsedUpUntilPartsArrive) {
  // The line is back 10 h after the run; with 3 h of stock and 2 h on the way the buyer stands from
  // 3 h to 12 h.
  Shop shop = with_buyer(3, {.arrives = Fixed{hours(2)}});
  shop.make(1800, 0);
  shop.need("repair", 10, 0);
  const auto r = shop.recovery();
  const ServiceRecovery& buyer = *r.find("buyer");
  EXPECT_NEAR(shortfall_s(buyer.level, 0), 9 * kHour_s, 1e-6);
  EXPECT_NEAR(buyer.to_95_percent_s, 9 * kHour_s, 1e-6);
  EXPECT_EQ(level_at(buyer.level, kHour_s + 2.9 * kHour_s), 1);
  EXPECT_EQ(level_at(buyer.level, kHour_s + 3.1 * kHour_s), 0);
}

TEST(Supply, StockShrinksByWhatIsMissingAndMayLast) {
  // At 0.6 of the output 3 h of stock last 7.5 h: longer than a repair of 7 h, not than one of 8 h.
  for (const double repair_h : {7.0, 8.0}) {
    Shop shop = with_buyer(3);
    shop.make(1800, 1.2);
    shop.need("repair", repair_h, 0.6);
    EXPECT_NEAR(shortfall_s(shop.recovery().find("buyer")->level, 0),
                std::max(0.0, repair_h - 7.5) * kHour_s, 1e-6);
  }
  Shop enough = with_buyer(3, {.enough_fraction = 0.5});
  enough.make(1800, 1.2);
  enough.need("repair", 100, 0.6);
  EXPECT_EQ(shortfall_s(enough.recovery().find("buyer")->level, 0), 0);
}

TEST(Supply, StockBridgesTheWayToo) {
  // Back after 2 h, and 2 h on the way: 3 h of stock are an hour too little, 4 h are enough.
  for (const double stock_h : {3.0, 4.0}) {
    Shop shop = with_buyer(stock_h, {.arrives = Fixed{hours(2)}});
    shop.make(1800, 0);
    shop.need("repair", 2, 0);
    EXPECT_NEAR(shortfall_s(shop.recovery().find("buyer")->level, 0), (4 - stock_h) * kHour_s,
                1e-6);
  }
}

TEST(Supply, OthersSupplyABuyerThatStandsLong) {
  // Toyota and Kojima Press 2022: servers of the supplier down from 26 February in the evening,
  // lines stand on 1 March, a day, and run again on 2 March over a temporary link; the servers take
  // weeks.
  const double until_1_march_h = 57.5;
  Shop shop = with_buyer(until_1_march_h, {.replaced = Fixed{hours(24)}});
  shop.make(1800, 0);
  shop.need("repair", 14 * 24, 0);
  const auto r = shop.recovery();
  const TimeLine& lines = r.find("buyer")->level;
  const double end_s = kHour_s;  // of the run
  EXPECT_EQ(level_at(lines, end_s + (until_1_march_h - 0.1) * kHour_s), 1);
  EXPECT_NEAR(shortfall_s(lines, 0), 24 * kHour_s, 1e-6);
  EXPECT_EQ(level_at(lines, end_s + (until_1_march_h + 24.1) * kHour_s), 1);
  EXPECT_EQ(level_at(r.find("line")->level, end_s + 13 * 24 * kHour_s), 0);
}

TEST(Supply, BuyerThatTheRunLeftStandingIsNotStoppedTwice) {
  // Since half an hour before the end of the run, whatever it says of the stock; others supply it
  // 5 h after it stood still.
  Shop shop = with_buyer(0, {.replaced = Fixed{hours(5)}});
  Column taken;
  taken.name = "taken";
  for (const Time t : shop.recording.times) taken.values.push_back(to_s(t) < 1800 ? 2 : 0);
  shop.recording.columns.push_back(taken);
  shop.site.services["buyer"].normal_per_s = 2;
  Rule& stands = shop.consequences.rules.emplace_back();
  stands.id = "stands";
  stands.law = ServiceInterruption{.service = "buyer", .points = {"taken"}};
  shop.make(1800, 0);
  shop.need("repair", 240, 0);
  EXPECT_NEAR(shortfall_s(shop.recovery().find("buyer")->level, 0), 5 * kHour_s, 1e-6);
}

TEST(Supply, IsRefusedIfNothingIsThereToLiveOnOrWorkWouldOverruleIt) {
  const auto found = [](Supply supply, const std::string& held) {
    Shop shop = with_buyer(3);
    shop.need("repair", 1, 0);
    shop.consequences.tasks.back().holds_down[held] = 0;
    supply.stock = "left";
    shop.site.services["buyer"].supply = supply;
    std::vector<std::string> paths;
    for (const auto& p : problems(shop.consequences, shop.site, {}, {{"made", "left"}})) {
      paths.push_back(p.path);
    }
    return paths;
  };
  using Paths = std::vector<std::string>;
  EXPECT_EQ(found({.service = "line"}, "line"), Paths{});
  EXPECT_EQ(found({.service = "lime"}, "line"), Paths{"services.buyer.supply.service"});
  EXPECT_EQ(found({.service = "buyer"}, "line"), Paths{"services.buyer.supply.service"});
  EXPECT_EQ(found({.service = "line"}, "buyer"), Paths{"services.buyer.supply"});
}

}  // namespace
}  // namespace twinaxis::analysis
