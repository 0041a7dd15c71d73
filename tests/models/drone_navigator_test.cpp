// What the drone of models/drone does when something fails, and what its pilot may order.

#include <gtest/gtest.h>

#include "models/drone/navigator.h"
#include "tests/models/drone_rates.h"

namespace twinaxis::drone {
namespace {

struct Rig {
  FlightSettings set;
  FlightOrders orders;
  Situation now;
  NavigatorMemory memory;

  Rig() {
    orders.mode = Mode::go;
    orders.position_m = now.position_m = {30, 0, 20};
    scan();
  }
  Decision scan(double time_s = kScan_s) {
    Decision d;
    for (double t = 0; t < time_s - kScan_s / 2; t += kScan_s)
      d = navigate(set, orders, now, memory, kScan_s);
    return d;
  }
};

TEST(Navigator, DoesAsItIsOrdered) {
  Rig rig;
  const Decision d = rig.scan();
  EXPECT_TRUE(d.motors);
  EXPECT_EQ(d.aim.position_m, (Vector{30, 0, 20}));
  EXPECT_EQ(rig.memory.cause, Cause::order);
}

TEST(Navigator, ReturnsClimbsFliesAndLandsWhenTheLinkIsLost) {
  Rig rig;
  rig.now.link_age_s = 1.1;
  EXPECT_EQ(rig.scan().aim.position_m, (Vector{30, 0, 60}));  // first up, where it is
  EXPECT_EQ(rig.memory.cause, Cause::link);
  rig.now.position_m = {30, 0, 59.5};
  EXPECT_EQ(rig.scan().aim.position_m, (Vector{0, 0, 60}));  // then home, at that height
  rig.now.position_m = {0.5, 0, 60};
  const Decision down = rig.scan();
  EXPECT_FALSE(down.aim.hold_height);
  EXPECT_DOUBLE_EQ(down.aim.velocity_m_s[2], -1.5);
  rig.now.position_m = {0, 0, 0.1}, rig.now.velocity_m_s = {};
  EXPECT_FALSE(rig.scan(1.6).motors);  // it sinks no more: landed
}

TEST(Navigator, GivesTheDroneBackWhenTheLinkIsBackToStay) {
  Rig rig;
  rig.now.link_age_s = 2;
  rig.scan();
  rig.now.link_age_s = 0;
  rig.scan(4.9);
  EXPECT_EQ(rig.memory.cause, Cause::link);
  EXPECT_EQ(rig.scan(0.2).aim.position_m, (Vector{30, 0, 20}));
}

TEST(Navigator, KeepsTheFailSafeWhileTheLinkComesAndGoes) {
  Rig rig;
  for (int i = 0; i < 10; ++i) {
    rig.now.link_age_s = 2;
    rig.scan();
    rig.now.link_age_s = 0;
    rig.scan(4);
    EXPECT_EQ(rig.memory.cause, Cause::link);
  }
}

TEST(Navigator, StopsAtTheFenceUnlessThatIsSwitchedOff) {
  Rig rig;
  rig.set.fence_action = 1;
  rig.now.position_m = {61, 0, 20}, rig.orders.position_m = {200, 0, 20};
  const Decision d = rig.scan();
  EXPECT_EQ(d.aim.position_m, (Vector{61, 0, 20}));
  EXPECT_TRUE(d.aim.brisk);
  Rig off;
  off.set.fence_action = 0;
  off.now.position_m = {61, 0, 20}, off.orders.position_m = {200, 0, 20};
  EXPECT_EQ(off.scan().aim.position_m, (Vector{200, 0, 20}));
}

TEST(Navigator, GraverFailSafesComeFirst) {
  Rig rig;
  rig.now.battery_fraction = 0.2;
  rig.scan();
  EXPECT_EQ(rig.memory.mode, Mode::home);
  rig.now.battery_fraction = 0.05;
  rig.scan();
  EXPECT_EQ(rig.memory.mode, Mode::land);
  EXPECT_EQ(rig.memory.cause, Cause::battery_empty);
  rig.now.place_lost = true;
  EXPECT_EQ(rig.scan().aim.level, Aim::Level::attitude);
  EXPECT_EQ(rig.memory.cause, Cause::place);
}

TEST(Navigator, LandsByTheVoltageWhateverTheBatteryReports) {
  Rig rig;
  rig.set.least_V = 13.6;
  rig.now.battery_fraction = 0.8, rig.now.battery_V = 13.5;
  rig.scan(2.9);
  EXPECT_EQ(rig.memory.cause, Cause::order);  // a dip of less than 3 s is no empty battery
  rig.scan(0.2);
  EXPECT_EQ(rig.memory.cause, Cause::battery_empty);
}

TEST(Navigator, CutsTheMotorsOnlyIfItIsSetTo) {
  Rig rig;
  rig.orders.mode = Mode::cut;
  EXPECT_FALSE(rig.scan().motors);
  Rig safe;
  safe.set.cut_in_air = 0;
  safe.orders.mode = Mode::cut;
  const Decision d = safe.scan();
  EXPECT_TRUE(d.motors);
  EXPECT_TRUE(safe.memory.cut_refused);
  EXPECT_EQ(d.aim.position_m, (Vector{30, 0, 20}));  // stays where it is
}

TEST(Navigator, DoesNotStartAgainAfterAFailSafeLandedIt) {
  Rig rig;
  rig.now.battery_fraction = 0.05;
  rig.now.position_m = {30, 0, 0.1};
  EXPECT_FALSE(rig.scan(1.6).motors);
  rig.now.battery_fraction = 1;
  EXPECT_FALSE(rig.scan(1).motors);  // the old order still stands
}

}  // namespace
}  // namespace twinaxis::drone
