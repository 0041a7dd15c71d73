#include "models/welding_robot/rosenthal.h"

#include <cmath>
#include <numbers>

namespace twinaxis::welding_robot {

double thick_plate_K(const MovingSource& p, double ahead_m, double radius_m) {
  const double per_m = p.travel_m_per_s / (2 * p.diffusivity_m2_per_s);
  return p.ambient_K + p.power_W / (2 * std::numbers::pi * p.conductivity_W_per_m_K * radius_m) *
                           std::exp(-per_m * (radius_m + ahead_m));
}

double thin_plate_K(const MovingSource& p, double thickness_m, double ahead_m, double radius_m) {
  const double per_m = p.travel_m_per_s / (2 * p.diffusivity_m2_per_s);
  return p.ambient_K + p.power_W / (2 * std::numbers::pi * p.conductivity_W_per_m_K * thickness_m) *
                           std::exp(-per_m * ahead_m) * std::cyl_bessel_k(0.0, per_m * radius_m);
}

}  // namespace twinaxis::welding_robot
