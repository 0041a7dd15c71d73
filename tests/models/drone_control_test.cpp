// The Hummingbird under geometric control: linear theory and an independent integration.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <string>

#include "tests/golden/drone_runs.h"
#include "tests/models/drone_rates.h"

namespace twinaxis::drone {
namespace {

TEST(LeeController, ClimbsAsTheLinearLoopHasIt) {
  // m e'' + kv e' + kx e = 0.
  const double natural = std::sqrt(4 / 0.716), damping = 2.2 / (2 * std::sqrt(4 * 0.716));
  const double root = std::sqrt(1 - damping * damping);
  const Response seen = step_response(hummingbird(false), 2);
  const double overshoot = 100 * std::exp(-std::numbers::pi * damping / root);
  EXPECT_NEAR(seen.overshoot_percent, overshoot, 0.15);
  EXPECT_NEAR(seen.overshoot_percent, 6.81, 0.15);
  EXPECT_NEAR(seen.peak_s, std::numbers::pi / (natural * root), 0.02);
  RecordProperty("overshoot_percent", std::to_string(seen.overshoot_percent));
}

TEST(LeeController, StepsSidewaysAsTheReferenceIntegrationHasIt) {
  const Response seen = step_response(hummingbird(true), 0);
  EXPECT_NEAR(seen.overshoot_percent, 11.35, 0.6);
  EXPECT_NEAR(seen.tilt_deg, 26.4, 1);
  RecordProperty("overshoot_percent", std::to_string(seen.overshoot_percent));
  RecordProperty("tilt_deg", std::to_string(seen.tilt_deg));
}

TEST(LeeController, LeansIntoTheWindWithTheOffsetOfItsStiffness) {
  Vehicle v = hummingbird(true);
  v.drag_area_m2 = 0.04;
  Air air;
  air.wind_m_s = {5, 0, 0};
  FlightState s = hovering(v);
  const Mixer mixer(v);
  for (int i = 0; i < 20000; ++i) fly(v, air, lee_command(v, mixer, {}, 9.81, {}, s), kStep_s, s);
  EXPECT_NEAR(s.position_m[0], 0.153125, 0.002);  // 1/2 rho CdA u^2 / kx
  EXPECT_NEAR(std::acos(axes_of(s.attitude).z[2]) * 180 / std::numbers::pi, 4.9837, 0.05);
}

TEST(LeeController, FollowsAFalsePositionThatDriftsSlowly) {
  // The position seen is the true one plus r t: the truth ends at -r t + kv r / kx.
  const Vehicle v = hummingbird(true);
  const Mixer mixer(v);
  FlightState s = hovering(v);
  for (int i = 0; i < 30000; ++i) {
    FlightState seen = s;
    seen.position_m[0] += i * kStep_s;
    fly(v, {}, lee_command(v, mixer, {}, 9.81, {}, seen), kStep_s, s);
  }
  EXPECT_NEAR(s.position_m[0], -30 + 2.2 / 4, 0.01);
}

TEST(Mixer, RefusesRotorsThatCannotTurnTheBody) {
  Vehicle v = hummingbird(true);
  for (Rotor& rotor : v.rotors) rotor.spin = 1;
  EXPECT_THROW(Mixer{v}, std::invalid_argument);
  EXPECT_FALSE(can_be_mixed(v));
}

}  // namespace
}  // namespace twinaxis::drone
