#pragma once
// A home with a water heater and the maker of it: a site and a recording made by hand, for laws
// that plants do not need.

#include "analysis/axes/gather.h"
#include "tests/analysis/plant.h"

namespace twinaxis::analysis::test {

/// Stakeholders maker and residents (two people), 20,000 heaters in use, 65 % of them located.
const Site& home();
/// An hour at 1 s in which nothing happens: "water" 20 degC, "in_shower" 0, "air.co" 0, "present"
/// 1, "wear" 0.
Recording quiet_home();

/// Of a fact; 0 where it is not known.
double value(const Facts& facts, FactName name);

}  // namespace twinaxis::analysis::test
