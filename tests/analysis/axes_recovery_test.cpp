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

}  // namespace
}  // namespace twinaxis::analysis
