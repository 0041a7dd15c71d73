// Sump, trays and the vapour that rises through them.

#include <algorithm>
#include <cmath>

#include "models/distillation/bt1.h"

namespace twinaxis::distillation {
namespace {

using namespace bt1;

constexpr double kLeast_kmol = 1e-9;  // keeps x = b/M defined on an empty tray

/// What vapour does to the trays of a section: all of them feel the same flooding.
struct Section {
  double contact_fraction, open_fraction, weeping_fraction, entrainment_fraction;
};
Section section_at(const TrayParams& tray, double flooding) {
  return {contact_fraction(flooding), downcomer_open_fraction(flooding),
          weeping_fraction(tray, flooding), entrainment_fraction(flooding)};
}

/// What can still fall into a space that is filled so far.
double room_fraction(double full) { return 1 - smooth_step(full, 0.8, 1); }

/// A number that depends on the still unknown pressure rate: constant + slope * dP/dt.
struct Affine {
  double constant = 0;
  double slope = 0;
  double at(double rate) const { return constant + slope * rate; }
};
Affine operator+(Affine a, Affine b) { return {a.constant + b.constant, a.slope + b.slope}; }
Affine operator-(Affine a, Affine b) { return {a.constant - b.constant, a.slope - b.slope}; }
Affine operator*(double f, Affine a) { return {f * a.constant, f * a.slope}; }

/// Vapour that rises from a stage.
struct Rising {
  Affine kmol_per_s, benzene_kmol_per_s, W;
};

/// What the liquids that fall, splash or are fed onto a stage do to it.
struct Arrival {
  double heat_W = 0;            ///< above the temperature of the stage
  double shift_kmol_per_s = 0;  ///< sum of flow (x - x_stage)
};
Arrival arriving_liquid(const Bt1Picture& p, std::size_t i) {
  const auto& s = p.stage[i];
  Arrival sum;
  const auto arrives = [&](double kmol_per_s, double x, const Enthalpy& liquid) {
    sum.heat_W += kmol_per_s * (liquid.mixed(x) - s.liquid.mixed(x));
    sum.shift_kmol_per_s += kmol_per_s * (x - s.x);
  };
  if (i < kBt1Top) {
    const auto& above = p.stage[i + 1];
    arrives(above.falling_kmol_per_s, above.x, above.liquid);
  } else {
    arrives(p.reflux_kmol_per_s, p.drum_x, p.drum);
  }
  if (i > 0) arrives(p.stage[i - 1].carried_kmol_per_s, p.stage[i - 1].x, p.stage[i - 1].liquid);
  if (i == kBt1FeedStage) arrives(p.feed_kmol_per_s, p.feed_x, p.feed);
  return sum;
}

/// Vapour that leaves the liquid of a stage, from
///   M cp dT/dt = M cp (T_x dx/dt + T_P dP/dt) = heat in - boiling lambda,
/// where M dx/dt = shift of what arrives - boiling (y - x).
Affine boil(const Bt1Stage& s, const Arrival& liquid, const Rising& below) {
  const double x = s.x, y = s.bubble.y;
  const double per_shift = s.cp_J_per_kmol_K * s.bubble.slope_x_K;
  const Affine meets = s.contact_fraction * below.kmol_per_s;
  const Affine meets_benzene = s.contact_fraction * below.benzene_kmol_per_s;
  const Affine vapour_W = s.contact_fraction * below.W - s.liquid.light_J_per_kmol * meets_benzene -
                          s.liquid.heavy_J_per_kmol * (meets - meets_benzene);
  const Affine own{
      s.outside_W + s.from_steel_W + liquid.heat_W - per_shift * liquid.shift_kmol_per_s,
      -s.kmol * s.cp_J_per_kmol_K * s.bubble.slope_P_K_per_Pa};
  const double lambda = s.vapour.mixed(y) - s.liquid.mixed(y);
  return (1 / (lambda - per_shift * (y - x))) *
         (own + vapour_W - per_shift * (meets_benzene - x * meets));
}

}  // namespace

double Bt1::steel_J_per_K() const {
  return p_.vessels.steel_kg * p_.vessels.steel_J_per_kg_K / static_cast<double>(kBt1Stages);
}

void Bt1::look_at_stages(const Instant& now, Bt1Picture& p) const {
  for (std::size_t i = 0; i < kBt1Stages; ++i) {
    look_at_stage(now, p, i);
    auto& s = p.stage[i];
    const double T = s.bubble.temperature_K;
    s.liquid = liquid_enthalpy(p_.mixture, T);
    const auto latent = latent_heat(p_.mixture, T);
    s.vapour = {s.liquid.light_J_per_kmol + latent.light_J_per_kmol,
                s.liquid.heavy_J_per_kmol + latent.heavy_J_per_kmol};
    s.cp_J_per_kmol_K = liquid_heat_capacity(p_.mixture, T).mixed(s.x);
  }
}

void Bt1::look_at_stage(const Instant& now, Bt1Picture& p, std::size_t i) const {
  auto& s = p.stage[i];
  s.kmol = std::max(now.state[holdup_kmol + i], kLeast_kmol);
  s.x = std::clamp(now.state[benzene_kmol + i] / s.kmol, 0.0, 1.0);
  const double above_top_Pa = static_cast<double>(kBt1Top - i) * p_.design.tray_drop_Pa;
  s.bubble = bubble_point(p_.mixture, p.pressure_Pa + above_top_Pa, s.x);
  s.volume_m3 = s.kmol * liquid_molar_volume_m3_per_kmol(p_.mixture, s.bubble.temperature_K, s.x);
  if (i == 0) p.sump_level = s.volume_m3 / p_.vessels.sump_m3;
}

double Bt1::flooding_fraction(const Bt1Picture& p, std::size_t i, double load_kmol_per_s) const {
  const double load = std::max(load_kmol_per_s, 1e-6);
  const auto& s = p.stage[i];
  const double vapour_kg = load * molar_mass_kg_per_kmol(p_.mixture, s.bubble.y);
  const double vapour_m3 =
      load * kGasConstant_J_per_kmol_K * s.bubble.temperature_K / p.pressure_Pa;
  const double liquid_kg_per_m3 = s.kmol * molar_mass_kg_per_kmol(p_.mixture, s.x) / s.volume_m3;
  const double liquid_kg = tray_outflow_m3_per_s(p_.tray, s.volume_m3) * liquid_kg_per_m3;
  const double density = vapour_kg / vapour_m3;
  const double flood = flood_velocity_m_per_s(
      p_.tray, flow_parameter(liquid_kg, vapour_kg, density, liquid_kg_per_m3), density,
      liquid_kg_per_m3);
  return vapour_m3 / p_.tray.net_m2() / flood;
}

double Bt1::tray_drop_Pa(const Bt1Picture& p, std::size_t i, double load_kmol_per_s) const {
  const auto& s = p.stage[i];
  const double vapour_m3 =
      load_kmol_per_s * kGasConstant_J_per_kmol_K * s.bubble.temperature_K / p.pressure_Pa;
  const double density =
      molar_mass_kg_per_kmol(p_.mixture, s.bubble.y) * load_kmol_per_s / std::max(vapour_m3, 1e-9);
  const double liquid_kg_per_m3 = s.kmol * molar_mass_kg_per_kmol(p_.mixture, s.x) / s.volume_m3;
  return tray_pressure_drop_Pa(p_.tray, vapour_m3, density, liquid_kg_per_m3, s.volume_m3);
}

double Bt1::column_drop_Pa(const Instant& now, const Bt1Picture& p) const {
  const double bottom_Pa = tray_drop_Pa(p, 1, std::max(0.0, now.state[load_bottom_kmol_per_s]));
  const double top_Pa = tray_drop_Pa(p, kBt1Top, std::max(0.0, now.state[load_top_kmol_per_s]));
  return 0.5 * static_cast<double>(kBt1Trays) * (bottom_Pa + top_Pa);
}

void Bt1::look_at_flooding(const Instant& now, Bt1Picture& p) const {
  p.flooding_bottom_fraction = flooding_fraction(p, 1, now.state[load_bottom_kmol_per_s]);
  p.flooding_top_fraction = flooding_fraction(p, kBt1Top, now.state[load_top_kmol_per_s]);
}

void Bt1::look_at_liquid_flows(const Instant& now, Bt1Picture& p) const {
  look_at_flooding(now, p);
  const auto lower = section_at(p_.tray, p.flooding_bottom_fraction);
  const auto upper = section_at(p_.tray, p.flooding_top_fraction);
  const double full_m3 = tray_full_m3(p_.tray);
  double room = room_fraction(p.sump_level);  // of the space below
  double full = p.sump_level;
  for (std::size_t i = 0; i < kBt1Stages; ++i) {
    auto& s = p.stage[i];
    const auto& section = i <= kBt1FeedStage ? lower : upper;
    s.contact_fraction = section.contact_fraction * std::min(1.0, s.kmol / kBt1Dry_kmol);
    if (i > 0) {
      full = s.volume_m3 / full_m3;
      const double weir = tray_outflow_m3_per_s(p_.tray, s.volume_m3) / s.volume_m3 * s.kmol;
      const double weeping = section.weeping_fraction * s.kmol / p_.tray.weep_time_s;
      s.falling_kmol_per_s = room * (section.open_fraction * weir + weeping);
      s.carried_kmol_per_s = weir * section.entrainment_fraction;
      room = room_fraction(full);
    }
    s.carried_kmol_per_s += s.kmol * std::max(0.0, full - 1) / kBt1Overfull_s;
  }
  p.stage[0].falling_kmol_per_s = sizes_.bottoms_kmol_per_s * now.state[position + bottoms_valve] *
                                  now.state[position + bottoms_pump] *
                                  suction_fraction(p.sump_level);
  p.feed_kmol_per_s = sizes_.feed_kmol_per_s * now.state[position + feed_valve] *
                      std::max(0.0, now.input[feed_supply]);
  p.feed_x = now.input[feed_benzene];
  p.feed = liquid_enthalpy(p_.mixture, sizes_.feed_K);
}

void Bt1::look_at_heat(const Instant& now, Bt1Picture& p) const {
  const double steam = now.state[position + steam_valve] * now.state[position + trip_valve_a] *
                       now.state[position + trip_valve_b];
  p.reboiler = reboiler_duty(p_.reboiler, sizes_.reboiler, steam, now.input[steam_header],
                             p.stage[0].bubble.temperature_K, p.sump_level);
  for (std::size_t i = 0; i < kBt1Stages; ++i) {
    auto& s = p.stage[i];
    const double wet = std::min(1.0, s.kmol / kBt1Dry_kmol);
    s.from_steel_W = steel_J_per_K() / p_.vessels.steel_lag_s * wet *
                     (now.state[steel_K + i] - s.bubble.temperature_K);
    s.outside_W = -stage_loss_W(p_, s.bubble.temperature_K) * wet;
  }
  p.stage[0].outside_W += p.reboiler.heat_W + now.input[fire_heat];
}

void Bt1::close_vapour_balance(Bt1Picture& p) const {
  std::array<Rising, kBt1Stages> rising;
  std::array<Affine, kBt1Stages> boiling;
  Rising below;
  for (std::size_t i = 0; i < kBt1Stages; ++i) {
    const auto& s = p.stage[i];
    boiling[i] = boil(s, arriving_liquid(p, i), below);
    const double passes = 1 - s.contact_fraction, y = s.bubble.y;
    below = {passes * below.kmol_per_s + boiling[i],
             passes * below.benzene_kmol_per_s + y * boiling[i],
             passes * below.W + s.vapour.mixed(y) * boiling[i]};
    rising[i] = below;
  }
  // What arrives at the top depends on the pressure rate, which depends on what arrives.
  const auto& r = p.response;
  const Affine top =
      r.per_kmol * below.kmol_per_s + r.per_benzene * below.benzene_kmol_per_s + r.per_J * below.W;
  const double rate = (r.alone_Pa_per_s + top.constant) / (1 - top.slope);
  p.pressure_rate_Pa_per_s = rate;
  for (std::size_t i = 0; i < kBt1Stages; ++i) {
    p.stage[i].boiling_kmol_per_s = boiling[i].at(rate);
    p.stage[i].rising = {rising[i].kmol_per_s.at(rate), rising[i].benzene_kmol_per_s.at(rate),
                         rising[i].W.at(rate)};
  }
}

}  // namespace twinaxis::distillation
