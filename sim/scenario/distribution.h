#pragma once
// An uncertain value as written: "!lognormal {median: 3 d, sigma: 0.8}".
//
//   !uniform {low, high}           !triangular {low, mode, high}     !pert {low, mode, high}
//   !normal {mean, sd}             !lognormal {median, sigma}        !exponential {mean}
//   !choice {of: [..], weights: [..]}                                !chance {probability}
//
// Quantiles come from Boost.Math. !pert is the beta distribution on [low, high] with
// mean (low + 4 mode + high) / 6. Source: Malcolm, Roseboom, Clark, Fazar (1959), Operations
// Research 7(5) 646-669, in the beta form 1 + 4 (mode - low) / (high - low). sigma of !lognormal is
// the standard deviation of the natural logarithm.

#include <optional>
#include <span>
#include <string_view>

#include "sim/scenario/document.h"

namespace twinaxis::scenario {

/// Without the exclamation mark.
std::span<const std::string_view> distribution_tags();
bool is_distribution(const Node& node);

/// The value at `probability` (inside (0, 1)) as a node at the same place: a number in the unit of
/// the first parameter, in the shortest digits that read back to the same bits; an element of `of`;
/// true or false. Bad parameters (unknown, missing, low above high, units that do not fit each
/// other) are reported; the result is then a node marked as reported.
Node quantile_of(const Node& distribution, double probability, Problems& problems);

}  // namespace twinaxis::scenario
