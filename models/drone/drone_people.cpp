// The pilot's eyes and hands, and the recovery system that needs neither.

#include "models/drone/drone_twin.h"
#include "sim/cyber/devices/io.h"

namespace twinaxis::drone {
namespace {

constexpr Duration kLook{200'000'000}, kRecoveryScan{20'000'000};

/// What the pilot sees without a screen: how far away the drone is.
cyber::LogicMaker eyes() {
  return [](const PointTable& table) -> cyber::Logic {
    return [truth = table.id("drone.distance"), seen = table.id("eyes.distance")](
               cyber::TaskContext& c) { c.bus().write(seen, c.bus().read(truth), c.now()); };
  };
}

/// Opens the parachute after a while of free fall, by its own sensor.
class Recovery {
 public:
  Recovery(const RecoveryParams& p, const PointTable& table)
      : p_(p),
        fitted_(table.id("recovery.fitted")),
        output_(table.id("parachute.output")),
        height_(table.id("recovery_barometer.reading")) {
    for (const char* axis : {"x", "y", "z"})
      forces_.push_back(table.id(std::string("recovery_") + axis + ".reading"));
  }

  void operator()(cyber::TaskContext& context) {
    const Bus& bus = context.bus();
    double square = 0;
    for (const PointId each : forces_) square += bus.read(each) * bus.read(each);
    const bool falls = square < p_.free_fall_m_s2 * p_.free_fall_m_s2;
    falling_s_ = falls ? falling_s_ + to_s(kRecoveryScan) : 0;
    const bool due = falling_s_ >= p_.after_s && bus.read(height_) > p_.least_m;
    if (!open_ && due && bus.read(fitted_) >= 0.5) {
      open_ = true;
      context.log().push_back({context.now(), "recovery.opens", "", bus.read(height_), "m"});
    }
    context.bus().write(output_, open_ ? 1 : 0, context.now());
  }

 private:
  RecoveryParams p_;
  PointId fitted_, output_, height_;
  std::vector<PointId> forces_;
  double falling_s_ = 0;
  bool open_ = false;
};

const std::vector<cyber::Sensor>& recovery_sensors() {
  static const std::vector<cyber::Sensor> all{
      {"recovery_x", "drone.force_x", "accelerometer of the recovery system"},
      {"recovery_y", "drone.force_y", "accelerometer of the recovery system"},
      {"recovery_z", "drone.force_z", "accelerometer of the recovery system"},
      {"recovery_barometer", "drone.height", "barometer of the recovery system"}};
  return all;
}

const cyber::Actuator kParachute{"parachute", "1", fraction(), 0, 0, "release of the parachute"};

}  // namespace

void fields(FieldVisitor& v, RecoveryParams& p) {
  v("free_fall", p.free_fall_m_s2, "m/s^2", above(0), "felt force below which it falls");
  v("after", p.after_s, "s", at_least(0), "that it must fall");
  v("least_height", p.least_m, "m", at_least(0), "below which the parachute stays closed");
}

/// Delays: seconds from seeing to acting (assumption); a scenario may draw them.
std::map<std::string, cyber::Procedure> pilot_procedures() {
  const cyber::Act home{"phone.command.mode", 3}, down{"phone.command.mode", 4};
  std::map<std::string, cyber::Procedure> all;
  const auto add = [&](cyber::Procedure p) { all[p.id] = std::move(p); };
  add(cyber::procedure("battery_low", "phone.status.battery < 0.3 for 2 s", 5, {home}));
  // Who was told to keep the drone in sight sees it go and brings it down.
  add(cyber::procedure("flies_away", "pilot.watches == 1 and eyes.distance > 40 m for 1 s", 3,
                       {down}));
  return all;
}

void add_pilot(const DroneParams& p, PointTable& table, cyber::NetworkPlan& plan) {
  table.parameter("pilot.watches", "1", 0,
                  "1: the pilot knows the risk and keeps the drone in sight", fraction());
  table.signal("eyes.distance", "m", View::operators, "level distance as the pilot sees it",
               "drone.distance");
  cyber::Operator pilot{.name = "pilot",
                        .zone = "pilot",
                        .hmi = "phone",
                        .doc = "who flies the drone",
                        .looks_every = kLook,
                        .procedures = {}};
  for (auto [id, each] : p.procedures) {
    each.id = id;
    pilot.procedures.push_back(each);
  }
  cyber::add(plan, pilot);
  plan.tasks.push_back(cyber::only_task("pilot", "eyes", kLook, eyes()));
}

void add_recovery(const DroneParams& p, PointTable& table, cyber::NetworkPlan& plan) {
  cyber::add_host(plan, "recovery", "aircraft",
                  "recovery system with a battery and sensors of its own; joined to nothing");
  table.parameter("recovery.fitted", "1", 0, "1: the drone carries a parachute", fraction());
  std::vector<cyber::Wire> in;
  for (const auto& sensor : recovery_sensors()) {
    declare(table, sensor);
    in.push_back(wire(sensor));
  }
  declare(table, kParachute);
  const auto logic = [in, params = p.recovery](const PointTable& points) -> cyber::Logic {
    return [recovery = Recovery(params, points), readings = cyber::WiredIo(in, points),
            release = cyber::WiredIo({wire(kParachute)}, points)](cyber::TaskContext& c) mutable {
      readings.copy(c);
      recovery(c);
      release.copy(c);
    };
  };
  plan.tasks.push_back(cyber::only_task("recovery", "watch", kRecoveryScan, logic));
  plan.events.push_back("recovery.opens");
}

}  // namespace twinaxis::drone
