#include "models/welding_robot/spot_weld.h"

#include <cmath>

namespace twinaxis::welding_robot {
namespace {

double root_rule_m(double factor, double thickness_m) {
  return 1e-3 * factor * std::sqrt(1e3 * thickness_m);
}

}  // namespace

double least_nugget_m(double thickness_m) { return root_rule_m(4, thickness_m); }
double nominal_nugget_m(double thickness_m) { return root_rule_m(5, thickness_m); }
double electrode_force_N(double thickness_m) { return 250 * 9.80665 * 1e3 * thickness_m; }
double spot_weld_s(double thickness_m) { return 10 * 1e3 * thickness_m / 50; }

double nugget_shear_N(double thickness_m, double nugget_m, double ultimate_Pa) {
  return 2.6 * thickness_m * nugget_m * ultimate_Pa;
}

double nugget_m(const NuggetGrowth& p, double current_A) {
  if (current_A <= p.onset_A) return 0;
  return p.most_m * -std::expm1(-(current_A - p.onset_A) / p.scale_A);
}

}  // namespace twinaxis::welding_robot
