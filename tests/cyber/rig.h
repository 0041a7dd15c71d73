#pragma once
// A network under test, with edges given by hand.

#include <deque>
#include <memory>
#include <string>

#include "sim/core/bus.h"
#include "sim/cyber/network.h"

namespace twinaxis::cyber {

constexpr Duration ms(std::int64_t n) { return {n * 1'000'000}; }
constexpr Duration us(std::int64_t n) { return {n * 1'000}; }
constexpr Duration s(std::int64_t n) { return {n * 1'000'000'000}; }
constexpr Time at(Duration since_start) { return {since_start.ns}; }

inline ChannelPlan channel(const std::string& from, const std::string& to,
                           const std::string& service, std::vector<Wire> block,
                           Duration period = {}) {
  ChannelPlan plan;
  plan.name = from + "->" + to + ":" + service;
  plan.from = from;
  plan.to = to;
  plan.service = service;
  plan.block = std::move(block);
  plan.period = period;
  return plan;
}

/// A task of one logic that runs `body` at every period.
inline TaskPlan task(const std::string& host, const std::string& name, Duration period,
                     std::function<void(TaskContext&)> body) {
  TaskPlan plan;
  plan.host = host;
  plan.name = name;
  plan.period = period;
  plan.logics = {{"genuine", [body](const PointTable&) { return body; }}};
  return plan;
}

/// Two zones "field" and "control" that a link joins, with a rule each way for "fieldbus"; hosts
/// "station" (field), "plc" and "hmi" (control).
inline NetworkPlan two_zones() {
  NetworkPlan plan;
  plan.zones["field"];
  plan.zones["control"];
  plan.links.push_back({"field", "control"});
  plan.rules["up"] = {"field", "control", "fieldbus", true, "readings"};
  plan.rules["down"] = {"control", "field", "fieldbus", true, "commands"};
  plan.hosts["station"] = {"field", "", 0};
  plan.hosts["plc"] = {"control", "", 0};
  plan.hosts["hmi"] = {"control", "", 0};
  return plan;
}

/// Declares what the plan's wires name: sources "truth.*" as truths, all else as signals.
inline void declare_wires(const NetworkPlan& plan, PointTable& table) {
  for (const ChannelPlan& channel : plan.channels) {
    for (const Wire& wire : channel.block) {
      for (const std::string& name : {wire.source, wire.target}) {
        if (table.find(name)) continue;
        if (name.starts_with("truth.")) table.truth(name, "1", "");
        else table.signal(name, "1", View::controller, "");
      }
    }
  }
}

struct Rig {
  explicit Rig(NetworkPlan plan, PointTable declared = {}, std::uint64_t seed = 1)
      : table(std::move(declared)) {
    declare_points(plan, table);
    declare_wires(plan, table);
    bus = std::make_unique<Bus>(table);
    network = std::make_unique<Network>(std::move(plan), table, *bus, log, seed, 0);
  }

  double value(const std::string& point) const { return bus->read(table.id(point)); }
  void set(const std::string& point, double value, Time now = {}) {
    bus->write(table.id(point), value, now);
  }
  /// Begins an effect; the result names it for end().
  const Intervention* begin(const std::string& point, Effect effect, Time now,
                            Side side = Side::attack) {
    Intervention& made = interventions.emplace_back();
    made.id = "i" + std::to_string(interventions.size());
    made.side = side;
    made.on = point;
    made.effect = std::move(effect);
    network->apply({&made, table.id(point), true}, now);
    return &made;
  }
  void end(const Intervention* intervention, Time now) {
    network->apply({intervention, table.id(intervention->on), false}, now);
  }
  void run_until(Duration t) { network->run_until(at(t)); }

  PointTable table;
  EventLog log;
  std::deque<Intervention> interventions;
  std::unique_ptr<Bus> bus;
  std::unique_ptr<Network> network;
};

}  // namespace twinaxis::cyber
