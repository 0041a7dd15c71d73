#pragma once
// Heat of an arc weld and how fast it leaves: heat input and the time from 800 to 500 degC.

namespace twinaxis::welding_robot {

/// Q = k U I / v. `efficiency_fraction` 0.8 for MIG and MAG, 0.6 for TIG, 1 for submerged arc.
/// Source: EN 1011-1.
double heat_input_J_per_m(double efficiency_fraction, double voltage_V, double current_A,
                          double travel_m_per_s);

/// Time from 800 to 500 degC in thick plate, three-dimensional heat flow:
///   (6700 - 5 T0) Q (1 / (500 - T0) - 1 / (800 - T0)) F3,  Q in kJ/mm, T0 in degC below 500.
/// Source: EN 1011-2, annex D, unalloyed and low-alloy steel.
double thick_cooling_s(double heat_J_per_m, double preheat_K, double shape_factor = 1);
/// The same in thin plate, two-dimensional heat flow:
///   (4300 - 4.3 T0) 1e5 Q^2 / d^2 (1 / (500 - T0)^2 - 1 / (800 - T0)^2) F2,  d in mm.
double thin_cooling_s(double heat_J_per_m, double preheat_K, double thickness_m,
                      double shape_factor = 1);
/// Thickness at which both are equal, with shape factors of 1.
double transition_thickness_m(double heat_J_per_m, double preheat_K);

}  // namespace twinaxis::welding_robot
