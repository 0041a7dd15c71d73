#include "analysis/harm/dense_gas.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace twinaxis::harm {
namespace {

constexpr double kGravity_m_per_s2 = 9.80665;
constexpr double kAlphaFlat = -1;  ///< below -0.7 no fit depends on alpha
constexpr double kAlphaEnd = 1;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// log10 x' = slope alpha + intercept, up to alpha_high.
struct Line {
  double alpha_high, slope, intercept;
};
struct Level {
  double fraction;
  std::array<Line, 4> lines;
};
constexpr Level kLevels[] = {
    {0.1, {{{-0.55, 0, 1.75}, {-0.14, 0.24, 1.88}, {kInfinity, -0.50, 1.78}}}},
    {0.05, {{{-0.68, 0, 1.92}, {-0.29, 0.36, 2.16}, {-0.18, 0, 2.06}, {kInfinity, -0.56, 1.96}}}},
    {0.02, {{{-0.69, 0, 2.08}, {-0.31, 0.45, 2.39}, {-0.16, 0, 2.25}, {kInfinity, -0.54, 2.16}}}},
    {0.01, {{{-0.70, 0, 2.25}, {-0.29, 0.49, 2.59}, {-0.20, 0, 2.45}, {kInfinity, -0.52, 2.35}}}},
    {0.005, {{{-0.67, 0, 2.40}, {-0.28, 0.59, 2.80}, {-0.15, 0, 2.63}, {kInfinity, -0.48, 2.56}}}},
    {0.002, {{{-0.69, 0, 2.60}, {-0.25, 0.39, 2.87}, {-0.13, 0, 2.77}, {kInfinity, -0.50, 2.71}}}},
};

struct Point {
  double log_distance, fraction;
};

double log_distance(const Level& level, double alpha) {
  const auto line = std::find_if(level.lines.begin(), level.lines.end(),
                                 [=](const Line& l) { return alpha <= l.alpha_high; });
  return line->slope * alpha + line->intercept;
}

double near_field(double x) { return 306 / (306 + x * x); }

/// Volume fraction of a gas at air temperature, at scaled distance x.
double isothermal_fraction(double alpha, double x) {
  constexpr double near_field_end = 30;
  const double log_x = std::log10(x);
  Point before{std::log10(near_field_end), near_field(near_field_end)};
  // Above alpha = 0.6 the first level lies inside the near field and ends it.
  if (log_x <= std::min(before.log_distance, log_distance(kLevels[0], alpha))) {
    return near_field(x);
  }
  for (const Level& level : kLevels) {
    const Point here{log_distance(level, alpha), level.fraction};
    if (log_x <= here.log_distance) {
      const double part = (log_x - before.log_distance) / (here.log_distance - before.log_distance);
      return before.fraction + part * (here.fraction - before.fraction);
    }
    before = here;
  }
  return before.fraction * std::pow(10, 2 * (before.log_distance - log_x));
}

double reduced_gravity_m_per_s2(const DensePlume& plume) {
  return kGravity_m_per_s2 * (plume.gas_kg_per_m3 - plume.air_kg_per_m3) / plume.air_kg_per_m3;
}

double length_m(const DensePlume& plume) {
  return std::sqrt(plume.gas_m3_per_s / plume.wind_at_10_m_per_s);
}

}  // namespace

bool is_dense(const DensePlume& plume) {
  const double u = plume.wind_at_10_m_per_s;
  return std::cbrt(reduced_gravity_m_per_s2(plume) * plume.gas_m3_per_s /
                   (u * u * u * length_m(plume))) >= 0.15;
}

Bounded dense_plume_fraction(const DensePlume& plume, double distance_m) {
  if (plume.gas_m3_per_s <= 0) return {};
  if (distance_m <= 0) return {1};
  const double g = reduced_gravity_m_per_s2(plume);
  const double alpha =
      0.2 * std::log10(g * g * plume.gas_m3_per_s / std::pow(plume.wind_at_10_m_per_s, 5));
  const double c =
      isothermal_fraction(std::clamp(alpha, kAlphaFlat, kAlphaEnd), distance_m / length_m(plume));
  return {c / (c + (1 - c) * plume.gas_K / plume.air_K),
          alpha > kAlphaEnd ? Validity::above_range : Validity::inside};
}

}  // namespace twinaxis::harm
