// The cascade of models/drone against its linear loop, and its limits.

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "models/drone/cascade.h"
#include "tests/models/drone_rates.h"

namespace twinaxis::drone {
namespace {

/// The drone under the cascade with perfect knowledge: four steps of 1 ms a scan.
struct Flown {
  Vehicle vehicle = camera_drone();
  CascadeParams control;
  Air air;
  FlightState state;
  CascadeMemory memory;
  double largest_tilt_rad = 0, largest_m_s = 0;

  Flown() {
    vehicle.propeller_m = 0;
    state.position_m = {0, 0, 50};
    state.rotor_rad_per_s.fill(hover_rad_per_s(vehicle, kGravity_m_s2));
  }
  void fly_for(const Aim& aim, double time_s) {
    const Mixer mixer(vehicle);
    for (int k = 0; k < std::lround(time_s / kScan_s); ++k) {
      const Believed seen{state.position_m, state.velocity_m_s, state.attitude,
                          state.rate_rad_per_s};
      const RotorCommand w = cascade(control, vehicle, mixer, aim, seen, memory, kScan_s);
      for (int i = 0; i < 4; ++i) fly(vehicle, air, w, 1e-3, state);
      largest_tilt_rad = std::max(largest_tilt_rad, std::acos(axes_of(state.attitude).z[2]));
      largest_m_s = std::max(largest_m_s, std::hypot(state.velocity_m_s[0], state.velocity_m_s[1]));
    }
  }
};

Aim at(const Vector& place) {
  Aim aim;
  aim.position_m = place;
  return aim;
}

TEST(Cascade, ClimbsAsTheLinearLoopHasIt) {
  // Without integral, lag, drag and limits: z'' = 4 (1 (z* - z) - z'): w = 2, damping 1, so a step
  // of 1 m gives 1 - (1 + 2 t) e^(-2 t): 0.594 at 1 s, 0.908 at 2 s. A scan of 4 ms delays by 2 ms
  // and takes 0.003 m at most (the steepest slope is 0.74 m/s).
  Flown f;
  f.vehicle.rise_s = f.vehicle.fall_s = f.vehicle.drag_area_m2 = 0;
  f.control.vertical.i_per_s2 = 0;
  f.control.acceleration_m_s2 = 1e4;
  for (const double t_s : {1.0, 1.0}) {
    static double elapsed_s = 0;
    f.fly_for(at({0, 0, 51}), t_s);
    elapsed_s += t_s;
    const double expected_m = 1 - (1 + 2 * elapsed_s) * std::exp(-2 * elapsed_s);
    EXPECT_NEAR(f.state.position_m[2] - 50, expected_m, 0.004) << elapsed_s;
  }
}

TEST(Cascade, HoldsItsPlaceInASteadyWind) {
  // The integral takes over what a wind of 6 m/s asks; without it 0.5 rho CdA u^2 / m = 0.97 m/s2
  // would leave 0.97 / (1.8 * 0.95) = 0.57 m.
  Flown f;
  f.air.wind_m_s = {6, 0, 0};
  f.fly_for(at({0, 0, 50}), 60);
  EXPECT_NEAR(f.state.position_m[0], 0, 0.01);
  Flown without;
  without.air.wind_m_s = {6, 0, 0};
  without.control.level.i_per_s2 = 0;
  without.fly_for(at({0, 0, 50}), 60);
  const double wind_m_s2 = 0.5 * 1.225 * 0.04 * 36 / 0.907;
  EXPECT_NEAR(without.state.position_m[0], wind_m_s2 / (1.8 * 0.95), 0.02);
}

TEST(Cascade, KeepsToItsLimits) {
  Flown f;
  f.fly_for(at({300, 0, 50}), 20);
  EXPECT_LE(f.largest_m_s, 12.3);  // the limit is of the wanted velocity; the loop overshoots 2 %
  EXPECT_GE(f.largest_m_s, 11.5);
  EXPECT_LE(f.largest_tilt_rad, f.control.tilt_rad + 0.05);
  f.fly_for(at({300, 0, 50}), 40);
  EXPECT_NEAR(f.state.position_m[0], 300, 0.1);
}

TEST(Cascade, RightsItselfFromUpsideDown) {
  Flown f;
  f.state.attitude = from_roll_pitch_yaw(3.0, 0, 0);
  f.state.position_m[2] = 80;
  f.fly_for(at({0, 0, 80}), 10);
  EXPECT_NEAR(axes_of(f.state.attitude).z[2], 1, 1e-3);
  EXPECT_NEAR(f.state.position_m[2], 80, 0.5);
}

TEST(Cascade, CannotHoldADroneThatLostAPropeller) {
  Flown f;
  f.vehicle.rotors[0].blades_fraction = 0;
  f.fly_for(at({0, 0, 50}), 5);
  EXPECT_LT(f.state.position_m[2], 40);
}

TEST(Attitude, AnglesComeBack) {
  const Angles a = angles_of(from_roll_pitch_yaw(0.3, -0.2, 2.5));
  EXPECT_NEAR(a.roll_rad, 0.3, 1e-12);
  EXPECT_NEAR(a.pitch_rad, -0.2, 1e-12);
  EXPECT_NEAR(a.heading_rad, 2.5, 1e-12);
}

}  // namespace
}  // namespace twinaxis::drone
