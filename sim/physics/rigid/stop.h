#pragma once
// How a joint comes to rest, from the published time and angle of a stop.
//
//   w(t) = w0 (1 - t/T)^n,   n = w0 T / theta - 1,   so that the angle is theta = w0 T / (n + 1)
//
// Time and angle are what ISO 10218-1, annex B, has makers publish for a stop from w0. From another
// speed w the shape stays and the mean deceleration too: T w/w0 and theta (w/w0)^2 (assumption).
// Valid for theta <= w0 T / 2 (n >= 1): a deceleration that ends at rest without a jump of torque
// beyond that of its start.

#include <array>
#include <string_view>

#include "sim/core/fields.h"

namespace twinaxis::rigid {

/// IEC 60204-1, 9.2.2.
enum class StopCategory {
  power_off,   ///< 0: power is removed at once; each joint brakes by itself and the path is left
  then_off,    ///< 1: slowed along the path, then power is removed
  with_power,  ///< 2: slowed along the path, and held by the drives
};
inline constexpr std::array<std::string_view, 3> kStopCategoryNames = {"power_off", "then_off",
                                                                       "with_power"};

struct StopLaw {
  double from_rad_per_s = 3.2;
  double time_s = 0.5;
  double angle_rad = 0.7;

  double exponent() const { return from_rad_per_s * time_s / angle_rad - 1; }
  /// Of a stop from `rate_rad_per_s`, of either sign.
  double time_from_s(double rate_rad_per_s) const;
  double angle_from_rad(double rate_rad_per_s) const;
};
void fields(FieldVisitor& v, StopLaw& s);

/// Where a stop is after `after_s`: fraction of the first rate that is left, time gone in the units
/// of an undisturbed motion (its integral), and its slope.
struct Slowing {
  double rate_ratio = 1;
  double gone_s = 0;
  double slope_per_s = 0;
};
Slowing slowing(double after_s, double time_s, double exponent);

}  // namespace twinaxis::rigid
