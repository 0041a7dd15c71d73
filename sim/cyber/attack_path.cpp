#include "sim/cyber/attack_path.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "sim/core/random.h"
#include "sim/core/require.h"
#include "sim/cyber/reachability.h"
#include "sim/intervene/expression.h"

namespace twinaxis::cyber {
namespace {

constexpr std::string_view kInternet = "internet";

/// Countermeasures as they stand before the attack begins.
struct Defence {
  Reachability reachability;
  Bus bus;
  std::map<std::string, Harden> hardened;
  std::map<std::string, double> monitored_per_s;
};

bool active_from_start(const Intervention& i) {
  return i.side == Side::countermeasure && i.when.empty() && i.after.empty() &&
         i.from.value_or(Duration{}).ns == 0;
}

void change_parameter(Defence& defence, const PointTable& table, const Intervention& i) {
  const auto effect = as_signal_effect(i.effect);
  const auto point = table.find(i.on);
  if (!effect || !point || table[*point].kind != PointKind::parameter) return;
  EffectMemory memory;
  const double value = apply(*effect, memory, defence.bus.read(*point), Time{});
  defence.bus.write(*point, value, Time{});
}

Defence defend(const NetworkPlan& plan, const PointTable& table, const Bus& bus,
               std::span<const Intervention> interventions) {
  Defence defence{Reachability(plan), bus, {}, {}};
  for (const Intervention& i : interventions) {
    if (!active_from_start(i)) continue;
    defence.reachability.begin(i);
    change_parameter(defence, table, i);
    if (const auto* harden = std::get_if<Harden>(&i.effect)) {
      Harden& sum = defence.hardened[i.on];
      sum.success_factor *= harden->success_factor;
      sum.time_factor *= harden->time_factor;
    }
    if (const auto* monitor = std::get_if<Monitor>(&i.effect)) {
      defence.monitored_per_s[i.on] += monitor->detection_per_s;
    }
  }
  return defence;
}

bool need_holds(const std::string& need, const PointTable& table, const Bus& bus) {
  const auto compiled = compile_condition(need, table);
  if (const auto* problem = std::get_if<ExpressionProblem>(&compiled)) {
    throw ContractError("need '" + need + "': " + problem->message);
  }
  return std::get<Condition>(compiled).holds(bus, Time{});
}

class Walk {
 public:
  Walk(const AttackPath& path, const PointTable& table, Defence defence, const PathSample* sample)
      : path_(path), table_(table), defence_(std::move(defence)), sample_(sample) {}

  PathResult run() {
    for (std::size_t i = 0; i < path_.path.size(); ++i) {
      result_.steps.push_back(result_of(i));
    }
    if (path_.path.empty()) return result_;
    std::size_t goal = path_.path.size() - 1;
    for (std::size_t i = 0; path_.start && i < path_.path.size(); ++i) {
      if (path_.path[i].id == path_.start->at) goal = i;
    }
    const StepResult& last = result_.steps[goal];
    result_.likelihood = last.likelihood;
    result_.arrives = last.outcome == StepOutcome::reached;
    result_.arrival = last.arrival;
    return result_;
  }

 private:
  /// Steps that i builds on directly; nothing, and the reason, if one of them was not reached.
  std::optional<std::set<std::size_t>> foundation(std::size_t i, std::string& reason) const {
    const std::string& from = path_.path[i].from;
    std::set<std::size_t> steps;
    bool inside = from == kInternet || from == path_.path[0].from;
    if (const auto before = step_before(i)) {
      reason = "step " + path_.path[*before].id + " was not reached";
      if (result_.steps[*before].outcome != StepOutcome::reached) return std::nullopt;
      steps.insert(*before);
      inside |= path_.path[*before].to == from;
    }
    reason = from + " was not reached";
    for (std::size_t j = 0; j < i; ++j) {
      const PathStep& earlier = path_.path[j];
      if (earlier.to != from) continue;
      const bool reached = result_.steps[j].outcome == StepOutcome::reached;
      if (earlier.from == earlier.to) {
        if (!reached) return std::nullopt;
        steps.insert(j);
      } else if (!inside && reached) {
        inside = true;
        steps.insert(j);
      }
    }
    if (!inside) return std::nullopt;
    return steps;
  }

  /// The step that i comes `after`.
  std::optional<std::size_t> step_before(std::size_t i) const {
    const std::string& after = path_.path[i].after;
    if (after.empty()) return std::nullopt;
    for (std::size_t j = 0; j < i; ++j) {
      if (path_.path[j].id == after) return j;
    }
    throw ContractError("no step '" + after + "' before '" + path_.path[i].id + "'");
  }

  /// Which need or route stands in the way; "" if none.
  std::string obstacle(const PathStep& step, std::string& reason) const {
    const Route route = defence_.reachability.route(step.from, step.to, step.service);
    reason = route.reason;
    if (!route.open) return route.reason;
    for (const std::string& need : step.needs) {
      if (!need_holds(need, table_, defence_.bus)) return "needs " + need;
    }
    return {};
  }

  StepResult result_of(std::size_t i) {
    const PathStep& step = path_.path[i];
    StepResult result;
    result.id = step.id;
    const auto under = foundation(i, result.reason);
    builds_on_.push_back({i});
    if (!under) return result;
    weigh(step, result);
    for (const std::size_t j : *under) {
      builds_on_[i].insert(builds_on_[j].begin(), builds_on_[j].end());
      result.arrival = std::max(result.arrival, result_.steps[j].arrival);
    }
    result.arrival = result.arrival + result.takes;
    const std::string blocked = obstacle(step, result.reason);
    if (!blocked.empty()) {
      result.outcome = StepOutcome::impossible;
      result.reason = blocked;
      return result;
    }
    result.likelihood = result.succeeds_probability * result.unnoticed_probability;
    for (const std::size_t j : builds_on_[i]) {
      if (j == i) continue;
      const StepResult& below = result_.steps[j];
      result.likelihood *= below.succeeds_probability * below.unnoticed_probability;
    }
    result.outcome = draw(step, result);
    return result;
  }

  void weigh(const PathStep& step, StepResult& result) const {
    const auto hard = defence_.hardened.find(step.to);
    const Harden harden = hard != defence_.hardened.end() ? hard->second : Harden{};
    const auto eyes = defence_.monitored_per_s.find(step.to);
    const double rate_per_s =
        step.detection_per_s + (eyes != defence_.monitored_per_s.end() ? eyes->second : 0);
    result.takes = duration_from_s(to_s(step.takes) * harden.time_factor);
    result.succeeds_probability =
        std::clamp(step.succeeds_probability * harden.success_factor, 0.0, 1.0);
    result.unnoticed_probability = std::exp(-rate_per_s * to_s(result.takes));
  }

  StepOutcome draw(const PathStep& step, const StepResult& result) const {
    if (sample_ == nullptr) return StepOutcome::reached;
    const auto number = [&](const std::string& what) {
      return uniform(stream(sample_->seed, sample_->sample, "attack.path." + step.id + "." + what),
                     0);
    };
    if (number("detected") > result.unnoticed_probability) return StepOutcome::detected;
    if (number("succeeds") > result.succeeds_probability) return StepOutcome::failed;
    return StepOutcome::reached;
  }

  const AttackPath& path_;
  const PointTable& table_;
  Defence defence_;
  const PathSample* sample_;
  PathResult result_;
  std::vector<std::set<std::size_t>> builds_on_;  ///< of each step, itself included
};

}  // namespace

std::vector<std::string> PathResult::not_reached() const {
  std::vector<std::string> ids;
  for (const StepResult& step : steps) {
    if (step.outcome != StepOutcome::reached) ids.push_back(step.id);
  }
  return ids;
}

PathResult evaluate(const AttackPath& path, const NetworkPlan& plan, const PointTable& table,
                    const Bus& bus, std::span<const Intervention> interventions,
                    const PathSample* sample) {
  return Walk(path, table, defend(plan, table, bus, interventions), sample).run();
}

}  // namespace twinaxis::cyber
