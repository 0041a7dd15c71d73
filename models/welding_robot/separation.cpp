#include "models/welding_robot/separation.h"

#include <algorithm>

namespace twinaxis::welding_robot {

double curtain_distance_m(double stopping_s, double resolution_m) {
  const double reach_m = 8 * std::max(0.0, resolution_m - 0.014);
  const double hand_m = 2.0 * stopping_s + reach_m;
  if (hand_m <= 0.5) return std::max(0.1, hand_m);
  return std::max(0.5, 1.6 * stopping_s + reach_m);
}

double scanner_distance_m(double stopping_s, double height_m) {
  return 1.6 * stopping_s + std::max(0.85, 1.2 - 0.4 * height_m);
}

}  // namespace twinaxis::welding_robot
