#include "models/drone/estimator.h"

#include <algorithm>
#include <cmath>

namespace twinaxis::drone {
namespace {

constexpr double kSmoothing_s = 1;  ///< of the disagreement between fixes and flow

bool inside(double measured, double believed, double variance, double deviation, double gate) {
  const double apart = measured - believed;
  return apart * apart <= gate * gate * (variance + deviation * deviation);
}

bool counts(const EstimatorParams& p, const EstimatorSettings& s, const Fix& fix,
            const EstimatorMemory& m) {
  const auto axis = [&](const AxisFilter& a, double place_m, double velocity_m_s) {
    return inside(place_m, a.place_m, a.place_m2, p.fix_m, s.gate_ratio) &&
           inside(velocity_m_s, a.velocity_m_s, a.velocity_m2_per_s2, p.fix_m_s, s.gate_ratio);
  };
  return axis(m.axis[0], fix.x_m, fix.x_m_s) && axis(m.axis[1], fix.y_m, fix.y_m_s);
}

/// Compares the velocity of the fixes with that of the flow camera.
void check_flow(const EstimatorParams& p, const EstimatorReadings& r, EstimatorMemory& m,
                double interval_s) {
  const double apart[] = {r.fix.x_m_s - r.flow_x_m_s, r.fix.y_m_s - r.flow_y_m_s};
  const double share = std::min(1.0, interval_s / kSmoothing_s);
  for (int i = 0; i < 2; ++i) m.disagreement_m_s[i] += share * (apart[i] - m.disagreement_m_s[i]);
  const bool too_far =
      std::hypot(m.disagreement_m_s[0], m.disagreement_m_s[1]) > p.disagreement_m_s;
  m.disagreeing_s = too_far ? m.disagreeing_s + interval_s : 0;
  if (m.disagreeing_s >= p.disagree_after_s) m.distrusted = true;
}

void correct(const EstimatorParams& p, const Fix& fix, EstimatorMemory& m) {
  m.axis[0].correct_place(fix.x_m, p.fix_m);
  m.axis[1].correct_place(fix.y_m, p.fix_m);
  m.axis[0].correct_velocity(fix.x_m_s, p.fix_m_s);
  m.axis[1].correct_velocity(fix.y_m_s, p.fix_m_s);
}

}  // namespace

void fields(FieldVisitor& v, EstimatorParams& p) {
  v("acceleration", p.acceleration_m_s2, "m/s^2", above(0), "deviation of a sample");
  v("fix_place", p.fix_m, "m", above(0), "deviation of a fix");
  v("fix_velocity", p.fix_m_s, "m/s", above(0), "deviation of the velocity of a fix");
  v("barometer", p.barometer_m, "m", above(0), "deviation of a height");
  v("flow", p.flow_m_s, "m/s", above(0), "deviation of the flow camera");
  v("patience", p.patience_s, "s", above(0), "without a fix that counts, until the place is lost");
  v("flow_top", p.flow_top_m, "m", above(0), "height up to which the flow camera sees");
  v("disagreement", p.disagreement_m_s, "m/s", above(0), "between fixes and flow that is allowed");
  v("disagree_after", p.disagree_after_s, "s", above(0), "until the fixes are distrusted");
}

void AxisFilter::predict(double acceleration_m_s2, double deviation_m_s2, double interval_s) {
  const double dt = interval_s;
  place_m += velocity_m_s * dt + 0.5 * acceleration_m_s2 * dt * dt;
  velocity_m_s += acceleration_m_s2 * dt;
  const double noise = deviation_m_s2 * dt;
  place_m2 += 2 * dt * cross_m2_per_s + dt * dt * velocity_m2_per_s2;
  cross_m2_per_s += dt * velocity_m2_per_s2;
  velocity_m2_per_s2 += noise * noise;
}

void AxisFilter::correct_place(double measured_m, double deviation_m) {
  const double sum = place_m2 + deviation_m * deviation_m;
  const double gain = place_m2 / sum, gain_per_s = cross_m2_per_s / sum;
  const double off = measured_m - place_m;
  place_m += gain * off, velocity_m_s += gain_per_s * off;
  velocity_m2_per_s2 -= gain_per_s * cross_m2_per_s;
  cross_m2_per_s -= gain * cross_m2_per_s;
  place_m2 -= gain * place_m2;
}

void AxisFilter::correct_velocity(double measured_m_s, double deviation_m_s) {
  const double sum = velocity_m2_per_s2 + deviation_m_s * deviation_m_s;
  const double gain_s = cross_m2_per_s / sum, gain = velocity_m2_per_s2 / sum;
  const double off = measured_m_s - velocity_m_s;
  place_m += gain_s * off, velocity_m_s += gain * off;
  place_m2 -= gain_s * cross_m2_per_s;
  cross_m2_per_s -= gain * cross_m2_per_s;
  velocity_m2_per_s2 -= gain * velocity_m2_per_s2;
}

void estimate(const EstimatorParams& p, const EstimatorSettings& s, const EstimatorReadings& r,
              EstimatorMemory& m, double interval_s) {
  for (std::size_t i = 0; i < 3; ++i)
    m.axis[i].predict(r.acceleration_m_s2[i], p.acceleration_m_s2, interval_s);
  if (r.barometer_fresh) m.axis[2].correct_place(r.barometer_m, p.barometer_m);
  const bool flow = s.flow_check && m.axis[2].place_m < p.flow_top_m;
  if (flow && r.flow_fresh) {
    m.axis[0].correct_velocity(r.flow_x_m_s, p.flow_m_s);
    m.axis[1].correct_velocity(r.flow_y_m_s, p.flow_m_s);
  }
  if (flow) check_flow(p, r, m, interval_s);
  m.unaided_s += interval_s;
  if (r.fix.fresh) {
    m.rejecting = m.distrusted || !counts(p, s, r.fix, m);
    if (!m.rejecting) correct(p, r.fix, m), m.unaided_s = 0;
  }
  // Without fixes the flow camera still keeps the place, for as long as it sees the ground.
  if (flow) m.unaided_s = 0;
  m.lost = m.unaided_s > p.patience_s;
  // The gate grows with the covariance: a false fix would pass it in the end.
  if (m.lost && m.rejecting) m.distrusted = true;
}

}  // namespace twinaxis::drone
