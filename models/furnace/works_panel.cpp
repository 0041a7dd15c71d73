// What hangs in the works themselves and needs no server: gauges, a horn, a portable pyrometer.

#include <algorithm>

#include "models/furnace/works_twin.h"
#include "sim/cyber/devices/server.h"

namespace twinaxis::furnace {
namespace {

constexpr Duration kEvery{10 * kNanosecondsPerSecond};

std::vector<std::string> bearing_temperatures(const WorksParams& p) {
  std::vector<std::string> names;
  for (const auto& each : p.fan.bearings) names.push_back("bearing." + each.name + ".temperature");
  return names;
}

/// Gauges and a pyrometer in the works, as the last patrol read them, and a horn that needs no
/// server.
class Panel {
 public:
  Panel(const WorksParams& p, const PointTable& table)
      : horn_(table.id("local_alarm.on")),
        patrol_(table.id("patrol.on")),
        fan_speed_(table.id("fan.speed")),
        fan_dial_(table.id("panel.fan_speed")) {
    hang(table, "panel.bearing", bearing_temperatures(p));
    hang(table, "panel.shell", {"holder.spot_temperature", "holder.shell_temperature"});
    for (const auto& zone : p.zones) {
      if (zone.preheats) continue;
      dials_.emplace_back(table.id("furnace." + zone.name + ".temperature"),
                          table.id("panel." + zone.name + "_temperature"));
    }
  }

  void look(cyber::TaskContext& context) {
    Bus& bus = context.bus();
    const bool read = bus.read(patrol_) >= 0.5;
    bus.write(fan_dial_, bus.read(fan_speed_), context.now());  // everybody hears the fan
    for (const auto& [truth, dial] : dials_) {
      if (read) bus.write(dial, bus.read(truth), context.now());
    }
    for (Gauge& g : gauges_) {
      double hottest_K = 0;
      for (const PointId each : g.truths) hottest_K = std::max(hottest_K, bus.read(each));
      if (read) bus.write(g.shown, hottest_K, context.now());
      const bool on = bus.read(horn_) >= 0.5 && hottest_K > bus.read(g.limit);
      if (on && !g.on) context.log().push_back({context.now(), g.event, "", hottest_K, "K"});
      g.on = on;
      bus.write(g.alarm, on ? 1 : 0, context.now());
    }
  }

 private:
  struct Gauge {
    std::vector<PointId> truths;  ///< the hottest of them shows
    PointId shown, limit, alarm;
    std::string event;
    bool on = false;
  };
  void hang(const PointTable& table, const std::string& head,
            const std::vector<std::string>& truths) {
    Gauge gauge{{},
                table.id(head + "_temperature"),
                table.id(head + "_limit"),
                table.id(head + "_alarm"),
                head + "_alarm"};
    for (const auto& name : truths) gauge.truths.push_back(table.id(name));
    gauges_.push_back(std::move(gauge));
  }

  PointId horn_, patrol_, fan_speed_, fan_dial_;
  std::vector<Gauge> gauges_;
  std::vector<std::pair<PointId, PointId>> dials_;
};

cyber::LogicMaker local_panel(const WorksParams& p) {
  return [p](const PointTable& table) -> cyber::Logic {
    return [panel = Panel(p, table)](cyber::TaskContext& context) mutable { panel.look(context); };
  };
}

}  // namespace

void add_works_panel(const WorksTwinParams& p, PointTable& table, cyber::NetworkPlan& plan) {
  cyber::add_host(plan, "panel", "plant", "gauges and horn in the works");
  const auto gauge = [&](const std::string& name, const std::string& truth,
                         const std::string& doc) {
    table.signal("panel." + name + "_temperature", "K", View::operators, doc, truth, any_value(),
                 table[table.id(truth)].initial);
  };
  gauge("bearing", bearing_temperatures(p.plant).front(),
        "hottest bearing, as last read on a patrol");
  gauge("shell", "holder.spot_temperature", "hottest shell, as last read on a patrol");
  for (const auto& zone : p.plant.zones) {
    if (zone.preheats) continue;
    gauge(zone.name, "furnace." + zone.name + ".temperature",
          zone.name + " zone, as last measured on a patrol");
  }
  table.signal("panel.fan_speed", "1", View::operators, "speed of the fan, dial in the works",
               "fan.speed", any_value(), 1);
  const auto alarm = [&](const char* name, double limit_K) {
    const std::string head = std::string("panel.") + name;
    table.parameter(head + "_limit", "K", limit_K, "limit of the horn", above(0));
    table.signal(head + "_alarm", "1", View::operators, "1 while the horn sounds");
  };
  alarm("bearing", p.report.bearing_K);
  alarm("shell", p.report.shell_K);
  table.parameter("local_alarm.on", "1", 0, "1: a horn in the works that needs no server",
                  fraction());
  plan.tasks.push_back(cyber::only_task("panel", "gauges", kEvery, local_panel(p.plant)));
}

}  // namespace twinaxis::furnace
