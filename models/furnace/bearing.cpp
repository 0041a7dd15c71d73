#include "models/furnace/bearing.h"

#include <algorithm>
#include <cmath>

namespace twinaxis::furnace {

void fields(FieldVisitor& v, BearingParams& p) {
  v("load", p.load_N, "N", above(0), "equivalent load");
  v("bore", p.bore_m, "m", above(0), "of the inner ring");
  v("full_speed", p.full_speed_rad_per_s, "rad/s", above(0), "at full speed of the fan");
  v("film_friction", p.film_friction_ratio, "1", at_least(0), "friction with a full film");
  v("dry_friction", p.dry_friction_ratio, "1", at_least(0), "friction without a film");
  v("worn_friction", p.worn_friction_ratio, "1", at_least(0), "added when worn out");
  v("cooling", p.cooling_W_per_K, "W/K", above(0), "of the housing to the air");
  v("heat_capacity", p.heat_capacity_J_per_K, "J/K", above(0), "bearing and housing");
  v("grease_life", p.grease_life_s, "s", above(0), "at the reference temperature");
  v("grease_reference", p.grease_reference_K, "K", above(0), "where that life holds");
  v("grease_halving", p.grease_halving_K, "K", above(0), "rise that halves it");
  v("feed", p.feed_per_s, "1/s", at_least(0), "of the lubricator while it feeds");
  v("dry_wear", p.dry_wear_per_s, "1/s", at_least(0), "wear without a film at full speed");
  v("expansion", p.expansion_per_K, "1/K", at_least(0), "of bearing steel");
  v("ring_difference", p.ring_difference_ratio, "1", at_least(0),
    "inner over outer ring, of the rise over ambient");
  v("clearance", p.clearance_m, "m", above(0), "radial, cold");
}

void fields(FieldVisitor& v, InsulationParams& p) {
  v("rated_life", p.rated_life_s, "s", above(0), "at the rated temperature");
  v("rated_temperature", p.rated_K, "K", above(0), "of the class");
  v("halving", p.halving_K, "K", above(0), "rise that halves the life");
}

double friction_W(const BearingParams& p, const BearingState& x, double speed_fraction) {
  const double film = std::clamp(x.grease_fraction, 0.0, 1.0);
  const double mu = p.film_friction_ratio * film + p.dry_friction_ratio * (1 - film) +
                    p.worn_friction_ratio * std::clamp(x.wear_fraction, 0.0, 1.0);
  const double torque_N_m = 0.5 * mu * p.load_N * p.bore_m;
  return torque_N_m * p.full_speed_rad_per_s * speed_fraction;
}

BearingState bearing_rate(const BearingParams& p, const BearingState& x, const BearingDuty& duty) {
  constexpr double kEmpty_fraction = 0.02;  // the last grease leaks ever more slowly
  const double film = std::clamp(x.grease_fraction, 0.0, 1.0);
  const double ageing_per_s =
      std::exp2((x.temperature_K - p.grease_reference_K) / p.grease_halving_K) / p.grease_life_s;
  BearingState rate;
  rate.temperature_K = (friction_W(p, x, duty.speed_fraction) -
                        p.cooling_W_per_K * (x.temperature_K - duty.ambient_K)) /
                       p.heat_capacity_J_per_K;
  rate.grease_fraction = -x.grease_fraction * ageing_per_s -
                         duty.leak_per_s * std::min(1.0, film / kEmpty_fraction) +
                         p.feed_per_s * duty.feed_fraction * (1 - x.grease_fraction);
  rate.wear_fraction = p.dry_wear_per_s * (1 - film) * (1 - film) * duty.speed_fraction;
  return rate;
}

double clearance_left_m(const BearingParams& p, const BearingState& x, double ambient_K) {
  return p.clearance_m -
         p.expansion_per_K * p.bore_m * p.ring_difference_ratio * (x.temperature_K - ambient_K);
}

double resting_bearing_K(const BearingParams& p, double ambient_K) {
  return ambient_K + friction_W(p, {}, 1) / p.cooling_W_per_K;
}

double insulation_life_s(const InsulationParams& p, double winding_K) {
  return p.rated_life_s * std::exp2((p.rated_K - winding_K) / p.halving_K);
}

}  // namespace twinaxis::furnace
