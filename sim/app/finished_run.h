#pragma once
// A run that lies on disk, read and judged again: what `assess`, `report` and `demo` work with.

#include <filesystem>
#include <optional>

#include "analysis/report/report.h"
#include "sim/app/judge.h"

namespace twinaxis::app {

struct FinishedRun {
  analysis::ReportRun report;
  int place = 0;  ///< of the scenario in lists
  Judge judge;
};

/// Reads OUT/<scenario> (or a file in it). Problems, or an exception that names file and reason,
/// if it is no run. A recording that was cut short is judged as far as it goes.
std::optional<FinishedRun> load_run(const std::filesystem::path& run, scenario::Problems& problems);

}  // namespace twinaxis::app
