#pragma once
// From what the robot controller sets to what the seam is: the laws of this folder put together.

#include "models/welding_robot/weld_quality.h"
#include "models/welding_robot/weld_shape.h"
#include "sim/core/fields.h"

namespace twinaxis::welding_robot {

/// What a controller sets: power source, travel, place of the path beside the joint.
struct WeldSettings {
  double current_A = 220, voltage_V = 24, travel_m_per_s = 0.006, offset_m = 0;
  friend bool operator==(const WeldSettings&, const WeldSettings&) = default;
};
void fields(FieldVisitor& v, WeldSettings& p);

/// A fillet in plate of 6 mm and what is asked of it. The welds of one setting scatter: a limit is
/// missed with the probability that a normal deviate of that size crosses it (assumption).
struct SeamParams {
  double thickness_m = 6e-3;
  double length_m = 0.3;
  double efficiency_fraction = 0.8;  ///< EN 1011-1, MAG
  double cooling_factor = 0.67;      ///< F2 of a single fillet (EN 1011-2, from memory)
  double plate_K = 293.15;
  WireParams wire;
  FusionParams fusion{0.8e-3, 0.1e-3};  ///< slope with a guided wire (assumption)
  FilletParams fillet;
  double least_throat_m = 3.6e-3, throat_scatter_m = 0.15e-3;
  double least_penetration_m = 1.2e-3, penetration_scatter_m = 0.15e-3;
  double least_cooling_s = 5, most_cooling_s = 25;  ///< S355: too hard below, too soft above
  double cooling_scatter_ratio = 0.1;
};
void fields(FieldVisitor& v, SeamParams& p);

struct Seam {
  double heat_J_per_m = 0, cooling_s = 0, throat_m = 0, penetration_m = 0, resistance_N = 0;
  double unfused_probability = 0;
  double bad_probability = 0;  ///< unfused, too thin, too shallow, or cooled at a wrong rate
};
Seam weld(const SeamParams& p, const WeldSettings& set);

}  // namespace twinaxis::welding_robot
