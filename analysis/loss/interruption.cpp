#include "analysis/loss/interruption.h"

#include <algorithm>

namespace twinaxis::analysis {

double business_interruption_yen(const Interruption& i) {
  if (i.level.empty()) return std::max(0.0, i.extra_yen - i.saved_yen - i.made_up_yen);
  const double counted_s = shortfall_s(i.level, i.level.front().at_s + i.waiting_s);
  return std::max(0.0, counted_s * i.margin_yen_per_s + i.extra_yen - i.saved_yen - i.made_up_yen);
}

}  // namespace twinaxis::analysis
