#include "analysis/harm/ground_risk.h"

#include <cmath>
#include <numbers>

#include "sim/core/require.h"

namespace twinaxis::harm {

double critical_area_m2(double width_m, double angle_rad) {
  require(width_m >= 0 && angle_rad > 0 && angle_rad <= std::numbers::pi / 2,
          "what falls has a width and comes down at an angle of up to 90 degrees");
  const double reach_m = kPersonRadius_m + width_m / 2;
  return 2 * reach_m * kPersonHeight_m * std::cos(angle_rad) / std::sin(angle_rad) +
         std::numbers::pi * reach_m * reach_m / 2;
}

const LawInfo& jarus_critical_area() {
  static const LawInfo info{"jarus_critical_area", "ground on which a falling aircraft hits",
                            "A = 2 (r + w/2) h / tan(g) + pi (r + w/2)^2 / 2, r 0.3 m, h 1.8 m",
                            "JARUS SORA 2.5, Annex F, aircraft of up to 1 m"};
  return info;
}

double expected_casualties(double events, double area_m2, double persons_per_m2,
                           double death_probability, double sheltered_fraction) {
  return events * area_m2 * persons_per_m2 * death_probability * (1 - sheltered_fraction);
}

double raw_ground_risk_class(double persons_per_m2, double area_m2) {
  return 1 - std::log10(1e-6 / (persons_per_m2 * area_m2));
}

}  // namespace twinaxis::harm
