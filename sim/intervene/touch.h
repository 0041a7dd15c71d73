#pragma once
// What an intervention touches, and how: for those who judge a run by facts.

#include <string>
#include <vector>

#include "sim/intervene/intervention.h"

namespace twinaxis {

/// The point that it acts on, and the one for which a value is bound that it changes in a message.
std::vector<std::string> touched(const Intervention& intervention);
/// Tags of all effects, without the mark: "override".
std::vector<std::string> effect_tags();

}  // namespace twinaxis
