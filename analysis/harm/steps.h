#pragma once
// Integrals of rates that depend steeply on temperature.

#include <algorithm>
#include <cmath>

namespace twinaxis::harm {

/// Integral of rate(T) dt while T goes straight from one value to the other; 0 if one is NaN.
/// Trapezoidal over parts of at most 0.5 K: rates of burns grow by a factor of e in 1.4 to 3 K, so
/// the error is below (0.5/1.4)^2 / 12 = 1.1 %, and none where the temperature rests.
template <class Rate>
double integral_over_ramp(double from_K, double to_K, double step_s, const Rate& rate_per_s) {
  constexpr double part_K = 0.5;
  constexpr double most_parts = 400;
  const double rise_K = to_K - from_K;
  if (!std::isfinite(rise_K)) return 0;
  const double parts = std::clamp(std::ceil(std::abs(rise_K) / part_K), 1.0, most_parts);
  double sum = 0.5 * (rate_per_s(from_K) + rate_per_s(to_K));
  for (double k = 1; k < parts; ++k) sum += rate_per_s(from_K + rise_K * k / parts);
  return sum * step_s / parts;
}

}  // namespace twinaxis::harm
