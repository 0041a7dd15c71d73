#include "models/drone/sensors.h"

#include <array>
#include <cmath>

namespace twinaxis::drone {
namespace {

enum class Pace { scan, slow, fix };

struct Channel {
  const char* name;
  const char* truth;
  SensorError SensorParams::*error;
  Pace pace;
  const char* doc;
};
const std::array<Channel, 18> kChannels{
    {{"gnss.x", "drone.x", &SensorParams::gnss_place, Pace::fix, "place by satellites"},
     {"gnss.y", "drone.y", &SensorParams::gnss_place, Pace::fix, "place by satellites"},
     {"gnss.velocity_x", "drone.velocity_x", &SensorParams::gnss_velocity, Pace::fix,
      "velocity by satellites"},
     {"gnss.velocity_y", "drone.velocity_y", &SensorParams::gnss_velocity, Pace::fix,
      "velocity by satellites"},
     {"barometer.height", "drone.height", &SensorParams::barometer, Pace::slow,
      "height by pressure"},
     {"flow.velocity_x", "drone.velocity_x", &SensorParams::flow, Pace::slow,
      "velocity by a camera that looks down"},
     {"flow.velocity_y", "drone.velocity_y", &SensorParams::flow, Pace::slow,
      "velocity by a camera that looks down"},
     {"battery_monitor.charge", "battery.charge", &SensorParams::charge, Pace::slow,
      "charge as the battery reports it"},
     {"battery_monitor.voltage", "battery.voltage", &SensorParams::voltage, Pace::slow,
      "voltage that the flight controller measures"},
     {"imu.rate_x", "drone.rate_x", &SensorParams::rate, Pace::scan, "gyroscope"},
     {"imu.rate_y", "drone.rate_y", &SensorParams::rate, Pace::scan, "gyroscope"},
     {"imu.rate_z", "drone.rate_z", &SensorParams::rate, Pace::scan, "gyroscope"},
     {"imu.force_x", "drone.force_x", &SensorParams::force, Pace::scan, "accelerometer"},
     {"imu.force_y", "drone.force_y", &SensorParams::force, Pace::scan, "accelerometer"},
     {"imu.force_z", "drone.force_z", &SensorParams::force, Pace::scan, "accelerometer"},
     {"magnetometer.x", "drone.field_x", &SensorParams::field, Pace::slow, "magnetic field"},
     {"magnetometer.y", "drone.field_y", &SensorParams::field, Pace::slow, "magnetic field"},
     {"magnetometer.z", "drone.field_z", &SensorParams::field, Pace::slow, "magnetic field"}}};

Duration period_of(const SensorParams& p, Duration scan, Pace pace) {
  return pace == Pace::scan ? scan : pace == Pace::slow ? p.slow_period : p.fix_period;
}

/// One reading: its stream is counted by reading, two draws each.
struct Element {
  PointId truth, reading;
  SensorError error;
  Duration period;
  double keep, fresh;
  Stream draws;
  double bias = 0, drift = 0;

  double measure(double value, Time now) {
    const auto count = static_cast<std::uint64_t>(2 * (now.ns / period.ns));
    if (error.drift > 0) drift = keep * drift + fresh * normal(draws, count);
    return value + bias + drift + (error.noise > 0 ? error.noise * normal(draws, count + 1) : 0);
  }
};

class Sensors {
 public:
  Sensors(const SensorParams& p, Duration scan, const Luck& luck, const PointTable& table)
      : carrier_(table.id("gnss.carrier")),
        fix_(table.id("gnss.fix")),
        fix_period_(p.fix_period),
        least_dB_Hz_(p.carrier_dB_Hz) {
    for (const Channel& c : kChannels) {
      Element e{table.id(c.truth),
                table.id(c.name),
                p.*c.error,
                period_of(p, scan, c.pace),
                0,
                0,
                stream(luck, std::string("sensor.") + c.name)};
      const std::string bias = std::string("sensor.") + c.name + ".bias";
      if (e.error.bias > 0) e.bias = e.error.bias * normal(stream(luck, bias), 0);
      e.keep = std::exp(-to_s(e.period) / e.error.drift_s);
      e.fresh = e.error.drift * std::sqrt(1 - e.keep * e.keep);
      elements_.push_back(e);
    }
  }

  void operator()(cyber::TaskContext& context) {
    Bus& bus = context.bus();
    const Time now = context.now();
    const bool fix = bus.read(carrier_) >= least_dB_Hz_;
    if (on_grid(Duration{now.ns}, fix_period_)) bus.write(fix_, fix ? 1 : 0, now);
    for (Element& e : elements_) {
      if (!on_grid(Duration{now.ns}, e.period)) continue;
      if (!fix && e.period == fix_period_) continue;
      bus.write(e.reading, e.measure(bus.read(e.truth), now), now);
    }
  }

 private:
  PointId carrier_, fix_;
  Duration fix_period_;
  double least_dB_Hz_;
  std::vector<Element> elements_;
};

void error_fields(FieldVisitor& v, const std::string& name, SensorError& e, const char* unit) {
  v(name + "_drift", e.drift, unit, at_least(0), "deviation of the drift");
  v(name + "_drift_time", e.drift_s, "s", above(0), "in which it changes");
  v(name + "_noise", e.noise, unit, at_least(0), "deviation of a reading");
  v(name + "_bias", e.bias, unit, at_least(0), "deviation of what stays for a whole run");
}

}  // namespace

void fields(FieldVisitor& v, SensorParams& p) {
  error_fields(v, "gnss_place", p.gnss_place, "m");
  error_fields(v, "gnss_velocity", p.gnss_velocity, "m/s");
  error_fields(v, "barometer", p.barometer, "m");
  error_fields(v, "rate", p.rate, "rad/s");
  error_fields(v, "force", p.force, "m/s^2");
  error_fields(v, "field", p.field, "T");
  error_fields(v, "flow", p.flow, "m/s");
  error_fields(v, "charge", p.charge, "1");
  error_fields(v, "voltage", p.voltage, "V");
  v("fix_period", p.fix_period, above(0), "of satellite fixes");
  v("slow_period", p.slow_period, above(0),
    "of barometer, magnetometer, flow camera and battery monitor");
}

void add_sensors(const SensorParams& p, Duration period, const Luck& luck, PointTable& table,
                 cyber::NetworkPlan& plan) {
  for (const Channel& c : kChannels) {
    const Point truth = table[table.id(c.truth)];
    table.signal(c.name, truth.unit, View::controller, c.doc, c.truth, any_value(), truth.initial);
  }
  table.signal("gnss.fix", "1", View::controller, "1: enough satellites are received", {},
               fraction(), 1);
  plan.tasks.push_back(cyber::only_task("flight_controller", "sensors", period,
                                        [p, period, luck](const PointTable& t) -> cyber::Logic {
                                          return Sensors(p, period, luck, t);
                                        }));
}

}  // namespace twinaxis::drone
