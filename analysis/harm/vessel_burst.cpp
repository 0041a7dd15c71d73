#include "analysis/harm/vessel_burst.h"

#include <cmath>

namespace twinaxis::harm {
namespace {

bool pressurised(const GasVessel& v) { return v.burst_Pa > v.ambient_Pa; }

}  // namespace

double brode_J(const GasVessel& v) {
  if (!pressurised(v)) return 0;
  return (v.burst_Pa - v.ambient_Pa) * v.gas_m3 / (v.heat_capacity_ratio - 1);
}

double isentropic_J(const GasVessel& v) {
  if (!pressurised(v)) return 0;
  const double g = v.heat_capacity_ratio;
  return v.burst_Pa * v.gas_m3 / (g - 1) * (1 - std::pow(v.ambient_Pa / v.burst_Pa, (g - 1) / g));
}

double isothermal_J(const GasVessel& v) {
  if (!pressurised(v)) return 0;
  return v.burst_Pa * v.gas_m3 * std::log(v.burst_Pa / v.ambient_Pa);
}

double availability_J(const GasVessel& v) {
  if (!pressurised(v)) return 0;
  return isothermal_J(v) - (v.burst_Pa - v.ambient_Pa) * v.gas_m3;
}

double moore_fragment_m_per_s(double energy_J, double vessel_kg, double content_kg) {
  const double g = 1 / (1 + content_kg / (2 * vessel_kg));
  return 1.092 * std::sqrt(energy_J * g / vessel_kg);
}

}  // namespace twinaxis::harm
