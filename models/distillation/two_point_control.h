#pragma once
// Composition control at both ends of Column A by reflux and boilup (LV), as published:
//   L = L0 + 26.1 (1 + 1/(3.76 s)) (yD_s - yD),   V = V0 - 37.5 (1 + 1/(3.31 s)) (xB_s - xB)
// in kmol/min and min, each composition measured with one minute of delay.
// Source: S. Skogestad, Trans. IChemE 75A (1997) 539-562, figures 17 and 18.

#include "models/distillation/column_a.h"
#include "sim/control/filter.h"
#include "sim/control/pid.h"

namespace twinaxis::distillation {

struct TwoPointParams {
  double top_gain_kmol_per_s = 26.1 / kSecondsPerMinute;
  double bottom_gain_kmol_per_s = 37.5 / kSecondsPerMinute;
  Duration top_integral_time = duration_from_s(3.76 * kSecondsPerMinute);
  Duration bottom_integral_time = duration_from_s(3.31 * kSecondsPerMinute);
  Duration measurement_delay = duration_from_s(kSecondsPerMinute);
};

void fields(FieldVisitor& v, TwoPointParams& p);

/// The sampled form: exact in the limit of a short interval. The delay must be a whole number of
/// intervals (ContractError).
class TwoPointControl {
 public:
  struct Compositions {
    double top, bottom;  ///< mole fractions of the light component
  };
  struct Flows {
    double reflux_kmol_per_s, boilup_kmol_per_s;
  };

  /// Starts at rest: the compositions measured so far are `initial`.
  TwoPointControl(const TwoPointParams& p, const ColumnAParams& nominal, Duration interval,
                  Compositions initial);
  /// One scan, one interval after the last.
  Flows decide(Compositions now, Compositions setpoint);

 private:
  double interval_s_;
  PidParams top_, bottom_;
  PidMemory top_memory_, bottom_memory_;
  DelayLine top_delay_, bottom_delay_;
};

}  // namespace twinaxis::distillation
