#pragma once
// Resistance spot welds in sheet: what a nugget must be, what it becomes, what it bears.

namespace twinaxis::welding_robot {

/// Least and nominal diameter of a nugget, 4 and 5 sqrt(t), in mm. Source: ISO 14373, rule of
/// practice.
double least_nugget_m(double thickness_m);
double nominal_nugget_m(double thickness_m);
/// Electrode force of about 2.5 kN for each millimetre of sheet (rule of practice: 250 kg).
double electrode_force_N(double thickness_m);
/// Welding time of ten periods of 50 Hz for each millimetre (rule of practice).
double spot_weld_s(double thickness_m);
/// Shear that a nugget bears, 2.6 t d sigma_u. Source: AWS D8.1 practice, factor from memory.
double nugget_shear_N(double thickness_m, double nugget_m, double ultimate_Pa);

/// Growth of a nugget with current: none below `onset_A`, then d = d_most (1 - exp(-(I - I0) /
/// Ic)), metal is thrown out above `expulsion_A`. Form and numbers: assumption, to be fitted to a
/// machine.
struct NuggetGrowth {
  double most_m = 7e-3, onset_A = 5000, scale_A = 1600, expulsion_A = 10500;
};
double nugget_m(const NuggetGrowth& p, double current_A);
inline bool expels(const NuggetGrowth& p, double current_A) { return current_A > p.expulsion_A; }

}  // namespace twinaxis::welding_robot
