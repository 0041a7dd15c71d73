// The dedicated controller (remote controller on the wall): takes orders from the app, from the
// smart-home platform and from its own panel, checks them, and hands them to the board.

#include <array>
#include <cmath>

#include "models/water_heater/home_twin.h"

namespace twinaxis::water_heater {
namespace {

constexpr double kMalware_K = 348.15;  ///< what the hostile program asks for: 75 degC

/// What a program does with an order.
enum class Character { genuine, limits_removed, overheats };

struct Sources {
  std::array<PointId, property_count> app, out;
  PointId platform_automatic, platform_setpoint, panel_setpoint, panel_bath_setpoint;
  PointId ceiling, lock_limit, child_lock, bath_priority, local_operation, clock;

  explicit Sources(const PointTable& table) {
    const auto properties = property_points({});
    for (std::size_t i = 0; i < property_count; ++i) {
      app[i] = table.id("order." + properties[i].name);
      out[i] = table.id("remote_controller." + properties[i].name);
    }
    platform_automatic = table.id("platform_order.auto");
    platform_setpoint = table.id("platform_order.setpoint");
    panel_setpoint = table.id("panel.setpoint");
    panel_bath_setpoint = table.id("panel.bath_setpoint");
    ceiling = table.id("remote_controller.ceiling");
    lock_limit = table.id("panel.child_lock_limit");
    child_lock = table.id("panel.child_lock");
    bath_priority = table.id("panel.bath_priority");
    local_operation = table.id("remote_controller.local_operation");
    clock = table.id("order.clock");
  }
};

/// An order is a change of a property: the latest change wins, whoever made it.
class Controller {
 public:
  Controller(Character character, Duration silence, const PointTable& table)
      : character_(character), silence_(silence), at_(table) {}

  void operator()(cyber::TaskContext& context) {
    Bus& bus = context.bus();
    if (!started_) start(bus, context.now());
    for (std::size_t i = 0; i < property_count; ++i) {
      if (changed(bus, at_.app[i], app_seen_[i])) {
        take(context, static_cast<Property>(i), app_seen_[i], "app");
      }
    }
    if (changed(bus, at_.platform_automatic, platform_seen_[0])) {
      take(context, automatic, platform_seen_[0], "platform");
    }
    if (changed(bus, at_.platform_setpoint, platform_seen_[1])) {
      take(context, setpoint, platform_seen_[1], "platform");
    }
    if (changed(bus, at_.panel_setpoint, panel_seen_[0])) in_force_[setpoint] = panel_seen_[0];
    if (changed(bus, at_.panel_bath_setpoint, panel_seen_[1])) {
      in_force_[bath_setpoint] = panel_seen_[1];
    }
    watch_cloud(context);
    for (std::size_t i = 0; i < property_count; ++i) {
      bus.write(at_.out[i], value(static_cast<Property>(i)), context.now());
    }
  }

 private:
  void start(const Bus& bus, Time now) {
    for (std::size_t i = 0; i < property_count; ++i) {
      app_seen_[i] = bus.read(at_.app[i]);
      in_force_[i] = bus.written(at_.out[i]);
    }
    platform_seen_ = {bus.read(at_.platform_automatic), bus.read(at_.platform_setpoint)};
    panel_seen_ = {bus.read(at_.panel_setpoint), bus.read(at_.panel_bath_setpoint)};
    clock_at_ = now;
    started_ = true;
  }

  static bool changed(const Bus& bus, PointId point, double& seen) {
    const double now = bus.read(point);
    if (now == seen) return false;
    seen = now;
    return true;
  }

  bool refuses(const Bus& bus, Property property, double asked) const {
    if (character_ != Character::genuine) return false;
    if (property != setpoint && property != bath_setpoint) return false;
    if (bus.read(at_.bath_priority) >= 0.5 || asked > bus.read(at_.ceiling)) return true;
    return bus.read(at_.child_lock) >= 0.5 && asked > bus.read(at_.lock_limit);
  }

  void take(cyber::TaskContext& context, Property property, double asked, const char* source) {
    if (!refuses(context.bus(), property, asked)) {
      in_force_[property] = asked;
      return;
    }
    context.log().push_back({context.now(), "remote_controller.refuses", source, asked, "K"});
  }

  /// The clock of the cloud stands still when the cloud does.
  void watch_cloud(cyber::TaskContext& context) {
    if (changed(context.bus(), at_.clock, clock_seen_)) clock_at_ = context.now();
    const bool was_lost = lost_;
    lost_ = context.now() - clock_at_ > silence_ && context.bus().read(at_.local_operation) < 0.5;
    if (lost_ && !was_lost) {
      context.log().push_back(
          {context.now(), "remote_controller.stand_by", "the cloud is silent", 0, ""});
    }
  }

  double value(Property property) const {
    if (character_ == Character::overheats && property == setpoint) return kMalware_K;
    if (lost_ && (property == power || property == automatic)) return 0;
    return in_force_[property];
  }

  Character character_;
  Duration silence_;
  Sources at_;
  bool started_ = false, lost_ = false;
  std::array<double, property_count> app_seen_{}, in_force_{};
  std::array<double, 2> platform_seen_{}, panel_seen_{};
  double clock_seen_ = 0;
  Time clock_at_;
};

void declare_settings(const SettingParams& s, PointTable& table) {
  const Range temperature = between(273.15, 373.15);
  table.parameter("panel.setpoint", "K", s.setpoint_K, "hot water, set on the wall", temperature);
  table.parameter("panel.bath_setpoint", "K", s.bath_setpoint_K, "bath, set on the wall",
                  temperature);
  table.parameter("panel.child_lock", "1", s.child_lock ? 1 : 0,
                  "1: nothing hotter than panel.child_lock_limit is taken", fraction());
  table.parameter("panel.child_lock_limit", "K", s.child_lock_K, "limit of the child lock",
                  temperature);
  table.parameter("panel.bath_priority", "1", s.bath_priority ? 1 : 0,
                  "1: the bath has priority, orders from outside change no temperature (0xE9)",
                  fraction());
  table.parameter("remote_controller.ceiling", "K", s.remote_ceiling_K,
                  "highest set-point that is taken from outside", temperature);
  table.parameter("remote_controller.local_operation", "1", s.local_operation ? 1 : 0,
                  "1: works on without the cloud; 0: goes to stand-by", fraction());
}

}  // namespace

std::vector<PropertyPoint> property_points(const SettingParams& p) {
  const Range temperature = between(273.15, 373.15);
  return {{"power", "1", "operation (ECHONET Lite 0x80)", fraction(), 1},
          {"setpoint", "K", "hot water (0xD1)", temperature, p.setpoint_K},
          {"bath_setpoint", "K", "bath (0xE1)", temperature, p.bath_setpoint_K},
          {"auto", "1", "fill the bath and keep it warm (0xE3)", fraction(), 0},
          {"reheat", "1", "reheat the bath once (0xE4)", fraction(), 0}};
}

void add_controller(const HomeParams& p, PointTable& table, cyber::NetworkPlan& plan) {
  declare_settings(p.settings, table);
  for (const auto& property : property_points(p.settings)) {
    table.signal("order." + property.name, property.unit, View::controller,
                 property.doc + ", ordered by the app, as the controller has it", {},
                 property.range, property.initial);
    table.signal("remote_controller." + property.name, property.unit, View::controller,
                 property.doc + ", in force", {}, property.range, property.initial);
  }
  table.signal("order.clock", "s", View::controller,
               "clock of the cloud, as the controller has it");
  const auto properties = property_points(p.settings);
  table.signal("platform_order.auto", "1", View::controller, "ordered by the smart-home platform",
               {}, fraction(), 0);
  table.signal("platform_order.setpoint", "K", View::controller,
               "ordered by the smart-home platform", {}, properties[setpoint].range,
               p.settings.setpoint_K);
  cyber::add_host(plan, "remote_controller", "appliance",
                  "dedicated controller: panel on the wall with a network connection");
  const auto program = [silence = p.network.cloud_silence](Character character) {
    return [silence, character](const PointTable& points) -> cyber::Logic {
      return Controller(character, silence, points);
    };
  };
  plan.tasks.push_back({.host = "remote_controller",
                        .name = "orders",
                        .period = p.network.controller_scan,
                        .phase = {},
                        .logics = {{"genuine", program(Character::genuine)},
                                   {"limits_removed", program(Character::limits_removed)},
                                   {"overheats", program(Character::overheats)}},
                        .when_off = {}});
}

}  // namespace twinaxis::water_heater
