#include "sim/cyber/plan.h"

#include <utility>

#include "sim/core/require.h"

namespace twinaxis::cyber {

void fields(FieldVisitor& v, ZonePlan& z) {
  v("latency", z.latency, at_least(0), "one way across the LAN");
  v("bandwidth", z.bandwidth_bytes_per_s, "bytes/s", above(0), "shared by all its hosts");
  v("doc", z.doc, "what stands in it");
  v("loss", z.loss, "bursts of loss on a wireless LAN");
}

void fields(FieldVisitor& v, LinkPlan& l) {
  v("from", l.from, "zone", required);
  v("to", l.to, "zone", required);
  v("latency", l.latency, at_least(0), "one way");
  v("bandwidth", l.bandwidth_bytes_per_s, "bytes/s", above(0), "shared by both directions");
  v("loss", l.loss, "bursts of loss on a wireless link");
}

void fields(FieldVisitor& v, RulePlan& r) {
  v("from", r.from, "zone or host that may open a connection");
  v("to", r.to, "zone or host that answers");
  v("service", r.service, "what passes: modbus, rdp, https, smb, opc, ...");
  v("allowed", r.allowed, "false: written down, but closed");
  v("doc", r.doc, "why it is there");
}

void fields(FieldVisitor& v, HostPlan& h) {
  v("zone", h.zone, "zone that it stands in");
  v("doc", h.doc, "what it is");
  v("data", h.data_bytes, "bytes", at_least(0), "personal or secret data held");
}

TaskPlan only_task(const std::string& host, const std::string& name, Duration period,
                   LogicMaker logic, Duration phase) {
  return {.host = host,
          .name = name,
          .period = period,
          .phase = phase,
          .logics = {{"genuine", std::move(logic)}},
          .when_off = {}};
}

void fields(FieldVisitor& v, NetworkPlan& p) {
  v("zones", p.zones, "local networks");
  v("links", p.links, "wires between zones");
  v("rules", p.rules, "what the firewalls let pass between zones");
  v("hosts", p.hosts, "computers, controllers and people at them");
}

ChannelIndex NetworkPlan::channel(const std::string& name) const {
  for (std::size_t i = 0; i < channels.size(); ++i) {
    if (channels[i].name == name) return {i};
  }
  throw ContractError("no channel '" + name + "' in the plan");
}

std::vector<std::string> NetworkPlan::logics_of(const std::string& host) const {
  std::vector<std::string> names;
  for (const TaskPlan& task : tasks) {
    if (task.host != host || task.logics.size() < 2) continue;
    for (const NamedLogic& logic : task.logics) names.push_back(logic.name);
    break;
  }
  return names;
}

void declare_points(const NetworkPlan& plan, PointTable& table) {
  for (const auto& [name, host] : plan.hosts) {
    table.host(name, host.doc);
    table.truth(name + ".running", "1", "1 while " + name + " has power and works", 1);
    table.truth(name + ".encrypted", "1", "1 while ransomware holds " + name);
    if (host.data_bytes > 0) {
      table.truth(name + ".copied_bytes", "bytes", "data that left " + name);
    }
    const auto logics = plan.logics_of(name);
    if (!logics.empty()) {
      table.parameter(name + ".logic", "1", 0, "number of the logic that runs; 0 is genuine",
                      between(0, static_cast<double>(logics.size() - 1)));
    }
  }
  for (const ChannelPlan& channel : plan.channels) table.channel(channel.name, channel.doc);
  for (const auto& [name, rule] : plan.rules) table.channel("rule." + name, rule.doc);
}

}  // namespace twinaxis::cyber
