#include "analysis/harm/probit.h"

#include <cmath>
#include <numbers>

#include "sim/core/require.h"

namespace twinaxis::harm {

double probability_of_probit(double probit) {
  return 0.5 * std::erfc((5 - probit) / std::numbers::sqrt2);
}

double integral_of_power(std::span<const double> time_s, std::span<const double> value,
                         double exponent) {
  require(time_s.size() == value.size(), "an exposure has one time per value");
  // Written so that NaN is not taken for "none".
  const auto power = [=](double v) { return v < 0 ? 0 : std::pow(v, exponent); };
  double sum = 0;
  for (std::size_t i = 1; i < time_s.size(); ++i) {
    const double step_s = time_s[i] - time_s[i - 1];
    require(step_s >= 0, "the times of an exposure ascend");
    sum += 0.5 * step_s * (power(value[i - 1]) + power(value[i]));
  }
  return sum;
}

double ppm_of_mass_concentration(double concentration_kg_per_m3, double molar_mass_kg_per_kmol,
                                 double temperature_K, double pressure_Pa) {
  const double gas_kg_per_m3 =
      pressure_Pa * molar_mass_kg_per_kmol / (kGasConstant_J_per_kmol_K * temperature_K);
  return 1e6 * concentration_kg_per_m3 / gas_kg_per_m3;
}

double oxygen_left_percent(double displacing_gas_ppm) {
  return 21 * (1 - displacing_gas_ppm / 1e6);
}

}  // namespace twinaxis::harm
