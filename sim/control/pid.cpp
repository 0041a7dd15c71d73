#include "sim/control/pid.h"

#include <algorithm>
#include <limits>

namespace twinaxis {
namespace {

constexpr double kUnbounded = std::numeric_limits<double>::infinity();

double sense(const PidParams& p) { return p.action == Action::reverse ? 1 : -1; }

double proportional(const PidParams& p, double setpoint, double measurement) {
  return sense(p) * p.gain * (p.setpoint_weight_ratio * setpoint - measurement);
}

/// Backward-difference form of the filtered derivative: stable for any interval.
double derivative(const PidParams& p, PidMemory& m, double measurement, double interval_s) {
  if (!p.derivative_time || interval_s <= 0) return 0;
  const double filter_s = to_s(*p.derivative_time) / p.derivative_filter_ratio;
  m.derivative =
      (filter_s * m.derivative + measurement - m.last_measurement) / (filter_s + interval_s);
  return -sense(p) * p.gain * to_s(*p.derivative_time) * m.derivative;
}

}  // namespace

void fields(FieldVisitor& v, PidParams& p) {
  v("gain", p.gain, "1", above(0), "output unit per measurement unit, SI");
  v("action", p.action, kActionNames, "reverse: the output falls when the measurement rises");
  v("integral_time", p.integral_time, above(0), "reset time; left out: no integral action");
  v("derivative_time", p.derivative_time, above(0), "rate time; left out: no derivative action");
  v("derivative_filter", p.derivative_filter_ratio, "1", above(0),
    "derivative time over the time of its filter");
  v("setpoint_weight", p.setpoint_weight_ratio, "1", between(0, 1),
    "share of the set-point in the proportional term");
  v("bias", p.bias, "1", any_value(), "output at rest, SI");
  v("low", p.low, "1", any_value(), "lower limit of the output, SI");
  v("high", p.high, "1", any_value(), "upper limit of the output, SI");
}

double pid(const PidParams& p, PidMemory& m, double setpoint, double measurement,
           double interval_s) {
  const double error = setpoint - measurement;
  if (!m.started) {
    m.last_error = error;
    m.last_measurement = measurement;
    m.started = true;
  }
  if (p.integral_time) {
    m.integral +=
        sense(p) * p.gain * 0.5 * (error + m.last_error) * interval_s / to_s(*p.integral_time);
  }
  const double free_output = p.bias + proportional(p, setpoint, measurement) + m.integral +
                             derivative(p, m, measurement, interval_s);
  m.last_error = error;
  m.last_measurement = measurement;
  const double output =
      std::clamp(free_output, p.low.value_or(-kUnbounded), p.high.value_or(kUnbounded));
  if (p.integral_time) m.integral += output - free_output;
  return output;
}

void track(const PidParams& p, PidMemory& m, double setpoint, double measurement, double output) {
  m.started = true;
  m.last_error = setpoint - measurement;
  m.last_measurement = measurement;
  m.derivative = 0;
  if (p.integral_time) m.integral = output - p.bias - proportional(p, setpoint, measurement);
}

}  // namespace twinaxis
