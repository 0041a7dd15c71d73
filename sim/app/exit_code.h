#pragma once
// How the program ends; scripts rely on it.

namespace twinaxis::app {

enum ExitCode : int {
  kDone = 0,
  kUnmet = 1,           ///< everything ran, but an `expect:` was not met
  kBadInput = 2,        ///< nothing was run
  kNumericFailure = 3,  ///< a run failed; its recording up to then is kept
  kInterrupted = 130,   ///< stopped by a signal or a full disk; recordings are kept
};

}  // namespace twinaxis::app
