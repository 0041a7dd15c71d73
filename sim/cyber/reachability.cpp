#include "sim/cyber/reachability.h"

#include <vector>

#include "sim/core/near.h"
#include "sim/core/require.h"
#include "sim/cyber/topology.h"

namespace twinaxis::cyber {
namespace {

template <class Counts>
bool is_in(const Counts& counts, std::string_view name) {
  const auto found = counts.find(name);
  return found != counts.end() && found->second > 0;
}

template <class Counts>
void add(Counts& counts, std::string_view name, int by) {
  int& count = counts[std::string(name)];
  count += by;
  require(count >= 0, "'" + std::string(name) + "' ends as often as it began");
}

Route closed(std::string reason) { return {false, std::move(reason)}; }

bool names(const std::string& place, const std::string& host, const std::string& zone) {
  return place == host || place == zone;
}

}  // namespace

Reachability::Reachability(const NetworkPlan& plan) : plan_(plan) {
  plan_.channels.clear();
  plan_.tasks.clear();
  for (const auto& [from, unused] : plan_.zones) {
    for (const auto& [to, also_unused] : plan_.zones) {
      joined_[from][to] = path(plan_, from, to).has_value();
    }
  }
}

void Reachability::block(std::string_view point) { add(blocked_, point, 1); }
void Reachability::open(std::string_view point) { add(blocked_, point, -1); }
void Reachability::isolate(std::string_view host) { add(isolated_, host, 1); }
void Reachability::rejoin(std::string_view host) { add(isolated_, host, -1); }
void Reachability::turn_off(std::string_view host) { add(off_, host, 1); }
void Reachability::turn_on(std::string_view host) { add(off_, host, -1); }

void Reachability::begin(const Intervention& i) {
  if (std::holds_alternative<Block>(i.effect)) block(i.on);
  else if (std::holds_alternative<Isolate>(i.effect)) isolate(i.on);
  else if (std::holds_alternative<TurnOff>(i.effect)) turn_off(i.on);
  else if (std::holds_alternative<Encrypt>(i.effect)) turn_off(i.on);
}

Route Reachability::route(const std::string& from, const std::string& to,
                          const std::string& service) const {
  for (const std::string& host : {from, to}) {
    if (plan_.hosts.contains(host)) continue;
    std::vector<std::string> hosts;
    for (const auto& [name, unused] : plan_.hosts) hosts.push_back(name);
    return closed("no host '" + host + "'" + did_you_mean(host, hosts));
  }
  for (const std::string& host : {from, to}) {
    if (is_in(off_, host)) return closed(host + " is off");
  }
  if (from == to) return {true, "inside " + from};
  for (const std::string& host : {from, to}) {
    if (is_in(isolated_, host)) return closed(host + " is isolated");
  }
  const std::string& zone = plan_.hosts.at(from).zone;
  if (zone == plan_.hosts.at(to).zone) return {true, "inside zone " + zone};
  return between_zones(from, to, service);
}

Route Reachability::between_zones(const std::string& from, const std::string& to,
                                  const std::string& service) const {
  const std::string& from_zone = plan_.hosts.at(from).zone;
  const std::string& to_zone = plan_.hosts.at(to).zone;
  const auto row = joined_.find(from_zone);
  if (row == joined_.end() || !row->second.contains(to_zone) || !row->second.at(to_zone)) {
    return closed("no links join " + from_zone + " and " + to_zone);
  }
  std::string almost;
  for (const auto& [name, rule] : plan_.rules) {
    if (rule.service != service || !names(rule.from, from, from_zone) ||
        !names(rule.to, to, to_zone)) {
      continue;
    }
    if (rule.allowed && !is_in(blocked_, "rule." + name)) return {true, "rule " + name};
    almost = "rule " + name + (rule.allowed ? " is blocked" : " is closed");
  }
  if (!almost.empty()) return closed(almost);
  const std::string what = service.empty() ? "a message without service" : "'" + service + "'";
  return closed("no rule lets " + what + " pass from " + from + " (" + from_zone + ") to " + to +
                " (" + to_zone + ")");
}

Route Reachability::route(const ChannelPlan& channel) const {
  if (is_in(blocked_, channel.name)) return closed(channel.name + " is blocked");
  return route(channel.from, channel.to, channel.service);
}

}  // namespace twinaxis::cyber
