#pragma once
// Runs of Column A alone. Published per minute; converted here, at the edge.

#include <array>
#include <memory>
#include <vector>

#include "models/distillation/column_a.h"
#include "models/distillation/two_point_control.h"
#include "sim/physics/experiment.h"

namespace twinaxis::golden {

using namespace distillation;

inline Time minutes(double min) { return time_from_s(kSecondsPerMinute * min); }
inline double per_second(double per_minute) { return per_minute / kSecondsPerMinute; }

inline const IntegratorSpec kFine = {.step = duration_from_s(0.6)};  // 0.01 min, converged to 2e-11

inline Experiment experiment(const ColumnAParams& p) {
  auto column = std::make_unique<ColumnA>(p);
  const auto input = column->nominal_input();
  return {std::move(column), kFine, input};
}

/// xD, xB, L, V at each whole minute; flows in kmol/min.
using Minutes = std::vector<std::array<double, 4>>;

/// F 1 -> 1.2 at 10 min, zF 0.5 -> 0.6 at 100, top set-point 0.99 -> 0.995 at 200. Control every
/// 0.1 s: a sampled loop lags the continuous one by half an interval, which moves the peak by 1e-6.
inline const Minutes& two_point_run() {
  static const Minutes result = [] {
    Minutes at_minute;
    const Duration interval = duration_from_s(0.1);
    auto run = experiment({});
    const auto now = [&] {
      return TwoPointControl::Compositions{run.output("column.top_composition"),
                                           run.output("column.bottom_composition")};
    };
    TwoPointControl::Compositions setpoint = {0.99, 0.01};
    TwoPointControl control({}, {}, interval, now());
    for (Time t; t <= minutes(300); t += interval) {
      if (t == minutes(10)) run.set("feed.rate", per_second(1.2));
      if (t == minutes(100)) run.set("feed.light_fraction", 0.6);
      if (t == minutes(200)) setpoint.top = 0.995;
      const auto x = now();
      const auto [reflux, boilup] = control.decide(x, setpoint);
      if (on_grid(t - Time{}, minutes(1) - Time{})) {
        at_minute.push_back(
            {x.top, x.bottom, reflux * kSecondsPerMinute, boilup * kSecondsPerMinute});
      }
      run.set("reflux.command", reflux);
      run.set("boilup.command", boilup);
      run.run_until(t + interval);
    }
    return at_minute;
  }();
  return result;
}

}  // namespace twinaxis::golden
