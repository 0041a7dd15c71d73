#include "models/welding_robot/weld_quality.h"

#include <algorithm>
#include <cmath>

namespace twinaxis::welding_robot {
namespace {

struct LevelLimits {
  char level;
  double undercut_ratio, undercut_m, misalignment_ratio, misalignment_m, excess_ratio, excess_m;
};
constexpr LevelLimits kLevels[] = {{'B', 0.05, 0.5e-3, 0.10, 3e-3, 0.10, 5e-3},
                                   {'C', 0.10, 0.5e-3, 0.15, 4e-3, 0.15, 7e-3},
                                   {'D', 0.20, 1.0e-3, 0.25, 5e-3, 0.25, 10e-3}};

bool meets(const LevelLimits& l, const Imperfections& f) {
  const double t = f.thickness_m;
  return f.undercut_m <= std::min(l.undercut_ratio * t, l.undercut_m) &&
         f.misalignment_m <= std::min(l.misalignment_ratio * t, l.misalignment_m) &&
         f.excess_m <= std::min(1e-3 + l.excess_ratio * f.width_m, l.excess_m);
}

}  // namespace

double carbon_equivalent_percent(const SteelComposition& s) {
  return s.C + (s.Mn + s.Mo) / 10 + (s.Cr + s.Cu) / 20 + s.Ni / 40;
}

double preheat_K(double cet_percent, double thickness_m, double hydrogen_ml_per_100g,
                 double heat_J_per_m) {
  return 273.15 + 697 * cet_percent + 160 * std::tanh(thickness_m / 0.035) +
         62 * std::pow(hydrogen_ml_per_100g, 0.35) + (53 * cet_percent - 32) * heat_J_per_m * 1e-6 -
         328;
}

double lack_of_fusion_probability(const FusionParams& p, double offset_m) {
  return 1 / (1 + std::exp((p.half_at_m - std::abs(offset_m)) / p.slope_m));
}

char quality_level(const Imperfections& found) {
  if (found.crack || found.unfused) return '-';
  for (const LevelLimits& each : kLevels) {
    if (meets(each, found)) return each.level;
  }
  return '-';
}

double fillet_resistance_N(const FilletParams& p, double throat_m, double length_m) {
  return p.ultimate_Pa / (std::sqrt(3.0) * p.correlation * p.partial_factor) * throat_m * length_m;
}

double misalignment_ratio(double misalignment_m, double thickness_m) {
  return 1 + 3 * misalignment_m / thickness_m;
}

double fatigue_life_ratio(double misalignment_m, double thickness_m) {
  return std::pow(misalignment_ratio(misalignment_m, thickness_m), -3);
}

}  // namespace twinaxis::welding_robot
