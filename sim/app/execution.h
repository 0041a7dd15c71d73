#pragma once
// Running scenarios from the command line: check everything first, then a process per run.

#include <filesystem>
#include <string>
#include <vector>

#include "sim/app/judge.h"
#include "sim/run/load.h"
#include "sim/run/run.h"

namespace twinaxis::app {

/// A scenario that may run, with all that its assessment needs.
struct Job {
  ScenarioText text;
  Prepared prepared;  ///< the plain run
  Judge judge;
};

/// Reads and checks all of them; problems of all files are collected.
std::vector<Job> prepare_jobs(const std::vector<std::string>& scenarios,
                              std::optional<std::uint64_t> seed, scenario::Problems& problems);

/// The resolved plain run as it stands in that folder, its references relative to it.
std::string resolved_yaml(const Job& job, const std::filesystem::path& folder);
/// Names what samples are samples of: the resolved scenario and the site by which they were judged.
std::string name_of_sampled(const std::string& resolved, const std::filesystem::path& site_file);

struct RunPlanOptions {
  std::filesystem::path out = "out";
  unsigned workers = 1;
  bool profile = false;
  bool quiet = false;
};

/// What a run in a child process tells its parent.
struct Finished {
  std::string id;
  Text title;
  std::filesystem::path folder;
  Ending ending = Ending::completed;
  std::string reason;
  std::string hash;
  double end_s = 0;
  double wall_s = 0;
  std::vector<std::string> unmet;  ///< expectations
  std::string outcome;             ///< a line: harm, loss, places on the axes
  std::string profile;             ///< text, if asked for
};

/// Runs each job in a child, writes its folder (recording, resolved scenario, outcome) and returns
/// what became of each, in order. Stops early, with fewer results, when a signal came.
std::vector<Finished> execute(std::vector<Job> jobs, const RunPlanOptions& options);

/// 0, 1, 3 or 130: the gravest of what happened; `wanted` is how many should have finished.
int exit_code_of(const std::vector<Finished>& finished, std::size_t wanted);

}  // namespace twinaxis::app
