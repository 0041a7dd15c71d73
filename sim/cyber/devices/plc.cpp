#include "sim/cyber/devices/plc.h"

#include <optional>

namespace twinaxis::cyber {
namespace {

std::vector<Actuator> all_actuators(const Plc& plc) {
  std::vector<Actuator> all = plc.wired_actuators;
  all.insert(all.end(), plc.bus_actuators.begin(), plc.bus_actuators.end());
  return all;
}

template <class Device>
std::vector<Wire> wires(const std::vector<Device>& devices) {
  std::vector<Wire> result;
  for (const Device& device : devices) result.push_back(wire(device));
  return result;
}

/// Inputs, watchdog, control function, outputs: what surrounds every program.
LogicMaker scan(const Plc& plc, const LogicMaker& program, std::optional<ChannelIndex> watched) {
  return [plc, program, watched](const PointTable& table) -> Logic {
    return [host = plc.host, bears = plc.params.watchdog, watched,
            inputs = WiredIo(wires(plc.wired_sensors), table),
            outputs = WiredIo(wires(plc.wired_actuators), table),
            safe = Presets(all_actuators(plc), ".output", table), program = program(table),
            blind = false](TaskContext& context) mutable {
      inputs.copy(context);
      const bool silent = watched && bears.ns > 0 && context.age(*watched) > bears;
      if (silent) safe.write(context);
      else program(context);
      if (silent && !blind) {
        context.log().push_back({context.now(), host + ".watchdog", "no readings", 0, ""});
      }
      blind = silent;
      outputs.copy(context);
    };
  };
}

/// A program that writes zero to every output, whatever the fail-safe position.
LogicMaker zeros(std::vector<Actuator> actuators) {
  for (Actuator& actuator : actuators) actuator.fail_safe = 0;
  return [actuators](const PointTable& table) -> Logic {
    return [zero = Presets(actuators, ".output", table)](TaskContext& context) {
      zero.write(context);
    };
  };
}

}  // namespace

void fields(FieldVisitor& v, PlcParams& p) {
  v("scan", p.scan, above(0), "period of the program");
  v("phase", p.phase, at_least(0), "offset of the scan");
  v("watchdog", p.watchdog, at_least(0), "silence of the inputs that it bears; 0 s: any");
}

void add(NetworkPlan& plan, PointTable& table, const Plc& plc) {
  plan.hosts[plc.host] = {plc.zone, plc.doc, 0};
  for (const Sensor& sensor : plc.wired_sensors) declare(table, sensor);
  for (const Actuator& actuator : plc.wired_actuators) declare(table, actuator);
  std::optional<ChannelIndex> watched;
  if (!plc.watched_channel.empty()) watched = plan.channel(plc.watched_channel);

  TaskPlan task;
  task.host = plc.host;
  task.name = "scan";
  task.period = plc.params.scan;
  task.phase = plc.params.phase;
  const LogicMaker nothing = [](const PointTable&) -> Logic { return [](TaskContext&) {}; };
  task.logics = {{"genuine", scan(plc, plc.control, watched)},
                 {"outputs_frozen", nothing},
                 {"outputs_zero", scan(plc, zeros(all_actuators(plc)), std::nullopt)}};
  for (const NamedLogic& other : plc.other_logics) {
    task.logics.push_back({other.name, scan(plc, other.make, watched)});
  }
  task.when_off = fail_safe_when_off(plc.wired_actuators);
  plan.tasks.push_back(std::move(task));
  plan.events.push_back(plc.host + ".watchdog");
}

}  // namespace twinaxis::cyber
