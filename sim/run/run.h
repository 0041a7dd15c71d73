#pragma once
// Running a prepared scenario to its end, or to whatever ends it before.

#include <filesystem>
#include <functional>
#include <optional>

#include "sim/core/profile.h"
#include "sim/cyber/network.h"
#include "sim/run/load.h"
#include "sim/run/recording.h"

namespace twinaxis {

struct RunOptions {
  std::optional<std::filesystem::path> file;         ///< of the recording; in memory if none
  std::function<void(Time now, Time end)> progress;  ///< called a few hundred times in a run
  const volatile int* stop = nullptr;  ///< non-zero, set by a signal handler: interrupt
  bool profile = false;
};

struct RunResult {
  Recording recording;  ///< with columns, if kept in memory
  Profile profile;
  cyber::Network::Counts messages;
};

/// One simulation per process. Never throws for what happens in the run: a numeric failure, an
/// interrupt or a full disk end the recording, which says so.
RunResult run(Prepared prepared, const RunOptions& options);

}  // namespace twinaxis
