#include "analysis/harm/release.h"

#include <algorithm>
#include <cmath>

namespace twinaxis::harm {

Jet liquid_jet(const LiquidHole& hole) {
  Jet jet{.pressure_Pa = hole.ambient_Pa, .temperature_K = hole.upstream_K};
  const double drive_Pa = hole.upstream_Pa - hole.ambient_Pa;
  if (drive_Pa <= 0) return jet;
  jet.velocity_m_per_s =
      hole.discharge_coefficient * std::sqrt(2 * drive_Pa / hole.density_kg_per_m3);
  jet.mass_flow_kg_per_s = hole.density_kg_per_m3 * hole.area_m2 * jet.velocity_m_per_s;
  return jet;
}

Jet gas_jet(const GasHole& hole) {
  if (hole.upstream_Pa <= hole.ambient_Pa) {
    return {.pressure_Pa = hole.ambient_Pa, .temperature_K = hole.upstream_K};
  }
  const double k = hole.heat_capacity_ratio;
  const double critical_ratio = std::pow(2 / (k + 1), k / (k - 1));
  const double ambient_ratio = hole.ambient_Pa / hole.upstream_Pa;
  const double ratio = std::max(ambient_ratio, critical_ratio);
  const double flux_kg_per_s_m2 =
      hole.discharge_coefficient *
      std::sqrt(2 * k / (k - 1) * hole.upstream_Pa * hole.density_kg_per_m3 *
                (std::pow(ratio, 2 / k) - std::pow(ratio, (k + 1) / k)));
  const double hole_density_kg_per_m3 = hole.density_kg_per_m3 * std::pow(ratio, 1 / k);
  return {.mass_flow_kg_per_s = hole.area_m2 * flux_kg_per_s_m2,
          .velocity_m_per_s = flux_kg_per_s_m2 / hole_density_kg_per_m3,
          .pressure_Pa = ratio * hole.upstream_Pa,
          .temperature_K = hole.upstream_K * std::pow(ratio, (k - 1) / k),
          .choked = ambient_ratio <= critical_ratio};
}

double flash_fraction(const Flash& flash) {
  if (flash.superheat_K <= 0) return 0;
  return -std::expm1(-flash.heat_capacity_J_per_kg_K * flash.superheat_K /
                     flash.latent_heat_J_per_kg);
}

double airborne_fraction(double flash_fraction) { return std::min(1.0, 2 * flash_fraction); }

double pool_evaporation_kg_per_s(const Pool& pool) {
  // Mass transfer of water at 1 m/s; other vapours scale with their molar mass.
  constexpr double water_transfer_m_per_s = 0.0067;
  constexpr double water_kg_per_kmol = 18;
  const double transfer_m_per_s = water_transfer_m_per_s * std::pow(pool.wind_m_per_s, 0.78) *
                                  std::cbrt(water_kg_per_kmol / pool.molar_mass_kg_per_kmol);
  return transfer_m_per_s * pool.area_m2 * pool.molar_mass_kg_per_kmol * pool.vapour_pressure_Pa /
         (kGasConstant_J_per_kmol_K * pool.temperature_K);
}

}  // namespace twinaxis::harm
