#pragma once
// Benzene and toluene as an ideal mixture: vapour pressure, bubble point, latent heat, heat
// capacity, density. Raoult's law; benzene is the light component and every `x`, `y` is its mole
// fraction. Valid 60 kPa .. 1.5 MPa (78 .. 245 degC); above about 1 MPa the gas is no longer ideal
// (assumption).

#include <array>
#include <string>

#include "sim/core/fields.h"

namespace twinaxis::distillation {

inline constexpr double kGasConstant_J_per_kmol_K = 8314.462618;  // CODATA 2018, exact SI
inline constexpr double kZeroCelsius_K = 273.15;
inline constexpr double kPascalPerMmHg = 101325.0 / 760.0;
inline constexpr double kReference_K = 353.15;  ///< 80 degC: zero of liquid enthalpy, cp known
inline constexpr double kLn10 = 2.302585092994046;

/// log10 P[mmHg] = a - b / (c + T[degC]), the published form and constants.
struct Antoine {
  double a = 0;
  double b_K = 0;
  double c_K = 0;
};

/// DIPPR equation 106: scale (1 - Tr)^(e0 + e1 Tr + e2 Tr^2 + e3 Tr^3). Watson's rule is e0 = 0.38.
struct LatentHeat {
  double scale_J_per_kmol = 0;
  std::array<double, 4> exponent{};
  double critical_temperature_K = 0;
};

struct Component {
  Antoine antoine;
  LatentHeat latent;
  double molar_mass_kg_per_kmol = 0;
  double boiling_temperature_K = 0;      ///< at 101.325 kPa
  double boiling_density_kg_per_m3 = 0;  ///< liquid at the normal boiling point
  double expansion_kg_per_m3_K = 0;      ///< -d(density)/dT
};

/// Watson's rule through one known value: latent heat at the normal boiling point.
LatentHeat watson(double latent_J_per_kmol, double at_K, double critical_temperature_K);

/// Antoine and nbp: handbook set, reproduces 80.100 and 110.625 degC. Latent heats: DIPPR 106 for
/// benzene (30.760 kJ/mol at its boiling point), Watson from 33.18 kJ/mol for toluene. Densities at
/// the boiling points 815 and 780 kg/m3; their slopes are an assumption.
Component benzene();
Component toluene();

/// Liquid heat capacity of both, per mass: 1.9 kJ/kg K at 80 degC and 2.1 at 140 degC, linear
/// (assumption within the published 1.9-2.1; 2.3 at 199 degC).
struct HeatCapacity {
  double at_reference_J_per_kg_K = 1900;
  double slope_J_per_kg_K2 = 200.0 / 60.0;
};

/// The pair, and what is needed of it.
struct Mixture {
  Component light = benzene();
  Component heavy = toluene();
  HeatCapacity heat_capacity;
};

double saturation_pressure_Pa(const Antoine& antoine, double temperature_K);
double saturation_temperature_K(const Antoine& antoine, double pressure_Pa);
double latent_heat_J_per_kmol(const LatentHeat& latent, double temperature_K);
/// dlambda/dT.
double latent_heat_slope_J_per_kmol_K(const LatentHeat& latent, double temperature_K);

/// DIPPR equation 101 for the vapour pressure of benzene: an independent check of its Antoine set.
double benzene_dippr_pressure_Pa(double temperature_K);

/// Saturated liquid of composition x.
struct Bubble {
  double temperature_K = 0;
  double y = 0;                 ///< vapour in equilibrium
  double slope_x_K = 0;         ///< dT/dx at constant pressure
  double slope_P_K_per_Pa = 0;  ///< dT/dP at constant x
};
/// Solves x Pb(T) + (1-x) Pt(T) = P; two Newton steps in 1/(T + c), where ln P is almost straight,
/// leave a relative residual below 1e-10. A pure function of its arguments: no warm start.
Bubble bubble_point(const Mixture& mixture, double pressure_Pa, double x);
double bubble_pressure_Pa(const Mixture& mixture, double temperature_K, double x);
/// Ratio of the pure vapour pressures.
double relative_volatility_ratio(const Mixture& mixture, double temperature_K);

/// Molar enthalpies of the two pure components; liquid at 80 degC is zero. A vapour is its
/// saturated liquid plus latent heat at the same temperature, so that evaporation closes to the
/// last bit.
struct Enthalpy {
  double light_J_per_kmol = 0;
  double heavy_J_per_kmol = 0;
  double mixed(double light_fraction) const {
    return light_fraction * light_J_per_kmol + (1 - light_fraction) * heavy_J_per_kmol;
  }
};
// The short laws stand here so that a stage, which needs all of them, is one piece of code.
inline Enthalpy liquid_enthalpy(const Mixture& mixture, double temperature_K) {
  const double above_K = temperature_K - kReference_K;
  const auto& cp = mixture.heat_capacity;
  const double per_kg =
      above_K * (cp.at_reference_J_per_kg_K + 0.5 * cp.slope_J_per_kg_K2 * above_K);
  return {per_kg * mixture.light.molar_mass_kg_per_kmol,
          per_kg * mixture.heavy.molar_mass_kg_per_kmol};
}
Enthalpy latent_heat(const Mixture& mixture, double temperature_K);
/// d(liquid enthalpy)/dT, J/kmol K, of both components.
inline Enthalpy liquid_heat_capacity(const Mixture& mixture, double temperature_K) {
  const auto& cp = mixture.heat_capacity;
  const double per_kg =
      cp.at_reference_J_per_kg_K + cp.slope_J_per_kg_K2 * (temperature_K - kReference_K);
  return {per_kg * mixture.light.molar_mass_kg_per_kmol,
          per_kg * mixture.heavy.molar_mass_kg_per_kmol};
}
/// d(vapour enthalpy)/dT, J/kmol K, of both components along saturation.
Enthalpy vapour_heat_capacity(const Mixture& mixture, double temperature_K);

inline double molar_mass_kg_per_kmol(const Mixture& mixture, double x) {
  return x * mixture.light.molar_mass_kg_per_kmol + (1 - x) * mixture.heavy.molar_mass_kg_per_kmol;
}
double liquid_density_kg_per_m3(const Mixture& mixture, double temperature_K, double x);
inline double liquid_molar_volume_m3_per_kmol(const Component& component, double temperature_K) {
  const double density =
      component.boiling_density_kg_per_m3 -
      component.expansion_kg_per_m3_K * (temperature_K - component.boiling_temperature_K);
  return component.molar_mass_kg_per_kmol / density;
}
/// Ideal mixing of volumes.
inline double liquid_molar_volume_m3_per_kmol(const Mixture& mixture, double temperature_K,
                                              double x) {
  return x * liquid_molar_volume_m3_per_kmol(mixture.light, temperature_K) +
         (1 - x) * liquid_molar_volume_m3_per_kmol(mixture.heavy, temperature_K);
}

void fields(FieldVisitor& v, Antoine& p);
void fields(FieldVisitor& v, LatentHeat& p);
void fields(FieldVisitor& v, Component& p);
void fields(FieldVisitor& v, HeatCapacity& p);
void fields(FieldVisitor& v, Mixture& p);

}  // namespace twinaxis::distillation
