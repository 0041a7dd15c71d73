#pragma once
// The PID law in the ISA standard form, sampled.
//   u = bias + K [ (b r - y) + 1/Ti integral(r - y) - Td d(y filtered)/dt ]      (reverse acting)
// Source: Astrom, Hagglund, Advanced PID Control (ISA, 2006), chapter 3: set-point weight, filtered
// derivative of the measurement, anti-windup by back-calculation, bumpless transfer.

#include <array>
#include <optional>
#include <string_view>

#include "sim/core/fields.h"

namespace twinaxis {

/// Which way the output moves when the measurement rises.
enum class Action {
  reverse,  ///< measurement up, output down (heating)
  direct,   ///< measurement up, output up (cooling, level by outflow)
};
inline constexpr std::array<std::string_view, 2> kActionNames = {"reverse", "direct"};

struct PidParams {
  double gain = 1;  ///< output unit per measurement unit
  Action action = Action::reverse;
  std::optional<Duration> integral_time = std::nullopt;    ///< none: no integral action
  std::optional<Duration> derivative_time = std::nullopt;  ///< none: no derivative action
  double derivative_filter_ratio = 10;       ///< N: the filter's time is derivative_time / N
  double setpoint_weight_ratio = 1;          ///< b: share of the set-point in the proportional term
  double bias = 0;                           ///< output at rest, in the output's unit
  std::optional<double> low = std::nullopt;  ///< limits of the output; none: unbounded
  std::optional<double> high = std::nullopt;
};

/// The lists of units differ from loop to loop: both are those of the loop's points.
void fields(FieldVisitor& v, PidParams& p);

struct PidMemory {
  double integral = 0;  ///< the integral term, in the output's unit
  double last_error = 0;
  double last_measurement = 0;
  double derivative = 0;  ///< of the filtered measurement, measurement unit per second
  bool started = false;
};

/// One scan, `interval_s` after the last. The integral takes the mean of the last and the present
/// error (trapezoid), and follows a limited output at once, so that it never winds up.
double pid(const PidParams& p, PidMemory& memory, double setpoint, double measurement,
           double interval_s);

/// Sets the memory so that the next scan continues from `output` without a bump: on the change from
/// manual to automatic, and while an override holds the output.
void track(const PidParams& p, PidMemory& memory, double setpoint, double measurement,
           double output);

}  // namespace twinaxis
