#include "models/distillation/vessel.h"

#include <algorithm>
#include <cmath>

#include "models/distillation/relief.h"

namespace twinaxis::distillation {

double steel_strength_fraction(double wall_K) {
  constexpr double full_until_K = 673.15, half_at_K = 923.15, least = 0.05;
  return std::clamp(1 - 0.5 * (wall_K - full_until_K) / (half_at_K - full_until_K), least, 1.0);
}

double wall_burst_Pa(double ultimate_strength_Pa, double inner_diameter_m, double wall_m) {
  return ultimate_strength_Pa * std::log1p(2 * wall_m / inner_diameter_m);
}

double burst_gauge_Pa(const VesselParams& vessel, double wall_K) {
  const double strength = steel_strength_fraction(wall_K);
  if (vessel.burst_law == BurstLaw::factor) {
    return vessel.burst_ratio * vessel.working_Pa * strength;
  }
  return wall_burst_Pa(vessel.ultimate_strength_Pa * strength, vessel.inner_diameter_m,
                       vessel.wall_m);
}

double leak_gauge_Pa(const VesselParams& vessel) { return vessel.leak_ratio * vessel.working_Pa; }

double leak_flow_kg_per_s(const VesselParams& vessel, double inside_Pa, double outside_Pa,
                          double temperature_K, double molar_mass_kg_per_kmol,
                          double heat_capacity_ratio, double compressibility_ratio) {
  return relief_flow_kg_per_s(
      vessel.leak_area_m2, inside_Pa, outside_Pa,
      {temperature_K, molar_mass_kg_per_kmol, heat_capacity_ratio, compressibility_ratio},
      {.discharge_ratio = vessel.leak_discharge_ratio});
}

double flash_fraction(double heat_capacity_J_per_kg_K, double superheat_K,
                      double latent_heat_J_per_kg) {
  return -std::expm1(-heat_capacity_J_per_kg_K * std::max(0.0, superheat_K) / latent_heat_J_per_kg);
}

double isentropic_expansion_J(double pressure_Pa, double ambient_Pa, double volume_m3,
                              double heat_capacity_ratio) {
  const double g = heat_capacity_ratio;
  return pressure_Pa * volume_m3 / (g - 1) * (1 - std::pow(ambient_Pa / pressure_Pa, (g - 1) / g));
}

}  // namespace twinaxis::distillation
