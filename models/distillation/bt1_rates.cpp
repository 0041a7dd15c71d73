// The rates of all states, from the picture of an instant.

#include <algorithm>

#include "models/distillation/bt1.h"

namespace twinaxis::distillation {
using namespace bt1;

void Bt1::stage_rates(const Instant& now, const Bt1Picture& p, std::span<double> rate) const {
  double below_kmol = 0, below_benzene = 0;
  for (std::size_t i = 0; i < kBt1Stages; ++i) {
    const auto& s = p.stage[i];
    const double out = s.falling_kmol_per_s + s.carried_kmol_per_s;
    double kmol = s.contact_fraction * below_kmol - s.boiling_kmol_per_s - out;
    double benzene =
        s.contact_fraction * below_benzene - s.boiling_kmol_per_s * s.bubble.y - out * s.x;
    const auto arrives = [&](double kmol_per_s, double x) {
      kmol += kmol_per_s;
      benzene += kmol_per_s * x;
    };
    if (i < kBt1Top) arrives(p.stage[i + 1].falling_kmol_per_s, p.stage[i + 1].x);
    else arrives(p.reflux_kmol_per_s, p.drum_x);
    if (i > 0) arrives(p.stage[i - 1].carried_kmol_per_s, p.stage[i - 1].x);
    if (i == kBt1FeedStage) arrives(p.feed_kmol_per_s, p.feed_x);
    rate[holdup_kmol + i] = kmol;
    rate[benzene_kmol + i] = benzene;
    const double wet = std::min(1.0, s.kmol / kBt1Dry_kmol);
    rate[steel_K + i] =
        wet * (s.bubble.temperature_K - now.state[steel_K + i]) / p_.vessels.steel_lag_s;
    below_kmol = s.rising.kmol_per_s;
    below_benzene = s.rising.benzene_kmol_per_s;
  }
}

void Bt1::overhead_rates(const Instant& now, const Bt1Picture& p, std::span<double> rate) const {
  const auto& top = p.stage[kBt1Top].rising;
  const double condensable_out =
      p.condensate_kmol_per_s + p.drum_condenses_kmol_per_s + p.condensable_out_kmol_per_s();
  rate[vapour_kmol] = top.kmol_per_s + p.drum_boils_kmol_per_s - condensable_out;
  rate[vapour_benzene_kmol] = top.benzene_kmol_per_s + p.drum_boils_kmol_per_s * p.drum_bubble.y -
                              condensable_out * p.vapour_y;
  rate[inert_kmol] = now.input[inert_ingress] - p.inert_out_kmol_per_s();
  // From dP/dt = R/V (T dn/dt + n dT/dt); the pressure rate is already known.
  const double n = now.state[vapour_kmol] + now.state[inert_kmol];
  rate[vapour_K] = p.vapour_K * (p.pressure_rate_Pa_per_s / p.pressure_Pa -
                                 (rate[vapour_kmol] + rate[inert_kmol]) / n);
}

void Bt1::drum_rates(const Instant& now, const Bt1Picture& p, std::span<double> rate) const {
  const auto& top = p.stage[kBt1Top];
  const double out = p.reflux_kmol_per_s + p.distillate_kmol_per_s + p.overflow_kmol_per_s;
  const double condensed = p.condensate_kmol_per_s + p.drum_condenses_kmol_per_s;
  rate[drum_kmol] = condensed + top.carried_kmol_per_s - out - p.drum_boils_kmol_per_s;
  rate[drum_benzene_kmol] = condensed * p.vapour_y + top.carried_kmol_per_s * top.x -
                            out * p.drum_x - p.drum_boils_kmol_per_s * p.drum_bubble.y;
  const auto condensate = liquid_enthalpy(p_.mixture, p.condensate_K);
  const double y = p.drum_bubble.y;
  const double heat_W =
      p.condensate_kmol_per_s * (condensate.mixed(p.vapour_y) - p.drum.mixed(p.vapour_y)) +
      p.drum_condenses_kmol_per_s * (p.vapour.mixed(p.vapour_y) - p.drum.mixed(p.vapour_y)) +
      top.carried_kmol_per_s * (top.liquid.mixed(top.x) - p.drum.mixed(top.x)) -
      p.drum_boils_kmol_per_s * (p.drum_vapour.mixed(y) - p.drum.mixed(y));
  const double cp = liquid_heat_capacity(p_.mixture, p.drum_K).mixed(p.drum_x);
  rate[drum_K] = heat_W / (now.state[drum_kmol] * cp + p_.vessels.drum_steel_J_per_K);
}

void Bt1::device_rates(const Instant& now, const Bt1Picture& p, std::span<double> rate) const {
  rate[load_bottom_kmol_per_s] =
      (p.stage[0].rising.kmol_per_s - now.state[load_bottom_kmol_per_s]) / kBt1LoadLag_s;
  rate[load_top_kmol_per_s] =
      (p.stage[kBt1Top].rising.kmol_per_s - now.state[load_top_kmol_per_s]) / kBt1LoadLag_s;
  const double lift =
      relief_lift_target_fraction(p_.relief, now.mode[relief_popped] > 0, p.gauge_Pa);
  rate[relief_lift] = (lift - now.state[relief_lift]) / p_.relief.lift_time_s;
  rate[relief_released_kg] = p.relief_kmol_per_s * p.gas_kg_per_kmol;
  rate[leak_released_kg] = p.leak_kmol_per_s * p.gas_kg_per_kmol;
  rate[flare_liquid_kg] = p.overflow_kmol_per_s * molar_mass_kg_per_kmol(p_.mixture, p.drum_x);
  for (std::size_t i = 0; i < actuator_count; ++i) {
    const double lag_s = i >= water_pump     ? p_.valves.pump_run_down_s
                         : i >= trip_valve_a ? p_.valves.trip_stroke_s
                                             : p_.valves.control_stroke_s;
    rate[position + i] = (std::clamp(now.input[i], 0.0, 1.0) - now.state[position + i]) / lag_s;
  }
}

}  // namespace twinaxis::distillation
