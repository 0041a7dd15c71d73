#pragma once
// Single control loops in a PLC's program: a measurement, a set-point, an output.

#include <string>
#include <vector>

#include "sim/control/pid.h"
#include "sim/cyber/plan.h"

namespace twinaxis::cyber {

/// A PID loop. Points that it declares: parameter "<name>.setpoint", in the unit of the
/// measurement; parameters "<name>.manual" (1: the operator holds the output) and
/// "<name>.manual_output".
struct Loop {
  std::string name;         ///< "PIC-101"
  std::string measurement;  ///< signal, "PT-101.reading"
  std::string output;       ///< signal, "CWV-201.output"; its first value is where the loop starts
  double setpoint = 0;
  PidParams pid;
};
/// Measurement and output must be declared already.
void declare(PointTable& table, const Loop& loop);

/// Runs the loops in order at every call, `period` after the last; starts without a bump.
LogicMaker loops_logic(std::vector<Loop> loops, Duration period);

}  // namespace twinaxis::cyber
