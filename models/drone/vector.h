#pragma once
// Three-vectors and unit quaternions, as much as flight needs. World axes: x, y level, z up.
// A quaternion is (w, x, y, z) and turns body axes into world axes.

#include <array>
#include <cmath>

namespace twinaxis::drone {

using Vector = std::array<double, 3>;
using Quaternion = std::array<double, 4>;

inline Vector operator+(const Vector& a, const Vector& b) {
  return {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
}
inline Vector operator-(const Vector& a, const Vector& b) {
  return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}
inline Vector operator*(double s, const Vector& a) { return {s * a[0], s * a[1], s * a[2]}; }
inline double dot(const Vector& a, const Vector& b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
inline Vector cross(const Vector& a, const Vector& b) {
  return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}
inline double norm(const Vector& a) { return std::sqrt(dot(a, a)); }

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
