// Burns by flash fire and by water, through the layers of skin.

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/harm/burn.h"
#include "analysis/harm/skin.h"
#include "sim/core/require.h"

namespace twinaxis::harm {
namespace {

constexpr double kStep_s = 0.02;  ///< while heated, at most; 1/100 of the exposure if shorter
constexpr double kContactStep_s = 0.25;
constexpr double kCooling_s = 300;   ///< watched at most
constexpr double kLongest_s = 3600;  ///< exposure that is tried

}  // namespace

LayeredSkin f1930_skin(int refinement) {
  return {{{75e-6, 0.628, 4.40e6, 12 * refinement},
           {1125e-6, 0.582, 4.184e6, 30 * refinement},
           {3885e-6, 0.293, 2.60e6, 26 * refinement}},
          kIcePoint_K + 32.5,
          kIcePoint_K + 33.5};
}

double damage_of_flash(const LayeredSkin& skin, const DamageKinetics& kinetics,
                       double flux_W_per_m2, double exposure_s) {
  const SkinConduction conduction(skin.layers, skin.deep_K);
  std::vector<double> cells_K = conduction.steady_K(skin.surface_K);
  double damage = 0;
  double rate_per_s = 0;
  const auto advance = [&](double step_s, double flux) {
    conduction.advance(cells_K, step_s, {.flux_W_per_m2 = flux});
    const double next_per_s = kinetics.rate_per_s(conduction.below_layer_K(cells_K, 0));
    damage += 0.5 * step_s * (rate_per_s + next_per_s);
    rate_per_s = next_per_s;
  };
  const double heated_steps = std::max(100.0, std::ceil(exposure_s / kStep_s));
  for (double i = 0; i < heated_steps; ++i) advance(exposure_s / heated_steps, flux_W_per_m2);
  // Cooling is fast at first, slow in the end.
  double cooled_s = 0;
  while (cooled_s < kCooling_s && rate_per_s > 0) {
    const double step_s = std::clamp(0.01 * cooled_s, 0.1 * kStep_s, 10 * kStep_s);
    advance(step_s, 0);
    cooled_s += step_s;
  }
  return damage;
}

double exposure_to_damage_s(const LayeredSkin& skin, const DamageKinetics& kinetics,
                            double flux_W_per_m2, double damage) {
  const auto burns = [&](double exposure_s) {
    return damage_of_flash(skin, kinetics, flux_W_per_m2, exposure_s) >= damage;
  };
  double low_s = 0, high_s = 0.05;
  while (!burns(high_s)) {
    low_s = high_s;
    high_s *= 2;
    require(high_s <= kLongest_s, "that flux burns within an hour");
  }
  while (high_s - low_s > 1e-4 * high_s) {
    const double middle_s = 0.5 * (low_s + high_s);
    (burns(middle_s) ? high_s : low_s) = middle_s;
  }
  return high_s;
}

double damage_of_contact(const ThickSkin& skin, const DamageKinetics& kinetics,
                         const SkinContact& contact) {
  const double k = skin.conductivity_W_per_m_K;
  const double rho_c = skin.density_kg_per_m3 * skin.heat_capacity_J_per_kg_K;
  const SkinConduction conduction(
      {{skin.basal_m, k, rho_c, 8}, {920e-6, k, rho_c, 23}, {9e-3, k, rho_c, 36}}, skin.initial_K);
  std::vector<double> cells_K = conduction.steady_K(skin.initial_K);
  const std::vector<double> rested_K = cells_K;
  double damage = 0, rate_per_s = 0;
  double untouched_s = std::numeric_limits<double>::infinity();
  for (std::size_t i = 1; i < contact.time_s.size(); ++i) {
    const double from_K = contact.water_K[i - 1], to_K = contact.water_K[i];
    const bool touched = (contact.touched.empty() || contact.touched[i - 1] > 0.5) &&
                         std::isfinite(from_K) && std::isfinite(to_K);
    const double span_s = contact.time_s[i] - contact.time_s[i - 1];
    untouched_s = touched ? 0 : untouched_s + span_s;
    if (untouched_s > kCooling_s) {  // nothing burns any more
      cells_K = rested_K;
      rate_per_s = 0;
      continue;
    }
    const double steps = std::ceil(span_s / kContactStep_s);
    for (double n = 0; n < steps; ++n) {
      const double water_K = touched ? std::lerp(from_K, to_K, (n + 0.5) / steps) : 0;
      const double film = touched ? std::numeric_limits<double>::infinity() : 0;
      conduction.advance(cells_K, span_s / steps, {.film_W_per_m2_K = film, .medium_K = water_K});
      const double next_per_s = kinetics.rate_per_s(conduction.below_layer_K(cells_K, 0));
      damage += 0.5 * span_s / steps * (rate_per_s + next_per_s);
      rate_per_s = next_per_s;
    }
  }
  return damage;
}

}  // namespace twinaxis::harm
