#include "models/drone/wind.h"

#include <algorithm>
#include <cmath>

namespace twinaxis::drone {
namespace {

constexpr double kFoot_m = 0.3048;

}  // namespace

void fields(FieldVisitor& v, WindParams& p) {
  v("exponent", p.exponent_factor, "1", between(0, 0.5), "of the mean wind over height");
  v("draw_period", p.draw_period, above(0), "a new gust that often");
}

double mean_wind_m_s(const WindParams& p, double at_10_m_m_s, double height_m) {
  return at_10_m_m_s * std::pow(std::max(height_m, 0.5) / 10, p.exponent_factor);
}

GustScale gust_scale(double height_m, double wind_at_20_ft_m_s, double gust_ratio) {
  const double height_ft = std::clamp(height_m / kFoot_m, 10.0, 1000.0);
  const double base = 0.177 + 0.000823 * height_ft;
  GustScale scale;
  scale.up_m_s = gust_ratio * wind_at_20_ft_m_s;
  scale.level_m_s = scale.up_m_s / std::pow(base, 0.4);
  scale.up_m = height_ft * kFoot_m;
  scale.level_m = height_ft / std::pow(base, 1.2) * kFoot_m;
  return scale;
}

Gusts::Gusts(const Luck& luck)
    : streams_{stream(luck, "wind.along"), stream(luck, "wind.across"), stream(luck, "wind.up")} {}

Vector Gusts::next(const Vector& gust_m_s, const GustScale& scale, double through_air_m_s,
                   double period_s, std::uint64_t count) const {
  const double speed_m_s = std::max(through_air_m_s, 1.0);
  const auto moved = [&](std::size_t axis, double deviation_m_s, double length_m) {
    const double keep = std::exp(-period_s * speed_m_s / length_m);
    return keep * gust_m_s[axis] +
           deviation_m_s * std::sqrt(1 - keep * keep) * normal(streams_[axis], count);
  };
  return {moved(0, scale.level_m_s, scale.level_m), moved(1, scale.level_m_s, scale.level_m),
          moved(2, scale.up_m_s, scale.up_m)};
}

}  // namespace twinaxis::drone
