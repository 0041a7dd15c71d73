#include "sim/app/finished_run.h"

#include <fmt/format.h>

#include "sim/app/execution.h"
#include "sim/app/workspace.h"
#include "sim/run/recorder.h"

namespace twinaxis::app {
namespace {

/// The way in as it was evaluated, beside what the scenario says of it.
std::vector<analysis::PathLine> path_of(const Prepared& p, const scenario::Catalogue& catalogue) {
  std::vector<analysis::PathLine> lines;
  for (std::size_t i = 0; i < p.path.steps.size(); ++i) {
    const PathStep& written = p.scenario.attack.path[i];
    const cyber::StepResult& step = p.path.steps[i];
    const auto technique = catalogue.techniques.find(written.technique);
    const std::string name =
        technique == catalogue.techniques.end() ? "" : " " + technique->second.name;
    lines.push_back(
        {.id = step.id,
         .what = written.what,
         .technique = written.technique + name,
         .after = written.after,
         .from = written.from,
         .to = written.to,
         .result = std::string(cyber::kStepOutcomeNames[static_cast<std::size_t>(step.outcome)]),
         .reason = step.reason,
         .arrival_s = to_s(step.arrival),
         .likelihood = step.likelihood});
  }
  return lines;
}

std::string text_at(const scenario::Node& map, std::string_view key) {
  const scenario::Node* found = map.find(key);
  return found == nullptr ? "" : found->text;
}

/// What the interventions do, in the words and units of the resolved scenario.
std::vector<analysis::ActLine> acts_of(const Prepared& p) {
  std::vector<analysis::ActLine> acts;
  const scenario::Node* written = p.document.find("interventions");
  if (written == nullptr) return acts;
  for (const scenario::Node& i : written->items) {
    const scenario::Node* effect = i.find("effect");
    analysis::ActLine act;
    act.id = text_at(i, "side") + "." + text_at(i, "id");
    act.point = text_at(i, "on");
    act.source = text_at(i, "source");
    const auto& read = p.scenario.interventions[acts.size()];
    act.measure = read.measure;
    act.cost_yen = read.cost_yen;
    act.cost_yen_per_year = read.cost_yen_per_year;
    if (const scenario::Node* inside = effect->find("with")) {  // of a tampered message
      act.point = text_at(*effect, "target");
      effect = inside;
    }
    act.effect = effect->tag.substr(effect->tag.find('!') + 1);
    for (const auto& amount : effect->entries) act.amounts[amount.key] = amount.value.text;
    acts.push_back(std::move(act));
  }
  return acts;
}

}  // namespace

std::optional<FinishedRun> load_run(const fs::path& run, scenario::Problems& problems) {
  const RunFolder folder{fs::is_directory(run) ? run : run.parent_path()};
  if (!fs::exists(folder.recording_or_part()) && fs::exists(folder.campaign())) {
    problems.add({run.string(), 0, 0},
                 "only samples here: a page draws one run, with the samples beside it; run the "
                 "scenario once without --samples into the same folder");
    return std::nullopt;
  }
  if (!fs::exists(folder.recording_or_part()) || !fs::exists(folder.resolved())) {
    problems.add({run.string(), 0, 0},
                 "no run here: expected a folder with recording.h5 and scenario.resolved.yaml, as "
                 "'twinaxis run' leaves it");
    return std::nullopt;
  }
  auto text = read_scenario(folder.resolved(), problems, data_folder() / "scenarios");
  const auto catalogue = scenario::load_catalogue(data_folder() / "scenarios/catalogue", problems);
  if (!text) return std::nullopt;
  auto prepared = prepare(*text, {}, catalogue, use_cases(), problems);
  if (!prepared) return std::nullopt;

  FinishedRun finished;
  finished.judge = load_judge(*prepared, folder.folder, problems);
  if (!problems.empty()) return std::nullopt;
  finished.place = prepared->scenario.place;
  auto& report = finished.report;
  report.recording = read_recording(folder.recording_or_part());
  report.outcome = judge(finished.judge, report.recording);
  report.source = prepared->scenario.source;
  report.path = path_of(*prepared, catalogue);
  report.acts = acts_of(*prepared);
  if (!prepared->scenario.mitigates.empty()) {
    report.mitigates =
        scenario::scenario_id((folder.folder / prepared->scenario.mitigates).lexically_normal());
  }
  if (fs::exists(folder.campaign())) {
    auto campaign = analysis::campaign_from_json(read_file(folder.campaign()));
    if (campaign.sampled ==
        name_of_sampled(read_file(folder.resolved()), finished.judge.site_file)) {
      report.campaign = std::move(campaign.summary);
      report.failed_samples = static_cast<int>(campaign.failed_samples);
    } else {
      fmt::print(
          stderr,
          "note: the samples in {} are of another version of the scenario or of the site and "
          "are left out; run with --samples again\n",
          folder.folder.string());
    }
  }
  return finished;
}

}  // namespace twinaxis::app
