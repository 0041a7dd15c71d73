#pragma once
// How the drone believes to stand: explicit complementary filter of gyroscope, accelerometer and
// magnetometer, with the bias of the gyroscope.
//
//   dq/dt = 1/2 q (0, w - b + R'c),  db/dt = -ki R'c     w: gyroscope; R: body to world as believed
//   c = ka (u x z) / |u| - km h z                        correction, world axes
//   u: mean of R f since the last fix, less the change of velocity that the fixes tell: gravity
//   h: heading of the level part of R m;                 z upwards, north along x
//
// Gates: u counts if |u| is within a tenth of g; the field counts while strength and inclination
// are near those of the place. Without either the gyroscope goes on by itself. Without a fix that
// counts u is R f alone, and its gain and its part in db/dt are a tenth: a drone that is blown away
// feels the wind as a lean. Near the truth each angle obeys e'' + k e' + k ki e = 0, k = ka or
// km; a tilt that is wrong shifts north by tan(inclination) times as much. The magnetometer turns
// about the vertical only, so iron nearby does not tilt the drone.
//
// Sources: Mahony, Hamel, Pflimlin, IEEE TAC 53 (2008) 1203, explicit complementary filter with
// bias correction; gains, gate of the force and limit of the bias: PX4's attitude_estimator_q
// (ATT_W_ACC, ATT_W_MAG, ATT_W_GYRO_BIAS, ATT_BIAS_MAX), gates of the field: its EKF2
// (EKF2_MAG_CHK_STR, EKF2_MAG_CHK_INC). The place's field is known without error (assumption).

#include <optional>

#include "models/drone/vector.h"
#include "sim/core/fields.h"

namespace twinaxis::drone {

/// The earth's field; x of the park is magnetic north (assumption). Defaults: Tokyo, by the table
/// of NOAA's WMM2020 in PX4 (geo_magnetic_tables.hpp), between its points.
struct MagneticField {
  double strength_T = 46.8e-6;
  double inclination_rad = 0.856;  ///< below the level
};
void fields(FieldVisitor& v, MagneticField& f);
Vector earth_field_T(const MagneticField& f);  ///< world axes

struct AttitudeParams {
  double tilt_per_s = 0.2, heading_per_s = 0.1, bias_per_s = 0.1;
  double unaided_share = 0.1;  ///< of tilt and bias gains without fixes (assumption)
  double most_bias_rad_per_s = 0.05;
  double force_gate_ratio = 0.1;  ///< of g
  double strength_gate_T = 20e-6;
  double inclination_gate_rad = 0.349;  ///< 20 degrees
};
void fields(FieldVisitor& v, AttitudeParams& p);

class AttitudeFilter {
 public:
  AttitudeFilter(const AttitudeParams& p, const MagneticField& place);

  /// The first attitude: up by the force, north by the field, whatever the gates say.
  void align(const Vector& rate_rad_per_s, const Vector& force_m_s2, const Vector& field_T);
  bool aligned() const { return aligned_; }
  /// One scan: what the gyroscope says at its end, what the accelerometer felt in it.
  void turn(const Vector& rate_rad_per_s, const Vector& force_m_s2, double interval_s);
  /// A new reading of the magnetometer.
  void compare(const Vector& field_T);
  /// The time between two fixes is over. `velocity_m_s`: level, by a fix that counts; else none.
  void level(const std::optional<Vector>& velocity_m_s);

  const Quaternion& attitude() const { return attitude_; }
  const Vector& rate_rad_per_s() const { return rate_rad_per_s_; }  ///< less the bias
  const Vector& bias_rad_per_s() const { return bias_rad_per_s_; }
  bool rejects_field() const { return rejects_field_; }

 private:
  AttitudeParams p_;
  Vector field_T_;
  double inclination_rad_;
  bool aligned_ = false, rejects_field_ = false;
  Quaternion attitude_{1, 0, 0, 0};
  Vector bias_rad_per_s_{}, rate_rad_per_s_{};
  Vector correction_rad_per_s_{};  ///< world axes, held until the next comparison
  double tilt_share_ = 1;          ///< of the bias gain, for its level part
  Vector felt_m_s_{};              ///< R f, summed up since the last fix
  double felt_s_ = 0;
  std::optional<Vector> velocity_m_s_;
};

}  // namespace twinaxis::drone
