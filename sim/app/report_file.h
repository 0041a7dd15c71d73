#pragma once
// Runs from disk to a page.

#include <filesystem>
#include <vector>

#include "sim/app/finished_run.h"
#include "sim/app/table.h"

namespace twinaxis::app {

/// In the order of the scenarios' places, equal ones as given.
std::vector<FinishedRun> load_runs(const std::vector<std::filesystem::path>& folders,
                                   scenario::Problems& problems);
/// The runs of one use case at one site.
struct RunGroup {
  Text title;  ///< of the use case, with its number
  std::vector<const FinishedRun*> runs;
};
/// In the order in which use cases are listed; `runs` must outlive it.
std::vector<RunGroup> grouped(const std::vector<FinishedRun>& runs);

/// A part of the page for each group.
void write_report(const std::vector<FinishedRun>& runs, const std::filesystem::path& page);
/// "ja", "en", or as the environment says.
Language language_option(const std::string& option);

}  // namespace twinaxis::app
