#pragma once
// Who is hurt, in one line for people.

#include <vector>

#include "analysis/assessment.h"

namespace twinaxis::analysis {

/// {"死亡1人(確率54 %)・軽傷2人", "1 dead (54 %), 2 slight"}. Counts are medians, so that what is
/// likely by 46 % would count as nobody: the worst class counted has the probability of at least
/// one so badly hurt, unless it is as good as certain, and a worse one that the counts leave out is
/// told by its chance, from 1 % on: "chance of a death 46 %". Empty if nothing of this is there.
Text harm_words(const Casualties& casualties);

/// The people of several stakeholders as one; what befalls them is independent.
Casualties together(const std::vector<Casualties>& parties);

}  // namespace twinaxis::analysis
