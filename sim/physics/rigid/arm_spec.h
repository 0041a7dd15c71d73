#pragma once
// An arm as one writes it: a chain of joints that turn, each with the link that it moves.

#include <string>
#include <vector>

#include "sim/physics/rigid/shape.h"

namespace twinaxis::rigid {

/// In a frame; need not be of length one. All zero: z.
struct Direction {
  double x_ratio = 0, y_ratio = 0, z_ratio = 0;
};
inline void fields(FieldVisitor& v, Direction& d) {
  v("x", d.x_ratio, "1", any_value(), "component x");
  v("y", d.y_ratio, "1", any_value(), "component y");
  v("z", d.z_ratio, "1", any_value(), "component z");
}

struct JointSpec {
  std::string name = {};
  Place at = {};  ///< frame of joint and link at angle 0, in the frame of the link before
  Direction axis = {};
  double low_rad = -6.2831853, high_rad = 6.2831853;
  double top_rad_per_s = 3;
  double torque_N_m = 100;
  double brake_N_m = 0;  ///< of the brake; 0: as strong as the drive
  double mass_kg = 1;
  Place centre = {};  ///< of mass, in the frame of the link; inertia about it, turned like it
  Inertia inertia{0.01, 0.01, 0.01};
  std::vector<Part> parts = {};
};

/// What an arm carries: a point mass in the frame of the last link.
struct Load {
  double mass_kg = 0;
  double x_m = 0, y_m = 0, z_m = 0;
};

struct ArmSpec {
  Place at = {};  ///< of the base
  std::vector<JointSpec> joints = {};
  Place tool = {};  ///< in the frame of the last link
  Load load = {};
  double friction_ratio = 0.5;
  std::vector<double> start_rad = {};  ///< angles at t = 0; left out: all 0
};

void fields(FieldVisitor& v, JointSpec& j);
void fields(FieldVisitor& v, Load& l);
void fields(FieldVisitor& v, ArmSpec& a);

}  // namespace twinaxis::rigid
