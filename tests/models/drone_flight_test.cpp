// Free flight of models/drone against closed forms.

#include <gtest/gtest.h>

#include <cmath>

#include "models/drone/flight.h"

namespace twinaxis::drone {
namespace {

constexpr double kStep_s = 1e-3;

/// AscTec Hummingbird without lag: ethz-asl/rotors_simulator, hummingbird.xacro.
Vehicle hummingbird() {
  Vehicle v;
  v.mass_kg = 0.716;
  v.inertia_kg_m2 = {0.007, 0.007, 0.012};
  v.rotors = {Rotor{{0.17, 0, 0}, -1}, {{0, 0.17, 0}, 1}, {{-0.17, 0, 0}, -1}, {{0, -0.17, 0}, 1}};
  v.thrust_N_s2 = 8.54858e-6;
  v.top_rad_per_s = 838;
  return v;
}

/// 0.907 kg folding camera drone, tumbling (Cd 0.8 of JARUS Annex F times 0.05 m2, assumption).
Vehicle camera_drone() {
  Vehicle v;
  v.mass_kg = 0.907;
  v.drag_area_m2 = 0.04;
  return v;
}

struct Impact {
  double at_s = 0, away_m = 0, speed_m_s = 0;
};

/// Motors off; the last step is cut where the height, linear within it, is zero.
Impact fall(double height_m, double level_m_s, double step_s = kStep_s) {
  FlightState s;
  s.position_m[2] = height_m, s.velocity_m_s[0] = level_m_s;
  double t_s = 0;
  while (s.position_m[2] + step_s * s.velocity_m_s[2] > 0) {
    fly(camera_drone(), {}, {}, step_s, s);
    t_s += step_s;
  }
  const double rest_s = s.position_m[2] / -s.velocity_m_s[2];
  fly(camera_drone(), {}, {}, rest_s, s);
  return {t_s + rest_s, s.position_m[0], norm(s.velocity_m_s)};
}

TEST(Flight, HoversAtTheSpeedThatCarriesTheWeight) {
  const double w = hover_rad_per_s(hummingbird(), 9.81);
  EXPECT_NEAR(w, 453.225, 1e-6 * 453.225 + 5e-4);  // published with three decimals
  FlightState s;
  s.position_m[2] = 10;
  for (int i = 0; i < 10000; ++i) fly(hummingbird(), {}, {w, w, w, w}, kStep_s, s);
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
  for (int i = 0; i < 20000; ++i) fly(camera_drone(), air, {}, kStep_s, s);
  // du/dt = -k u^2 from u0: u = u0 / (1 + k u0 t), k = rho CdA / (2 m)
  const double k = 0.5 * 1.225 * 0.04 / 0.907;
  EXPECT_NEAR(5 - s.velocity_m_s[0], 5 / (1 + k * 5 * 20), 1e-9);
}

TEST(Flight, KeepsAngularMomentumWithoutTorque) {
  Vehicle v = hummingbird();
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
  Vehicle v = hummingbird();
  v.rise_s = 0.0125, v.fall_s = 0.025;
  FlightState s;
  for (int i = 0; i < 25; ++i) fly(v, {}, {400, 400, 400, 400}, kStep_s, s);
  EXPECT_NEAR(s.rotor_rad_per_s[0], 400 * (1 - std::exp(-2.0)), 1e-3);
  const double top = s.rotor_rad_per_s[0];
  for (int i = 0; i < 25; ++i) fly(v, {}, {}, kStep_s, s);
  EXPECT_NEAR(s.rotor_rad_per_s[0], top * std::exp(-1.0), 1e-3);
}

TEST(Flight, LosesALevelAttitudeWithALostRotor) {
  const double w = hover_rad_per_s(hummingbird(), 9.81);
  FlightState s;
  for (int i = 0; i < 100; ++i) fly(hummingbird(), {}, {0, w, w, w}, kStep_s, s);
  // The nose (+x) drops about +y: torque l m g / 4 over Iyy.
  EXPECT_NEAR(s.rate_rad_per_s[1], 0.17 * 0.716 * 9.81 / 4 / 0.007 * 0.1, 0.1);
  EXPECT_LT(axes_of(s.attitude).x[2], 0);
}

}  // namespace
}  // namespace twinaxis::drone
