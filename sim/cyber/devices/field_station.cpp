#include "sim/cyber/devices/field_station.h"

namespace twinaxis::cyber {
namespace {

ChannelPlan cyclic(const std::string& name, const std::string& from, const std::string& to,
                   const FieldStation& station) {
  ChannelPlan channel;
  channel.name = name;
  channel.from = from;
  channel.to = to;
  channel.service = station.service;
  channel.period = station.params.scan;
  return channel;
}

LogicMaker watch(const FieldStation& station, ChannelIndex commands) {
  return [station, commands](const PointTable& table) -> Logic {
    return [host = station.host, after = station.params.fail_safe_after, commands,
            safe = Presets(station.actuators, ".command", table),
            lost = false](TaskContext& context) mutable {
      const bool silent = after.ns > 0 && context.age(commands) > after;
      if (silent) safe.write(context);
      if (silent && !lost) {
        context.log().push_back({context.now(), host + ".fail_safe", "no commands", 0, ""});
      }
      lost = silent;
    };
  };
}

}  // namespace

void fields(FieldVisitor& v, FieldStationParams& p) {
  v("scan", p.scan, above(0), "period of readings and commands");
  v("fail_safe_after", p.fail_safe_after, at_least(0),
    "silence after which the actuators take their fail-safe positions; 0 s: never");
}

void add(NetworkPlan& plan, PointTable& table, const FieldStation& station) {
  plan.hosts[station.host] = {station.zone, station.doc, 0};
  auto up = cyclic(station.readings_channel(), station.host, station.controller, station);
  up.doc = "sensor readings of " + station.host;
  for (const Sensor& sensor : station.sensors) {
    declare(table, sensor);
    up.block.push_back(wire(sensor));
  }
  auto down = cyclic(station.commands_channel(), station.controller, station.host, station);
  down.doc = "commands to " + station.host;
  for (const Actuator& actuator : station.actuators) {
    declare(table, actuator);
    down.block.push_back(wire(actuator));
  }
  plan.channels.push_back(std::move(up));
  const ChannelIndex commands{plan.channels.size()};
  plan.channels.push_back(std::move(down));

  TaskPlan task;
  task.host = station.host;
  task.name = "watch";
  task.period = station.params.scan;
  task.logics = {{"genuine", watch(station, commands)}};
  task.when_off = fail_safe_when_off(station.actuators);
  plan.tasks.push_back(std::move(task));
  plan.events.push_back(station.host + ".fail_safe");
}

}  // namespace twinaxis::cyber
