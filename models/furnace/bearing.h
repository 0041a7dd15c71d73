#pragma once
// A rolling bearing of a fan or its motor: friction, heat, grease, wear, seizure.
//
//   M = mu F d / 2,   P = M omega     (the same as P = 1.05e-4 M n with M in N mm and n in rpm)
//   mu = mu_full g + mu_dry (1 - g) + mu_worn w
//   C dT/dt = P - W (T - T_ambient)
//   dg/dt = -g / life(T) - leak + feed (1 - g),   life halves every 15 K above 70 degC
//   dw/dt = k (1 - g)^2 speed     (Archard: load times sliding distance, both on bare metal)
//
// g is the share of the load that a film carries, w the wear, 1 where the cage breaks. The inner
// ring runs hotter than the outer one by a share of the rise over ambient; when its expansion has
// used up the clearance, the bearing seizes. Valid for grease-lubricated bearings below the
// limiting speed. Sources: SKF, Rolling bearings catalogue (2018): friction torque M = 0.5 mu F d,
// mu 0.0015 for deep groove ball bearings, power loss, grease life (all from memory); Archard, J.
// Appl. Phys. 24 (1953) 981. Sizes, dry friction, wear rate and the share of the rings:
// assumptions.

#include "sim/core/fields.h"

namespace twinaxis::furnace {

struct BearingParams {
  double load_N = 15e3;
  double bore_m = 0.1;
  double full_speed_rad_per_s = 155;  ///< 1480 rpm
  double film_friction_ratio = 0.0015;
  double dry_friction_ratio = 0.02;
  double worn_friction_ratio = 0.01;  ///< added when worn out
  double cooling_W_per_K = 4.5;
  double heat_capacity_J_per_K = 19.2e3;  ///< 40 kg of steel and housing
  double grease_life_s = 7.2e7;           ///< 20,000 h at 70 degC
  double grease_reference_K = 343.15;
  double grease_halving_K = 15;
  double feed_per_s = 1.0 / 300;             ///< while the lubricator feeds
  double dry_wear_per_s = 1.0 / (4 * 3600);  ///< without any film
  double expansion_per_K = 12e-6;
  double ring_difference_ratio = 0.33;  ///< inner over outer ring, of the rise over ambient
  double clearance_m = 60e-6;           ///< radial, C3
};
void fields(FieldVisitor& v, BearingParams& p);

struct BearingState {
  double temperature_K = 303.15;
  double grease_fraction = 1;
  double wear_fraction = 0;
};

/// What acts on it from outside.
struct BearingDuty {
  double speed_fraction = 1;
  double ambient_K = 303.15;
  double leak_per_s = 0;  ///< of grease
  double feed_fraction = 0;
};

double friction_W(const BearingParams& p, const BearingState& x, double speed_fraction);
/// Rates of the state; the names of the members are those of the state.
BearingState bearing_rate(const BearingParams& p, const BearingState& x, const BearingDuty& duty);
/// Clearance that is left; the bearing seizes at zero.
double clearance_left_m(const BearingParams& p, const BearingState& x, double ambient_K);
/// Temperature at rest with full grease and no wear, at full speed.
double resting_bearing_K(const BearingParams& p, double ambient_K);

/// Life of electrical insulation: halves every 10 K. Source: Montsinger, Trans. AIEE 49 (1930) 776;
/// class F is rated 20,000 h at 155 degC (IEC 60085).
struct InsulationParams {
  double rated_life_s = 7.2e7;
  double rated_K = 428.15;
  double halving_K = 10;
};
void fields(FieldVisitor& v, InsulationParams& p);
double insulation_life_s(const InsulationParams& p, double winding_K);

}  // namespace twinaxis::furnace
