// The safety system: votes, bypasses, latches, and what replaced logic does to it.

#include "sim/cyber/devices/sis.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>

#include "tests/cyber/rig.h"

namespace twinaxis::cyber {
namespace {

constexpr double kLimit_Pa = 200e3, kNormal_Pa = 100e3, kHigh_Pa = 250e3;

/// `count` pressure transmitters PT-1 ... on one trip function that closes XV-1, each second.
struct Safety {
  explicit Safety(int count, int needed) {
    plan.zones["safety"];
    sis.host = "sis1";
    sis.zone = "safety";
    sis.params.scan = s(1);
    TripFunction trip;
    trip.id = "high_pressure";
    trip.limit = {kLimit_Pa, 10e3, Limit::Side::high};
    trip.voting.needed_count = needed;
    trip.trips = {"XV-1"};
    trip.discrepancy = 50e3;
    trip.discrepancy_after = s(2);
    for (int i = 1; i <= count; ++i) {
      const std::string name = "PT-" + std::to_string(i);
      table.truth("pressure" + std::to_string(i), "Pa", "", kNormal_Pa);
      sis.sensors.push_back({name, "pressure" + std::to_string(i), ""});
      trip.sensors.push_back(name);
    }
    sis.functions = {trip};
    sis.actuators = {{"XV-1", "1", fraction(), 1, 0, "steam"}};
  }
  Rig build() {
    add(plan, table, sis);
    return Rig(plan, table);
  }
  NetworkPlan plan;
  PointTable table;
  Sis sis;
};

void set_pressures(Rig& rig, unsigned high_mask, int count) {
  for (int i = 1; i <= count; ++i) {
    const bool high = (high_mask >> (i - 1)) & 1u;
    rig.set("pressure" + std::to_string(i), high ? kHigh_Pa : kNormal_Pa);
  }
}

struct Group {
  int needed, count;
};
class SisVoting : public ::testing::TestWithParam<Group> {};

TEST_P(SisVoting, TripsExactlyWhenEnoughSensorsDemandIt) {
  const auto [needed, count] = GetParam();
  Safety safety(count, needed);
  Rig rig = safety.build();
  for (unsigned mask = 0; mask < (1u << count); ++mask) {
    // Reset first, from normal pressures; then the pattern.
    const Duration start = static_cast<std::int64_t>(mask) * s(3);
    set_pressures(rig, 0, count);
    rig.set("sis1.reset", 1);
    rig.run_until(start);
    ASSERT_EQ(rig.value("XV-1.command"), 1);
    rig.set("sis1.reset", 0);
    set_pressures(rig, mask, count);
    rig.run_until(start + s(1));
    const bool expected = std::popcount(mask) >= needed;
    EXPECT_EQ(rig.value("sis1.high_pressure.tripped"), expected ? 1 : 0) << "pattern " << mask;
    EXPECT_EQ(rig.value("XV-1.command"), expected ? 0 : 1) << "pattern " << mask;
  }
}
INSTANTIATE_TEST_SUITE_P(Groups, SisVoting,
                         ::testing::Values(Group{1, 1}, Group{1, 2}, Group{2, 2}, Group{2, 3}),
                         [](const auto& group) {
                           return std::to_string(group.param.needed) + "oo" +
                                  std::to_string(group.param.count);
                         });

TEST(Sis, BypassTakesOneVoteAwayAndTheRestStillProtects) {
  // 2oo3 with one bypassed is 2oo2 of those left.
  for (unsigned mask = 0; mask < 8; ++mask) {
    Safety safety(3, 2);
    Rig rig = safety.build();
    rig.set("PT-1.bypass", 1);
    set_pressures(rig, mask, 3);
    rig.run_until({});
    EXPECT_EQ(rig.value("XV-1.command"), (mask & 6u) == 6u ? 0 : 1) << "pattern " << mask;
  }
}

TEST(Sis, DoesNotTripWhenItsOnlySensorIsBypassed) {
  Safety safety(1, 1);
  Rig rig = safety.build();
  rig.set("PT-1.bypass", 1);
  set_pressures(rig, 1, 1);
  rig.run_until(s(10));
  EXPECT_EQ(rig.value("XV-1.command"), 1);
}

TEST(Sis, EndsABypassWithItsTimer) {
  Safety safety(1, 1);
  safety.sis.params.bypass_timer = s(5);
  Rig rig = safety.build();
  rig.set("PT-1.bypass", 1);
  set_pressures(rig, 1, 1);
  rig.run_until(s(5));
  EXPECT_EQ(rig.value("XV-1.command"), 1);
  rig.run_until(s(6));
  EXPECT_EQ(rig.value("XV-1.command"), 0);
}

TEST(Sis, LatchesUntilTheCauseIsGoneAndSomebodyResets) {
  Safety safety(1, 1);
  Rig rig = safety.build();
  set_pressures(rig, 1, 1);
  rig.run_until({});
  EXPECT_EQ(rig.value("XV-1.command"), 0);
  rig.set("sis1.reset", 1);  // the cause is still there
  rig.run_until(s(1));
  EXPECT_EQ(rig.value("XV-1.command"), 0);
  rig.set("sis1.reset", 0);
  set_pressures(rig, 0, 1);
  rig.run_until(s(2));
  EXPECT_EQ(rig.value("XV-1.command"), 0);
  rig.set("sis1.reset", 1);
  rig.run_until(s(3));
  EXPECT_EQ(rig.value("XV-1.command"), 1);
  ASSERT_EQ(rig.log.size(), 1u);
  EXPECT_EQ(rig.log[0].name, "sis.trip.high_pressure");
  EXPECT_EQ(rig.log[0].value, kHigh_Pa);
}

TEST(Sis, WaitsForTheDelayOfItsFunction) {
  Safety safety(1, 1);
  safety.sis.functions[0].interlock.delay = s(3);
  Rig rig = safety.build();
  set_pressures(rig, 1, 1);
  rig.run_until(s(2));
  EXPECT_EQ(rig.value("XV-1.command"), 1);
  rig.run_until(s(3));
  EXPECT_EQ(rig.value("XV-1.command"), 0);
}

TEST(Sis, DeEnergisesWithoutPower) {
  Safety safety(1, 1);
  Rig rig = safety.build();
  rig.run_until(s(1));
  rig.begin("sis1", TurnOff{}, at(s(1)));
  EXPECT_EQ(rig.value("XV-1.command"), 0);
}

TEST(Sis, NeverTripsOnceItsLogicWasReplaced) {
  Safety safety(3, 2);
  Rig rig = safety.build();
  const auto* attack = rig.begin("sis1", ReplaceLogic{"never_trips"}, {});
  set_pressures(rig, 7, 3);
  rig.run_until(s(9));
  EXPECT_EQ(rig.value("XV-1.command"), 1);
  rig.end(attack, at(s(9)));
  rig.run_until(s(10));
  EXPECT_EQ(rig.value("XV-1.command"), 0);
}

TEST(Sis, AlwaysTripsWithTheLogicThatDoes) {
  Safety safety(3, 2);
  Rig rig = safety.build();
  rig.begin("sis1", ReplaceLogic{"always_trips"}, {});
  rig.run_until({});
  EXPECT_EQ(rig.value("XV-1.command"), 0);
  ASSERT_EQ(rig.log.size(), 1u);
  EXPECT_EQ(rig.log[0].name, "sis.trip.logic");
}

TEST(Sis, ObeysARewrittenLimit) {
  Safety safety(1, 1);
  Rig rig = safety.build();
  rig.set("sis1.high_pressure.limit", 300e3);
  set_pressures(rig, 1, 1);
  rig.run_until(s(1));
  EXPECT_EQ(rig.value("XV-1.command"), 1);
  rig.set("sis1.high_pressure.limit", kLimit_Pa);
  rig.run_until(s(2));
  EXPECT_EQ(rig.value("XV-1.command"), 0);
}

TEST(Sis, ReportsRedundantReadingsThatLieApart) {
  // 250 kPa against 100 kPa, more than 50 kPa, for 2 s: from the scan at 1 s to that at 3 s.
  Safety safety(2, 2);
  Rig rig = safety.build();
  rig.run_until({});
  set_pressures(rig, 1, 2);
  rig.run_until(s(2));
  EXPECT_EQ(rig.value("sis1.high_pressure.discrepancy"), 0);
  rig.run_until(s(3));
  EXPECT_EQ(rig.value("sis1.high_pressure.discrepancy"), 1);
  EXPECT_EQ(rig.value("XV-1.command"), 1);  // 2oo2 does not trip on one
  ASSERT_EQ(rig.log.size(), 1u);
  EXPECT_EQ(rig.log[0].name, "sis.discrepancy.high_pressure");
}

TEST(Sis, CountsADeadSensorAsADemandUnderTheSafePolicy) {
  // A reading that is no number is a diagnosed fault: 2oo3 becomes 1oo2.
  Safety safety(3, 2);
  Rig rig = safety.build();
  set_pressures(rig, 2, 3);
  rig.run_until({});
  EXPECT_EQ(rig.value("XV-1.command"), 1);
  rig.set("pressure1", NAN);
  rig.run_until(s(1));
  EXPECT_EQ(rig.value("XV-1.command"), 0);
}

}  // namespace
}  // namespace twinaxis::cyber
