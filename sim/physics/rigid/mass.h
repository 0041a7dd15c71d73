#pragma once
// Mass, its centre and its tensor of inertia; several joined into one.

#include <array>

#include "sim/core/pose.h"
#include "sim/physics/rigid/shape.h"

namespace twinaxis::rigid {

/// Rows of a symmetric 3 x 3 matrix.
using Tensor = std::array<Vector3, 3>;

inline Vector3 times(const Tensor& t, const Vector3& v) {
  return {dot(t[0], v), dot(t[1], v), dot(t[2], v)};
}

struct Mass {
  double kg = 0;
  Vector3 centre_m{};
  Tensor inertia_kg_m2{};  ///< about the centre
};

/// As it is in the frame where `centre` stands. Negative off-diagonals as in a tensor, not as
/// products of inertia: xy = -integral of x y dm.
Mass mass_of(double kg, const Pose& centre, const Inertia& inertia);
/// The same mass seen from where `frame` stands.
Mass seen_from(const Pose& frame, const Mass& mass);
/// Rigidly joined (Steiner).
Mass joined(const Mass& a, const Mass& b);
Inertia inertia_of(const Mass& mass);

}  // namespace twinaxis::rigid
