#include "models/water_heater/exchanger.h"

#include <algorithm>
#include <cmath>

#include "models/water_heater/constants.h"
#include "sim/core/require.h"

namespace twinaxis::water_heater {

void fields(FieldVisitor& v, ExchangerParams& p) {
  v("cells", p.cells_count, between(1, static_cast<double>(kCellsAtMost)), "cells in series");
  v("water", p.water_kg, "kg", above(0), "water inside; 0.6 kg for 24 go (from memory)");
  v("copper", p.copper_kg, "kg", above(0), "copper; 2.2 kg for 24 go (from memory)");
  v("loss", p.loss_W_per_K, "W/K", at_least(0), "to the casing (assumption)");
  v("boiling_time", p.boiling_s, "s", above(0), "in which superheat boils away (assumption)");
  v("refill_time", p.refill_s, "s", above(0), "in which flow refills a dry bore (assumption)");
  v("blocking_ice", p.blocking_ratio, "1", between(0.01, 1),
    "share of ice at which nothing flows any more (assumption)");
}

Exchanger::Exchanger(const ExchangerParams& p)
    : p_(p),
      cells_(static_cast<std::size_t>(p.cells_count)),
      per_cell_(1.0 / p.cells_count),
      copper_J_per_K_(p.copper_kg * kCopper_J_per_kg_K / p.cells_count) {
  require(1 <= p.cells_count && cells_ <= kCellsAtMost, "an exchanger has 1 to 40 cells");
}

double Exchanger::cell_J_per_K(double water_kg) const {
  return water_kg * per_cell_ * kWater_J_per_kg_K + copper_J_per_K_;
}

double Exchanger::liquid_energy_J(double temperature_K) const {
  return cell_J_per_K(p_.water_kg) * (temperature_K - kZero_K);
}

void Exchanger::look(std::span<const double> energy_J, double water_kg,
                     ExchangerPicture& picture) const {
  const double cell_kg = std::max(0.0, water_kg) * per_cell_;
  const double per_liquid_K_per_J = 1 / cell_J_per_K(std::max(0.0, water_kg));
  double hottest_K = 0, ice = 0;
  for (std::size_t i = 0; i < cells_; ++i) {
    double cell_K = kZero_K + energy_J[i] * per_liquid_K_per_J;
    if (energy_J[i] < 0) [[unlikely]] {
      const double latent_J = cell_kg * kFusion_J_per_kg;
      const double below_J = std::min(0.0, energy_J[i] + latent_J);
      ice += latent_J > 0 ? std::min(1.0, -energy_J[i] / latent_J) : 0;
      cell_K = kZero_K + below_J / (cell_kg * kIce_J_per_kg_K + copper_J_per_K_);
    }
    picture.cell_K[i] = cell_K;
    hottest_K = std::max(hottest_K, cell_K);
  }
  picture.hottest_K = hottest_K;
  picture.outlet_K = picture.cell_K[cells_ - 1];
  picture.ice_fraction = ice * per_cell_;
  picture.flow_ratio = std::max(0.0, 1 - picture.ice_fraction / p_.blocking_ratio);
}

double Exchanger::steam_kg_per_s(double cell_K, double water_kg) const {
  if (cell_K <= kBoiling_K) return 0;
  const double by_heat_kg = cell_J_per_K(water_kg) * (cell_K - kBoiling_K) / kEvaporation_J_per_kg;
  return std::min(by_heat_kg, std::max(0.0, water_kg) * per_cell_) / p_.boiling_s;
}

void Exchanger::flow(double water_kg, double inlet_kg_per_s, ExchangerPicture& picture) const {
  picture.inlet_kg_per_s = inlet_kg_per_s * picture.flow_ratio;
  const double lacks_kg = std::max(0.0, p_.water_kg - water_kg);
  picture.refill_kg_per_s = std::min(picture.inlet_kg_per_s, lacks_kg / p_.refill_s);
  picture.outlet_kg_per_s = picture.inlet_kg_per_s - picture.refill_kg_per_s;
}

double Exchanger::rates(double water_kg, const ExchangerLoad& load, ExchangerPicture& picture,
                        std::span<double> rate_W) const {
  flow(water_kg, load.inlet_kg_per_s, picture);
  constexpr double kSteam_J_per_kg =
      kEvaporation_J_per_kg + kWater_J_per_kg_K * (kBoiling_K - kZero_K);
  const double stays_kg_per_s = picture.refill_kg_per_s * per_cell_;
  const double loss_W_per_K = p_.loss_W_per_K * per_cell_;
  const double heat_W = load.heat_W * per_cell_;
  double flow_kg_per_s = picture.inlet_kg_per_s, upstream_K = load.inlet_K;
  double steam_kg_per_s = 0, loss_W = 0;
  for (std::size_t i = 0; i < cells_; ++i) {
    const double cell_K = picture.cell_K[i];
    const double in_W = flow_kg_per_s * kWater_J_per_kg_K * (upstream_K - kZero_K);
    flow_kg_per_s -= stays_kg_per_s;
    const double out_W = flow_kg_per_s * kWater_J_per_kg_K * (cell_K - kZero_K);
    const double lost_W = loss_W_per_K * (cell_K - load.casing_K);
    const double steam = this->steam_kg_per_s(cell_K, water_kg);
    rate_W[i] = in_W - out_W + heat_W - lost_W - steam * kSteam_J_per_kg;
    steam_kg_per_s += steam;
    loss_W += lost_W;
    upstream_K = cell_K;
  }
  picture.steam_kg_per_s = steam_kg_per_s;
  picture.loss_W = loss_W;
  return picture.refill_kg_per_s - steam_kg_per_s;
}

}  // namespace twinaxis::water_heater
