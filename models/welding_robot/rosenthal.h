#pragma once
// Steady temperature around a moving source of heat; constants do not vary with temperature, no
// melting. Source: Rosenthal, Trans. ASME 68 (1946) 849.

namespace twinaxis::welding_robot {

struct MovingSource {
  double power_W = 4224;  ///< into the metal
  double travel_m_per_s = 0.006;
  double conductivity_W_per_m_K = 40;
  double diffusivity_m2_per_s = 40.0 / (7850 * 600);
  double ambient_K = 293.15;
};
/// Thick plate, `ahead_m` along the travel and `radius_m` from the source; infinite at the source.
double thick_plate_K(const MovingSource& p, double ahead_m, double radius_m);
/// Thin plate of that thickness.
double thin_plate_K(const MovingSource& p, double thickness_m, double ahead_m, double radius_m);

}  // namespace twinaxis::welding_robot
