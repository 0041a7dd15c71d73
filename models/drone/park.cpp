#include "models/drone/park.h"

#include <algorithm>
#include <array>

namespace twinaxis::drone {
namespace {

constexpr std::array<std::string_view, 2> kKindNames{"person", "building"};

}  // namespace

void fields(FieldVisitor& v, Standing& s) {
  v("x", s.x_m, "m", any_value(), "from the place of take-off");
  v("y", s.y_m, "m", any_value(), "from the place of take-off");
  v("height", s.height_m, "m", above(0), "of its top");
  v("kind", s.kind, kKindNames, "what stands there");
  v("radius", s.radius_m, "m", above(0), "of a building, an upright cylinder");
  v("facing", s.facing_rad, "rad", any_value(), "where a person looks, from x towards y");
}

void fields(FieldVisitor& v, GroundParams& p) {
  v("hard", p.hard_m_s, "m/s", above(0), "touch-down that is no landing any more (assumption)");
  v("breaks", p.breaks_m_s, "m/s", above(0), "touch-down that breaks the rotors (assumption)");
  v("touch", p.touch_m_s, "m/s", above(0),
    "touch of something standing that breaks them (assumption)");
}

void fields(FieldVisitor& v, ParachuteParams& p) {
  v("drag_area", p.drag_area_m2, "m^2", above(0), "Cd A of the open canopy");
  v("opens", p.opens_s, "s", above(0), "from the command to the full area");
}

Park usual_park() {
  return {{"user", {2, -2, 1.8}},
          {"visitor_1", {85, 9.1, 1.8}},
          {"visitor_2", {85, 10, 1.8}},
          {"visitor_3", {85, 10.9, 1.8}},
          {"hall", {0, -70, 9, Kind::building, 12}}};
}

double parachute_area_m2(const ParachuteParams& p, double since_s) {
  const double share = std::clamp(since_s / p.opens_s, 0.0, 1.0);
  return p.drag_area_m2 * share * share;
}

}  // namespace twinaxis::drone
