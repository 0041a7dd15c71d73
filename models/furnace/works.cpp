#include "models/furnace/works.h"

#include <algorithm>
#include <cmath>

namespace twinaxis::furnace {

using namespace works;

namespace {

/// Below this the holding furnace wets ever less of its wall.
constexpr double kWets_fraction = 0.05;
/// Steel colder than this has no austenite, and its scale and carbon stay as they are.
constexpr double kAustenite_K = 1000;

}  // namespace

Works::Works(const WorksParams& params)
    : p_(params),
      at_(params),
      grid_(slab_grid(params.slab)),
      lining_(params.holder.lining),
      face_m2_(params.slab.width_m * params.slab.length_m),
      initial_(at_.state_count, 0.0),
      initial_mode_(mode_count, 0.0) {
  fill_initial_state();
}

double Works::slab_kg() const { return face_m2_ * p_.slab.thickness_m * p_.slab.density_kg_per_m3; }

std::vector<double> Works::nominal_input() const {
  std::vector<double> input(at_.input_count, 0.0);
  std::copy_n(resting_fraction_.begin(), at_.zones, &input[at_.burner]);
  input[fan_command] = 1;
  input[pusher_command] = 1;
  input[heating_value] = 1;
  input[charge_temperature] = p_.charge_K;
  input[air_temperature] = p_.ambient_K;
  input[melt_temperature] = p_.holder.melt_K;
  return input;
}

Works::Gas Works::gas(const Instant& now) const {
  const double* zone_K = now.state.data() + at_.zone_K;
  const double air_K = now.input[air_temperature];
  Gas g;
  double rated_W = 0, asked_W = 0;
  for (std::size_t z = 0; z < at_.zones; ++z) {
    rated_W += p_.zones[z].rated_W;
    asked_W += now.input[at_.burner + z] * p_.zones[z].rated_W;
  }
  // Fuel follows air: together the burners get what air the fan gives.
  const double air_W = std::max(0.0, now.state[at_.fan_speed]) * rated_W;
  const double fed_ratio = asked_W > air_W ? air_W / asked_W : 1;
  const double flue_per_K = p_.fuel.flue_kg_per_J() * p_.fuel.flue_J_per_kg_K;
  const double recovered = p_.fuel.recovered_fraction * flue_per_K * (zone_K[0] - air_K);
  for (std::size_t z = at_.zones; z-- > 0;) {  // from the soaking zone with the gas
    const double fuel_W = now.input[at_.burner + z] * p_.zones[z].rated_W * fed_ratio;
    g.burner_W[z] = fuel_W * now.input[heating_value];
    const double from_K = z + 1 < at_.zones ? zone_K[z + 1] : air_K;
    const double made = fuel_W * flue_per_K,
                 loss_W = p_.zones[z].loss_W_per_K * (zone_K[z] - air_K);
    g.into_zone_W[z] = g.burner_W[z] + fuel_W * recovered + g.flue_W_per_K * (from_K - zone_K[z]) -
                       made * (zone_K[z] - air_K) - loss_W;
    g.flue_W_per_K += made;
    g.loss_W += loss_W;
  }
  g.stack_W = g.flue_W_per_K * (1 - p_.fuel.recovered_fraction) * (zone_K[0] - air_K);
  return g;
}

void Works::quality_rates(std::size_t slab, double surface_K, std::span<double> rate) const {
  const bool hot = surface_K > kAustenite_K;
  const auto& q = p_.quality;
  rate[at_.grain + slab] = hot ? grain_rate_per_s(q.grain, surface_K) : 0;
  rate[at_.carbon_m2 + slab] = hot ? carbon_diffusion_m2_per_s(q.carbon, surface_K) : 0;
  rate[at_.scale_m2 + slab] = hot ? scale_rate_m2_per_s(q.scale, surface_K) : 0;
}

std::pair<Exchange, Exchange> Works::faces(double zone_K) const {
  const double h = p_.line.convection_W_per_m2_K, eps = p_.slab.emissivity_fraction;
  return {{zone_K, h * p_.line.lower_ratio, eps * p_.line.lower_ratio}, {zone_K, h, eps}};
}

void Works::slab_rates(const Instant& now, ByZone& taken_W, std::span<double> rate) const {
  taken_W = {};
  for (std::size_t j = 0; j < at_.slabs; ++j) {
    const std::size_t z = at_.zone_of[j];
    const auto x = slab_K(now.state, j);
    const auto [lower, upper] = faces(now.state[at_.zone_K + z]);
    const double low = exchanged_W_per_m2(lower, x.front());
    const double high = exchanged_W_per_m2(upper, x.back());
    conduct(grid_, x, low, high, rate.subspan(at_.slab_K + j * at_.cells, at_.cells));
    taken_W[z] += face_m2_ * (low + high);
    quality_rates(j, x.back(), rate);
  }
}

BearingDuty Works::duty(const Instant& now, std::size_t which) const {
  return {.speed_fraction = now.state[at_.fan_speed],
          .ambient_K = now.input[air_temperature],
          .leak_per_s = now.input[at_.grease_leak + which],
          .feed_fraction = now.input[lubricator_command]};
}

BearingState Works::bearing(std::span<const double> state, std::size_t which) const {
  return {state[at_.bearing_K + which], state[at_.grease + which], state[at_.wear + which]};
}

double Works::winding_K(const Instant& now) const {
  const double speed = now.state[at_.fan_speed];
  return now.input[air_temperature] + p_.fan.winding_rise_K * speed * speed;
}

void Works::fan_rates(const Instant& now, std::span<double> rate) const {
  const bool seized = now.mode[fan_seized] > 0;
  const double wanted = seized ? 0 : now.input[fan_command];
  rate[at_.fan_speed] =
      (wanted - now.state[at_.fan_speed]) / (seized ? p_.fan.seized_run_s : p_.fan.run_s);
  for (std::size_t b = 0; b < at_.bearings; ++b) {
    const auto r = bearing_rate(p_.fan.bearings[b].design, bearing(now.state, b), duty(now, b));
    rate[at_.bearing_K + b] = r.temperature_K;
    rate[at_.grease + b] = r.grease_fraction;
    rate[at_.wear + b] = r.wear_fraction;
  }
  rate[at_.winding_life] = 1 / insulation_life_s(p_.fan.insulation, winding_K(now));
}

Lining::Surroundings Works::at_wall(const Instant& now, bool spot) const {
  const double held = now.state[at_.content_kg] / (kWets_fraction * p_.holder.content_kg);
  return {.melt_K = now.input[melt_temperature],
          .wetted_fraction = std::clamp(held, 0.0, 1.0),
          .ambient_K = now.input[air_temperature],
          .penetrated_m = spot ? now.state[at_.penetrated_m] : 0};
}

void Works::holder_rates(const Instant& now, std::span<double> rate) const {
  const auto& h = p_.holder;
  const auto wall = at_wall(now, false), spot = at_wall(now, true);
  const std::size_t n = at_.lining_cells;
  lining_.rate(now.state.subspan(at_.wall_K, n), wall, rate.subspan(at_.wall_K, n));
  lining_.rate(now.state.subspan(at_.spot_K, n), spot, rate.subspan(at_.spot_K, n));
  rate[at_.penetrated_m] = (h.wear_m_per_s + now.input[hot_spot_wear]) * spot.wetted_fraction;
  // What is left runs out ever more slowly, so that the content never falls below zero.
  rate[at_.content_kg] =
      -now.input[drain_command] * h.content_kg / h.drain_s * wall.wetted_fraction;
}

void Works::derivative(const Instant& now, std::span<double> rate) const {
  const Gas g = gas(now);
  ByZone taken_W;
  slab_rates(now, taken_W, rate);
  for (std::size_t z = 0; z < at_.zones; ++z) {
    const double zone_K = now.state[at_.zone_K + z];
    rate[at_.zone_K + z] = (g.into_zone_W[z] - taken_W[z]) / p_.zones[z].heat_capacity_J_per_K;
    rate[at_.well_K + z] = (zone_K - now.state[at_.well_K + z]) / p_.line.well_lag_s;
  }
  rate[at_.progress] = now.input[pusher_command] / p_.line.period_s;
  const auto zones = now.state.subspan(at_.zone_K, at_.zones);
  const double hottest_K = *std::max_element(zones.begin(), zones.end());
  rate[at_.lining_life] =
      std::exp2((hottest_K - p_.wear.reference_K) / p_.wear.halving_K) / p_.wear.life_s;
  fan_rates(now, rate);
  holder_rates(now, rate);
}

}  // namespace twinaxis::furnace
