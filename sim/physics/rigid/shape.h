#pragma once
// Shapes of rigid bodies, their places, and the inertia of a homogeneous body of that shape.

#include <string_view>
#include <variant>
#include <vector>

#include "sim/core/fields.h"
#include "sim/core/pose.h"

namespace twinaxis::rigid {

struct Sphere {
  static constexpr std::string_view tag = "sphere";
  double radius_m = 0.1;
};
struct Box {
  static constexpr std::string_view tag = "box";
  double x_m = 0.1, y_m = 0.1, z_m = 0.1;
};
/// Two half spheres on the ends of a cylinder along z.
struct Capsule {
  static constexpr std::string_view tag = "capsule";
  double radius_m = 0.1, length_m = 0.2;
};
struct Cylinder {
  static constexpr std::string_view tag = "cylinder";
  double radius_m = 0.1, length_m = 0.2;
};
using Shape = std::variant<Sphere, Box, Capsule, Cylinder>;

inline void fields(FieldVisitor& v, Sphere& s) {
  v("radius", s.radius_m, "m", above(0), "radius", required);
}
inline void fields(FieldVisitor& v, Box& s) {
  v("x", s.x_m, "m", above(0), "whole length along x", required);
  v("y", s.y_m, "m", above(0), "whole length along y", required);
  v("z", s.z_m, "m", above(0), "whole length along z", required);
}
inline void fields(FieldVisitor& v, Capsule& s) {
  v("radius", s.radius_m, "m", above(0), "radius", required);
  v("length", s.length_m, "m", at_least(0), "between the centres of the half spheres", required);
}
inline void fields(FieldVisitor& v, Cylinder& s) {
  v("radius", s.radius_m, "m", above(0), "radius", required);
  v("length", s.length_m, "m", above(0), "along z", required);
}

/// A pose as one writes it: turned about the fixed axes x, then y, then z, then moved.
struct Place {
  double x_m = 0, y_m = 0, z_m = 0;
  double roll_rad = 0, pitch_rad = 0, yaw_rad = 0;
  Pose pose() const { return {{x_m, y_m, z_m}, from_roll_pitch_yaw(roll_rad, pitch_rad, yaw_rad)}; }
};
inline void fields(FieldVisitor& v, Place& p) {
  v("x", p.x_m, "m", any_value(), "along x");
  v("y", p.y_m, "m", any_value(), "along y");
  v("z", p.z_m, "m", any_value(), "along z");
  v("roll", p.roll_rad, "rad", any_value(), "turn about x, first");
  v("pitch", p.pitch_rad, "rad", any_value(), "turn about y, second");
  v("yaw", p.yaw_rad, "rad", any_value(), "turn about z, third");
}

/// Back from a pose; exact also where pitch is a right angle.
Place place_of(const Pose& pose);

/// A shape somewhere on a body.
struct Part {
  Shape shape = {};
  Place at = {};
};
inline void fields(FieldVisitor& v, Part& p) {
  v("shape", p.shape, "!sphere, !box, !capsule or !cylinder", required);
  v("at", p.at, "its centre, in the frame of its body");
}

/// Moments of inertia about the axes through the centre.
struct Inertia {
  double xx_kg_m2 = 0, yy_kg_m2 = 0, zz_kg_m2 = 0;
  double xy_kg_m2 = 0, xz_kg_m2 = 0, yz_kg_m2 = 0;
};
inline void fields(FieldVisitor& v, Inertia& i) {
  v("xx", i.xx_kg_m2, "kg m^2", above(0), "about x", required);
  v("yy", i.yy_kg_m2, "kg m^2", above(0), "about y", required);
  v("zz", i.zz_kg_m2, "kg m^2", above(0), "about z", required);
  v("xy", i.xy_kg_m2, "kg m^2", any_value(), "element xy of the tensor");
  v("xz", i.xz_kg_m2, "kg m^2", any_value(), "element xz of the tensor");
  v("yz", i.yz_kg_m2, "kg m^2", any_value(), "element yz of the tensor");
}
/// Of the homogeneous body; closed forms, e.g. Goldstein, Classical Mechanics, chapter 5.
Inertia inertia_of(const Shape& shape, double mass_kg);

}  // namespace twinaxis::rigid
