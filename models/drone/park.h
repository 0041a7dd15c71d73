#pragma once
// What stands in the park: people, made of the regions of a body, and buildings, upright cylinders.
//
// Who is struck stands where he is said to stand: nobody dodges (assumption, no warning).

#include <map>
#include <string>
#include <string_view>

#include "models/drone/vector.h"
#include "sim/core/fields.h"
#include "sim/physics/rigid/person.h"

namespace twinaxis::drone {

enum class Kind { person, building };

struct Standing {
  double x_m = 0, y_m = 0;
  double height_m = 1.8;
  Kind kind = Kind::person;
  double radius_m = 0.3;  ///< of a building; a person's are those of the regions
  double facing_rad = 0;  ///< of a person, from x towards y
};
void fields(FieldVisitor& v, Standing& s);

using Park = std::map<std::string, Standing>;
/// The pilot, three visitors side by side, the hall beside the lawn.
Park usual_park();

// The body of a person, from scenarios/catalogue/person_worker.yaml, which says where its numbers
// come from.
using Regions = std::map<std::string, rigid::RegionSpec>;
/// The top of the head, where the feet stand at 0.
double top_m(const Regions& regions);
/// The farthest from the axis of the body.
double reach_m(const Regions& regions);
/// The same body with its top at that height: places and sizes grow alike, masses and springs stay.
Regions scaled(const Regions& regions, double height_m);

/// What a touch does. Landing on its feet, on ground or roof: below `hard` no event, from `breaks`
/// on rotors break. Whatever else it touches meets unguarded propellers: from `touch` on they
/// break.
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
