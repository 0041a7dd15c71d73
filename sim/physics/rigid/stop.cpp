#include "sim/physics/rigid/stop.h"

#include <cmath>

namespace twinaxis::rigid {

void fields(FieldVisitor& v, StopLaw& s) {
  v("from", s.from_rad_per_s, "rad/s", above(0), "rate at which the stop begins", required);
  v("time", s.time_s, "s", above(0), "until rest", required);
  v("angle", s.angle_rad, "rad", above(0), "until rest; at most half of rate x time", required);
}

double StopLaw::time_from_s(double rate_rad_per_s) const {
  return time_s * std::abs(rate_rad_per_s) / from_rad_per_s;
}

double StopLaw::angle_from_rad(double rate_rad_per_s) const {
  const double ratio = rate_rad_per_s / from_rad_per_s;
  return angle_rad * ratio * std::abs(ratio);
}

Slowing slowing(double after_s, double time_s, double exponent) {
  const double whole_s = time_s / (exponent + 1);
  if (after_s >= time_s) return {.rate_ratio = 0, .gone_s = whole_s};
  const double left = 1 - after_s / time_s;
  return {.rate_ratio = std::pow(left, exponent),
          .gone_s = whole_s * (1 - std::pow(left, exponent + 1)),
          .slope_per_s = -exponent / time_s * std::pow(left, exponent - 1)};
}

}  // namespace twinaxis::rigid
