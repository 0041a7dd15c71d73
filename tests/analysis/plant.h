#pragma once
// The data of use case 2-3-4 as shipped, and recordings made by hand that stand for its incidents.

#include <string>
#include <vector>

#include "analysis/assess.h"

namespace twinaxis::analysis::test {

const Site& example_plant();
const UnitCosts& unit_costs();
const Consequences& distillation();
/// What the distillation rules speak of.
TwinNames distillation_names();

/// An hour of normal operation at 1 s, to be spoilt.
Recording normal_hour();
/// From `from_s` on the column of that name has this value.
void set(Recording& recording, const std::string& column, double from_s, double value);
void happen(Recording& recording, const std::string& event, double at_s);
/// An attack begins to act on that point.
void attack(Recording& recording, const std::string& point, const std::string& effect, double at_s);
/// The shell bursts after half an hour at that pressure.
Recording rupture(double burst_Pa = 14e5);

Outcome judge(const Recording& recording, const Draw& draw = {});
const Placement& of(const Outcome& outcome, const std::string& stakeholder);

}  // namespace twinaxis::analysis::test
