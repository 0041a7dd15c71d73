#include "models/drone/cascade.h"

#include <algorithm>
#include <numbers>

namespace twinaxis::drone {
namespace {

/// A vector in the plane, no longer than `most`.
void shorten(Vector& a, double most) {
  const double length = std::hypot(a[0], a[1]);
  if (length > most) a[0] *= most / length, a[1] *= most / length;
}

double acceleration_m_s2(const CascadeParams& p, const Aim& aim) {
  return aim.brisk ? p.brisk_m_s2 : p.acceleration_m_s2;
}

/// Speed from which a share of that acceleration stops in time: the loops behind lag.
constexpr double kBraking_share = 0.5;
double braking_m_s(const CascadeParams& p, const Aim& aim, double distance_m) {
  return std::sqrt(2 * kBraking_share * acceleration_m_s2(p, aim) * distance_m);
}

Vector wanted_velocity(const CascadeParams& p, const Aim& aim, const Believed& seen) {
  Vector wanted = aim.velocity_m_s;
  const Vector away = aim.position_m - seen.position_m;
  if (aim.level == Aim::Level::position) {
    const double distance_m = std::hypot(away[0], away[1]);
    wanted[0] = p.position_per_s * away[0], wanted[1] = p.position_per_s * away[1];
    shorten(wanted, braking_m_s(p, aim, distance_m));
  }
  shorten(wanted, p.level_m_s);
  if (aim.hold_height) {
    const double most = braking_m_s(p, aim, std::abs(away[2]));
    wanted[2] = std::clamp(p.climb_per_s * away[2], -most, most);
  }
  wanted[2] = std::clamp(wanted[2], -p.down_m_s, p.up_m_s);
  return wanted;
}

/// The wanted velocity moves no faster than the wanted acceleration.
void slew(double most_m_s2, const Vector& to, CascadeMemory& m, double interval_s) {
  Vector change = to - m.wanted_m_s;
  const double most = most_m_s2 * interval_s;
  shorten(change, most);
  change[2] = std::clamp(change[2], -most, most);
  m.wanted_m_s = m.wanted_m_s + change;
}

Vector wanted_force_N(const CascadeParams& p, const Vehicle& v, const Aim& aim,
                      const Believed& seen, CascadeMemory& m, double interval_s) {
  const bool blind = aim.level == Aim::Level::attitude;
  Vector acceleration{};
  for (std::size_t i = 0; i < 3; ++i) {
    if (blind && i < 2) continue;
    const LoopGains& g = i < 2 ? p.level : p.vertical;
    const double error = m.wanted_m_s[i] - seen.velocity_m_s[i];
    const double change = (seen.velocity_m_s[i] - m.velocity_m_s[i]) / interval_s;
    acceleration[i] = g.p_per_s * error + m.velocity_sum_m_s2[i] - g.d_factor * change;
    // Wind-up is bounded by what a wind at the limit of tilt would need.
    const double most = kGravity_m_s2 * std::tan(p.tilt_rad);
    m.velocity_sum_m_s2[i] =
        std::clamp(m.velocity_sum_m_s2[i] + g.i_per_s2 * error * interval_s, -most, most);
  }
  m.velocity_m_s = seen.velocity_m_s;
  const double up = std::max(kGravity_m_s2 + acceleration[2], 0.1 * kGravity_m_s2);
  shorten(acceleration, up * std::tan(p.tilt_rad));
  return v.mass_kg * Vector{acceleration[0], acceleration[1], up};
}

/// Error of attitude in body axes: the sine of the angle between the thrust axis and the wanted
/// force, held at its greatest beyond a right angle.
Vector attitude_error(const Axes& is, const Vector& force_N, double heading_rad,
                      double wanted_heading_rad) {
  const Vector up = 1 / norm(force_N) * force_N;
  Vector axis = cross(is.z, up);
  if (dot(is.z, up) < 0) axis = 1 / std::max(norm(axis), 1e-6) * axis;
  Vector error = to_body(is, axis);
  error[2] = std::remainder(wanted_heading_rad - heading_rad, 2 * std::numbers::pi);
  return error;
}

}  // namespace

void fields(FieldVisitor& v, LoopGains& g) {
  v("p", g.p_per_s, "1/s", at_least(0), "proportional");
  v("i", g.i_per_s2, "1/s^2", at_least(0), "integral");
  v("d", g.d_factor, "1", at_least(0), "derivative of the measurement");
}

void fields(FieldVisitor& v, CascadeParams& p) {
  v("position", p.position_per_s, "1/s", above(0), "velocity per distance, level");
  v("climb", p.climb_per_s, "1/s", above(0), "velocity per distance, vertical");
  v("level", p.level, "acceleration per velocity, level");
  v("vertical", p.vertical, "acceleration per velocity, vertical");
  v("roll", p.attitude_per_s[0], "1/s", above(0), "rate per angle");
  v("pitch", p.attitude_per_s[1], "1/s", above(0), "rate per angle");
  v("yaw", p.attitude_per_s[2], "1/s", above(0), "rate per angle");
  v("tilt_rate", p.tilt_rate, "angular acceleration per rate, roll and pitch");
  v("yaw_rate", p.yaw_rate, "angular acceleration per rate, yaw");
  v("level_speed", p.level_m_s, "m/s", above(0), "limit");
  v("up_speed", p.up_m_s, "m/s", above(0), "limit");
  v("down_speed", p.down_m_s, "m/s", above(0), "limit");
  v("acceleration", p.acceleration_m_s2, "m/s^2", above(0), "of the wanted velocity");
  v("brisk_acceleration", p.brisk_m_s2, "m/s^2", above(0), "the same when a fail-safe stops it");
  v("tilt", p.tilt_rad, "rad", between(0.01, 1.3), "limit");
  v("roll_limit", p.rate_rad_per_s[0], "rad/s", above(0), "limit");
  v("pitch_limit", p.rate_rad_per_s[1], "rad/s", above(0), "limit");
  v("yaw_limit", p.rate_rad_per_s[2], "rad/s", above(0), "limit");
}

RotorCommand cascade(const CascadeParams& p, const Vehicle& v, const Mixer& mixer, const Aim& aim,
                     const Believed& seen, CascadeMemory& m, double interval_s) {
  if (!m.started) m.velocity_m_s = seen.velocity_m_s, m.started = true;
  slew(acceleration_m_s2(p, aim), wanted_velocity(p, aim, seen), m, interval_s);
  const Vector force_N = wanted_force_N(p, v, aim, seen, m, interval_s);
  const Axes is = axes_of(seen.attitude);
  const double heading_rad = angles_of(seen.attitude).heading_rad;
  const Vector error = attitude_error(is, force_N, heading_rad, aim.heading_rad);
  Vector torque_Nm{};
  for (std::size_t i = 0; i < 3; ++i) {
    const LoopGains& g = i < 2 ? p.tilt_rate : p.yaw_rate;
    const double most = p.rate_rad_per_s[i];
    const double rate = std::clamp(p.attitude_per_s[i] * error[i], -most, most);
    const double off = rate - seen.rate_rad_per_s[i];
    torque_Nm[i] = v.inertia_kg_m2[i] * (g.p_per_s * off + m.rate_sum_per_s2[i]);
    m.rate_sum_per_s2[i] =
        std::clamp(m.rate_sum_per_s2[i] + g.i_per_s2 * off * interval_s, -20.0, 20.0);
  }
  return mixer.limited(std::max(dot(force_N, is.z), 0.1 * v.mass_kg * kGravity_m_s2), torque_Nm);
}

Angles angles_of(const Quaternion& q) {
  const auto [w, x, y, z] = q;
  const double sine = std::clamp(2 * (w * y - z * x), -1.0, 1.0);
  return {std::atan2(2 * (w * x + y * z), 1 - 2 * (x * x + y * y)), std::asin(sine),
          std::atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z))};
}

}  // namespace twinaxis::drone
