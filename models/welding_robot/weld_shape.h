#pragma once
// What an arc leaves behind: width and depth of the molten metal, and the throat of a fillet.

#include "models/welding_robot/rosenthal.h"

namespace twinaxis::welding_robot {

/// Half of the greatest width of the region hotter than `melt_K` in a thick plate: Rosenthal's
/// field solved for y, greatest over the travel. Above the truth near the source, where the field
/// grows without bound. Source: Rosenthal, Trans. ASME 68 (1946) 849.
double fusion_half_width_m(const MovingSource& p, double melt_K);

/// Depth of fusion  p = K (I^4 / (v U^2))^(1/3),  p in inches, v in inches a minute; K is fitted to
/// a process, 0.0012 for MAG. Source: Jackson, Welding Journal 39 (1960), constant from memory.
double penetration_m(double current_A, double voltage_V, double travel_m_per_s,
                     double process_factor = 0.0012);

/// Speed at which the wire melts,  alpha I + beta L I^2: arc and resistance. Source: Lesnewich,
/// Welding Journal 37 (1958); 0.3 mm/(A s) and 5e-5 1/(A2 s) for 1.2 mm mild steel, from memory.
struct WireParams {
  double diameter_m = 0.0012;
  double arc_m_per_A_s = 0.3e-3;
  double resistance_per_A2_s = 5e-5;
  double stickout_m = 0.015;
  double deposited_fraction = 0.95;  ///< the rest is spatter and fume (assumption)
};
double melting_m_per_s(const WireParams& p, double current_A);
/// Throat of a right-angled fillet with equal legs that this wire fills: the square root of its
/// cross-section.
double throat_m(const WireParams& p, double current_A, double travel_m_per_s);

}  // namespace twinaxis::welding_robot
