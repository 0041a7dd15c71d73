#pragma once
// From what each hazard does to each group to the people of each stakeholder.

#include <vector>

#include "analysis/assessment.h"
#include "analysis/draw.h"

namespace twinaxis::analysis {

/// Hazards act independently on a person; persons are hit independently of each other. Whether
/// anybody is hit is judged exactly over all groups; how many then, by a binomial with the mean
/// probability.
std::vector<Casualties> count_casualties(const std::vector<Finding>& findings, const Draw& draw);

}  // namespace twinaxis::analysis
