#include "models/drone/attitude.h"

#include <algorithm>
#include <cmath>

#include "models/drone/vehicle.h"

namespace twinaxis::drone {
namespace {

/// Below the level, of a field in world axes.
double inclination_rad(const Vector& field_T) {
  return std::atan2(-field_T[2], std::hypot(field_T[0], field_T[1]));
}

}  // namespace

void fields(FieldVisitor& v, MagneticField& f) {
  v("strength", f.strength_T, "T", above(0), "of the earth's field (WMM2020, Tokyo)");
  v("inclination", f.inclination_rad, "rad", between(-1.5, 1.5),
    "below the level (WMM2020, Tokyo); level part along x");
}

Vector earth_field_T(const MagneticField& f) {
  return f.strength_T * Vector{std::cos(f.inclination_rad), 0, -std::sin(f.inclination_rad)};
}

void fields(FieldVisitor& v, AttitudeParams& p) {
  v("tilt", p.tilt_per_s, "1/s", at_least(0), "turning per angle off the felt vertical");
  v("heading", p.heading_per_s, "1/s", at_least(0), "turning per angle off north");
  v("bias", p.bias_per_s, "1/s", at_least(0), "change of the gyroscope's bias per turning");
  v("unaided", p.unaided_share, "1", fraction(),
    "share of tilt and bias gains while no fix tells the acceleration (assumption)");
  v("most_bias", p.most_bias_rad_per_s, "rad/s", at_least(0), "limit of the bias");
  v("force_gate", p.force_gate_ratio, "1", at_least(0), "deviation from g that counts, over g");
  v("strength_gate", p.strength_gate_T, "T", at_least(0), "deviation of the field that counts");
  v("inclination_gate", p.inclination_gate_rad, "rad", at_least(0),
    "deviation of its inclination that counts");
}

AttitudeFilter::AttitudeFilter(const AttitudeParams& p, const MagneticField& place)
    : p_(p), field_T_(earth_field_T(place)), inclination_rad_(place.inclination_rad) {}

void AttitudeFilter::align(const Vector& rate_rad_per_s, const Vector& force_m_s2,
                           const Vector& field_T) {
  const double roll = std::atan2(force_m_s2[1], force_m_s2[2]);
  const double pitch = std::atan2(-force_m_s2[0], std::hypot(force_m_s2[1], force_m_s2[2]));
  const Quaternion tilt = from_roll_pitch_yaw(roll, pitch, 0);
  const Vector level = rotate(tilt, field_T);
  attitude_ = turn_about({0, 0, 1}, -std::atan2(level[1], level[0])) * tilt;
  rate_rad_per_s_ = rate_rad_per_s;
  aligned_ = true;
}

void AttitudeFilter::turn(const Vector& rate_rad_per_s, const Vector& force_m_s2,
                          double interval_s) {
  const Axes before = axes_of(attitude_);
  const Vector& c = correction_rad_per_s_;
  const Vector correction = to_body(before, c);
  const Vector learnt = to_body(before, {tilt_share_ * c[0], tilt_share_ * c[1], c[2]});
  const Vector last = rate_rad_per_s_;
  for (std::size_t i = 0; i < 3; ++i) {
    double& bias = bias_rad_per_s_[i];
    bias = std::clamp(bias - p_.bias_per_s * learnt[i] * interval_s, -p_.most_bias_rad_per_s,
                      p_.most_bias_rad_per_s);
    rate_rad_per_s_[i] = rate_rad_per_s[i] - bias;
  }
  // The mean of the rates at both ends of the scan; turned by 2 atan(x / 2) for x, which misses
  // x^3 / 12: 4e-8 rad at 2 rad/s.
  const Vector half = 0.5 * interval_s * (0.5 * (last + rate_rad_per_s_) + correction);
  Quaternion q = attitude_ * Quaternion{1, half[0], half[1], half[2]};
  const double length = std::sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
  for (double& each : q) each /= length;
  attitude_ = q;
  felt_m_s_ = felt_m_s_ + interval_s * to_world(axes_of(q), force_m_s2);
  felt_s_ += interval_s;
}

void AttitudeFilter::compare(const Vector& field_T) {
  const Vector seen = rotate(attitude_, field_T);
  rejects_field_ = std::abs(norm(seen) - norm(field_T_)) > p_.strength_gate_T ||
                   std::abs(inclination_rad(seen) - inclination_rad_) > p_.inclination_gate_rad;
  correction_rad_per_s_[2] = rejects_field_ ? 0 : -p_.heading_per_s * std::atan2(seen[1], seen[0]);
}

void AttitudeFilter::level(const std::optional<Vector>& velocity_m_s) {
  const bool aided = velocity_m_s && velocity_m_s_;
  const Vector gained_m_s = aided ? *velocity_m_s - *velocity_m_s_ : Vector{};
  velocity_m_s_ = velocity_m_s;
  tilt_share_ = aided ? 1 : p_.unaided_share;
  correction_rad_per_s_[0] = correction_rad_per_s_[1] = 0;
  if (felt_s_ > 0) {
    const Vector up_m_s2 = 1 / felt_s_ * (felt_m_s_ - gained_m_s);
    const double length = norm(up_m_s2);
    if (std::abs(length - kGravity_m_s2) <= p_.force_gate_ratio * kGravity_m_s2) {
      const double gain_per_s = tilt_share_ * p_.tilt_per_s;
      correction_rad_per_s_[0] = gain_per_s * up_m_s2[1] / length;  // u x z
      correction_rad_per_s_[1] = -gain_per_s * up_m_s2[0] / length;
    }
  }
  felt_m_s_ = {}, felt_s_ = 0;
}

}  // namespace twinaxis::drone
