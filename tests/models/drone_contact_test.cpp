// Where the drone of models/drone touches: hand-over between flight and rigid contact, falls,
// landings, blows. Errors of the scheme are stated beside the bounds.

#include <gtest/gtest.h>

#include <cmath>
#include <iostream>

#include "tests/models/drone_in_park.h"

namespace twinaxis::drone {
namespace {

const Standing kTower{10.3, 0, 20, Kind::building, 10};

/// Beside a wall at 0.12 m, turning, on rotors that carry half of it.
InPark past_a_wall(const Park& park, Duration step) {
  InPark flight(park, InPark::without_drag(), step);
  flight.state.position_m = {0, 0, 15};
  flight.state.rate_rad_per_s = {0.1, -0.1, 2};
  flight.state.rotor_rad_per_s = {400, 400, 400, 400};
  flight.run(0.004);  // leaves the ground, where it began
  return flight;
}

TEST(Contact, HandOverAloneIsFlightUpToTheOrderOfTheScheme) {
  // Semi-implicit Euler beside RK4, both for 1 s: height by g t dt / 2 and less, as rotors carry
  // half; halving the step halves it.
  double before_m = 0;
  for (const Duration step : {Duration{1'000'000}, Duration{500'000}}) {
    InPark near = past_a_wall(with("tower", kTower), step), alone = past_a_wall({}, step);
    const RotorCommand command{400, 400, 400, 400};
    near.run(1, command), alone.run(1, command);
    EXPECT_GT(near.carried, 900);
    EXPECT_LT(alone.carried, 10);
    const double apart_m = norm(near.state.position_m - alone.state.position_m);
    std::cout << "hand-over at " << to_s(step) << " s: " << apart_m << " m, "
              << norm(near.state.velocity_m_s - alone.state.velocity_m_s) << " m/s, "
              << norm(near.state.rate_rad_per_s - alone.state.rate_rad_per_s) << " rad/s, "
              << near.energy_J() - alone.energy_J() << " J\n";
    EXPECT_LT(apart_m, kG * to_s(step) / 2);
    if (before_m > 0) {
      EXPECT_NEAR(before_m / apart_m, 2, 0.2);
    }
    before_m = apart_m;
  }
}

TEST(Contact, FallsAndComesToRestWhereItStands) {
  for (const double height_m : {0.15, 0.5, 3.0}) {
    InPark flight({});
    flight.state.position_m[2] = height_m;
    flight.run(4);
    ASSERT_EQ(flight.events.size(), height_m > 0.3 ? 1u : 0u);
    for (const Event& e : flight.events) {  // found up to a step late: g dt
      EXPECT_NEAR(e.value, std::sqrt(2 * kG * height_m), 0.01);
    }
    EXPECT_NEAR(flight.state.position_m[2], 0, 1e-3);
    EXPECT_TRUE(flight.world.rests());
    EXPECT_EQ(norm(flight.state.velocity_m_s), 0);
    EXPECT_EQ(flight.strikes.broken(), height_m > 1);  // 4 m/s are reached from 0.82 m
  }
}

TEST(Contact, BouncesByItsRestitutionAndFliesInBetween) {
  Vehicle v = InPark::without_drag();
  v.restitution_ratio = 0.8;
  InPark flight({}, v);
  flight.state.position_m[2] = 3;
  flight.run(0.9);  // falls for 0.78 s
  flight.highest_m = 0;
  flight.run(0.6);
  EXPECT_NEAR(flight.highest_m, 0.64 * 3, 0.03);  // e^2 h; 1 % of speed is 2 % of height
  EXPECT_LT(flight.carried, 250);                 // flight alone above twice the margin
}

TEST(Contact, SleepsUntilItsRotorsCouldMoveIt) {
  InPark flight({});
  flight.run(1);
  EXPECT_TRUE(flight.world.rests());
  const double hover = hover_rad_per_s(flight.vehicle, kG);
  flight.run(0.5, {0.4 * hover, 0.4 * hover, 0.4 * hover, 0.4 * hover});  // bear 0.16 of it
  EXPECT_TRUE(flight.world.sleeps());
  flight.run(0.5, {0.5 * hover, 0.5 * hover, 0.5 * hover, 0.5 * hover});  // 0.25
  EXPECT_FALSE(flight.world.sleeps());
  EXPECT_NEAR(norm(flight.state.position_m), 0, 1e-4);
  flight.run(1);
  EXPECT_TRUE(flight.world.rests());
}

TEST(Contact, SlidesToRestByCoulomb) {
  InPark flight({});
  flight.state.velocity_m_s = {2, 0, 0};
  flight.state.position_m[2] = 1e-4;
  flight.run(3);
  EXPECT_NEAR(flight.state.position_m[0], 4 / (2 * 0.5 * kG), 0.02);
  EXPECT_TRUE(flight.world.rests());
}

}  // namespace
}  // namespace twinaxis::drone
