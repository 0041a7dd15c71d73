#pragma once
// Many runs: a forked child per sample, because a simulation is a process. Results come in sample
// order and are the same for any number of workers.

#include <cstdint>
#include <functional>
#include <string>

namespace twinaxis::campaign {

struct SampleResult {
  std::uint64_t sample = 0;
  bool ok = false;
  std::string payload;  ///< what the sample returned
  std::string failure;  ///< why there is none: "killed by signal 11", or the text of the exception
};

struct PoolPlan {
  std::uint64_t first = 0;
  std::uint64_t count = 1;
  unsigned workers = 1;
  /// Set to non-zero from a signal handler: no new samples start; children get SIGTERM and are
  /// waited for, so that they can keep what they have.
  const volatile int* stop = nullptr;
};

/// Calls `run_one(sample)` in a child of its own for each sample, and `take` in the parent, in
/// sample order. At most `workers` children at once, and at most 4 x workers results waiting for
/// their turn. Call it from the main thread of a process that has no simulation of its own. Returns
/// false if it was stopped: then what the children still returned is taken too, in sample order with
/// gaps, but no failures, which may be the stop's own doing. Throws std::system_error if no child
/// can be started.
bool run_samples(const PoolPlan& plan, const std::function<std::string(std::uint64_t)>& run_one,
                 const std::function<void(SampleResult)>& take);

}  // namespace twinaxis::campaign
