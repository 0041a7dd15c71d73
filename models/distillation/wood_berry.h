#pragma once
// The Wood-Berry column: methanol from water, a 2x2 process of first-order lags with dead times.
//   xD = 12.8 e^-s/(16.7 s + 1) R - 18.9 e^-3s/(21.0 s + 1) S + 3.8 e^-8.1s/(14.9 s + 1) F
//   xB =  6.6 e^-7s/(10.9 s + 1) R - 19.4 e^-3s/(14.4 s + 1) S + 4.9 e^-3.4s/(13.2 s + 1) F
// in minutes, lb/min and weight per cent, deviations from the nominal point.
// Source: R. K. Wood, M. W. Berry, Terminal composition control of a binary distillation column,
// Chem. Eng. Sci. 28 (1973) 1707-1717. The model is empirical and linear, so its published units
// stay; time is in seconds like everywhere.

#include <array>
#include <span>
#include <vector>

#include "sim/control/filter.h"
#include "sim/core/time.h"
#include "sim/physics/matrix.h"

namespace twinaxis::distillation {

/// K e^(-theta s) / (tau s + 1).
struct LagWithDeadTime {
  double gain = 0;  ///< weight per cent per lb/min
  double time_constant_s = 1;
  double dead_time_s = 0;
  /// At `time_s` after a unit step at 0; zero until the dead time has passed.
  double unit_step_response(double time_s) const;
};

struct WoodBerry {
  enum Output : std::size_t { top, bottom };         ///< xD, xB
  enum Input : std::size_t { reflux, steam, feed };  ///< R, S, F
  std::array<std::array<LagWithDeadTime, 3>, 2> channel;
  std::array<double, 2> nominal_percent;     ///< xD, xB
  std::array<double, 3> nominal_lb_per_min;  ///< R, S, F

  static WoodBerry published();

  /// Deviation of an output, closed form.
  double step_response(Output output, Input input, double step_lb_per_min, double time_s) const;
  /// Steady gains of reflux and steam, 2x2.
  Matrix gain() const;
};

/// The same in time steps, exact for inputs held over each interval.
class WoodBerrySimulation {
 public:
  /// All dead times must be whole numbers of intervals (ContractError); 6 s, or a divisor, fits the
  /// published ones.
  WoodBerrySimulation(const WoodBerry& model, Duration interval);
  /// Holds the inputs (deviations: R, S, F) over one interval and returns xD, xB (deviations) at
  /// its end.
  std::array<double, 2> step(std::array<double, 3> input_lb_per_min);

 private:
  WoodBerry model_;
  double interval_s_;
  std::vector<DelayLine> delays_;         ///< output by output, input by input
  std::array<double, 6> lags_percent_{};  ///< in the same order
};

}  // namespace twinaxis::distillation
