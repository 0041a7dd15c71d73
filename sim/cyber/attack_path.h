#pragma once
// Whether an attacker gets from step to step, when, and how likely: the attack path against the
// rules, settings and measures of a network. Pure; evaluated before a run.

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/bus.h"
#include "sim/cyber/plan.h"
#include "sim/intervene/intervention.h"

namespace twinaxis::cyber {

enum class StepOutcome {
  reached,
  impossible,  ///< no route, or a need that is not met
  failed,      ///< possible, but did not succeed in this sample
  detected,    ///< noticed, and ended, while it lasted in this sample
  not_tried,   ///< a step that it builds on was not reached
};
inline constexpr std::array<std::string_view, 5> kStepOutcomeNames{
    "reached", "impossible", "failed", "detected", "not_tried"};

struct StepResult {
  std::string id;
  StepOutcome outcome = StepOutcome::not_tried;
  std::string reason;                ///< the rule that lets it pass, or what forbids it
  Duration takes{};                  ///< with the hardening of `to`
  Duration arrival{};                ///< since the attack began; meaningful when reached
  double succeeds_probability = 0;   ///< with the hardening of `to`
  double unnoticed_probability = 0;  ///< exp(-rate * takes), monitoring of `to` included
  double likelihood = 0;  ///< that it is reached: its own and that of the steps it builds on
};

struct PathResult {
  std::vector<StepResult> steps;  ///< in file order
  double likelihood = 1;          ///< of the step that starts the run, or of the last one
  bool arrives = true;            ///< whether that step is reached; true for an empty path
  Duration arrival{};

  /// What Schedule wants to know: ids of steps that were not reached.
  std::vector<std::string> not_reached() const;
};

/// The sample whose luck is drawn, from the streams "attack.path.<id>.succeeds" and ".detected".
struct PathSample {
  std::uint64_t seed = 0;
  std::uint64_t sample = 0;
};

/// A step is tried when its `from` has been reached, or is an entry: the host "internet", or the
/// `from` of the first step. It builds on the first earlier step that reached its `from`, on every
/// earlier step inside it, and on the one that it comes `after`. It is possible if a route is open
/// and every need holds.
///
/// Countermeasures that are active from the start act: block, isolate and power on routes, harden
/// and monitor on steps towards their host, signal effects on the parameters that needs look at.
/// Detection is a Poisson process with the sum of the rates of step and monitors: the time to the
/// first notice is exponential. Rates of many monitors add (assumption: independent eyes).
///
/// Without `sample` whatever is possible succeeds unnoticed: a plain run shows the consequence and
/// states its likelihood. `bus` gives the parameters; it is not changed. Needs that do not compile
/// are a ContractError: scenarios are checked before.
PathResult evaluate(const AttackPath& path, const NetworkPlan& plan, const PointTable& table,
                    const Bus& bus, std::span<const Intervention> interventions,
                    const PathSample* sample = nullptr);

}  // namespace twinaxis::cyber
