#include "sim/cyber/devices/loops.h"

namespace twinaxis::cyber {
namespace {

struct RunningLoop {
  PidParams pid;
  PidMemory memory;
  PointId measurement, output, setpoint, manual, manual_output;
  bool tracks = true;  ///< at the next scan the memory follows the output instead of moving it

  void scan(Bus& bus, Time now, double period_s) {
    const double wanted = bus.read(setpoint);
    const double measured = bus.read(measurement);
    const bool held = bus.read(manual) >= 0.5;
    if (held) bus.write(output, bus.read(manual_output), now);
    if (held || tracks) {
      track(pid, memory, wanted, measured, bus.read(output));
      tracks = held;
    }
    if (!held) bus.write(output, twinaxis::pid(pid, memory, wanted, measured, period_s), now);
  }
};

}  // namespace

void declare(PointTable& table, const Loop& loop) {
  const Point measurement = table[table.id(loop.measurement)];
  const Point output = table[table.id(loop.output)];
  table.parameter(loop.name + ".setpoint", measurement.unit, loop.setpoint,
                  "set-point of " + loop.name);
  table.parameter(loop.name + ".manual", "1", 0,
                  "1: the output of " + loop.name + " is held by hand", between(0, 1));
  table.parameter(loop.name + ".manual_output", output.unit, output.initial,
                  "output of " + loop.name + " while held by hand", output.range);
}

LogicMaker loops_logic(std::vector<Loop> loops, Duration period) {
  return [loops = std::move(loops), period](const PointTable& table) -> Logic {
    std::vector<RunningLoop> running;
    for (const Loop& loop : loops) {
      running.push_back({loop.pid,
                         {},
                         table.id(loop.measurement),
                         table.id(loop.output),
                         table.id(loop.name + ".setpoint"),
                         table.id(loop.name + ".manual"),
                         table.id(loop.name + ".manual_output")});
    }
    return [running = std::move(running), period_s = to_s(period)](TaskContext& context) mutable {
      for (RunningLoop& loop : running) loop.scan(context.bus(), context.now(), period_s);
    };
  };
}

}  // namespace twinaxis::cyber
