#pragma once
// A bus with two signals, a parameter, a host and a channel, on which interventions act.

#include <string>
#include <utility>
#include <vector>

#include "sim/intervene/schedule.h"

namespace twinaxis {

inline PointTable small_table() {
  PointTable table;
  table.truth("tank.level", "m", "what is");
  table.signal("LT-1.reading", "m", View::controller, "what is read", "tank.level");
  table.signal("TT-1.reading", "K", View::controller, "temperature");
  table.signal("TT-2.reading", "K", View::controller, "another temperature");
  table.parameter("LIC-1.setpoint", "m", 2, "wanted level");
  table.host("plc1", "controller");
  table.channel("plc1->hmi1", "readings");
  return table;
}

/// The phases of a step that interventions see: something is written, then they are refreshed.
struct World {
  explicit World(std::vector<Intervention> interventions,
                 const std::vector<std::string>& not_reached = {})
      : schedule(std::move(interventions), table, 1, 0, not_reached) {}

  std::vector<Edge> write(double level_m, double now_s) {
    bus.write(level, level_m, time_from_s(now_s));
    return schedule.refresh(time_from_s(now_s), bus, log);
  }
  /// What everybody reads after `level_m` was written.
  double seen(double level_m, double now_s) {
    write(level_m, now_s);
    return bus.read(level);
  }
  std::vector<std::string> event_names() const {
    std::vector<std::string> names;
    for (const auto& event : log) names.push_back(event.name);
    return names;
  }

  PointTable table = small_table();
  PointId level = table.id("LT-1.reading");
  Bus bus{table};
  EventLog log;
  Schedule schedule;
};

inline Intervention on_level(std::string id, Effect effect) {
  Intervention result;
  result.id = std::move(id);
  result.on = "LT-1.reading";
  result.effect = std::move(effect);
  return result;
}

}  // namespace twinaxis
