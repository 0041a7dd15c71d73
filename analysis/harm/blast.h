#pragma once
// Blast waves: TNT equivalence, overpressure against distance, what it breaks.
// Three curves exist side by side because they differ: at Z = 8.36 m/kg^(1/3) Crowl-Louvar lies
// 33 % above Kingery-Bulmash. A report must name the one it used.

#include <string>
#include <vector>

#include "analysis/harm/law.h"

namespace twinaxis::harm {

/// Heat of explosion of TNT, 4686 kJ/kg. Source: Crowl and Louvar, Chemical Process Safety.
inline constexpr double kTnt_J_per_kg = 4.686e6;

/// W = energy / E_TNT.
double tnt_kg(double energy_J, double tnt_J_per_kg = kTnt_J_per_kg);
/// W = eta m Hc / E_TNT; eta, the part of the combustion energy that drives the wave, is a few
/// per cent for vapour clouds (Sandia HyRAM default 0.03).
double tnt_of_cloud_kg(double fuel_kg, double combustion_J_per_kg, double yield_fraction,
                       double tnt_J_per_kg = kTnt_J_per_kg);

/// Z = R / W^(1/3), in m/kg^(1/3).
double scaled_distance(double distance_m, double tnt_kg);

/// A hemispherical surface burst at one place. Each curve has its own range of Z (see the source),
/// so each value says whether it lies inside.
struct BlastWave {
  Bounded incident_overpressure_Pa;
  Bounded reflected_overpressure_Pa;
  Bounded incident_impulse_Pa_s;
  Bounded reflected_impulse_Pa_s;
  Bounded arrival_s;
  Bounded positive_duration_s;
  Bounded front_velocity_m_per_s;
};

/// Kingery-Bulmash in the simplified form  ln y = sum c_i (ln Z)^i.
/// Z from 0.2 to 198.5 for the incident overpressure, to 158.7 for its impulse, to 40 for the rest;
/// outside, the value at that end of the curve, marked. No wave (zeros) without charge.
/// `distance_m` must be positive (ContractError).
/// Source: Swisdak, Simplified Kingery Airblast Calculations, 1994 (ADA526744), metric table.
BlastWave kingery_bulmash(double tnt_kg, double distance_m);

/// Overpressure over ambient pressure for TNT of scaled distance z in m/kg^(1/3):
///   1616 (1 + (z/4.5)^2) / (sqrt(1+(z/.048)^2) sqrt(1+(z/.32)^2) sqrt(1+(z/1.35)^2)).
/// Source: Crowl and Louvar, Chemical Process Safety (widely quoted; primary not seen).
double crowl_louvar_overpressure_ratio(double scaled_distance);

/// Overpressure over ambient pressure of a detonating cloud,
///   0.34 R^(-4/3) + 0.062 R^-2 + 0.0033 R^-3,  R = r (P0/E)^(1/3).
/// Source: Bauwens and Dorofeev, as used in Sandia HyRAM.
double bauwens_dorofeev_overpressure_ratio(double energy_scaled_distance);
/// R = r (P0/E)^(1/3), without unit.
double energy_scaled_distance(double distance_m, double energy_J,
                              double ambient_Pa = kStandardAtmosphere_Pa);

/// Overpressure from which a damage must be expected.
struct BlastDamage {
  double overpressure_Pa = 0;
  std::string name;  ///< "houses_destroyed"
  std::string what;
};
/// Ascending. Source: rounded values of the damage tables after Clancey 1972 (widely quoted;
/// primary not seen).
const std::vector<BlastDamage>& blast_damages();
/// The worst damage whose overpressure is reached, or nullptr below the first.
const BlastDamage* worst_blast_damage(double overpressure_Pa);

}  // namespace twinaxis::harm
