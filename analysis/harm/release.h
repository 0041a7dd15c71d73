#pragma once
// How much comes out: holes, flashing, pools. Pressures are absolute.

#include "analysis/harm/law.h"

namespace twinaxis::harm {

/// The state of a jet where it leaves the hole.
struct Jet {
  double mass_flow_kg_per_s = 0;
  double velocity_m_per_s = 0;
  double pressure_Pa = 0;
  double temperature_K = 0;
  bool choked = false;
};

struct LiquidHole {
  double area_m2 = 0;
  double discharge_coefficient = 0.61;  ///< sharp-edged orifice, CCPS 1999 p. 27
  double density_kg_per_m3 = 0;
  double upstream_Pa = 0;
  double upstream_K = 0;
  double ambient_Pa = kStandardAtmosphere_Pa;
};

/// Incompressible outflow  v = Cd sqrt(2 (P - Pa) / rho),  m = rho A v;  none if P <= Pa.
/// Source: AIChE/CCPS, Guidelines for Consequence Analysis of Chemical Releases, 1999, p. 27, 40.
Jet liquid_jet(const LiquidHole& hole);

struct GasHole {
  double area_m2 = 0;
  double discharge_coefficient = 0.85;  ///< for choked gas, CCPS 1999 p. 47
  double density_kg_per_m3 = 0;         ///< upstream
  double heat_capacity_ratio = 1.4;     ///< above 1
  double upstream_Pa = 0;
  double upstream_K = 0;
  double ambient_Pa = kStandardAtmosphere_Pa;
};

/// Isentropic outflow of an ideal gas; choked where Pa / P is below  (2/(k+1))^(k/(k-1)).
///   m = Cd A sqrt(2 k/(k-1) P rho (e^(2/k) - e^((k+1)/k))),  e = pressure in the hole / P.
/// The velocity is the mean over the hole,  m / (rho_hole A).  No flow if P <= Pa.
/// Source: CCPS 1999, p. 47.
Jet gas_jet(const GasHole& hole);

struct Flash {
  double heat_capacity_J_per_kg_K = 0;
  double superheat_K = 0;  ///< above the boiling point at ambient pressure
  double latent_heat_J_per_kg = 0;
};

/// Adiabatic flash  f = 1 - exp(-cp dT / lambda);  0 without superheat. Source: CCPS 1999, p. 37.
double flash_fraction(const Flash& flash);

/// Vapour and spray that stay in the air: twice the flash, at most all of it. The factor 2 is a
/// rule of thumb (CCPS; widely quoted, primary not seen).
double airborne_fraction(double flash_fraction);

struct Pool {
  double area_m2 = 0;
  double wind_m_per_s = 0;
  double molar_mass_kg_per_kmol = 0;
  double vapour_pressure_Pa = 0;  ///< at the temperature of the liquid
  double temperature_K = 0;
};

/// Evaporation from a pool below its boiling point (a boiling pool is limited by heat instead):
///   m = K A M Pv / (R T),  K = 0.0067 m/s u^0.78 (18/M)^(1/3),  u in m/s.
/// Source: US EPA, RMP Offsite Consequence Analysis Guidance, 1999, eq. D-1, in SI units; K after
/// Mackay and Matsugu 1973.
double pool_evaporation_kg_per_s(const Pool& pool);

}  // namespace twinaxis::harm
