#include "sim/physics/rigid/shape.h"

#include <cmath>

#include "sim/core/overload.h"

namespace twinaxis::rigid {
namespace {

Inertia round(double across_kg_m2, double along_kg_m2) {
  return {.xx_kg_m2 = across_kg_m2, .yy_kg_m2 = across_kg_m2, .zz_kg_m2 = along_kg_m2};
}

Inertia of_cylinder(double mass_kg, double r_m, double l_m) {
  return round(mass_kg * (3 * r_m * r_m + l_m * l_m) / 12, mass_kg * r_m * r_m / 2);
}

/// Cylinder and two half spheres, shared out by volume. A half sphere has its centre of mass 3/8 r
/// from its flat side.
Inertia of_capsule(double mass_kg, double r_m, double l_m) {
  const double ball_kg = mass_kg * (4 * r_m / 3) / (4 * r_m / 3 + l_m);
  const Inertia middle = of_cylinder(mass_kg - ball_kg, r_m, l_m);
  const double along = 0.4 * ball_kg * r_m * r_m;
  const double across = along + ball_kg * (l_m * l_m / 4 + 0.375 * l_m * r_m);
  return round(middle.xx_kg_m2 + across, middle.zz_kg_m2 + along);
}

}  // namespace

Place place_of(const Pose& pose) {
  // Columns of the rotation matrix. Yaw first; roll and pitch of what is left once it is undone,
  // so that none of them needs the cosine of pitch.
  const Vector3 x = rotate(pose.attitude, {1, 0, 0}), y = rotate(pose.attitude, {0, 1, 0}),
                z = rotate(pose.attitude, {0, 0, 1});
  const double yaw_rad = std::atan2(x[1], x[0]);
  const double s = std::sin(yaw_rad), c = std::cos(yaw_rad);
  const auto& p = pose.position_m;
  return {.x_m = p[0],
          .y_m = p[1],
          .z_m = p[2],
          .roll_rad = std::atan2(s * z[0] - c * z[1], c * y[1] - s * y[0]),
          .pitch_rad = std::atan2(-x[2], c * x[0] + s * x[1]),
          .yaw_rad = yaw_rad};
}

Inertia inertia_of(const Shape& shape, double mass_kg) {
  const double m = mass_kg;
  return std::visit(
      overload{[&](const Sphere& s) {
                 const double i = 0.4 * m * s.radius_m * s.radius_m;
                 return round(i, i);
               },
               [&](const Box& s) {
                 const double x = s.x_m * s.x_m, y = s.y_m * s.y_m, z = s.z_m * s.z_m;
                 return Inertia{.xx_kg_m2 = m * (y + z) / 12,
                                .yy_kg_m2 = m * (x + z) / 12,
                                .zz_kg_m2 = m * (x + y) / 12};
               },
               [&](const Capsule& s) { return of_capsule(m, s.radius_m, s.length_m); },
               [&](const Cylinder& s) { return of_cylinder(m, s.radius_m, s.length_m); }},
      shape);
}

}  // namespace twinaxis::rigid
