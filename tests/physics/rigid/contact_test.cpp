// Contacts by skins: force, momentum and energy of a blow, against the two-mass spring.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iostream>

#include "tests/physics/rigid/files.h"

namespace twinaxis::rigid {
namespace {

struct Blow {
  double peak_N = 0, impulse_N_s = 0, lasted_s = 0;
};

/// Runs until `seconds` and looks at the contact in each step.
Blow blow_of(World& world, double seconds) {
  Blow blow;
  for (Time t{}; to_s(t) < seconds; t += world.step()) {
    world.advance(world.step());
    for (const Contact& c : world.contacts()) {
      blow.peak_N = std::max(blow.peak_N, c.force_N);
      blow.impulse_N_s += c.force_N * to_s(world.step());
      blow.lasted_s += to_s(world.step());
    }
  }
  return blow;
}

/// A ball of `striking_kg` at 2 m/s meets a region of 4.4 kg with 150 kN/m, the skull.
WorldSpec skull_struck(double striking_kg, Duration step, double damping_s_per_m) {
  WorldSpec spec;
  spec.step = step;
  spec.gravity_m_per_s2 = 0;
  spec.bodies["ball"] = {
      .shape = Sphere{0.1}, .velocity = {.x_m_per_s = 2}, .mass_kg = striking_kg, .turns = false};
  spec.bodies["skull"] = {.shape = Capsule{0.09, 0.06},
                          .at = {.x_m = 0.25},
                          .mass_kg = 4.4,
                          .turns = false,
                          .skin = Skin{150'000, damping_s_per_m}};
  return spec;
}

TEST(Skin, PeakForceIsThatOfTheTwoMassSpring) {
  // F = v sqrt(k mu), mu = 10 * 4.4 / 14.4 = 3.056 kg: 1354 N; impulse 2 mu v, time pi sqrt(mu /
  // k).
  const double mu = 10 * 4.4 / 14.4, expected_N = 2 * std::sqrt(150'000 * mu);
  for (const Duration step : {Duration{1'000'000}, Duration{100'000}}) {
    World world(skull_struck(10, step, 0));
    const Blow blow = blow_of(world, 0.2);
    std::cout << "blow at " << to_s(step) << " s a step: peak " << blow.peak_N << " N of "
              << expected_N << " N (" << 100 * (blow.peak_N / expected_N - 1) << " %)\n";
    // Sampled up to half a step off the peak: 1 - cos(w dt / 2), w = 222 rad/s, is 0.6 % at 1 ms;
    // the scheme's own error (w dt)^2 / 8 is as much.
    EXPECT_NEAR(blow.peak_N, expected_N, (step.ns > 500'000 ? 0.015 : 2e-4) * expected_N);
    EXPECT_NEAR(blow.impulse_N_s, 2 * mu * 2, 0.01 * 2 * mu * 2);
    EXPECT_NEAR(blow.lasted_s, M_PI * std::sqrt(mu / 150'000), 2 * to_s(step));
  }
}

TEST(Skin, WithoutDampingTheBlowIsElastic) {
  World world(skull_struck(10, Duration{100'000}, 0));
  world.advance(duration_from_s(0.2));
  const double ball_m_s = world.motion(world.body("ball")).velocity_m_s[0];
  const double skull_m_s = world.motion(world.body("skull")).velocity_m_s[0];
  EXPECT_NEAR(10 * ball_m_s + 4.4 * skull_m_s, 20, 1e-9);  // momentum
  EXPECT_NEAR(skull_m_s - ball_m_s, 2, 2 * 0.01);          // rebound: (w dt)^2 and one step
}

TEST(Skin, DampingTakesEnergyAndNeverPulls) {
  World world(skull_struck(10, Duration{100'000}, 0.3));
  const Blow blow = blow_of(world, 0.2);
  const double apart_m_s = world.motion(world.body("skull")).velocity_m_s[0] -
                           world.motion(world.body("ball")).velocity_m_s[0];
  EXPECT_GT(apart_m_s, 0.5);
  EXPECT_LT(apart_m_s, 1.8);
  EXPECT_NEAR(blow.impulse_N_s, 10 * 4.4 / 14.4 * (2 + apart_m_s), 1e-6);
}

TEST(Skin, BearsAWeightAtItsDepth) {
  // m g = k d: 2 * 9.80665 / 10,000 = 1.96 mm. Damped, so that it comes to rest within 3 s.
  WorldSpec spec;
  spec.bodies["pad"] = {.shape = Box{1, 1, 0.2}, .at = {.z_m = -0.1}, .skin = Skin{10'000, 20}};
  spec.bodies["ball"] = {.shape = Sphere{0.1}, .at = {.z_m = 0.1}, .mass_kg = 2};
  World world(spec);
  world.advance(duration_from_s(20));
  ASSERT_EQ(world.contacts().size(), 1u);
  EXPECT_TRUE(world.contacts()[0].soft);
  EXPECT_NEAR(world.contacts()[0].depth_m, 2 * 9.80665 / 10'000, 2e-5);
  EXPECT_NEAR(world.contacts()[0].force_N, 2 * 9.80665, 0.2);
}

TEST(Skin, AnArmStrikesWithTheMassOfItsJoint) {
  // A beam that turns about z strikes at distance l with I / l^2; no gravity, no drive:
  // I = 5 + 10 * 0.5^2 = 7.5 kg m^2, l = 1: 7.5 kg at 2 m/s against 40 kg and 25 kN/m (chest).
  WorldSpec spec;
  spec.step = Duration{1'000'000};
  spec.gravity_m_per_s2 = 0;
  auto& arm = spec.arms["arm"];
  arm.joints.resize(1);
  arm.joints[0].name = "beam";
  arm.joints[0].mass_kg = 10;
  arm.joints[0].centre.x_m = 0.5;
  arm.joints[0].inertia = {5, 5, 5};
  arm.joints[0].parts = {{.shape = Sphere{0.05}, .at = {.x_m = 1}}};
  arm.start_rad = {-0.3};
  spec.bodies["chest"] = {.shape = Sphere{0.1},
                          .at = {.x_m = 1, .y_m = 0.15},
                          .mass_kg = 40,
                          .turns = false,
                          .skin = Skin{25'000, 0}};
  World world(spec);
  const double rate[1] = {2};
  world.set_joints(world.arm("arm"), world.angles_rad(world.arm("arm")), rate);
  const Blow blow = blow_of(world, 0.5);
  const double mu = 7.5 * 40 / 47.5, expected_N = 2 * std::sqrt(25'000 * mu);
  std::cout << "arm: peak " << blow.peak_N << " N of " << expected_N << " N ("
            << 100 * (blow.peak_N / expected_N - 1) << " %)\n";
  EXPECT_NEAR(blow.peak_N, expected_N, 0.01 * expected_N);  // w dt = 0.06; angle of the beam 0.3 %
  // Elastic again: the energy before is the energy after.
  const double omega = world.rates_rad_per_s(world.arm("arm"))[0];
  const double chest_m_s = norm(world.motion(world.body("chest")).velocity_m_s);
  EXPECT_NEAR(0.5 * 7.5 * omega * omega + 20 * chest_m_s * chest_m_s, 15, 0.15);
}

TEST(Worker, IsStruckByRegionAsIso15066Says) {
  // A free body of 10 kg at 1 m/s against each region: v sqrt(k mu) with its own mass and spring.
  // The posture at 1 Hz and the sampling take up to 2 % each.
  const PersonSpec person = worker();
  ASSERT_EQ(person.regions.size(), 17u);
  for (const auto& [name, region] : person.regions) {
    WorldSpec spec;
    spec.step = Duration{200'000};
    spec.gravity_m_per_s2 = 0;
    spec.people["worker"].regions[name] = region;
    const Place& at = region.at;
    spec.bodies["tool"] = {.shape = Sphere{0.05},
                           .at = {at.x_m + 0.3, at.y_m, at.z_m},
                           .velocity = {.x_m_per_s = -1},
                           .mass_kg = 10,
                           .turns = false};
    World world(spec);
    const double peak_N = blow_of(world, 0.5).peak_N;
    const double mu = 10 * region.mass_kg / (10 + region.mass_kg);
    const double expected_N = std::sqrt(region.skin.stiffness_N_per_m * mu);
    EXPECT_NEAR(peak_N, expected_N, 0.03 * expected_N) << name;
  }
}

TEST(Worker, HeldRegionTakesTheWholeBlow) {
  // Clamped: F = v sqrt(k m), as the region cannot get away.
  WorldSpec spec;
  spec.gravity_m_per_s2 = 0;
  spec.people["worker"].regions["hand"] = worker().regions.at("hand_right");
  spec.people["worker"].regions["hand"].held = true;
  spec.people["worker"].regions["hand"].at = {};
  spec.bodies["tool"] = {.shape = Sphere{0.05},
                         .at = {.x_m = 0.3},
                         .velocity = {.x_m_per_s = -1},
                         .mass_kg = 10,
                         .turns = false};
  World world(spec);
  const double expected_N = std::sqrt(75'000.0 * 10);
  EXPECT_NEAR(blow_of(world, 0.5).peak_N, expected_N, 0.01 * expected_N);
}

TEST(Worker, TakesAPostureAndStandsUprightAgain) {
  // Critically damped at 1 Hz: (1 + 6.28 t) exp(-6.28 t) of the way is left, 1.3e-7 after 3 s.
  WorldSpec spec;
  spec.people["worker"] = worker();
  World world(spec);
  const auto face = [&] { return world.pose(world.body("worker.face")).position_m; };
  const Vector3 upright = face();
  const Place& bent = spec.people["worker"].postures.at("bent").places.at("face");
  world.take_posture(world.person("worker"), "bent");
  world.advance(duration_from_s(3));
  EXPECT_NEAR(face()[0], bent.x_m, 1e-5);
  EXPECT_NEAR(face()[2], bent.z_m, 1e-5);
  EXPECT_NEAR(world.pose(world.body("worker.thigh_left")).position_m[2], 0.66, 1e-9);
  world.take_posture(world.person("worker"), "");
  world.advance(duration_from_s(3));
  EXPECT_NEAR(norm(face() - upright), 0, 1e-5);
}

TEST(Worker, WalksWithTheWholeBody) {
  WorldSpec spec;
  spec.people["worker"] = worker();
  World world(spec);
  world.walk(world.person("worker"), {}, {1.6, 0, 0});
  world.advance(duration_from_s(3));
  EXPECT_NEAR(world.pose(world.body("worker.skull")).position_m[0], 4.8, 0.01);
  EXPECT_NEAR(world.pose(world.body("worker.skull")).position_m[2], 1.62, 1e-6);
}

}  // namespace
}  // namespace twinaxis::rigid
