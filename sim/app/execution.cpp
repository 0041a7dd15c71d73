#include "sim/app/execution.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "analysis/campaign/pool.h"
#include "sim/app/exit_code.h"
#include "sim/app/expect.h"
#include "sim/app/overview.h"
#include "sim/app/progress.h"
#include "sim/app/signals.h"
#include "sim/app/table.h"
#include "sim/app/workspace.h"
#include "sim/core/hash.h"
#include "sim/run/recorder.h"
#include "sim/scenario/extends.h"
#include "sim/scenario/writer.h"

namespace twinaxis::app {
namespace {

using Json = nlohmann::ordered_json;

std::string profile_text(const RunResult& result, double simulated_s) {
  const Profile& p = result.profile;
  const double total_s = p.network_s + p.control_s + p.physics_s + p.recording_s;
  std::string text = fmt::format("  {:.2f} s for {:.0f} s of plant time: {:.0f} x real time\n",
                                 total_s, simulated_s, simulated_s / std::max(total_s, 1e-9));
  const auto line = [&](const char* what, double seconds) {
    text += fmt::format("  {:<10} {:>8.3f} s {:>5.1f} %\n", what, seconds, 100 * seconds / total_s);
  };
  line("network", p.network_s);
  line("control", p.control_s);
  line("physics", p.physics_s);
  line("recording", p.recording_s);
  text +=
      fmt::format("  messages: {} sent, {} delivered, {} lost, {} rejected\n", result.messages.sent,
                  result.messages.delivered, result.messages.lost, result.messages.rejected);
  return text;
}

/// In the child: run, record, assess, write.
std::string run_job(Job job, const RunPlanOptions& options, bool own_progress) {
  catch_signals();
  const auto start = std::chrono::steady_clock::now();
  const RunFolder folder = run_folder(options.out, job.prepared.scenario.id);
  write_file(folder.resolved(), resolved_yaml(job, folder.folder));

  const std::string id = job.prepared.scenario.id;
  const auto expect = job.prepared.scenario.expect;
  Progress progress(id, options.quiet || !own_progress);
  RunOptions run_options{
      .file = folder.recording(), .progress = {}, .stop = stop_flag(), .profile = options.profile};
  run_options.progress = [&](Time now, Time end) {
    progress.show(
        static_cast<double>(now.ns) / static_cast<double>(std::max<std::int64_t>(1, end.ns)),
        clock_text(now) + " of " + clock_text(end));
  };
  const RunResult result = run(std::move(job.prepared), run_options);
  const Recording& summary = result.recording;
  Json told{{"ending", static_cast<int>(summary.ending)},
            {"reason", summary.reason},
            {"hash", hex(summary.hash)},
            {"end_s", to_s(summary.end)},
            {"unmet", Json::array()}};
  if (folder.recording_or_part() == folder.recording()) {  // else the disk takes nothing more
    const Recording recording = read_recording(folder.recording());
    const analysis::Outcome outcome = judge(job.judge, recording);
    write_file(folder.outcome(), analysis::to_json(outcome));
    if (!outcome.placements.empty()) {
      told["outcome"] = outcome_line(outcome, job.judge.site, language_of_environment());
    }
    if (summary.ending == Ending::completed) told["unmet"] = unmet(expect, recording, outcome);
  }
  if (options.profile) told["profile"] = profile_text(result, to_s(summary.end));
  told["wall_s"] = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return told.dump();
}

Finished finished_from(const campaign::SampleResult& result) {
  Finished f;
  if (!result.ok) {
    f.ending = Ending::cut;
    f.reason = result.failure;
    return f;
  }
  const Json told = Json::parse(result.payload);
  f.ending = static_cast<Ending>(told["ending"].get<int>());
  f.reason = told["reason"];
  f.hash = told["hash"];
  f.end_s = told["end_s"];
  f.wall_s = told["wall_s"];
  f.unmet = told["unmet"].get<std::vector<std::string>>();
  f.outcome = told.value("outcome", "");
  f.profile = told.value("profile", "");
  return f;
}

}  // namespace

std::string resolved_yaml(const Job& job, const fs::path& folder) {
  scenario::Node resolved = job.prepared.document;
  scenario::move_references(resolved, job.text.file.parent_path(), folder);
  return scenario::to_yaml(resolved);
}

std::string name_of_sampled(const std::string& resolved, const fs::path& site_file) {
  return hex(hash_bytes(resolved + (site_file.empty() ? "" : read_file(site_file))));
}

std::vector<Job> prepare_jobs(const std::vector<std::string>& scenarios,
                              std::optional<std::uint64_t> seed, scenario::Problems& problems) {
  const auto catalogue = scenario::load_catalogue(data_folder() / "scenarios/catalogue", problems);
  std::vector<Job> jobs;
  for (const std::string& name : scenarios) {
    const fs::path file = scenario_file(name, problems);
    if (file.empty()) continue;
    auto text = read_scenario(file, problems, data_folder() / "scenarios");
    if (!text) continue;
    Judge judge;
    const auto load = [&](const Prepared& p, scenario::Problems& found) {
      judge = load_judge(p, file.parent_path(), found);
    };
    auto prepared = prepare(*text, {.seed = seed}, catalogue, use_cases(), problems, load);
    if (!prepared) continue;
    for (const Job& other : jobs) {
      if (other.prepared.scenario.id != prepared->scenario.id) continue;
      problems.add({name, 0, 0}, "its results would lie in the same folder as those of " +
                                     other.text.file.string() +
                                     "; run one of them elsewhere (--out)");
    }
    jobs.push_back({std::move(*text), std::move(*prepared), std::move(judge)});
  }
  return jobs;
}

std::vector<Finished> execute(std::vector<Job> jobs, const RunPlanOptions& options) {
  std::vector<Finished> finished;
  const bool alone = jobs.size() == 1;
  Progress progress("runs", options.quiet || alone);
  campaign::run_samples(
      {.first = 0, .count = jobs.size(), .workers = options.workers, .stop = stop_flag()},
      [&](std::uint64_t k) { return run_job(std::move(jobs[k]), options, alone); },
      [&](const campaign::SampleResult& result) {
        Finished f = finished_from(result);
        const auto& scenario = jobs[result.sample].prepared.scenario;
        f.id = scenario.id;
        f.title = scenario.title;
        f.folder = run_folder(options.out, scenario.id).folder;
        finished.push_back(std::move(f));
        progress.show(static_cast<double>(finished.size()) / static_cast<double>(jobs.size()),
                      fmt::format("{} of {}", finished.size(), jobs.size()));
      });
  return finished;
}

int exit_code_of(const std::vector<Finished>& finished, std::size_t wanted) {
  const auto any = [&](auto test) { return std::any_of(finished.begin(), finished.end(), test); };
  if (finished.size() < wanted ||
      any([](const Finished& f) { return f.ending == Ending::interrupted; })) {
    return kInterrupted;
  }
  if (any([](const Finished& f) { return f.ending != Ending::completed; })) return kNumericFailure;
  if (any([](const Finished& f) { return !f.unmet.empty(); })) return kUnmet;
  return kDone;
}

}  // namespace twinaxis::app
