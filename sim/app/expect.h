#pragma once
// Whether a run kept what its author promised.

#include <string>
#include <vector>

#include "analysis/assess.h"
#include "sim/run/recording.h"
#include "sim/scenario/scenario.h"

namespace twinaxis::app {

/// One sentence for each expectation that is not met; empty if all are.
std::vector<std::string> unmet(const std::vector<scenario::Expectation>& expect,
                               const Recording& recording, const analysis::Outcome& outcome);

}  // namespace twinaxis::app
