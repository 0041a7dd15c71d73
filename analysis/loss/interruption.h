#pragma once
// Business interruption.

#include "analysis/recovery/timeline.h"

namespace twinaxis::analysis {

struct Interruption {
  TimeLine level;               ///< output over normal, from the first shortfall on
  double margin_yen_per_s = 0;  ///< of normal output
  double waiting_s = 0;         ///< not counted: stock that bridges, or an insurer's waiting period
  double extra_yen = 0;         ///< expense to keep going
  double saved_yen = 0;         ///< cost that did not arise
  double made_up_yen = 0;       ///< margin of output made up later
};

/// Sum over time of max(0, planned - actual output) x margin after the waiting period, plus extra
/// expense, less saved cost and made-up output; at least 0. Source: usual form of a business
/// interruption calculation.
double business_interruption_yen(const Interruption& interruption);

}  // namespace twinaxis::analysis
