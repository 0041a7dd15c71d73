#include "models/distillation/bt1.h"

#include <algorithm>
#include <cmath>

namespace twinaxis::distillation {
using namespace bt1;

double smooth_step(double value, double low, double high) {
  const double t = std::clamp((value - low) / (high - low), 0.0, 1.0);
  return t * t * (3 - 2 * t);
}

double suction_fraction(double level_fraction) { return smooth_step(level_fraction, 0.01, 0.03); }

Bt1::Bt1(const Bt1Params& params)
    : p_(params), design_(design_column(params, FlowLaw::energy)), initial_(state_count, 0.0) {
  const double opening = p_.valves.nominal_fraction;
  sizes_.feed_kmol_per_s = p_.design.feed_kmol_per_s / opening;
  sizes_.reflux_kmol_per_s = design_.liquid_kmol_per_s[kBt1Stages] / opening;
  sizes_.distillate_kmol_per_s = design_.distillate_kmol_per_s / opening;
  sizes_.bottoms_kmol_per_s = design_.liquid_kmol_per_s[0] / opening;
  sizes_.feed_K = feed_temperature_K(p_);
  sizes_.reboiler =
      size_reboiler(p_.reboiler, design_.reboiler_W, design_.temperature_K[0], opening);
  sizes_.condenser = size_condenser(p_.condenser, design_.condenser_W, design_.drum_K);
  sizes_.water_kg_per_s = sizes_.condenser.water_design_kg_per_s / opening;
  fill_initial_state();
  const auto held = nominal_input();
  const auto mode = initial_mode();
  const Instant start{0, initial_, held, mode};
  sizes_.design_drop_Pa = column_drop_Pa(start, picture(start));
}

void Bt1::fill_initial_state() {
  const auto& m = p_.mixture;
  const auto& vessels = p_.vessels;
  const auto hold = [&](std::size_t i, double kmol) {
    initial_[holdup_kmol + i] = kmol;
    initial_[benzene_kmol + i] = kmol * design_.x[i];
    initial_[steel_K + i] = design_.temperature_K[i];
  };
  const auto molar_m3 = [&](double temperature_K, double x) {
    return liquid_molar_volume_m3_per_kmol(m, temperature_K, x);
  };
  hold(0, p_.design.level_fraction * vessels.sump_m3 /
              molar_m3(design_.temperature_K[0], design_.x[0]));
  for (std::size_t i = 1; i < kBt1Stages; ++i) {
    const double volume = molar_m3(design_.temperature_K[i], design_.x[i]);
    hold(i, tray_volume_m3(p_.tray, design_.liquid_kmol_per_s[i] * volume) / volume);
  }
  const double top_K = design_.temperature_K[kBt1Top];
  initial_[vapour_kmol] =
      p_.design.top_Pa * vessels.vapour_m3 / (kGasConstant_J_per_kmol_K * top_K);
  initial_[vapour_benzene_kmol] = initial_[vapour_kmol] * design_.y[kBt1Top];
  initial_[vapour_K] = top_K;
  initial_[drum_kmol] =
      p_.design.level_fraction * vessels.drum_m3 / molar_m3(design_.drum_K, design_.distillate_x);
  initial_[drum_benzene_kmol] = initial_[drum_kmol] * design_.distillate_x;
  initial_[drum_K] = design_.drum_K;
  initial_[load_bottom_kmol_per_s] = design_.vapour_kmol_per_s[0];
  initial_[load_top_kmol_per_s] = design_.vapour_kmol_per_s[kBt1Top];
  const auto held = nominal_input();
  std::copy_n(held.begin(), actuator_count, initial_.begin() + position);
}

std::vector<double> Bt1::nominal_input() const {
  std::vector<double> input(input_count, 0.0);
  std::fill_n(input.begin(), actuator_count, 1.0);
  for (const auto valve :
       {feed_valve, water_valve, reflux_valve, distillate_valve, steam_valve, bottoms_valve}) {
    input[valve] = p_.valves.nominal_fraction;
  }
  input[vent_valve] = 0;
  input[feed_benzene] = p_.design.feed_benzene_fraction;
  input[feed_supply] = 1;
  input[water_temperature] = p_.condenser.water_in_design_K;
  input[steam_header] = p_.reboiler.header_design_Pa;
  return input;
}

std::vector<std::string> Bt1::output_names() const {
  std::vector<std::string> names;
  for (const auto& point : truth_points()) names.push_back(point.name);
  return names;
}

std::vector<double> Bt1::initial_mode() const { return std::vector<double>(mode_count, 0.0); }

Bt1Picture Bt1::picture(const Instant& now) const {
  Bt1Picture p;
  look_at_vapour(now, p);
  look_at_stages(now, p);
  look_at_drum(now, p);
  look_at_liquid_flows(now, p);
  look_at_heat(now, p);
  look_at_outlets(now, p);
  close_vapour_balance(p);
  return p;
}

void Bt1::derivative(const Instant& now, std::span<double> rate) const {
  if (now.mode[ruptured] > 0) {  // nothing is left to move; the state keeps what burst
    std::fill(rate.begin(), rate.end(), 0.0);
    return;
  }
  const auto p = picture(now);
  stage_rates(now, p, rate);
  overhead_rates(now, p, rate);
  drum_rates(now, p, rate);
  device_rates(now, p, rate);
}

}  // namespace twinaxis::distillation
