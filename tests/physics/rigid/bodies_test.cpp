// Rigid bodies against the sums of their own scheme and against closed forms; errors are printed.
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <iostream>

#include "sim/physics/rigid/world.h"

namespace twinaxis::rigid {
namespace {

constexpr double kG = 9.80665;

BodySpec ball(double radius_m, double mass_kg, double x_m, double z_m) {
  return {.shape = Sphere{radius_m}, .at = {.x_m = x_m, .z_m = z_m}, .mass_kg = mass_kg};
}

/// Its upper face at height 0. A box, since a plane slides 2 % too far.
BodySpec floor_box() { return {.shape = Box{100, 100, 1}, .at = {.z_m = -0.5}}; }

TEST(Body, FallsByTheSumOfTheScheme) {
  // Semi-implicit Euler: v_n = -g n dt, z_n = -g dt^2 n (n+1) / 2; ahead of g t^2 / 2 by g t dt
  // / 2. 2000 sums of doubles of size 20 leave 2000 * 20 * 1e-16 = 4e-12; 1e-10 is plenty.
  WorldSpec spec;
  spec.bodies["ball"] = ball(0.1, 1, 0, 0);
  World world(spec);
  world.advance(duration_from_s(2));
  const double dt = 0.001, n = 2000;
  const double z_m = world.pose(world.body("ball")).position_m[2];
  const double scheme_m = -kG * dt * dt * n * (n + 1) / 2, exact_m = -kG * 2;
  std::cout << "free fall of 2 s: off the scheme's sum by " << z_m - scheme_m
            << " m, off the exact law by " << z_m - exact_m << " m\n";
  EXPECT_NEAR(z_m, scheme_m, 1e-10);
  EXPECT_NEAR(z_m - exact_m, -kG * 2 * dt / 2, 1e-6);
  EXPECT_NEAR(world.motion(world.body("ball")).velocity_m_s[2], -kG * 2, 1e-10);
}

TEST(Body, FallsOnInFinerSteps) {
  // 100 steps of 1 ms, then 400 of 0.25 ms: v is exact, z the sum of both schemes.
  WorldSpec spec;
  spec.bodies["ball"] = ball(0.1, 1, 0, 0);
  World world(spec);
  world.advance(duration_from_s(0.1));
  world.set_step(Duration{250'000});
  world.advance(duration_from_s(0.1));
  const double scheme_m =
      -kG * (1e-6 * 100 * 101 / 2 + 0.1 * 0.1 + 0.25e-3 * 0.25e-3 * 400 * 401 / 2);
  EXPECT_NEAR(world.pose(world.body("ball")).position_m[2], scheme_m, 1e-12);
  EXPECT_NEAR(world.motion(world.body("ball")).velocity_m_s[2], -kG * 0.2, 1e-12);
}

TEST(Body, SlidesToRestByCoulomb) {
  // s = v^2 / (2 mu g) = 9 / (2 * 0.4 * g) = 1.1472 m. A flat box: it cannot tip (mu h < b).
  WorldSpec spec;
  spec.bodies["floor"] = floor_box();
  spec.bodies["box"] = {.shape = Box{0.4, 0.4, 0.1},
                        .at = {.z_m = 0.05},
                        .velocity = {.x_m_per_s = 3},
                        .mass_kg = 2,
                        .friction_ratio = 0.4};
  World world(spec);
  world.advance(duration_from_s(2));
  const double expected_m = 9 / (2 * 0.4 * kG);
  const double slid_m = world.pose(world.body("box")).position_m[0];
  std::cout << "sliding: " << slid_m << " m, off by " << 100 * (slid_m / expected_m - 1) << " %\n";
  EXPECT_NEAR(slid_m, expected_m, 0.005 * expected_m);  // measured 0.3 %; half a step is 0.13 %
  EXPECT_NEAR(norm(world.motion(world.body("box")).velocity_m_s), 0, 1e-3);
}

TEST(Body, RestsOnTheFloorWithItsWeight) {
  WorldSpec spec;
  spec.bodies["floor"] = floor_box();
  spec.bodies["box"] = {.shape = Box{0.4, 0.4, 0.1}, .at = {.z_m = 0.05}, .mass_kg = 2};
  World world(spec);
  world.advance(duration_from_s(1));
  ASSERT_EQ(world.contacts().size(), 1u);
  const Contact& c = world.contacts()[0];
  EXPECT_EQ(world.names()[c.a.index], "box");  // names in order: box, floor
  std::cout << "weight " << 2 * kG << " N, contact " << c.force_N << " N\n";
  EXPECT_NEAR(c.force_N, 2 * kG, 0.01 * 2 * kG);
  EXPECT_NEAR(c.normal_ratio[2], 1, 1e-9);
}

TEST(Body, ElasticImpactKeepsMomentumAndEnergy) {
  // v1' = (m1 - m2) / (m1 + m2) v = -2/3 m/s, v2' = 2 m1 / (m1 + m2) v = 4/3 m/s for 1 and 2 kg at
  // 2 m/s.
  WorldSpec spec;
  spec.gravity_m_per_s2 = 0;
  spec.bodies["a"] = ball(0.1, 1, 0, 0);
  spec.bodies["a"].velocity.x_m_per_s = 2;
  spec.bodies["b"] = ball(0.1, 2, 0.5, 0);
  for (auto& [name, body] : spec.bodies) body.restitution_ratio = 1;
  World world(spec);
  world.advance(duration_from_s(1));
  const double a_m_s = world.motion(world.body("a")).velocity_m_s[0];
  const double b_m_s = world.motion(world.body("b")).velocity_m_s[0];
  std::cout << "elastic impact: errors " << a_m_s + 2.0 / 3 << " and " << b_m_s - 4.0 / 3
            << " m/s\n";
  EXPECT_NEAR(a_m_s, -2.0 / 3, 1e-3);
  EXPECT_NEAR(b_m_s, 4.0 / 3, 1e-3);
}

TEST(Body, BouncesByItsRestitution) {
  // Dropped from 1 m, e = 0.8: comes back to e^2 = 0.64 m. 1 % of the speed is 2 % of the height.
  WorldSpec spec;
  spec.bodies["floor"] = floor_box();
  spec.bodies["floor"].restitution_ratio = 1;
  spec.bodies["ball"] = ball(0.1, 1, 0, 1.1);
  spec.bodies["ball"].restitution_ratio = 0.8;
  World world(spec);
  const BodyId id = world.body("ball");
  double top_m = 0;
  for (int k = 0; k < 1200; ++k) {
    world.advance(world.step());
    if (k > 500) top_m = std::max(top_m, world.pose(id).position_m[2] - 0.1);
  }
  std::cout << "bounce: " << top_m << " m of 0.64 m\n";
  EXPECT_NEAR(top_m, 0.64, 0.02 * 0.64);
}

TEST(Body, OfOneGroupPassesThrough) {
  WorldSpec spec;
  spec.gravity_m_per_s2 = 0;
  spec.bodies["a"] = ball(0.1, 1, 0, 0);
  spec.bodies["a"].velocity.x_m_per_s = 2;
  spec.bodies["b"] = ball(0.1, 2, 0.5, 0);
  for (auto& [name, body] : spec.bodies) body.group = "one";
  World world(spec);
  world.advance(duration_from_s(1));
  EXPECT_NEAR(world.pose(world.body("a")).position_m[0], 2, 1e-9);
}

TEST(Body, GoesWhereAPushSends) {
  // 3 N on 2 kg for 1 s: 1.5 m/s, exactly what the scheme adds up.
  WorldSpec spec;
  spec.bodies["box"] = {.shape = Box{0.1, 0.1, 0.1}, .mass_kg = 2, .falls = false};
  World world(spec);
  world.push(world.body("box"), {3, 0, 0}, {0, 0, 0.01});
  world.advance(duration_from_s(1));
  world.advance(duration_from_s(1));  // the push is over
  EXPECT_NEAR(world.motion(world.body("box")).velocity_m_s[0], 1.5, 1e-12);
  const double inertia = 2 * 0.02 / 12;  // m (a^2 + a^2) / 12
  EXPECT_NEAR(world.motion(world.body("box")).rate_rad_per_s[2], 0.01 / inertia, 1e-9);
}

TEST(Body, GoesOnFromWhereItIsPlaced) {
  WorldSpec spec;
  spec.gravity_m_per_s2 = 0;
  spec.bodies["ball"] = ball(0.1, 1, 0, 0);
  World world(spec);
  const BodyId id = world.body("ball");
  world.place(id, {{1, 2, 3}, turn_about({0, 0, 1}, 0.5)}, {{1, 0, 0}, {}});
  world.advance(duration_from_s(0.5));
  EXPECT_NEAR(world.pose(id).position_m[0], 1.5, 1e-12);
  EXPECT_NEAR(world.pose(id).position_m[1], 2, 1e-12);
}

TEST(World, RepeatsItselfToTheBit) {
  const auto tumble = [] {
    WorldSpec spec;
    spec.bodies["floor"] = floor_box();
    for (int i = 0; i < 5; ++i) {
      spec.bodies["box" + std::to_string(i)] = {
          .shape = Box{0.2, 0.1, 0.15},
          .at = {.x_m = 0.03 * i, .z_m = 0.3 + 0.3 * i, .roll_rad = 0.3 * i},
          .mass_kg = 1};
    }
    World world(spec);
    world.advance(duration_from_s(2));
    return std::vector<double>(world.state().begin(), world.state().end());
  };
  const auto once = tumble(), again = tumble();
  ASSERT_EQ(once.size(), again.size());
  EXPECT_EQ(std::memcmp(once.data(), again.data(), once.size() * sizeof(double)), 0);
}

}  // namespace
}  // namespace twinaxis::rigid
