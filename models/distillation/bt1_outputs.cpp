// What BT-1 shows: truth points, conserved quantities, and what a rupture would set free.

#include <algorithm>

#include "models/distillation/bt1.h"

namespace twinaxis::distillation {
namespace {

using namespace bt1;

/// Everything in column and drum, kmol.
struct Content {
  double total_kmol = 0;
  double benzene_kmol = 0;
};
Content liquid_content(std::span<const double> state) {
  Content c{state[drum_kmol], state[drum_benzene_kmol]};
  for (std::size_t i = 0; i < kBt1Stages; ++i) {
    c.total_kmol += state[holdup_kmol + i];
    c.benzene_kmol += state[benzene_kmol + i];
  }
  return c;
}

}  // namespace

void Bt1::write_column(const Instant& now, const Bt1Picture& p, std::span<double> truth) const {
  const auto temperature = [&](std::size_t i) { return p.stage[i].bubble.temperature_K; };
  truth[out_pressure] = p.pressure_Pa;
  truth[out_bottom_pressure] =
      p.pressure_Pa + static_cast<double>(kBt1Top) * p_.design.tray_drop_Pa;
  truth[out_pressure_drop] = p_.design.tray_drop_Pa * static_cast<double>(kBt1Trays) *
                             column_drop_Pa(now, p) / sizes_.design_drop_Pa;
  truth[out_top_temperature] = temperature(kBt1Top);
  truth[out_temperature_20] = temperature(20);
  truth[out_temperature_15] = temperature(15);
  truth[out_temperature_10] = temperature(10);
  truth[out_temperature_05] = temperature(5);
  truth[out_bottom_temperature] = temperature(0);
  truth[out_xD] = p.drum_x;
  truth[out_xB] = p.stage[0].x;
  truth[out_overhead_benzene] = p.vapour_y;
  truth[out_inert_fraction] = p.inert_fraction;
  truth[out_flooding] = std::max(p.flooding_bottom_fraction, p.flooding_top_fraction);
  truth[out_drum_level] = p.drum_level;
  truth[out_drum_temperature] = p.drum_K;
  truth[out_sump_level] = p.sump_level;
  truth[out_on_spec] =
      p.drum_x >= p_.on_spec_distillate_fraction && p.stage[0].x <= p_.on_spec_bottoms_fraction;
}

void Bt1::write_flows(const Bt1Picture& p, std::span<double> truth) const {
  const auto kg = [&](double kmol_per_s, double x) {
    return kmol_per_s * molar_mass_kg_per_kmol(p_.mixture, x);
  };
  truth[out_feed_flow] = kg(p.feed_kmol_per_s, p.feed_x);
  truth[out_reflux_flow] = kg(p.reflux_kmol_per_s, p.drum_x);
  truth[out_distillate_flow] = kg(p.distillate_kmol_per_s, p.drum_x);
  truth[out_bottoms_flow] = kg(p.stage[0].falling_kmol_per_s, p.stage[0].x);
  truth[out_top_vapour_flow] = p.stage[kBt1Top].rising.kmol_per_s;
  truth[out_condenser_duty] = p.condenser.heat_W;
  truth[out_water_return] = p.condenser.water_out_K;
  truth[out_reboiler_duty] = p.reboiler.heat_W;
  truth[out_chest_temperature] = p.reboiler.chest_K;
  truth[out_tube_wall] = p.reboiler.tube_wall_K;
  truth[out_relief_flow] = p.relief_kmol_per_s * p.gas_kg_per_kmol;
  truth[out_vent_flow] = p.vent_kmol_per_s * p.gas_kg_per_kmol;
  truth[out_leak_flow] = p.leak_kmol_per_s * p.gas_kg_per_kmol;
  truth[out_flare_liquid_flow] = kg(p.overflow_kmol_per_s, p.drum_x);
}

void Bt1::write_devices(const Instant& now, std::span<double> truth) const {
  truth[out_relief_lift] = now.state[relief_lift];
  truth[out_relief_released] = now.state[relief_released_kg];
  truth[out_leak_released] = now.state[leak_released_kg];
  truth[out_flare_liquid_released] = now.state[flare_liquid_kg];
  truth[out_vessel_leaking] = now.mode[leaking];
  truth[out_vessel_ruptured] = now.mode[ruptured];
  for (std::size_t i = 0; i < actuator_count; ++i) {
    truth[out_position + i] = now.state[position + i];
  }
}

void Bt1::write_burst(const Instant& now, std::span<double> truth) const {
  const auto burst = rupture(now);
  truth[out_burst_pressure] = burst.pressure_Pa;
  truth[out_burst_temperature] = burst.liquid_K;
  truth[out_burst_vapour_volume] = burst.vapour_m3;
  truth[out_burst_benzene] = burst.benzene_kg;
  truth[out_burst_toluene] = burst.toluene_kg;
  truth[out_burst_flash_fraction] = burst.flash_fraction;
  truth[out_burst_vapour_energy] = burst.vapour_energy_J;
  truth[out_pressure] = truth[out_bottom_pressure] = p_.vessels.ambient_Pa;
  for (const auto i :
       {out_top_temperature, out_temperature_20, out_temperature_15, out_temperature_10,
        out_temperature_05, out_bottom_temperature, out_drum_temperature, out_water_return,
        out_chest_temperature, out_tube_wall}) {
    truth[i] = p_.vessels.ambient_K;
  }
}

void Bt1::outputs(const Instant& now, std::span<double> truth) const {
  std::fill(truth.begin(), truth.end(), 0.0);
  write_devices(now, truth);
  if (now.mode[ruptured] > 0) return write_burst(now, truth);
  const auto p = picture(now);
  write_column(now, p, truth);
  write_flows(p, truth);
  const auto liquid = liquid_content(now.state);
  const double benzene = liquid.benzene_kmol + now.state[vapour_benzene_kmol];
  const double total = liquid.total_kmol + now.state[vapour_kmol];
  truth[out_inventory_benzene] = benzene * p_.mixture.light.molar_mass_kg_per_kmol;
  truth[out_inventory_toluene] = (total - benzene) * p_.mixture.heavy.molar_mass_kg_per_kmol;
}

Rupture Bt1::rupture(const Instant& now) const {
  Bt1Picture p;
  look_at_vapour(now, p);
  look_at_stages(now, p);
  const auto liquid = liquid_content(now.state);
  const double benzene = liquid.benzene_kmol + now.state[vapour_benzene_kmol];
  const double total = liquid.total_kmol + now.state[vapour_kmol];
  double kelvin_kmol = now.state[drum_kmol] * now.state[drum_K];
  double liquid_m3 = now.state[drum_kmol] *
                     liquid_molar_volume_m3_per_kmol(
                         p_.mixture, now.state[drum_K],
                         now.state[drum_benzene_kmol] / std::max(now.state[drum_kmol], 1e-9));
  for (const auto& s : p.stage) {
    kelvin_kmol += s.kmol * s.bubble.temperature_K;
    liquid_m3 += s.volume_m3;
  }
  Rupture r;
  r.pressure_Pa = p.pressure_Pa;
  r.liquid_K = kelvin_kmol / liquid.total_kmol;
  r.vapour_m3 = p_.vessels.vapour_m3;
  r.benzene_kg = benzene * p_.mixture.light.molar_mass_kg_per_kmol;
  r.toluene_kg = (total - benzene) * p_.mixture.heavy.molar_mass_kg_per_kmol;
  const double x = liquid.benzene_kmol / liquid.total_kmol;
  const auto boiling = bubble_point(p_.mixture, p_.vessels.ambient_Pa, x);
  const double mass = molar_mass_kg_per_kmol(p_.mixture, x);
  const double mean_K = 0.5 * (r.liquid_K + boiling.temperature_K);
  r.flash_fraction = flash_fraction(liquid_heat_capacity(p_.mixture, mean_K).mixed(x) / mass,
                                    r.liquid_K - boiling.temperature_K,
                                    latent_heat(p_.mixture, boiling.temperature_K).mixed(x) / mass);
  r.vapour_energy_J = isentropic_expansion_J(p.pressure_Pa, p_.vessels.ambient_Pa, r.vapour_m3,
                                             p_.relief.heat_capacity_ratio);
  return r;
}

}  // namespace twinaxis::distillation
