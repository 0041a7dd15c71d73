#pragma once
// Where things lie: shipped data, scenarios by name, results.

#include <filesystem>
#include <string>
#include <vector>

#include "sim/scenario/diagnostics.h"

namespace twinaxis::app {

namespace fs = std::filesystem;

/// Folder that holds scenarios/ and models/: TWINAXIS_DATA, or the source tree of the build.
fs::path data_folder();

/// Shipped scenarios by id ("distillation/normal"), sorted; sites and catalogues are none.
std::vector<std::string> shipped_scenarios();

/// The file of a scenario given as a path or as the id of a shipped one. A problem with the nearest
/// id if there is neither.
fs::path scenario_file(const std::string& name, scenario::Problems& problems);

/// A run's folder and what lies in it.
struct RunFolder {
  fs::path folder;
  fs::path recording() const { return folder / "recording.h5"; }
  /// The recording, or the ".part" if the last run there did not come to write its end: then a
  /// finished recording beside it is of an earlier run.
  fs::path recording_or_part() const;
  fs::path resolved() const { return folder / "scenario.resolved.yaml"; }
  fs::path outcome() const { return folder / "outcome.json"; }
  fs::path campaign() const { return folder / "campaign.json"; }
};
RunFolder run_folder(const fs::path& out, const std::string& scenario_id);

/// The runs below a folder that is none itself, by name; else what was named.
std::vector<fs::path> runs_in(const fs::path& named);

/// A problem if nothing can be written into that folder, which may not exist yet.
void check_writable(const fs::path& out, scenario::Problems& problems);

/// Writes through a temporary file, so that a reader never sees half of it.
void write_file(const fs::path& file, const std::string& text);
std::string read_file(const fs::path& file);

}  // namespace twinaxis::app
