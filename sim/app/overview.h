#pragma once
// The table of a set of runs: what happened, harm, loss, and where each stakeholder lies.

#include <string>
#include <vector>

#include "sim/app/finished_run.h"
#include "sim/app/table.h"

namespace twinaxis::app {

/// Harm, loss and the places of all stakeholders, in one line.
std::string outcome_line(const analysis::Outcome& outcome, const analysis::Site& site,
                         Language language);

std::string overview(const std::vector<FinishedRun>& runs, Language language);

}  // namespace twinaxis::app
