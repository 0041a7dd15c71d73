#pragma once
// What a gas-filled vessel does when it bursts.

#include "analysis/harm/law.h"

namespace twinaxis::harm {

/// Pressures are absolute.
struct GasVessel {
  double burst_Pa = 0;
  double gas_m3 = 0;
  double heat_capacity_ratio = 1.4;
  double ambient_Pa = kStandardAtmosphere_Pa;
};

/// The energies below are 0 if the gas is not above ambient pressure.
/// Source of all four: Crowl, Understanding Explosions, CCPS 2003, Appendix B.

/// (P1 - P0) V / (g - 1): heating at constant volume; the largest of the usual choices.
double brode_J(const GasVessel& vessel);
/// P1 V / (g - 1) (1 - (P0/P1)^((g-1)/g)): adiabatic, reversible work on expansion to P0.
double isentropic_J(const GasVessel& vessel);
/// P1 V ln(P1/P0): reversible work at constant temperature; an upper bound.
double isothermal_J(const GasVessel& vessel);
/// P1 V (ln(P1/P0) - (1 - P0/P1)): thermodynamic availability (batch).
double availability_J(const GasVessel& vessel);

/// Initial velocity of the fragments  1.092 sqrt(E G / M),  G = 1 / (1 + C / (2 M)), with the mass
/// M of the vessel and C of its content. Source: Moore 1967, cylinder (widely quoted; primary not
/// seen).
double moore_fragment_m_per_s(double energy_J, double vessel_kg, double content_kg);

}  // namespace twinaxis::harm
