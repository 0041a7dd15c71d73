// The control scheme that README.md proposes for BT-1 holds the plant.

#include <gtest/gtest.h>

#include <cmath>

#include "sim/control/pid.h"
#include "tests/models/bt1_run.h"

namespace twinaxis::distillation {
namespace {

struct Loop {
  const char* measured;
  const char* actuator;
  PidParams pid;
  double setpoint = 0;
  PidMemory memory;
};

PidParams pi(double gain, Action action, double integral_s) {
  PidParams p;
  p.gain = gain;
  p.action = action;
  p.integral_time = duration_from_s(integral_s);
  p.low = 0;
  p.high = 1;
  return p;
}

/// Set-points are where the plant starts; every loop scans once a second.
struct ControlledRun : Bt1Run {
  ControlledRun() {
    for (auto& loop : loops) {
      loop.setpoint = truth(loop.measured);
      track(loop.pid, loop.memory, loop.setpoint, loop.setpoint, 0.6);
    }
  }
  void control_to(int end_s) {
    for (; now_s < end_s; ++now_s) {
      for (auto& loop : loops) {
        command(loop.actuator,
                pid(loop.pid, loop.memory, loop.setpoint, truth(loop.measured), 1.0));
      }
      run_to(now_s + 1);
    }
  }
  int now_s = 0;
  std::vector<Loop> loops{
      {"column.pressure", "CWV-201", pi(5e-5, Action::direct, 240), 0, {}},
      {"drum.level", "LCV-203", pi(3, Action::direct, 1500), 0, {}},
      {"sump.level", "LCV-302", pi(3, Action::direct, 1500), 0, {}},
      {"column.temperature_05", "FCV-301", pi(0.01, Action::reverse, 300), 0, {}},
      {"column.temperature_20", "FCV-202", pi(0.03, Action::direct, 600), 0, {}}};
};

TEST(Bt1Loops, NothingMovesAtRest) {
  ControlledRun run;
  run.control_to(3600);
  EXPECT_NEAR(run.truth("column.pressure"), 112e3, 1);
  EXPECT_NEAR(run.truth("FCV-301.position"), 0.6, 1e-6);
}

TEST(Bt1Loops, EveryMeasurementReturnsAfterADisturbance) {
  const auto disturb = [](ControlledRun& run, int which) {
    if (which == 0) run.command("FCV-101", 0.66);  // feed + 10 %
    if (which == 1) run.experiment.set("feed.benzene_fraction", 0.55);
    if (which == 2) run.experiment.set("cooling_water.temperature", 308.15);
    if (which == 3) run.experiment.set("steam.header_pressure", 38e5);
  };
  for (int which = 0; which < 4; ++which) {
    ControlledRun run;
    disturb(run, which);
    double highest_Pa = 0;
    for (int t = 60; t <= 4 * 3600; t += 60) {
      run.control_to(t);
      highest_Pa = std::max(highest_Pa, run.truth("column.pressure"));
    }
    EXPECT_LT(highest_Pa, 115e3) << which;
    EXPECT_NEAR(run.truth("column.pressure"), 112e3, 50) << which;
    EXPECT_NEAR(run.truth("drum.level"), 0.5, 0.005) << which;
    EXPECT_NEAR(run.truth("sump.level"), 0.5, 0.005) << which;
    EXPECT_EQ(run.truth("product.on_spec"), 1) << which;
    EXPECT_TRUE(run.experiment.events().empty()) << which;
  }
}

TEST(Bt1Loops, TemperatureLoopThrottlesTheSteamWhenCoolingIsLost) {
  // Rising pressure raises the boiling temperatures: the loop alone closes the steam valve, so an
  // attacker must also hold the temperature loop or force the valve.
  ControlledRun run;
  for (auto& loop : run.loops) {
    if (std::string_view(loop.actuator) == "CWV-201") loop.pid.high = 0;  // valve forced shut
  }
  run.control_to(3600);
  EXPECT_LT(run.truth("FCV-301.position"), 0.1);
  EXPECT_LT(run.gauge_Pa(), 2.5e5);  // below the high-pressure trip
}

}  // namespace
}  // namespace twinaxis::distillation
