#pragma once
// A body's axes, as flight and its control use them, beside the vectors of sim/core/pose.h.

#include "sim/core/pose.h"

namespace twinaxis::drone {

using Vector = Vector3;

/// Body axes in world coordinates: the columns of the rotation matrix.
struct Axes {
  Vector x, y, z;
};
inline Axes axes_of(const Quaternion& q) {
  const auto [w, x, y, z] = q;
  return {{1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y)},
          {2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x)},
          {2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)}};
}
inline Vector to_world(const Axes& r, const Vector& b) {
  return b[0] * r.x + b[1] * r.y + b[2] * r.z;
}
inline Vector to_body(const Axes& r, const Vector& w) {
  return {dot(r.x, w), dot(r.y, w), dot(r.z, w)};
}

}  // namespace twinaxis::drone
