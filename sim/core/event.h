#pragma once
// What happened, when: the time line of a run.

#include <string>
#include <vector>

#include "sim/core/time.h"

namespace twinaxis {

/// One thing that happened. Names are dotted, subject first: "vessel.ruptured", "sis.trip",
/// "attack.freeze_pressure.start". `value` is a number that belongs to it, in `unit` (SI).
struct Event {
  Time at;
  std::string name;
  std::string detail;
  double value = 0;
  std::string unit;
};

/// Where parts of the twin report events; kept in the order reported, sorted by time when recorded.
using EventLog = std::vector<Event>;

}  // namespace twinaxis
