#include "sim/run/run.h"

#include "sim/core/require.h"
#include "sim/intervene/touch.h"
#include "sim/run/twin.h"
#include "sim/run/versions.h"
#include "sim/scenario/writer.h"

namespace twinaxis {
namespace {

/// Denial of Service, ATT&CK for ICS: a step that only makes a host busy.
constexpr const char* kDenialOfService = "T0814";

std::vector<AttackAct> attacks_of(const scenario::Scenario& s) {
  std::vector<AttackAct> acts;
  for (const PathStep& step : s.attack.path) {
    const bool enters = step.technique != kDenialOfService;
    acts.push_back({"path." + step.id + ".reached", enters ? kEnters : "", {step.from, step.to}});
  }
  for (const Intervention& i : s.interventions) {
    if (i.side != Side::attack) continue;
    acts.push_back({"attack." + i.id + ".start", std::string(tag_of(i.effect)), touched(i)});
  }
  return acts;
}

Manifest manifest_of(const Prepared& p, const Plant& plant) {
  const auto& record = p.scenario.run.record;
  return {.scenario = p.scenario.id,
          .use_case = p.scenario.use_case,
          .title = p.scenario.title,
          .seed = p.seed,
          .sample = p.sample,
          .step = p.scenario.run.step,
          .record_every = record.every,
          .bodies = plant.bodies(),
          .film_every = record.poses.value_or(record.every),
          .planned = p.scenario.run.length,
          .resolved_yaml = scenario::to_yaml(p.document),
          .attacks = attacks_of(p.scenario),
          .inputs = p.inputs,
          .versions = versions()};
}

/// The way in, before the first step: what the report tells of it.
EventLog path_events(const Prepared& p) {
  EventLog log;
  for (const auto& step : p.path.steps) {
    const auto result = cyber::kStepOutcomeNames[static_cast<std::size_t>(step.outcome)];
    log.push_back({.at = {},
                   .name = "path." + step.id + "." + std::string(result),
                   .detail = step.reason,
                   .value = step.likelihood,
                   .unit = "1"});
  }
  return log;
}

struct End {
  Ending ending = Ending::completed;
  std::string reason;
};

End move(Twin& twin, Time end, const RunOptions& options) {
  const std::int64_t steps = Duration{end.ns} / twin.dt;
  const std::int64_t report_every = std::max<std::int64_t>(1, steps / 400);
  Time t{};
  try {
    for (std::int64_t k = 0; k < steps; ++k, t += twin.dt) {
      if (options.stop != nullptr && *options.stop != 0) return {Ending::interrupted, "stopped"};
      step(twin, t);
      if (options.progress && k % report_every == 0) options.progress(t, end);
    }
    look(twin, t);
    return {};
  } catch (const RunError& error) {
    return {Ending::failed, error.what()};
  } catch (const DiskFull& error) {
    return {Ending::interrupted, error.what()};
  }
}

}  // namespace

RunResult run(Prepared prepared, const RunOptions& options) {
  auto plant = prepared.model->plant(prepared.table);
  Manifest manifest = manifest_of(prepared, *plant);
  Recorder recorder = options.file ? Recorder(prepared.table, std::move(manifest), *options.file)
                                   : Recorder(prepared.table, std::move(manifest));
  EventLog before = path_events(prepared);
  recorder.take(before);
  Twin twin(std::move(prepared.table), std::move(prepared.plan), std::move(plant),
            prepared.scenario.interventions, prepared.path.not_reached(), std::move(recorder),
            prepared.scenario.run.step, prepared.seed, prepared.sample);
  twin.profile.wanted = options.profile;
  if (options.profile) twin.network.profile_tasks();

  const Time end{prepared.scenario.run.length.ns};
  const End outcome = move(twin, end, options);
  if (options.progress) options.progress(end, end);
  // Tasks run inside the network's clock; what they take is control, not network.
  twin.profile.network_s -= twin.network.task_s();
  twin.profile.control_s += twin.network.task_s();
  return {twin.recorder.finish(outcome.ending, outcome.reason, twin.reached), twin.profile,
          twin.network.counts()};
}

}  // namespace twinaxis
