#pragma once
// Two-point control with a dead band.

#include "sim/control/pid.h"

namespace twinaxis {

struct OnOffParams {
  double band = 0;                  ///< full width around the set-point, in the measurement's unit
  Action action = Action::reverse;  ///< reverse: on when the measurement is low (heating)
};

struct OnOffMemory {
  bool on = false;
};

/// Switches on half a band to one side of the set-point and off half a band to the other; between
/// them it keeps what it was. A measurement that is not a number keeps it too.
inline bool on_off(const OnOffParams& p, OnOffMemory& memory, double setpoint, double measurement) {
  const double error =
      p.action == Action::reverse ? setpoint - measurement : measurement - setpoint;
  if (error > p.band / 2) memory.on = true;
  if (error < -p.band / 2) memory.on = false;
  return memory.on;
}

}  // namespace twinaxis
