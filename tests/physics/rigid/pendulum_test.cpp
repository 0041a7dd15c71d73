// Chains of links: energy, period, and our own dynamics beside Bullet's.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <numbers>

#include "sim/physics/rigid/world.h"

namespace twinaxis::rigid {
namespace {

constexpr Vector3 kGravity{0, 0, -9.80665};

/// Turns about y; at angle 0 it hangs. The rod is 1 m long with its mass at the end.
JointSpec rod(const std::string& name, double below_m) {
  JointSpec joint;
  joint.name = name;
  joint.at.z_m = -below_m;
  joint.axis = {.y_ratio = 1};
  joint.mass_kg = 1;
  joint.centre.z_m = -1;
  joint.inertia = {1e-3, 2e-3, 3e-3};
  return joint;
}

struct Drift {
  double first_J = 0, worst_J = 0;
};

Drift drift_over(World& world, double seconds) {
  const ArmId arm = world.arm("pendulum");
  const auto energy_J = [&] {
    return world.chain(arm).energy_J(world.angles_rad(arm), world.rates_rad_per_s(arm), kGravity);
  };
  Drift drift{.first_J = energy_J()};
  for (int k = 0; k < 100 * seconds; ++k) {
    world.advance(duration_from_s(0.01));
    drift.worst_J = std::max(drift.worst_J, std::abs(energy_J() - drift.first_J));
  }
  return drift;
}

TEST(Pendulum, KeepsItsEnergy) {
  // RK4 at 1 kHz; the pendulum swings from level with m g l = 9.8 J to spend.
  WorldSpec spec;
  auto& arm = spec.arms["pendulum"];
  arm.joints = {rod("rod", 0)};
  arm.start_rad = {std::numbers::pi / 2};
  World world(spec);
  const Drift drift = drift_over(world, 60);
  std::cout << "pendulum, 60 s: energy off by at most " << drift.worst_J << " J of 9.8 J\n";
  EXPECT_LT(drift.worst_J, 1e-7);
}

TEST(Pendulum, SwingsInTheTimeOfTheEllipticIntegral) {
  // T = 4 sqrt(I / (m g l)) K(sin(amplitude / 2)), I = m l^2 + I_yy; amplitude 90 degrees.
  WorldSpec spec;
  auto& arm = spec.arms["pendulum"];
  arm.joints = {rod("rod", 0)};
  arm.start_rad = {std::numbers::pi / 2};
  World world(spec);
  const ArmId id = world.arm("pendulum");
  double before = 1, at_s = 0;
  for (int k = 1; k <= 1000 && at_s == 0; ++k) {  // it hangs after a quarter of a period
    world.advance(world.step());
    const double now = world.angles_rad(id)[0];
    if (now <= 0) at_s = 0.001 * (k - now / (now - before));
    before = now;
  }
  const double quarter_s = std::sqrt(1.002 / 9.80665) * std::comp_ellint_1(std::sqrt(0.5));
  std::cout << "pendulum: quarter period off by " << at_s - quarter_s << " s\n";
  EXPECT_NEAR(at_s, quarter_s, 1e-6);  // linear interpolation inside a step: a dt^2 / 8 v ~ 1e-8
}

TEST(DoublePendulum, KeepsItsEnergy) {
  WorldSpec spec;
  auto& arm = spec.arms["pendulum"];
  arm.joints = {rod("upper", 0), rod("lower", 1)};
  arm.start_rad = {2, 1};  // chaotic
  World world(spec);
  const Drift drift = drift_over(world, 60);
  std::cout << "double pendulum, 60 s: energy off by at most " << drift.worst_J << " J, from "
            << drift.first_J << " J\n";
  EXPECT_LT(drift.worst_J, 1e-5);
}

/// Joints about different axes, centres and products of inertia off every axis.
ArmSpec crooked() {
  ArmSpec arm;
  arm.at = {.x_m = 0.3, .z_m = 0.5, .roll_rad = 0.2, .yaw_rad = 0.7};
  for (int i = 0; i < 4; ++i) {
    JointSpec joint;
    joint.name = "j" + std::to_string(i);
    joint.at = {.x_m = 0.1 * i, .y_m = 0.05, .z_m = 0.3, .pitch_rad = 0.4 * i, .yaw_rad = 0.3};
    joint.axis = {.x_ratio = i == 1 ? 1.0 : 0.2, .y_ratio = i == 2 ? 1.0 : 0.1, .z_ratio = 0.5};
    joint.mass_kg = 1 + i;
    joint.centre = {.x_m = 0.1, .y_m = -0.05, .z_m = 0.2, .roll_rad = 0.3};
    joint.inertia = {0.03, 0.04, 0.05, 0.005, -0.004, 0.003};
    arm.joints.push_back(joint);
  }
  arm.load = {.mass_kg = 2, .x_m = 0.1, .z_m = 0.3};
  return arm;
}

TEST(Chain, MovesInBulletAsItsInverseDynamicsSays) {
  // Torques for chosen accelerations are computed by the recursion and given to Bullet: after one
  // step the rates must have grown by acceleration * dt, up to what a step of 10 us changes.
  WorldSpec spec;
  spec.step = Duration{10'000};
  spec.arms["arm"] = crooked();
  World world(spec);
  const ArmId arm = world.arm("arm");
  const std::vector<double> q{0.3, -0.8, 1.1, 0.4}, rate{1, -0.5, 0.7, 2}, wanted{3, -2, 1, 5};
  std::vector<double> torque(4);
  world.chain(arm).inverse_dynamics(q, rate, wanted, world.gravity_m_s2(), torque);
  world.set_joints(arm, q, rate);
  world.set_torque(arm, torque);
  world.advance(world.step());
  double worst = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const double got = (world.rates_rad_per_s(arm)[i] - rate[i]) / 1e-5;
    worst = std::max(worst, std::abs(got - wanted[i]));
  }
  std::cout << "inverse dynamics against Bullet: worst " << worst << " rad/s^2\n";
  EXPECT_LT(worst, 1e-2);  // rates of change of the acceleration of some 100 rad/s^3, half a step
}

TEST(Chain, GravityTorqueIsTheSlopeOfTheEnergy) {
  // tau = dV/dq at rest; central difference with h = 1e-5 is good to 1e-9 of 100 N m.
  const Chain chain(crooked());
  const std::vector<double> q{0.3, -0.8, 1.1, 0.4}, none(4, 0);
  std::vector<double> torque(4);
  chain.inverse_dynamics(q, none, none, kGravity, torque);
  for (std::size_t i = 0; i < 4; ++i) {
    auto more = q, less = q;
    more[i] += 1e-5, less[i] -= 1e-5;
    const double slope =
        (chain.energy_J(more, none, kGravity) - chain.energy_J(less, none, kGravity)) / 2e-5;
    EXPECT_NEAR(torque[i], slope, 1e-6);
  }
}

}  // namespace
}  // namespace twinaxis::rigid
