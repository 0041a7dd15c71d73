#include <array>
#include <cmath>

#include "analysis/harm/probit.h"

namespace twinaxis::harm {

double ThermalProbit::probit(double dose) const {
  return a + b * std::log(dose_factor * (dose < 0 ? 0 : dose));
}

double ThermalProbit::dose(double probit) const { return std::exp((probit - a) / b) / dose_factor; }

double thermal_dose(double flux_W_per_m2, double exposure_s) {
  return thermal_dose(std::array{0.0, exposure_s}, std::array{flux_W_per_m2, flux_W_per_m2});
}

double thermal_dose(std::span<const double> time_s, std::span<const double> flux_W_per_m2) {
  return integral_of_power(time_s, flux_W_per_m2, 4.0 / 3);
}

const std::vector<ThermalProbit>& thermal_probits() {
  static const std::vector<ThermalProbit> laws = {
      {{"eisenberg", "fatality, ultraviolet dose of nuclear weapons", "Pr = -38.48 + 2.56 ln V",
        "Eisenberg, Lynch and Breeding 1975, as used in Sandia HyRAM"},
       -38.48,
       2.56},
      {{"tsao_perry", "fatality, bare skin in infrared", "Pr = -36.38 + 2.56 ln V",
        "Tsao and Perry 1979; TNO Green Book (CPR 16E), bare skin; as used in Sandia HyRAM"},
       -36.38,
       2.56},
      {{"hyram_tno", "fatality, clothed", "Pr = -37.23 + 2.56 ln V",
        "TNO as used in Sandia HyRAM; clothed reading widely quoted, primary not seen"},
       -37.23,
       2.56},
      {{"lees", "fatality, clothed, with ignition of clothing", "Pr = -29.02 + 1.99 ln(0.5 V)",
        "Lees 1994, as used in Sandia HyRAM"},
       -29.02,
       1.99,
       0.5},
      {{"tno_first_degree", "first-degree burn", "Pr = -39.83 + 3.0186 ln V",
        "TNO Green Book (CPR 16E); widely quoted, primary not seen"},
       -39.83,
       3.0186},
      {{"tno_second_degree", "second-degree burn", "Pr = -43.14 + 3.0186 ln V",
        "TNO Green Book (CPR 16E); widely quoted, primary not seen"},
       -43.14,
       3.0186},
  };
  return laws;
}

}  // namespace twinaxis::harm
