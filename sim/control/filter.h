#pragma once
// What stands between a sensor and a control law. Memory is passed in; the first value starts it.

#include <cstddef>
#include <vector>

#include "sim/core/time.h"

namespace twinaxis {

struct LagMemory {
  double value = 0;
  bool started = false;
};

/// First-order lag, exact for an input held over the interval:  y += (u - y)(1 - exp(-dt/tau)).
/// A time constant of zero passes the value.
double lag(LagMemory& memory, double value, double time_constant_s, double interval_s);

struct RateMemory {
  double value = 0;
  bool started = false;
};

/// Follows the value with at most `rise_per_s` up and `fall_per_s` down, both positive.
double rate_limit(RateMemory& memory, double value, double rise_per_s, double fall_per_s,
                  double interval_s);

/// Mean of the last values; before it is full, of those that came.
class MovingAverage {
 public:
  explicit MovingAverage(std::size_t count);
  double add(double value);

 private:
  std::vector<double> values_;
  std::size_t next_ = 0, filled_ = 0;
};

/// Returns what was put in `delay` earlier, for one value per `interval`. The delay must be a whole
/// number of intervals (ContractError); zero passes the value.
class DelayLine {
 public:
  DelayLine(Duration delay, Duration interval, double initial);
  double pass(double value);

 private:
  std::vector<double> values_;
  std::size_t next_ = 0;
};

}  // namespace twinaxis
