#include "models/distillation/exchangers.h"

#include <algorithm>
#include <cmath>

#include "models/distillation/vle.h"

namespace twinaxis::distillation {
namespace {

constexpr Antoine kSteam{8.14019, 1810.94, 244.485};
constexpr double kWaterHeat_J_per_kg_K = 4180;  // liquid water, 30 to 40 degC
constexpr double kChoked_ratio = 0.55;          // steam, chest over header

/// Steam flow over choked flow at a chest-to-header pressure ratio.
double valve_flow_fraction(double ratio) {
  if (ratio <= kChoked_ratio) return 1;
  const double beyond = std::min((ratio - kChoked_ratio) / (1 - kChoked_ratio), 1.0);
  return std::sqrt(1 - beyond * beyond);
}

double film_ua_W_per_K(const CondenserParams& condenser, const CondenserSize& size,
                       double water_kg_per_s, double inert_fraction) {
  const double f = condenser.water_film_fraction;
  const double film = std::pow(size.water_design_kg_per_s / water_kg_per_s, 0.8);
  return size.ua_W_per_K * (1 - condenser.fouling_fraction) / (1 - f + f * film) /
         (1 + condenser.blanketing_ratio * inert_fraction);
}

}  // namespace

double steam_temperature_K(double pressure_Pa) {
  return saturation_temperature_K(kSteam, pressure_Pa);
}

double steam_pressure_Pa(double temperature_K) {
  return saturation_pressure_Pa(kSteam, temperature_K);
}

double steam_latent_heat_J_per_kg(double temperature_K) {
  static const LatentHeat steam = watson(2256.5e3, 373.15, 647.1);  // per kg
  return latent_heat_J_per_kmol(steam, temperature_K);
}

CondenserSize size_condenser(const CondenserParams& condenser, double duty_W, double vapour_K) {
  const double rise_K = condenser.water_out_design_K - condenser.water_in_design_K;
  const double water_kg_per_s = duty_W / (kWaterHeat_J_per_kg_K * rise_K);
  const double effectiveness = rise_K / (vapour_K - condenser.water_in_design_K);
  const double ua = -std::log1p(-effectiveness) * water_kg_per_s * kWaterHeat_J_per_kg_K;
  return {ua, water_kg_per_s};
}

CondenserDuty condenser_duty(const CondenserParams& condenser, const CondenserSize& size,
                             double vapour_K, double water_in_K, double water_kg_per_s,
                             double inert_fraction) {
  if (water_kg_per_s <= 0 || vapour_K <= water_in_K) return {0, water_in_K};
  const double capacity_W_per_K = water_kg_per_s * kWaterHeat_J_per_kg_K;
  const double ua = film_ua_W_per_K(condenser, size, water_kg_per_s, inert_fraction);
  const double rise_K = -std::expm1(-ua / capacity_W_per_K) * (vapour_K - water_in_K);
  return {capacity_W_per_K * rise_K, water_in_K + rise_K};
}

ReboilerSize size_reboiler(const ReboilerParams& reboiler, double duty_W, double boiling_K,
                           double valve_fraction) {
  return {duty_W / (reboiler.chest_design_K - boiling_K), duty_W / valve_fraction};
}

ReboilerDuty reboiler_duty(const ReboilerParams& reboiler, const ReboilerSize& size,
                           double valve_fraction, double header_Pa, double boiling_K,
                           double level_fraction) {
  const double wetted = std::clamp(level_fraction / reboiler.uncovered_level_fraction, 0.0, 1.0);
  const double ua = size.ua_W_per_K * (1 - reboiler.fouling_fraction) * wetted;
  const double choked_W = size.open_duty_W * valve_fraction * header_Pa / reboiler.header_design_Pa;
  const double most_W = ua * (steam_temperature_K(header_Pa) - boiling_K);
  if (choked_W <= 0) return {0, boiling_K, boiling_K};
  if (most_W <= 0) {
    const double hot_K = std::max(boiling_K, steam_temperature_K(header_Pa));
    return {0, hot_K, wetted < 1 ? hot_K : boiling_K};
  }
  const auto miss_W = [&](double heat_W) {
    return heat_W -
           choked_W * valve_flow_fraction(steam_pressure_Pa(boiling_K + heat_W / ua) / header_Pa);
  };
  double heat_W = choked_W;
  if (choked_W > most_W || miss_W(choked_W) > 0) {  // the chest is no longer far below the header
    double low_W = 0, high_W = std::min(choked_W, most_W);
    for (int i = 0; i < 45; ++i) {
      const double middle_W = 0.5 * (low_W + high_W);
      (miss_W(middle_W) > 0 ? high_W : low_W) = middle_W;
    }
    heat_W = high_W;
  }
  const double chest_K = boiling_K + heat_W / ua;
  return {heat_W, chest_K, wetted * 0.5 * (boiling_K + chest_K) + (1 - wetted) * chest_K};
}

}  // namespace twinaxis::distillation
