#pragma once
// A small works under test: station, PLC, HMI.

#include "sim/cyber/devices/field_station.h"
#include "sim/cyber/devices/hmi.h"
#include "sim/cyber/devices/plc.h"
#include "tests/cyber/rig.h"

namespace twinaxis::cyber {

/// A level, read by LT-1 on a station; a PLC that opens CV-1 to level / 10; an HMI.
struct Site {
  Site() {
    plan = two_zones();
    plan.zones["outside"];
    plan.links.push_back({"outside", "control"});
    table.truth("level", "m", "", 5);
    station.host = "station";
    station.zone = "field";
    station.controller = "plc";
    station.sensors = {{"LT-1", "level", "level of the tank"}};
    station.actuators = {{"CV-1", "1", fraction(), 0.5, 0.25, "outlet"}};
    station.params = {.scan = s(1), .fail_safe_after = s(5)};
    plc.host = "plc";
    plc.zone = "control";
    plc.bus_actuators = station.actuators;
    plc.watched_channel = station.readings_channel();
    plc.params = {.scan = s(1), .phase = {}, .watchdog = s(3)};
    plc.control = [](const PointTable& points) -> Logic {
      const PointId level = points.id("LT-1.reading"), valve = points.id("CV-1.output");
      return [=](TaskContext& c) { c.bus().write(valve, c.bus().read(level) / 10, c.now()); };
    };
    hmi.host = "hmi";
    hmi.zone = "control";
    hmi.controller = "plc";
    hmi.service = "opc";
    hmi.shows = {"LT-1.reading"};
    hmi.alarms = {{"level_high", "LT-1.reading", {8, 0.5, Limit::Side::high}, 1, true, "level"},
                  {"level_low", "LT-1.reading", {2, 0.5, Limit::Side::low}, 2, true, "level"}};
  }
  void add_all() {
    add(plan, table, station);
    add(plan, table, plc);
    add(plan, table, hmi);
  }
  NetworkPlan plan;
  PointTable table;
  FieldStation station;
  Plc plc;
  Hmi hmi;
};

inline const Event* first(const EventLog& log, const std::string& name) {
  for (const Event& event : log) {
    if (event.name == name) return &event;
  }
  return nullptr;
}

}  // namespace twinaxis::cyber
