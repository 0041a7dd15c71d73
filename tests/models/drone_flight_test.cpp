// Free flight of models/drone against closed forms.

#include <gtest/gtest.h>

#include <cmath>

#include "tests/golden/drone_runs.h"
#include "tests/models/drone_rates.h"

namespace twinaxis::drone {
namespace {

TEST(Flight, HoversAtTheSpeedThatCarriesTheWeight) {
  const double w = hover_rad_per_s(hummingbird(false), 9.81);
  EXPECT_NEAR(w, 453.225, 1e-6 * 453.225 + 5e-4);  // published with three decimals
  FlightState s;
  s.position_m[2] = 10;
  for (int i = 0; i < 10000; ++i) fly(hummingbird(false), {}, {w, w, w, w}, kStep_s, s);
  EXPECT_NEAR(s.position_m[2], 10, 1e-9);
  EXPECT_NEAR(norm(s.rate_rad_per_s), 0, 1e-12);
}

TEST(Flight, FallsAsQuadraticDragHasIt) {
  // v_t = sqrt(2 m g / (rho CdA)), t = v_t/g acosh(exp(g h / v_t^2)).
  const double terminal = std::sqrt(2 * 0.907 * 9.81 / (1.225 * 0.04));
  const double t_s = terminal / 9.81 * std::acosh(std::exp(9.81 * 60 / (terminal * terminal)));
  const Impact hit = fall(60, 0);
  EXPECT_NEAR(hit.at_s, t_s, 1e-4 * t_s);
  EXPECT_NEAR(hit.at_s, 4.47568, 4.5e-4);
  EXPECT_NEAR(hit.speed_m_s, 18.68068, 1.9e-3);
}

TEST(Flight, IsThrownAsTheReferenceIntegrationHasIt) {
  const Impact hit = fall(60, 15);  // independent integration to 1e-11
  EXPECT_NEAR(hit.away_m, 32.0742, 0.02);
  EXPECT_NEAR(hit.speed_m_s, 18.6119, 0.005);
  EXPECT_NEAR(hit.at_s, 4.63344, 1e-3);
}

TEST(Flight, DriftsTowardsTheSpeedOfTheWind) {
  Air air;
  air.wind_m_s = {5, 0, 0};
  air.gravity_m_s2 = 0;
  FlightState s;
  for (int i = 0; i < 20000; ++i) fly(tumbling_drone(), air, {}, kStep_s, s);
  // du/dt = -k u^2 from u0: u = u0 / (1 + k u0 t), k = rho CdA / (2 m)
  const double k = 0.5 * 1.225 * 0.04 / 0.907;
  EXPECT_NEAR(5 - s.velocity_m_s[0], 5 / (1 + k * 5 * 20), 1e-9);
}

TEST(Flight, KeepsAngularMomentumWithoutTorque) {
  Vehicle v = hummingbird(false);
  v.inertia_kg_m2 = {0.007, 0.009, 0.012};
  FlightState s;
  s.rate_rad_per_s = {3, 2, 1};
  const auto momentum = [&] {
    const Vector& w = s.rate_rad_per_s;
    return to_world(axes_of(s.attitude), {0.007 * w[0], 0.009 * w[1], 0.012 * w[2]});
  };
  const Vector before = momentum();
  for (int i = 0; i < 10000; ++i) fly(v, {}, {}, kStep_s, s);
  EXPECT_NEAR(norm(momentum() - before), 0, 1e-9);
}

TEST(Flight, FollowsTheCommandWithItsLagUpAndDown) {
  Vehicle v = hummingbird(false);
  v.rise_s = 0.0125, v.fall_s = 0.025;
  FlightState s;
  for (int i = 0; i < 25; ++i) fly(v, {}, {400, 400, 400, 400}, kStep_s, s);
  EXPECT_NEAR(s.rotor_rad_per_s[0], 400 * (1 - std::exp(-2.0)), 1e-3);
  const double top = s.rotor_rad_per_s[0];
  for (int i = 0; i < 25; ++i) fly(v, {}, {}, kStep_s, s);
  EXPECT_NEAR(s.rotor_rad_per_s[0], top * std::exp(-1.0), 1e-3);
}

TEST(Flight, LosesALevelAttitudeWithALostRotor) {
  const double w = hover_rad_per_s(hummingbird(false), 9.81);
  FlightState s;
  for (int i = 0; i < 100; ++i) fly(hummingbird(false), {}, {0, w, w, w}, kStep_s, s);
  // The nose (+x) drops about +y: torque l m g / 4 over Iyy.
  EXPECT_NEAR(s.rate_rad_per_s[1], 0.17 * 0.716 * 9.81 / 4 / 0.007 * 0.1, 0.1);
  EXPECT_LT(axes_of(s.attitude).x[2], 0);
}

}  // namespace
}  // namespace twinaxis::drone
