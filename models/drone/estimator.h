#pragma once
// Where the drone believes to be: one Kalman filter of place and velocity for each axis, driven by
// the accelerometer, corrected by satellite fixes (level) and the barometer (vertical).
//
//   predict  x += v dt + a dt^2 / 2,  v += a dt;   P with the acceleration's deviation a sample
//   a fix counts if every innovation lies inside its gate:  |z - x| <= gate sqrt(P + R)
//   without a fix that counts for `patience` the place is lost
//
// With the flow check the filter is also fed by an optical-flow camera, which keeps the place when
// fixes fail; its velocity and that of the fixes are compared, and fixes that disagree for
// `disagree_after` count no more.
//
// The attitude that turns the accelerometer's readings into world axes is that of attitude.h.
// Noises and gate are the defaults of PX4's EKF2 where they have one (EKF2_GPS_P_NOISE, _V_NOISE,
// _P_GATE, _V_GATE); the acceleration's deviation covers errors of attitude (assumption). PX4 takes
// the fix again after a while; this one does not. Source: Kalman, J. Basic Engineering 82 (1960).

#include "models/drone/vector.h"
#include "sim/core/fields.h"

namespace twinaxis::drone {

struct EstimatorParams {
  double acceleration_m_s2 = 1.0;  ///< deviation of a sample
  double fix_m = 0.5, fix_m_s = 0.3, barometer_m = 0.5, flow_m_s = 0.2;
  double patience_s = 5;
  double flow_top_m = 60;  ///< above it the flow camera sees nothing
  double disagreement_m_s = 0.5;
  double disagree_after_s = 2;
};
void fields(FieldVisitor& v, EstimatorParams& p);

struct AxisFilter {
  double place_m = 0, velocity_m_s = 0;
  double place_m2 = 1, cross_m2_per_s = 0, velocity_m2_per_s2 = 1;  ///< covariance

  void predict(double acceleration_m_s2, double deviation_m_s2, double interval_s);
  void correct_place(double measured_m, double deviation_m);
  void correct_velocity(double measured_m_s, double deviation_m_s);
};

struct Fix {
  bool fresh = false;  ///< a new one in this scan
  double x_m = 0, y_m = 0, x_m_s = 0, y_m_s = 0;
};
struct EstimatorReadings {
  Vector acceleration_m_s2{};  ///< world axes, gravity taken off
  Fix fix;
  double barometer_m = 0;
  bool barometer_fresh = false;
  bool flow_fresh = false;
  double flow_x_m_s = 0, flow_y_m_s = 0;
};
struct EstimatorSettings {
  double gate_ratio = 5;  ///< in standard deviations
  bool flow_check = false;
};

struct EstimatorMemory {
  AxisFilter axis[3];
  double unaided_s = 0;
  double disagreement_m_s[2]{};  ///< smoothed
  double disagreeing_s = 0;
  bool distrusted = false;  ///< the fixes, by the flow check or after a place lost to the gate
  bool rejecting = false;
  bool lost = false;  ///< the place
};

/// One scan, `interval_s` after the last.
void estimate(const EstimatorParams& p, const EstimatorSettings& s, const EstimatorReadings& r,
              EstimatorMemory& m, double interval_s);

}  // namespace twinaxis::drone
