// The plant of models/drone alone: what falls strikes as the closed form has it.

#include <gtest/gtest.h>

#include <cmath>

#include "tests/models/drone_on_bus.h"

namespace twinaxis::drone {
namespace {

TEST(DronePlant, StandsUntilItsRotorsCarryIt) {
  Bench bench(calm());
  bench.rotors(500);  // 576 rad/s would carry it
  bench.run(2);
  EXPECT_NEAR(bench.read("drone.height"), 0, 1e-4);  // a step of free fall, g dt^2, is 1e-5 m
  EXPECT_EQ(bench.read("drone.in_the_air"), 0);
  EXPECT_TRUE(bench.events().empty());
}

TEST(DronePlant, FallsWithCutMotorsAsQuadraticDragHasIt) {
  Bench bench(calm());
  bench.rotors(700);
  bench.run(4);
  bench.rotors(0);
  bench.run(12);
  ASSERT_GT(bench.highest_m(), 20);
  ASSERT_EQ(bench.events().size(), 1u);
  EXPECT_EQ(bench.events()[0].name, "drone.strikes_ground");
  // The apex lies between two publications, at most 2 ms or 0.02 mm away; the contact is found
  // after a whole millisecond, 9.81 mm/s of speed.
  EXPECT_NEAR(bench.read("ground.speed"), falling_m_s(bench.highest_m()), 0.01);
  EXPECT_NEAR(bench.read("ground.angle"), std::acos(0.0), 1e-6);
  EXPECT_EQ(bench.read("drone.broken"), 1);
  bench.rotors(800);
  bench.run(2);
  EXPECT_NEAR(bench.read("drone.height"), 0, 1e-4);  // broken rotors carry nothing
}

TEST(DronePlant, StrikesWhoStandsBelowAtTheHeightOfTheHead) {
  PlantParams p = calm();
  p.park["user"] = {0, 0, 1.8};
  Bench bench(p);
  bench.set("user.x", 5);  // steps aside while it climbs
  bench.rotors(700);
  bench.run(4);
  bench.set("user.x", 0);
  bench.rotors(0);
  bench.run(12);
  EXPECT_EQ(bench.read("user.struck"), 1);
  EXPECT_NEAR(bench.read("user.strike_speed"), falling_m_s(bench.highest_m() - 1.8), 0.02);
}

/// Harm is judged by them, so a vehicle of one's own is judged by its own.
TEST(DronePlant, TellsMassAndSpanOfItsVehicle) {
  PlantParams p = calm();
  p.vehicle.mass_kg = 1.2, p.vehicle.propeller_m = 0.25;
  for (Rotor& r : p.vehicle.rotors)
    r.position_m = {r.position_m[0] * 1.2, r.position_m[1] * 1.2, 0};
  const Bench bench(p);
  EXPECT_EQ(bench.read("drone.mass"), 1.2);
  EXPECT_NEAR(bench.read("drone.span"), 1.2 * 0.25 * std::sqrt(2) + 0.25, 1e-12);
}

TEST(DronePlant, SinksOnItsParachute) {
  Bench bench(calm());
  bench.rotors(700);
  bench.run(6);
  bench.rotors(0), bench.set("parachute.command", 1);
  bench.run(60);
  EXPECT_NEAR(bench.read("ground.speed"), std::sqrt(2 * 0.907 * 9.81 / (1.225 * 0.74)), 0.02);
}

TEST(DronePlant, DrainsItsBatteryByTheEnergyItGives) {
  // 600 rad/s at rest on the ground would fly; 500 stand: P = 4 cm kf w^3 / eta + electronics.
  Bench bench(calm());
  bench.rotors(500);
  bench.run(1);
  const double power_W = bench.read("battery.power");
  EXPECT_NEAR(power_W, 4 * 0.0136 * 6.7e-6 * 1.25e8 / 0.68 + 12, 1e-6);
  const double before = bench.read("battery.charge"), volt = bench.read("battery.voltage");
  bench.run(60);
  const double charge_As = (before - bench.read("battery.charge")) * 13860;
  // The voltage falls by 0.3 % meanwhile.
  EXPECT_NEAR(charge_As, 60 * power_W / volt, 0.005 * charge_As);
}

TEST(DronePlant, HearsNothingBesideAJammer) {
  Bench bench(calm());
  bench.run(0.1);
  EXPECT_EQ(bench.read("radio.heard"), 1);
  // 10 kW at 150 m against 0.1 W at 1.2 m behind 10 dB: 0.1 / 10 (150 / 1.2)^2 / 10^4 = 0.0156, so
  // a frame is heard with exp(-0.1 / 0.0156) = 0.17 %.
  bench.set("interference.link", 1e4), bench.set("interference.gnss", 1e4);
  int heard = 0;
  for (int k = 0; k < 50; ++k) {
    bench.run(0.02);
    heard += static_cast<int>(bench.read("radio.heard"));
  }
  EXPECT_NEAR(bench.read("radio.signal_ratio"), 0.015625, 2e-4);  // the antenna of the jammer: 2 m
  EXPECT_LE(heard, 2);
  EXPECT_LT(bench.read("gnss.carrier"), 0);
}

}  // namespace
}  // namespace twinaxis::drone
