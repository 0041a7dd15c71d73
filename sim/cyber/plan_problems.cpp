#include <set>

#include "sim/core/near.h"
#include "sim/core/text.h"
#include "sim/core/unit.h"
#include "sim/cyber/plan.h"
#include "sim/cyber/reachability.h"

namespace twinaxis::cyber {
namespace {

template <class Map>
std::vector<std::string> keys(const Map& map) {
  std::vector<std::string> names;
  for (const auto& [name, value] : map) names.push_back(name);
  return names;
}

/// A closed rule is no mistake: a scenario closes it on purpose, and its channels fall silent.
NetworkPlan all_allowed(NetworkPlan plan) {
  for (auto& [name, rule] : plan.rules) rule.allowed = true;
  return plan;
}

class Checker {
 public:
  Checker(const NetworkPlan& plan, const PointTable& table, Duration step)
      : plan_(plan),
        table_(table),
        step_(step),
        opened_(all_allowed(plan)),
        zones_(keys(plan.zones)),
        hosts_(keys(plan.hosts)) {
    places_ = zones_;
    places_.insert(places_.end(), hosts_.begin(), hosts_.end());
  }

  std::vector<FieldProblem> run() {
    for (const auto& [name, host] : plan_.hosts) {
      known("hosts." + name + ".zone", host.zone, zones_, "zone");
    }
    for (std::size_t i = 0; i < plan_.links.size(); ++i) {
      const std::string path = "links." + std::to_string(i);
      known(path + ".from", plan_.links[i].from, zones_, "zone");
      known(path + ".to", plan_.links[i].to, zones_, "zone");
    }
    for (const auto& [name, rule] : plan_.rules) check("rules." + name, rule);
    for (const ChannelPlan& channel : plan_.channels) check(channel);
    for (const TaskPlan& task : plan_.tasks) check(task);
    return std::move(found_);
  }

 private:
  void add(const std::string& path, const std::string& message) {
    found_.push_back({path, message});
  }
  bool known(const std::string& path, const std::string& name,
             const std::vector<std::string>& names, const std::string& kind) {
    for (const auto& candidate : names) {
      if (candidate == name) return true;
    }
    add(path, "no " + kind + " '" + name + "'" + did_you_mean(name, names));
    return false;
  }
  void on_step(const std::string& path, Duration value) {
    if (value.ns >= 0 && on_grid(value, step_)) return;
    add(path, "must be a multiple of the step (" + duration_to_text(step_) + "), found " +
                  duration_to_text(value));
  }
  void point(const std::string& path, const std::string& name, bool written) {
    const auto id = table_.find(name);
    if (!id) return add(path, "no point '" + name + "'" + did_you_mean(name, table_.near(name)));
    const PointKind kind = table_[*id].kind;
    if (kind == PointKind::host || kind == PointKind::channel) {
      add(path, "'" + name + "' has no value: it is a " +
                    std::string(kPointKindNames[static_cast<std::size_t>(kind)]));
    } else if (written && kind == PointKind::truth) {
      add(path, "'" + name + "' is a truth: no message can write it");
    }
  }
  void check(const std::string& path, const RulePlan& rule) {
    known(path + ".from", rule.from, places_, "zone or host");
    known(path + ".to", rule.to, places_, "zone or host");
    if (rule.service.empty()) add(path + ".service", "is missing");
  }
  void check(const ChannelPlan& channel) {
    const std::string path = "channels." + channel.name;
    if (!names_.insert(channel.name).second) add(path, "is there twice");
    const bool from = known(path + ".from", channel.from, hosts_, "host");
    const bool to = known(path + ".to", channel.to, hosts_, "host");
    on_step(path + ".period", channel.period);
    on_step(path + ".phase", channel.phase);
    for (const Wire& wire : channel.block) {
      point(path + ".block", wire.source, false);
      point(path + ".block", wire.target, true);
    }
    if (!from || !to) return;
    const Route route = opened_.route(channel.from, channel.to, channel.service);
    if (!route.open) add(path, "cannot be used: " + route.reason);
  }
  void check(const TaskPlan& task) {
    const std::string path = "tasks." + task.host + "." + task.name;
    known(path + ".host", task.host, hosts_, "host");
    if (task.period.ns <= 0) add(path + ".period", "must be above 0 s");
    on_step(path + ".period", task.period);
    on_step(path + ".phase", task.phase);
    if (task.logics.empty()) add(path + ".logics", "is empty: a task needs its genuine logic");
    std::vector<std::string> names;
    for (const NamedLogic& logic : task.logics) names.push_back(logic.name);
    const auto expected = plan_.logics_of(task.host);
    if (names.size() > 1 && names != expected) {
      add(path + ".logics", "must be those of the host's first task: " + listed(expected));
    }
  }

  const NetworkPlan& plan_;
  const PointTable& table_;
  Duration step_;
  Reachability opened_;
  std::vector<std::string> zones_, hosts_, places_;
  std::set<std::string> names_;
  std::vector<FieldProblem> found_;
};

}  // namespace

std::vector<FieldProblem> problems(const NetworkPlan& plan, const PointTable& table,
                                   Duration step) {
  return Checker(plan, table, step).run();
}

}  // namespace twinaxis::cyber
