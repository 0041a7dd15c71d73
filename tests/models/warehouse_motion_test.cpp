// Times, distances and blows of a vehicle.

#include <gtest/gtest.h>

#include <cmath>

#include "models/warehouse/motion.h"

namespace twinaxis::warehouse {
namespace {

/// Rest to rest by steps of the accelerations themselves: full throttle, then the brake as soon as
/// the way that is left only just suffices.
double driven_s(const Drive& d, double distance_m, double step_s) {
  double way_m = 0, speed = 0, t_s = 0;
  while (true) {
    const bool brakes =
        distance_m - way_m <= speed * speed / (2 * d.acceleration_m_per_s2) && speed > 0;
    const double before = speed;
    speed += (brakes ? -1 : 1) * d.acceleration_m_per_s2 * step_s;
    if (speed <= 0) return t_s;
    if (speed > d.speed_m_per_s) speed = d.speed_m_per_s;
    way_m += (before + speed) / 2 * step_s;
    t_s += step_s;
  }
}

TEST(Motion, TravelTimeIsThatOfTheAccelerationsStepByStep) {
  // The brake comes up to a step late and too early by as much: a few milliseconds at 0.1 ms.
  const Drive d;
  for (const double m : {0.3, 2.0, 3.3, 3.5, 20.0, 150.0}) {
    EXPECT_NEAR(travel_s(d, m), driven_s(d, m, 1e-4), 5e-3) << m;
  }
}

/// Half of the way up to speed and down again takes half of the time.
TEST(Motion, AStartIsHalfOfATravel) {
  const Drive d;
  for (const double m : {0.3, 1.0, 3.0, 20.0}) {
    EXPECT_NEAR(start_s(d, m), travel_s(d, 2 * m) / 2, 1e-12) << m;
  }
  EXPECT_EQ(start_s(d, 0), 0);
}

TEST(Motion, TravelTimeHasNoJumpWhereTheSpeedIsJustReached) {
  // d = v^2/a = 3.38 m: both branches give 2 v/a.
  const Drive d;
  EXPECT_NEAR(travel_s(d, 3.38), 2 * 1.3 / 0.5, 1e-12);
  EXPECT_NEAR(travel_s(d, 3.38 - 1e-9), 2 * 1.3 / 0.5, 1e-8);
  EXPECT_EQ(travel_s(d, 0), 0);
  EXPECT_EQ(travel_s(d, -1), 0);
}

TEST(Motion, StoppingDistanceTakesUpTheKineticEnergy) {
  // Without a reaction m a s = m v^2 / 2.
  const Braking b{.reaction_s = 0, .deceleration_m_per_s2 = 0.9};
  EXPECT_NEAR(595 * 0.9 * stopping_m(b, 1.3), kinetic_energy_J(595, 1.3), 1e-9);
  EXPECT_NEAR(stopping_m({}, 1.3) - stopping_m(b, 1.3), 0.35 * 1.3, 1e-12);
}

TEST(Motion, ABlockTipsWhereItsWeightNoLongerHoldsItsMoment) {
  // About the edge: m a h = m g b.
  EXPECT_NEAR(tip_over_m_per_s2(0.45, 1.1) * 1.1, 9.81 * 0.45, 1e-12);
}

TEST(Motion, APlasticBlowKeepsTheMomentum) {
  const double after = carried_along_m_per_s(595, 75, 1.3);
  EXPECT_NEAR((595 + 75) * after, 595 * 1.3, 1e-9);
}

}  // namespace
}  // namespace twinaxis::warehouse
