// The flight controller as a device: receiver, estimator, navigator, cascade, motors.

#include <algorithm>
#include <array>

#include "models/drone/drone_twin.h"
#include "sim/cyber/devices/io.h"

namespace twinaxis::drone {
namespace {

/// What the firmware is: as shipped, hostile, or with the way in closed.
enum class Program { genuine, stops_motors, patched };
constexpr double kHostileHeight_m = 40;  // at which the hostile program stops the motors

std::string rotor(std::size_t i) { return "rotor_" + std::to_string(i + 1); }

/// Names become indices; then a scan is reading, deciding, writing.
class Autopilot {
 public:
  Autopilot(const DroneParams& p, Program program, const PointTable& table)
      : p_(p.controller),
        vehicle_(p.plant.vehicle),
        mixer_(vehicle_),
        slow_(p.sensors.slow_period),
        fix_period_(p.sensors.fix_period),
        scan_s_(to_s(p.controller.scan)),
        program_(program),
        attitude_(p.controller.attitude, p.plant.field) {
    const auto ids = [&](auto& to, const auto& names) {
      std::transform(names.begin(), names.end(), to.begin(),
                     [&](const char* n) { return table.id(n); });
    };
    ids(readings_,
        std::array{"imu.rate_x", "imu.rate_y", "imu.rate_z", "imu.force_x", "imu.force_y",
                   "imu.force_z", "magnetometer.x", "magnetometer.y", "magnetometer.z",
                   "barometer.height", "gnss.x", "gnss.y", "gnss.velocity_x", "gnss.velocity_y",
                   "gnss.fix", "flow.velocity_x", "flow.velocity_y", "battery_monitor.charge",
                   "battery_monitor.voltage"});
    ids(outputs_, std::array{"estimate.x", "estimate.y", "estimate.height", "estimate.roll",
                             "estimate.pitch", "estimate.heading", "flight.mode", "flight.cause",
                             "flight.fix_rejected", "flight.compass_rejected", "flight.link_age"});
    for (std::size_t i = 0; i < setting_count; ++i)
      settings_[i] = table.id(std::string("flight_controller.") + flight_settings()[i].name);
    for (std::size_t i = 0; i < command_count; ++i)
      commands_[i] = table.id(std::string("command.") + command_points()[i].name);
    for (std::size_t i = 0; i < kRotorCount; ++i) rotors_[i] = table.id(rotor(i) + ".output");
    clock_ = table.id("command.clock"), heard_ = table.id("radio.heard");
  }

  void operator()(cyber::TaskContext& context) {
    const Bus& bus = context.bus();
    for (std::size_t i = 0; i < setting_count; ++i)
      set_.*flight_settings()[i].value = bus.read(settings_[i]);
    if (program_ == Program::patched) set_.cut_in_air = 0;
    listen(context);
    const Believed seen = believe(context);
    const NavigatorMemory before = navigator_;
    const Decision decision =
        navigate(set_, orders_, situation(context, seen), navigator_, scan_s_);
    tell(context, before);
    RotorCommand command{};
    if (decision.motors) {
      command = cascade(p_.control, vehicle_, mixer_, decision.aim, seen, cascade_, scan_s_);
    } else {
      cascade_ = {};
    }
    stopped_ = stopped_ || seen.position_m[2] > kHostileHeight_m;
    if (program_ == Program::stops_motors && stopped_) command = {};
    for (std::size_t i = 0; i < kRotorCount; ++i)
      context.bus().write(rotors_[i], command[i], context.now());
    write(context, seen);
  }

 private:
  double reading(const Bus& bus, std::size_t i) const { return bus.read(readings_[i]); }

  /// An order counts if its frame was heard and its clock is a new one.
  void listen(cyber::TaskContext& context) {
    const Bus& bus = context.bus();
    const double clock = bus.read(clock_);
    if (clock == clock_seen_ || bus.read(heard_) < 0.5) return;
    clock_seen_ = clock, heard_at_ = context.now();
    const auto command = [&](CommandIndex i) { return bus.read(commands_[i]); };
    orders_.mode = static_cast<Mode>(std::clamp(std::lround(command(command_mode)), 0L, 5L));
    orders_.position_m = {command(command_x), command(command_y), command(command_height)};
    orders_.velocity_m_s = {command(command_velocity_x), command(command_velocity_y),
                            command(command_climb)};
    orders_.heading_rad = command(command_heading);
  }

  Vector readings(const Bus& bus, std::size_t i) const {
    return {reading(bus, i), reading(bus, i + 1), reading(bus, i + 2)};
  }

  Believed believe(cyber::TaskContext& context) {
    const Bus& bus = context.bus();
    const Duration now{context.now().ns};
    const bool slow = on_grid(now, slow_), fix = on_grid(now, fix_period_);
    const Vector rate = readings(bus, 0), force = readings(bus, 3), field = readings(bus, 6);
    if (attitude_.aligned()) attitude_.turn(rate, force, scan_s_);
    else attitude_.align(rate, force, field);
    if (slow) attitude_.compare(field);
    EstimatorReadings r;
    r.acceleration_m_s2 = rotate(attitude_.attitude(), force) - Vector{0, 0, kGravity_m_s2};
    r.barometer_m = reading(bus, 9), r.barometer_fresh = r.flow_fresh = slow;
    r.fix = {fix && reading(bus, 14) >= 0.5, reading(bus, 10), reading(bus, 11), reading(bus, 12),
             reading(bus, 13)};
    r.flow_x_m_s = reading(bus, 15), r.flow_y_m_s = reading(bus, 16);
    estimate(p_.estimator, {set_.gate_ratio, set_.flow_check >= 0.5}, r, estimator_, scan_s_);
    if (fix) attitude_.level(velocity(r));
    Believed b{{}, {}, attitude_.attitude(), attitude_.rate_rad_per_s()};
    for (std::size_t i = 0; i < 3; ++i) {
      b.position_m[i] = estimator_.axis[i].place_m;
      b.velocity_m_s[i] = estimator_.axis[i].velocity_m_s;
    }
    return b;
  }

  /// Of the last fix, if that counts.
  std::optional<Vector> velocity(const EstimatorReadings& r) const {
    if (!r.fix.fresh || estimator_.rejecting) return {};
    return Vector{r.fix.x_m_s, r.fix.y_m_s, 0};
  }

  Situation situation(cyber::TaskContext& context, const Believed& b) const {
    const Bus& bus = context.bus();
    return {.position_m = b.position_m,
            .velocity_m_s = b.velocity_m_s,
            .place_lost = estimator_.lost,
            .battery_fraction = reading(bus, 17),
            .battery_V = reading(bus, 18),
            .link_age_s = to_s(context.now() - heard_at_)};
  }

  /// Fail-safes, refusals and rejected fixes are events.
  void tell(cyber::TaskContext& context, const NavigatorMemory& before) {
    const auto event = [&](const std::string& name, double value) {
      context.log().push_back({context.now(), "flight_controller." + name, "", value, "1"});
    };
    if (navigator_.cause != before.cause && navigator_.cause != Cause::order)
      event(std::string("failsafe_") + kCauseNames[static_cast<std::size_t>(navigator_.cause)], 0);
    if (navigator_.cut_refused && !before.cut_refused) event("refuses_cut", 0);
    if (navigator_.flying && estimator_.rejecting && !rejecting_) event("rejects_fix", 0);
    if (navigator_.flying && attitude_.rejects_field() && !rejects_field_)
      event("rejects_compass", 0);
    rejecting_ = estimator_.rejecting, rejects_field_ = attitude_.rejects_field();
  }

  void write(cyber::TaskContext& context, const Believed& b) const {
    const Angles angles = angles_of(b.attitude);
    const double values[] = {b.position_m[0],
                             b.position_m[1],
                             b.position_m[2],
                             angles.roll_rad,
                             angles.pitch_rad,
                             angles.heading_rad,
                             static_cast<double>(navigator_.mode),
                             static_cast<double>(navigator_.cause),
                             rejecting_ ? 1.0 : 0.0,
                             rejects_field_ ? 1.0 : 0.0,
                             to_s(context.now() - heard_at_)};
    for (std::size_t i = 0; i < outputs_.size(); ++i)
      context.bus().write(outputs_[i], values[i], context.now());
  }

  ControllerParams p_;
  Vehicle vehicle_;
  Mixer mixer_;
  Duration slow_, fix_period_;
  double scan_s_;
  Program program_;
  AttitudeFilter attitude_;
  bool stopped_ = false, rejecting_ = false, rejects_field_ = false;
  std::array<PointId, 19> readings_{};
  std::array<PointId, 11> outputs_{};
  std::array<PointId, setting_count> settings_{};
  std::array<PointId, command_count> commands_{};
  std::array<PointId, kRotorCount> rotors_{};
  PointId clock_, heard_;
  FlightSettings set_;
  FlightOrders orders_;
  double clock_seen_ = 0;
  Time heard_at_;
  EstimatorMemory estimator_;
  NavigatorMemory navigator_;
  CascadeMemory cascade_;
};

std::vector<cyber::Actuator> rotors(const Vehicle& v) {
  std::vector<cyber::Actuator> all;
  for (std::size_t i = 0; i < kRotorCount; ++i)
    all.push_back({rotor(i), "rad/s", between(0, v.top_rad_per_s), 0, 0, "speed of a rotor"});
  return all;
}

cyber::LogicMaker program(const DroneParams& p, Program which) {
  return [p, which](const PointTable& table) -> cyber::Logic {
    std::vector<cyber::Wire> wires;
    for (const auto& each : rotors(p.plant.vehicle)) wires.push_back(wire(each));
    return [pilot = Autopilot(p, which, table),
            motors = cyber::WiredIo(wires, table)](cyber::TaskContext& context) mutable {
      pilot(context);
      motors.copy(context);
    };
  };
}

}  // namespace

void add_flight_controller(const DroneParams& p, const Luck& luck, PointTable& table,
                           cyber::NetworkPlan& plan) {
  declare_flight_signals(p.controller.settings, table);
  for (const auto& each : rotors(p.plant.vehicle)) declare(table, each);
  cyber::add_host(plan, "flight_controller", "aircraft", "flight controller of the drone");
  SensorParams sensors = p.sensors;
  sensors.carrier_dB_Hz = p.plant.gnss_band.needed_dB_Hz;
  add_sensors(sensors, p.controller.scan, luck, table, plan);
  plan.tasks.push_back({.host = "flight_controller",
                        .name = "scan",
                        .period = p.controller.scan,
                        .phase = {},
                        .logics = {{"genuine", program(p, Program::genuine)},
                                   {"stops_motors", program(p, Program::stops_motors)},
                                   {"patched", program(p, Program::patched)}},
                        .when_off = fail_safe_when_off(rotors(p.plant.vehicle))});
  for (std::size_t i = 1; i < kCauseNames.size(); ++i)
    plan.events.push_back(std::string("flight_controller.failsafe_") + kCauseNames[i]);
  for (const char* name : {"refuses_cut", "rejects_fix", "rejects_compass"})
    plan.events.push_back(std::string("flight_controller.") + name);
}

}  // namespace twinaxis::drone
