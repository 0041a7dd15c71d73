// Vapour space, condenser, drum, and the ways out: relief valve, vent, failed gasket.

#include <algorithm>

#include "models/distillation/bt1.h"

namespace twinaxis::distillation {
namespace {

using namespace bt1;

constexpr double kDrumEmpties_kmol = 1;  // boiling fades out over this (assumption)
constexpr double kOverflow_s = 5;        // the overflow line is generous (assumption)

Enthalpy sum(const Enthalpy& a, const Enthalpy& b) {
  return {a.light_J_per_kmol + b.light_J_per_kmol, a.heavy_J_per_kmol + b.heavy_J_per_kmol};
}

}  // namespace

void Bt1::look_at_vapour(const Instant& now, Bt1Picture& p) const {
  const double condensable = std::max(now.state[vapour_kmol], 1e-9);
  const double inert = now.state[inert_kmol];
  p.vapour_K = now.state[vapour_K];
  p.pressure_Pa =
      (condensable + inert) * kGasConstant_J_per_kmol_K * p.vapour_K / p_.vessels.vapour_m3;
  p.gauge_Pa = p.pressure_Pa - p_.vessels.ambient_Pa;
  p.vapour_y = std::clamp(now.state[vapour_benzene_kmol] / condensable, 0.0, 1.0);
  p.inert_fraction = inert / (condensable + inert);
  p.vapour = sum(liquid_enthalpy(p_.mixture, p.vapour_K), latent_heat(p_.mixture, p.vapour_K));
  p.gas_kg_per_kmol = (1 - p.inert_fraction) * molar_mass_kg_per_kmol(p_.mixture, p.vapour_y) +
                      p.inert_fraction * kBt1Inert_kg_per_kmol;
}

double Bt1::drum_level_fraction(const Instant& now) const {
  const double kmol = std::max(now.state[drum_kmol], 1e-9);
  const double x = std::clamp(now.state[drum_benzene_kmol] / kmol, 0.0, 1.0);
  return kmol * liquid_molar_volume_m3_per_kmol(p_.mixture, now.state[drum_K], x) /
         p_.vessels.drum_m3;
}

void Bt1::look_at_drum(const Instant& now, Bt1Picture& p) const {
  const double kmol = std::max(now.state[drum_kmol], 1e-9);
  p.drum_x = std::clamp(now.state[drum_benzene_kmol] / kmol, 0.0, 1.0);
  p.drum_K = now.state[drum_K];
  p.drum = liquid_enthalpy(p_.mixture, p.drum_K);
  p.drum_vapour = sum(p.drum, latent_heat(p_.mixture, p.drum_K));
  p.drum_bubble = bubble_point(p_.mixture, p.pressure_Pa - p_.design.condenser_drop_Pa, p.drum_x);
  p.drum_level = drum_level_fraction(now);

  const double pumped = now.state[position + reflux_pump] * suction_fraction(p.drum_level);
  p.reflux_kmol_per_s = sizes_.reflux_kmol_per_s * now.state[position + reflux_valve] * pumped;
  p.distillate_kmol_per_s =
      sizes_.distillate_kmol_per_s * now.state[position + distillate_valve] * pumped;
  p.overflow_kmol_per_s = kmol * std::max(0.0, p.drum_level - 1) / kOverflow_s;

  const double superheat_K = p.drum_K - p.drum_bubble.temperature_K;
  if (superheat_K > 0) {
    const double latent = p.drum_vapour.mixed(p.drum_bubble.y) - p.drum.mixed(p.drum_bubble.y);
    p.drum_boils_kmol_per_s =
        p_.vessels.drum_flash_W_per_K * superheat_K / latent * kmol / (kmol + kDrumEmpties_kmol);
  } else {
    const double heat = p.vapour.mixed(p.vapour_y) - p.drum.mixed(p.vapour_y);
    p.drum_condenses_kmol_per_s = -p_.vessels.drum_surface_W_per_K * superheat_K / heat;
  }
}

void Bt1::look_at_outlets(const Instant& now, Bt1Picture& p) const {
  const double condensing_Pa =
      (p.pressure_Pa - p_.design.condenser_drop_Pa) * (1 - p.inert_fraction);
  p.condensate_K = bubble_point(p_.mixture, condensing_Pa, p.vapour_y).temperature_K;
  const double water =
      sizes_.water_kg_per_s * now.state[position + water_valve] * now.state[position + water_pump];
  p.condenser = condenser_duty(p_.condenser, sizes_.condenser, p.condensate_K,
                               now.input[water_temperature], water, p.inert_fraction);
  const auto condensate = liquid_enthalpy(p_.mixture, p.condensate_K);
  p.condensate_kmol_per_s =
      p.condenser.heat_W / (p.vapour.mixed(p.vapour_y) - condensate.mixed(p.vapour_y));

  p.relief_kmol_per_s = relief_valve_flow_kg_per_s(p_.relief, now.state[relief_lift], p.pressure_Pa,
                                                   p.vapour_K, p.gas_kg_per_kmol) *
                        now.state[position + relief_block] / p.gas_kg_per_kmol;
  if (now.mode[leaking] > 0) {
    p.leak_kmol_per_s =
        leak_flow_kg_per_s(p_.shell, p.pressure_Pa, p_.vessels.ambient_Pa, p.vapour_K,
                           p.gas_kg_per_kmol, p_.relief.heat_capacity_ratio,
                           p_.relief.compressibility_ratio) /
        p.gas_kg_per_kmol;
  }
  p.vent_kmol_per_s =
      p_.vessels.vent_kmol_per_s_Pa * now.state[position + vent_valve] * std::max(0.0, p.gauge_Pa);
  // Inerts gather where vapour condenses: the vent takes them enriched as they blanket.
  const double gathered = p_.condenser.blanketing_ratio * p.inert_fraction;
  p.vent_inert_fraction = gathered / (1 - p.inert_fraction + gathered);
  p.response = vapour_response(now, p);
}

Bt1Response Bt1::vapour_response(const Instant& now, const Bt1Picture& p) const {
  const double T = p.vapour_K, R = kGasConstant_J_per_kmol_K;
  const double condensable = now.state[vapour_kmol], inert = now.state[inert_kmol];
  const auto cp = vapour_heat_capacity(p_.mixture, T);
  const Enthalpy inner{p.vapour.light_J_per_kmol - R * T, p.vapour.heavy_J_per_kmol - R * T};

  Bt1Response r;
  const double capacity_J_per_K =
      condensable * (cp.mixed(p.vapour_y) - R) + inert * kBt1InertCv_J_per_kmol_K;
  const double ingress = now.input[inert_ingress];
  const double out = p.condensate_kmol_per_s + p.drum_condenses_kmol_per_s + p.relief_kmol_per_s +
                     p.leak_kmol_per_s + p.vent_kmol_per_s;
  const double y = p.drum_bubble.y;
  const double heat_W =
      p.drum_boils_kmol_per_s * (p.drum_vapour.mixed(y) - inner.mixed(y)) - out * R * T +
      ingress * (kBt1InertCp_J_per_kmol_K * p_.vessels.ambient_K - kBt1InertCv_J_per_kmol_K * T);
  const double per_kelvin = R / p_.vessels.vapour_m3 * (condensable + inert);  // dP/dT
  r.per_J = per_kelvin / capacity_J_per_K;
  r.per_benzene = r.per_J * (inner.heavy_J_per_kmol - inner.light_J_per_kmol);
  r.per_kmol = R * T / p_.vessels.vapour_m3 - r.per_J * inner.heavy_J_per_kmol;
  r.alone_Pa_per_s =
      R * T / p_.vessels.vapour_m3 * (p.drum_boils_kmol_per_s + ingress - out) + r.per_J * heat_W;
  return r;
}

}  // namespace twinaxis::distillation
