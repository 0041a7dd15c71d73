#include "sim/cyber/devices/io.h"

namespace twinaxis::cyber {

void declare(PointTable& table, const Sensor& sensor) {
  const Point& truth = table[table.id(sensor.truth)];
  table.signal(sensor.name + ".reading", truth.unit, View::controller, sensor.doc, sensor.truth,
               any_value(), truth.initial);
}

void declare(PointTable& table, const Actuator& actuator) {
  table.signal(actuator.name + ".output", actuator.unit, View::controller,
               "what the controller wants of " + actuator.name, {}, actuator.range,
               actuator.initial);
  table.signal(actuator.name + ".command", actuator.unit, View::controller, actuator.doc, {},
               actuator.range, actuator.initial);
}

WiredIo::WiredIo(const std::vector<Wire>& wires, const PointTable& table) {
  for (const Wire& each : wires) ends_.push_back({table.id(each.source), table.id(each.target)});
}

void WiredIo::copy(TaskContext& context) const {
  for (const auto& [source, target] : ends_) {
    context.bus().write(target, context.bus().read(source), context.now());
  }
}

Presets::Presets(const std::vector<Actuator>& actuators, const std::string& suffix,
                 const PointTable& table) {
  for (const Actuator& actuator : actuators) {
    values_.push_back({table.id(actuator.name + suffix), actuator.fail_safe});
  }
}

void Presets::write(TaskContext& context) const {
  for (const auto& [point, value] : values_) context.bus().write(point, value, context.now());
}

LogicMaker fail_safe_when_off(std::vector<Actuator> actuators) {
  return [actuators = std::move(actuators)](const PointTable& table) -> Logic {
    return [presets = Presets(actuators, ".command", table)](TaskContext& context) {
      presets.write(context);
    };
  };
}

LogicMaker clock_at(std::string point) {
  return [point = std::move(point)](const PointTable& table) -> Logic {
    return [clock = table.id(point)](TaskContext& context) {
      context.bus().write(clock, to_s(context.now()), context.now());
    };
  };
}

void add_copies(NetworkPlan& plan, PointTable& table, const Copies& copies) {
  ChannelPlan channel;
  channel.name = copies.from + "->" + copies.to + ":" + copies.purpose;
  channel.from = copies.from;
  channel.to = copies.to;
  channel.service = copies.service;
  channel.period = copies.period;
  channel.phase = copies.phase;
  channel.doc = copies.purpose + " from " + copies.from + " to " + copies.to;
  for (const std::string& name : copies.points) {
    const Point source = table[table.id(name)];
    table.signal(copies.to + "." + name, source.unit, copies.view,
                 name + " as " + copies.to + " has it", source.shows, any_value(), source.initial);
    channel.block.push_back({name, copies.to + "." + name});
  }
  plan.channels.push_back(std::move(channel));
}

}  // namespace twinaxis::cyber
