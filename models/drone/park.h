#pragma once
// What stands in the park: people and buildings, as upright cylinders that a drone may strike.
//
// Struck when the middle of the drone is lower than the top and nearer to the axis than the radius
// and half the drone's width. A person of radius 0.3 m and 1.8 m is that of JARUS, SORA Annex F
// (2023). Who is struck stands where he is said to stand: nobody dodges (assumption, no warning).

#include <map>
#include <string>

#include "models/drone/vector.h"
#include "sim/core/fields.h"

namespace twinaxis::drone {

struct Standing {
  double x_m = 0, y_m = 0;
  double radius_m = 0.3;
  double height_m = 1.8;
};
void fields(FieldVisitor& v, Standing& s);

using Park = std::map<std::string, Standing>;
/// The pilot, three visitors side by side, the hall beside the lawn.
Park usual_park();

bool strikes(const Standing& s, const Vector& drone_m, double drone_width_m);

/// What a touch does. On the ground: below `hard` a landing, from `breaks` on rotors break.
/// Whatever stands in the way meets unguarded propellers: from `touch` on they break.
struct GroundParams {
  double hard_m_s = 2;
  double breaks_m_s = 4;
  double touch_m_s = 0.5;
};
void fields(FieldVisitor& v, GroundParams& p);

/// Parachute of a recovery system.
struct ParachuteParams {
  double drag_area_m2 = 0.7;
  double opens_s = 0.8;  ///< from the command to the full area, which grows with the square of time
};
void fields(FieldVisitor& v, ParachuteParams& p);
double parachute_area_m2(const ParachuteParams& p, double since_s);

}  // namespace twinaxis::drone
