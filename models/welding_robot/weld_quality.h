#pragma once
// What a weld is worth: cracking, lack of fusion, quality level, strength, fatigue.

namespace twinaxis::welding_robot {

/// Composition of the steel in per cent of mass.
struct SteelComposition {
  double C = 0, Mn = 0, Mo = 0, Cr = 0, Cu = 0, Ni = 0;
};
/// CET = C + (Mn + Mo) / 10 + (Cr + Cu) / 20 + Ni / 40, in per cent.
/// Source: EN 1011-2, method B.
double carbon_equivalent_percent(const SteelComposition& steel);
/// Preheat against cold cracks:
///   697 CET + 160 tanh(d / 35) + 62 HD^0.35 + (53 CET - 32) Q - 328  degC,
/// d in mm, HD in ml of hydrogen per 100 g, Q in kJ/mm. Source: EN 1011-2, method B.
double preheat_K(double cet_percent, double thickness_m, double hydrogen_ml_per_100g,
                 double heat_J_per_m);

/// Probability that a torch beside the seam leaves the root unfused, logistic in the distance.
/// Assumption: half of the welds at 0.8 mm, two thirds of a wire of 1.2 mm; slope 0.15 mm.
struct FusionParams {
  double half_at_m = 0.8e-3;
  double slope_m = 0.15e-3;
};
double lack_of_fusion_probability(const FusionParams& p, double offset_m);

/// Imperfections of a butt or fillet weld in more than 3 mm.
struct Imperfections {
  double thickness_m = 0, misalignment_m = 0, undercut_m = 0;
  double width_m = 0, excess_m = 0;  ///< of the weld, and its reinforcement
  bool crack = false;
  bool unfused = false;
};
/// Best level that they allow, 'B', 'C' or 'D'; '-' for none. Limits for B, C, D: undercut 0.05,
/// 0.1, 0.2 t up to 0.5, 0.5, 1 mm; misalignment 0.1, 0.15, 0.25 t up to 3, 4, 5 mm; excess metal
/// 1 mm + 0.1, 0.15, 0.25 b up to 5, 7, 10 mm. Source: ISO 5817, limits from memory.
char quality_level(const Imperfections& found);

/// Steel and joint of a fillet. Source of the values: EN 1993-1-8, table 4.1, S355.
struct FilletParams {
  double ultimate_Pa = 510e6;
  double correlation = 0.9;      ///< beta_w
  double partial_factor = 1.25;  ///< gamma_M2
};
/// Design resistance  a L fu / (sqrt(3) beta_w gamma_M2).  Source: EN 1993-1-8, 4.5.3.3.
double fillet_resistance_N(const FilletParams& p, double throat_m, double length_m);

/// Stress at an offset butt joint over the nominal one, 1 + 3 e / t. Source: BS 7910, axial load,
/// equal thickness.
double misalignment_ratio(double misalignment_m, double thickness_m);
/// Fatigue life over that of an aligned joint, with the slope of 3 of welded steel (IIW).
double fatigue_life_ratio(double misalignment_m, double thickness_m);

}  // namespace twinaxis::welding_robot
