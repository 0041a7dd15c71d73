#pragma once
// BT-1 alone, for tests: inputs by tag, truth by name, moments by condition.

#include <memory>
#include <string>
#include <string_view>

#include "models/distillation/bt1.h"
#include "sim/physics/experiment.h"

namespace twinaxis::distillation {

inline constexpr double kBarGauge_Pa = 1e5;
inline constexpr double kAmbient_Pa = 101325;

struct Bt1Run {
  explicit Bt1Run(const Bt1Params& params = {}, double step_s = 1,
                  BalanceCheck check = BalanceCheck::off)
      : Bt1Run(std::make_unique<Bt1>(params), step_s, check) {}
  Bt1Run(std::unique_ptr<Bt1> plant, double step_s, BalanceCheck check)
      : nominal(plant->nominal_input()),
        experiment(std::move(plant), spec(step_s), nominal, check) {}

  static IntegratorSpec spec(double step_s) {
    IntegratorSpec s;
    s.step = duration_from_s(step_s);
    return s;
  }
  void command(const std::string& tag, double fraction) {
    experiment.set(tag + ".command", fraction);
  }
  void lose_cooling() { command("P-200", 0); }
  double truth(std::string_view name) { return experiment.output(name); }
  double gauge_Pa() { return truth("column.pressure") - kAmbient_Pa; }
  void run_to(double time_s) { experiment.run_until(time_from_s(time_s)); }

  /// First whole second at which the truth exceeds the level; -1 if not until the end.
  double time_above_s(std::string_view name, double level, double end_s) {
    for (double t = to_s(experiment.now()); t <= end_s; ++t) {
      run_to(t);
      if (truth(name) > level) return t;
    }
    return -1;
  }
  /// Time of the first event of that name; -1 if there was none.
  double event_s(std::string_view name) const {
    for (const auto& event : experiment.events()) {
      if (event.name == name) return to_s(event.at);
    }
    return -1;
  }
  /// Residual of a balance, in its unit.
  double residual(std::string_view balance, double scale) const {
    for (const auto& r : experiment.plant().balance_residuals(experiment.now())) {
      if (r.name == balance) return r.ratio * scale;
    }
    return -1;
  }

  std::vector<double> nominal;
  Experiment experiment;
};

}  // namespace twinaxis::distillation
