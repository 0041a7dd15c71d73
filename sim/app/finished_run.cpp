#include "sim/app/finished_run.h"

#include "sim/app/workspace.h"
#include "sim/run/recorder.h"

namespace twinaxis::app {
std::optional<FinishedRun> load_run(const fs::path& run, scenario::Problems& problems) {
  const RunFolder folder{fs::is_directory(run) ? run : run.parent_path()};
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
  if (!prepared->scenario.mitigates.empty()) {
    report.mitigates =
        scenario::scenario_id((folder.folder / prepared->scenario.mitigates).lexically_normal());
  }
  if (fs::exists(folder.campaign())) {
    std::uint64_t failed = 0;
    report.campaign = analysis::campaign_summary_from_json(read_file(folder.campaign()), failed);
    report.failed_samples = static_cast<int>(failed);
  }
  return finished;
}

}  // namespace twinaxis::app
