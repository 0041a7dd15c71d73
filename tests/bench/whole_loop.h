#pragma once
// The whole loop of a shipped scenario: network, control, plant, recording.

#include <string>
#include <vector>

#include "sim/core/time.h"

namespace twinaxis::bench {

/// Runs `scenario` ("distillation/normal") for `length` without a file. Processor time of the run,
/// then the shares of it that its profile gives physics and network, s, then the number of
/// messages; empty, with the reason on
/// the standard error, if it cannot be read. Meant for in_child(). (The profile itself is by the
/// wall clock, which other processes lengthen.)
std::vector<double> whole_loop_s(const std::string& scenario, Duration length);

}  // namespace twinaxis::bench
