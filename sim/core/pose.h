#pragma once
// Where a body is and how it moves. World axes: x, y level, z up. Vectors and quaternions are plain
// arrays, so that every part of the program means the same type by them.

#include <array>
#include <cmath>

namespace twinaxis {

using Vector3 = std::array<double, 3>;
/// (w, x, y, z), of length one; turns body axes into world axes.
using Quaternion = std::array<double, 4>;

inline Vector3 operator+(const Vector3& a, const Vector3& b) {
  return {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
}
inline Vector3 operator-(const Vector3& a, const Vector3& b) {
  return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}
inline Vector3 operator*(double s, const Vector3& a) { return {s * a[0], s * a[1], s * a[2]}; }
inline double dot(const Vector3& a, const Vector3& b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
inline Vector3 cross(const Vector3& a, const Vector3& b) {
  return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}
inline double norm(const Vector3& a) { return std::sqrt(dot(a, a)); }

/// First b, then a.
inline Quaternion operator*(const Quaternion& a, const Quaternion& b) {
  return {a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3],
          a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2],
          a[0] * b[2] - a[1] * b[3] + a[2] * b[0] + a[3] * b[1],
          a[0] * b[3] + a[1] * b[2] - a[2] * b[1] + a[3] * b[0]};
}
inline Quaternion inverse(const Quaternion& q) { return {q[0], -q[1], -q[2], -q[3]}; }
/// v + 2 w (u x v) + 2 u x (u x v), u the vector part.
inline Vector3 rotate(const Quaternion& q, const Vector3& v) {
  const Vector3 u{q[1], q[2], q[3]};
  const Vector3 t = 2.0 * cross(u, v);
  return v + q[0] * t + cross(u, t);
}
/// `axis` of length one.
inline Quaternion turn_about(const Vector3& axis, double angle_rad) {
  const double s = std::sin(0.5 * angle_rad);
  return {std::cos(0.5 * angle_rad), s * axis[0], s * axis[1], s * axis[2]};
}
/// About the fixed axes x, then y, then z (the convention of URDF).
inline Quaternion from_roll_pitch_yaw(double roll_rad, double pitch_rad, double yaw_rad) {
  return turn_about({0, 0, 1}, yaw_rad) *
         (turn_about({0, 1, 0}, pitch_rad) * turn_about({1, 0, 0}, roll_rad));
}

/// A frame as seen from another one.
struct Pose {
  Vector3 position_m{};
  Quaternion attitude{1, 0, 0, 0};
};
/// `b`, given in the frame `a`, as seen from where `a` is given.
inline Pose operator*(const Pose& a, const Pose& b) {
  return {a.position_m + rotate(a.attitude, b.position_m), a.attitude * b.attitude};
}
/// A point of the frame, seen from outside.
inline Vector3 operator*(const Pose& a, const Vector3& point_m) {
  return a.position_m + rotate(a.attitude, point_m);
}
inline Pose inverse(const Pose& a) {
  const Quaternion back = inverse(a.attitude);
  return {-1.0 * rotate(back, a.position_m), back};
}

/// Both in world axes.
struct Motion {
  Vector3 velocity_m_s{};
  Vector3 rate_rad_per_s{};
};

}  // namespace twinaxis
