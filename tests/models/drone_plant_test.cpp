// The plant of models/drone alone: what falls strikes as the closed form has it.

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "models/drone/drone_twin.h"
#include "sim/core/bus.h"

namespace twinaxis::drone {
namespace {

/// The plant on a bus, without a network; commands are written by the test.
class Bench {
 public:
  explicit Bench(const PlantParams& p) {
    for (const TruthPoint& t : truth_points(p)) table_.truth(t.name, t.unit, t.doc, t.initial);
    declare_surroundings(p, table_);
    for (int i = 1; i <= 4; ++i)
      table_.signal("rotor_" + std::to_string(i) + ".command", "rad/s", View::controller, "");
    table_.signal("parachute.command", "1", View::controller, "");
    bus_ = std::make_unique<Bus>(table_);
    plant_ = std::make_unique<DronePlant>(p, Luck{}, table_);
    plant_->publish(*bus_, {});
  }
  void set(const std::string& point, double value) { bus_->write(table_.id(point), value, now_); }
  void rotors(double w) {
    for (int i = 1; i <= 4; ++i) set("rotor_" + std::to_string(i) + ".command", w);
  }
  double read(const std::string& point) const { return bus_->read(table_.id(point)); }
  void run(double time_s) {
    for (const Time end = now_ + duration_from_s(time_s); now_ < end; now_ += Duration{4'000'000}) {
      plant_->advance(*bus_, now_, now_ + Duration{4'000'000}, events_);
      plant_->publish(*bus_, now_ + Duration{4'000'000});
      highest_m_ = std::max(highest_m_, read("drone.height"));
    }
  }
  double highest_m() const { return highest_m_; }
  const EventLog& events() const { return events_; }

 private:
  PointTable table_;
  std::unique_ptr<Bus> bus_;
  std::unique_ptr<DronePlant> plant_;
  EventLog events_;
  Time now_;
  double highest_m_ = 0;
};

PlantParams calm() {
  PlantParams p;
  p.weather.wind_m_s = 0;
  p.park.clear();
  return p;
}

double falling_m_s(double height_m) {
  const double terminal2 = 2 * 0.907 * 9.81 / (1.225 * 0.04);
  return std::sqrt(terminal2 * (1 - std::exp(-2 * 9.81 * height_m / terminal2)));
}

TEST(DronePlant, StandsUntilItsRotorsCarryIt) {
  Bench bench(calm());
  bench.rotors(500);  // 576 rad/s would carry it
  bench.run(2);
  EXPECT_EQ(bench.read("drone.height"), 0);
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
  EXPECT_EQ(bench.read("drone.height"), 0);  // broken rotors carry nothing
}

TEST(DronePlant, StrikesWhoStandsBelowAtTheHeightOfTheHead) {
  PlantParams p = calm();
  p.park["user"] = {0, 0, 0.3, 1.8};
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
