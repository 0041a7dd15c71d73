#include "sim/physics/rigid/arm_spec.h"

namespace twinaxis::rigid {

void fields(FieldVisitor& v, JointSpec& j) {
  v("name", j.name, "of the link that it moves", required);
  v("at", j.at, "frame of the joint, in the frame of the link before");
  v("axis", j.axis, "that it turns about, in its frame; z if left out");
  v("low", j.low_rad, "rad", any_value(), "smallest angle");
  v("high", j.high_rad, "rad", any_value(), "largest angle");
  v("top_rate", j.top_rad_per_s, "rad/s", above(0), "fastest turn");
  v("torque", j.torque_N_m, "N m", above(0), "most that the drive gives");
  v("brake", j.brake_N_m, "N m", at_least(0), "of the brake; 0: as strong as the drive");
  v("mass", j.mass_kg, "kg", above(0), "of the link", required);
  v("centre", j.centre, "of mass, in the frame of the link; its angles turn the inertia");
  v("inertia", j.inertia, "about the centre of mass");
  v("parts", j.parts, "shapes of the link; none: it touches nothing");
}

void fields(FieldVisitor& v, Load& l) {
  v("mass", l.mass_kg, "kg", at_least(0), "of the load");
  v("x", l.x_m, "m", any_value(), "its centre in the frame of the last link");
  v("y", l.y_m, "m", any_value(), "likewise");
  v("z", l.z_m, "m", any_value(), "likewise");
}

void fields(FieldVisitor& v, ArmSpec& a) {
  v("at", a.at, "place of the base");
  v("joints", a.joints, "from the base to the tool", required);
  v("tool", a.tool, "in the frame of the last link");
  v("load", a.load, "what it carries: a point mass");
  v("friction", a.friction_ratio, "1", at_least(0), "of its surface");
  v("start", a.start_rad, "rad", any_value(), "angles at the beginning; left out: all 0");
}

}  // namespace twinaxis::rigid
