#pragma once
// Probit laws: the part of a population that is harmed,  P = Phi(Pr - 5)  (Finney, Probit
// Analysis). Which law is chosen can move a fatality by orders of magnitude (12.5 kW/m^2 for 20
// s: 6.5 % or 0.015 %), so laws are picked by name and reports print name, formula and source. No
// exposure gives probability 0; a negative exposure (suction) counts as none; NaN stays NaN.

#include <span>
#include <string_view>
#include <vector>

#include "analysis/harm/law.h"

namespace twinaxis::harm {

/// Phi(probit - 5); 0 and 1 for minus and plus infinity.
double probability_of_probit(double probit);

/// The integral of value^exponent over time by the trapezoidal rule on value^exponent: exact where
/// the value is held, first order in the step where it jumps. Negative values count as 0.
/// `time_s` ascends and has the size of `value` (ContractError).
double integral_of_power(std::span<const double> time_s, std::span<const double> value,
                         double exponent);

/// Pr = a + b ln(dose_factor V),  V = integral of q^(4/3) dt, q in W/m^2, t in s.
struct ThermalProbit {
  LawInfo info;
  double a = 0;
  double b = 0;
  double dose_factor = 1;

  double probit(double dose) const;
  double probability(double dose) const { return probability_of_probit(probit(dose)); }
  /// The inverse: the dose with that probit.
  double dose(double probit) const;
};
/// Dose of a constant flux, (W/m^2)^(4/3) s.
double thermal_dose(double flux_W_per_m2, double exposure_s);
/// Dose of a varying flux.
double thermal_dose(std::span<const double> time_s, std::span<const double> flux_W_per_m2);
/// "eisenberg", "tsao_perry", "hyram_tno", "lees", "tno_first_degree", "tno_second_degree".
const std::vector<ThermalProbit>& thermal_probits();

struct BlastExposure {
  double overpressure_Pa = 0;  ///< peak, incident unless the case calls for reflected
  double impulse_Pa_s = 0;     ///< of the positive phase
  double body_kg = 75;
  double ambient_Pa = kStandardAtmosphere_Pa;
};
struct OverpressureProbit {
  LawInfo info;
  double (*probit)(const BlastExposure&);

  double probability(const BlastExposure& exposure) const {
    return probability_of_probit(probit(exposure));
  }
};
/// "lung_eisenberg", "fatality_hse", "head_tno", "collapse_tno", "lung_tno", "eardrum_eisenberg",
/// "eardrum_tno", "structure_eisenberg", "glass_eisenberg", "minor_damage_tno",
/// "major_damage_tno".
const std::vector<OverpressureProbit>& overpressure_probits();

/// Pr = a + b ln L,  toxic load L = integral of C^n dt, C in ppm by volume, t in min.
struct ToxicProbit {
  LawInfo info;
  double a = 0;
  double b = 0;
  double n = 1;

  double load(double concentration_ppm, double exposure_s) const;
  /// Load of a concentration that varies; dividing by a mean instead would misjudge n != 1.
  double load(std::span<const double> time_s, std::span<const double> concentration_ppm) const;
  double probit(double load) const;
  double probability(double load) const { return probability_of_probit(probit(load)); }
  /// The inverse: the constant concentration with that probit, LC50 for probit 5.
  double concentration_ppm(double probit, double exposure_s) const;
};
/// "chlorine", "ammonia", "carbon_monoxide", "hydrogen_sulphide", "benzene", "toluene",
/// "hydrogen_chloride", "sulphur_dioxide".
const std::vector<ToxicProbit>& toxic_probits();

/// Parts per million by volume of a gas at mass concentration c in air, by the ideal gas law.
double ppm_of_mass_concentration(double concentration_kg_per_m3, double molar_mass_kg_per_kmol,
                                 double temperature_K, double pressure_Pa = kStandardAtmosphere_Pa);

/// Oxygen left, in per cent, where a gas displaces air:  21 (1 - C/1e6).
/// People are disoriented at 12 to 16 %. Source: CCPS, CHEF manual.
double oxygen_left_percent(double displacing_gas_ppm);

}  // namespace twinaxis::harm
