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
/// The site and the words are those of the first run.
void write_report(const std::vector<FinishedRun>& runs, const std::filesystem::path& page);
/// "ja", "en", or as the environment says.
Language language_option(const std::string& option);

}  // namespace twinaxis::app
