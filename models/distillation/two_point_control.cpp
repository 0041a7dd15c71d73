#include "models/distillation/two_point_control.h"

namespace twinaxis::distillation {

void fields(FieldVisitor& v, TwoPointParams& p) {
  v("top_gain", p.top_gain_kmol_per_s, "kmol/s", above(0), "reflux per mole fraction");
  v("bottom_gain", p.bottom_gain_kmol_per_s, "kmol/s", above(0), "boilup per mole fraction");
  v("top_integral_time", p.top_integral_time, above(0), "reset time of the top loop");
  v("bottom_integral_time", p.bottom_integral_time, above(0), "reset time of the bottom loop");
  v("measurement_delay", p.measurement_delay, at_least(0), "dead time of the analysers");
}

TwoPointControl::TwoPointControl(const TwoPointParams& p, const ColumnAParams& nominal,
                                 Duration interval, Compositions initial)
    : interval_s_(to_s(interval)),
      top_{.gain = p.top_gain_kmol_per_s,
           .action = Action::reverse,
           .integral_time = p.top_integral_time,
           .bias = nominal.reflux_kmol_per_s,
           .low = 0},
      bottom_{.gain = p.bottom_gain_kmol_per_s,
              .action = Action::direct,
              .integral_time = p.bottom_integral_time,
              .bias = nominal.boilup_kmol_per_s,
              .low = 0},
      top_delay_(p.measurement_delay, interval, initial.top),
      bottom_delay_(p.measurement_delay, interval, initial.bottom) {}

TwoPointControl::Flows TwoPointControl::decide(Compositions now, Compositions setpoint) {
  const double top = top_delay_.pass(now.top);
  const double bottom = bottom_delay_.pass(now.bottom);
  return {pid(top_, top_memory_, setpoint.top, top, interval_s_),
          pid(bottom_, bottom_memory_, setpoint.bottom, bottom, interval_s_)};
}

}  // namespace twinaxis::distillation
