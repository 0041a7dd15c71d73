// Vehicles that run into each other: momentum, impulse, loads that tip.

#include "models/warehouse/crash.h"

#include <gtest/gtest.h>

#include <cmath>

namespace twinaxis::warehouse {
namespace {

constexpr Duration kBeforeBrakes = duration_from_s(0.3);

/// The second stands 1 m to the east of the first.
Crash from_behind(double speed_m_per_s, bool loaded, double second_m_per_s = 0) {
  return run_together({},
                      {VehiclePlace{.speed_m_per_s = speed_m_per_s, .loaded = loaded},
                       VehiclePlace{.x_m = 1, .speed_m_per_s = second_m_per_s}},
                      kBeforeBrakes);
}

/// Bumpers take most of the speed at which they met: rigid contact gives back up to a seventh.
void expect_soft(const Crash& crash) {
  const double parting = crash.speed_after_m_per_s[1] - crash.speed_after_m_per_s[0];
  EXPECT_GE(parting, -0.02 * crash.closing_m_per_s);
  EXPECT_LE(parting, 0.15 * crash.closing_m_per_s);
}

TEST(WarehouseCrash, EqualVehiclesGoOnTogetherAtHalfTheSpeed) {
  const VehicleParams v;
  const Crash crash = from_behind(1.3, false);
  EXPECT_DOUBLE_EQ(crash.closing_m_per_s, 1.3);
  EXPECT_NEAR(crash.speed_after_m_per_s[0], 0.65, 0.01);
  EXPECT_NEAR(crash.speed_after_m_per_s[1], 0.65, 0.01);
  EXPECT_NEAR(crash.impulse_N_s, v.mass_kg / 2 * 1.3, 0.02 * v.mass_kg / 2 * 1.3);  // mu v
}

/// 595 kg of unit and pod against 145 kg: friction has brought unit and pod to one speed again.
TEST(WarehouseCrash, KeepsMomentumAndAPodGivesItsOwnByFriction) {
  const VehicleParams v;
  const Crash crash = from_behind(1.3, true);
  expect_soft(crash);
  const double before = (v.mass_kg + v.pod_kg) * 1.3;
  const double after = (v.mass_kg + v.pod_kg) * crash.speed_after_m_per_s[0] +
                       v.mass_kg * crash.speed_after_m_per_s[1];
  EXPECT_NEAR(after, before, 0.02 * before);
  EXPECT_NEAR(crash.impulse_N_s, v.mass_kg * crash.speed_after_m_per_s[1], 1);
  EXPECT_GT(crash.impulse_N_s, 1.5 * from_behind(1.3, false).impulse_N_s);
}

TEST(WarehouseCrash, HeadOnBothStopAndWhoCrossesIsPushedAside) {
  const VehicleParams v;
  const Crash head_on = run_together(
      v, {VehiclePlace{.speed_m_per_s = 1}, {.x_m = 0.9, .heading = 2, .speed_m_per_s = 1}},
      kBeforeBrakes);
  EXPECT_DOUBLE_EQ(head_on.closing_m_per_s, 2);
  EXPECT_NEAR(head_on.impulse_N_s, v.mass_kg, 0.05 * v.mass_kg);
  EXPECT_NEAR(head_on.speed_after_m_per_s[0], 0, 0.05);
  EXPECT_NEAR(head_on.speed_after_m_per_s[1], 0, 0.05);
  const Crash square = run_together(
      v, {VehiclePlace{.speed_m_per_s = 1}, {.x_m = 1, .heading = 1, .speed_m_per_s = 0}},
      kBeforeBrakes);
  EXPECT_NEAR(square.impulse_N_s, v.mass_kg / 2, 0.05 * v.mass_kg / 2);
  EXPECT_NEAR(square.speed_after_m_per_s[1], 0, 0.01) << "it is pushed across its heading";
}

TEST(WarehouseCrash, NoBlowWithoutApproach) {
  const Crash crash = from_behind(0.5, false, 1);
  EXPECT_LT(crash.closing_m_per_s, 0);
  EXPECT_EQ(crash.impulse_N_s, 0);
}

/// Units of one mass stop each other; the pod slides on at 0.8 g. At the speed of a drive it comes
/// to rest within a tenth of its base, run away it leaves its unit.
TEST(WarehouseCrash, APodStandsAtTheSpeedOfADriveAndFallsWhenItRanAway) {
  const auto falls = [](double speed_m_per_s) {
    const Crash crash = run_together({},
                                     {VehiclePlace{.speed_m_per_s = speed_m_per_s, .loaded = true},
                                      {.x_m = 1, .heading = 2, .speed_m_per_s = speed_m_per_s}},
                                     kBeforeBrakes);
    EXPECT_FALSE(crash.pod_tips[1]) << "it has none";
    return crash.pod_tips[0];
  };
  EXPECT_FALSE(falls(1.3));
  EXPECT_TRUE(falls(5));
}

}  // namespace
}  // namespace twinaxis::warehouse
