#include "sim/control/filter.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/core/require.h"

namespace twinaxis {

double lag(LagMemory& m, double value, double time_constant_s, double interval_s) {
  if (!m.started || time_constant_s <= 0) {
    m = {.value = value, .started = true};
  } else {
    m.value -= (value - m.value) * std::expm1(-interval_s / time_constant_s);
  }
  return m.value;
}

double rate_limit(RateMemory& m, double value, double rise_per_s, double fall_per_s,
                  double interval_s) {
  m.value = m.started ? std::clamp(value, m.value - fall_per_s * interval_s,
                                   m.value + rise_per_s * interval_s)
                      : value;
  m.started = true;
  return m.value;
}

MovingAverage::MovingAverage(std::size_t count) : values_(count) {
  require(count > 0, "a moving average has at least one value");
}

double MovingAverage::add(double value) {
  values_[next_] = value;
  next_ = (next_ + 1) % values_.size();
  filled_ = std::min(filled_ + 1, values_.size());
  // Summed anew: a running sum would keep the rounding errors of values long gone.
  const auto end = values_.begin() + static_cast<std::ptrdiff_t>(filled_);
  return std::accumulate(values_.begin(), end, 0.0) / static_cast<double>(filled_);
}

DelayLine::DelayLine(Duration delay, Duration interval, double initial) {
  require(interval.ns > 0 && delay.ns >= 0 && on_grid(delay, interval),
          "a delay is a whole number of intervals");
  values_.assign(static_cast<std::size_t>(delay / interval), initial);
}

double DelayLine::pass(double value) {
  if (values_.empty()) return value;
  std::swap(value, values_[next_]);
  next_ = (next_ + 1) % values_.size();
  return value;
}

}  // namespace twinaxis
