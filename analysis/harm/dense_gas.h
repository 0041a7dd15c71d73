#pragma once
// Heavy gas near the ground, by the nomogram of Britter and McQuaid.

#include "analysis/harm/law.h"

namespace twinaxis::harm {

/// A steady release at ground level, after its liquid has turned to gas.
struct DensePlume {
  double gas_m3_per_s = 0;  ///< at release temperature
  double gas_kg_per_m3 = 0;
  double gas_K = 0;
  double wind_at_10_m_per_s = 0;
  double air_kg_per_m3 = 1.2;
  double air_K = 288.15;
};

/// Whether the release is heavy enough for this law: (g' Q / (u^3 D))^(1/3) >= 0.15, with
/// g' = g (rho - rho_air) / rho_air and D = sqrt(Q/u). Otherwise use a Gaussian plume.
bool is_dense(const DensePlume& plume);

/// Largest volume fraction of gas at a distance downwind, on the ground; 1 at the source.
/// Concentrations 0.1 to 0.002 are read from the fits of the nomogram, linear in log distance
/// between them;  306 / (306 + x'^2) below x' = x/D = 30;  falling with x'^-2 beyond the last.
/// Corrected for the temperature of the gas:  C = c / (c + (1 - c) T_gas/T_air).
/// Marked above_range where the buoyancy parameter alpha = 0.2 log10(g'^2 Q / u^5) exceeds 1, the
/// end of the fits, which then stands in. The fits jump by about 1 % in
/// distance where their pieces meet.
/// Source: Britter and McQuaid, Workbook on the Dispersion of Dense Gases, HSE 17/1988, fits as in
/// CCPS 1999, p. 115-122.
Bounded dense_plume_fraction(const DensePlume& plume, double distance_m);

}  // namespace twinaxis::harm
