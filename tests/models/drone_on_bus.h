#pragma once
// The plant of models/drone on a bus, without a network; commands are written by the test.

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

#include "models/drone/drone_twin.h"
#include "sim/core/bus.h"
#include "tests/physics/rigid/files.h"

namespace twinaxis::drone {

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
  const DronePlant& plant() const { return *plant_; }
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

inline PlantParams calm() {
  PlantParams p;
  p.weather.wind_m_s = 0;
  p.park.clear();
  p.person = rigid::worker();
  return p;
}

/// After a fall with quadratic drag.
inline double falling_m_s(double height_m) {
  const double terminal2 = 2 * 0.907 * 9.81 / (1.225 * 0.04);
  return std::sqrt(terminal2 * (1 - std::exp(-2 * 9.81 * height_m / terminal2)));
}

}  // namespace twinaxis::drone
