#include "models/water_heater/heater.h"

#include <algorithm>
#include <cmath>

#include "models/water_heater/constants.h"
#include "sim/core/require.h"

namespace twinaxis::water_heater {
namespace {

constexpr double kSkin_K = 306.15;            ///< of skin that no water touches: 33 degC
constexpr double kPortBand_m = 0.01;          ///< over which the pump changes from air to water
constexpr double kOverflow_kg_per_s_m = 100;  ///< weir of the rim, linear
constexpr double kAirRatioAtMost = 20;
constexpr double kScaldShareAtMost = 0.9;

}  // namespace

Heater::Heater(const HeaterParams& params)
    : p_(params),
      at_(params),
      main_(params.exchanger),
      loop_(params.bath_exchanger),
      pipe_(params.pipe),
      moves_(moves(params.residents, params.visits)),
      persons_(params.residents.size()),
      rated_W_(params.burner.rated_gas_W()),
      bath_rated_W_(params.burner.bath_gas_W()) {
  for (const auto& [name, resident] : params.residents) {
    names_.push_back(name);
    people_.push_back(resident);
  }
}

std::vector<double> Heater::nominal_input() const {
  std::vector<double> input(input_count);
  input[water_valve] = 1;
  for (const auto& each : outside_inputs()) input[each.index] = p_.outside.*each.start;
  return input;
}

std::vector<std::string> Heater::output_names() const {
  std::vector<std::string> names;
  for (const auto& point : truth_points(p_)) names.push_back(point.name);
  return names;
}

std::vector<std::string> Heater::state_names() const { return water_heater::state_names(p_); }

std::vector<double> Heater::initial_state() const {
  std::vector<double> x(at_.size);
  const auto fill = [&](std::size_t from, std::size_t count, double value) {
    std::fill_n(x.begin() + static_cast<std::ptrdiff_t>(from), count, value);
  };
  fill(at_.energy_J, at_.cells, main_.liquid_energy_J(p_.initial_K));
  fill(at_.pipe_K, at_.pipe_cells, p_.initial_K);
  fill(at_.bath_energy_J, at_.bath_cells, loop_.liquid_energy_J(p_.initial_K));
  const auto rest = std::span(x).subspan(at_.rest);
  const double bath_mass_kg = p_.bath.initial_level_m * p_.bath.area_m2 * kWater_kg_per_m3;
  rest[water_kg] = p_.exchanger.water_kg;
  rest[loop_water_kg] = p_.bath_exchanger.water_kg;
  rest[bath_kg] = bath_mass_kg;
  rest[bath_J] =
      (bath_mass_kg * kWater_J_per_kg_K + p_.bath.tub_J_per_K) * (p_.bath.initial_K - kZero_K);
  rest[element_K] = p_.initial_K;
  rest[fuse_K] = p_.initial_K;
  rest[casing_K] = p_.initial_K;
  return x;
}

std::vector<double> Heater::initial_mode() const {
  std::vector<double> mode(mode_count + persons_ * person_mode_count);
  for (std::size_t who = 0; who < persons_; ++who) {
    mode[mode_count + who * person_mode_count + hurts_since_s] = kNever_s;
  }
  move({}, mode);  // who is somewhere from the start
  return mode;
}

bool Heater::anybody(const Instant& now, Place place_) const {
  for (std::size_t who = 0; who < persons_; ++who) {
    if (person(now, who, place) == static_cast<double>(place_)) return true;
  }
  return false;
}

double Heater::gas_open(const Instant& now) const {
  return now.mode[fuse_blown] > 0 || now.mode[co_closed] > 0 ? 0 : 1;
}

void Heater::look_at_bath(const Instant& now, HeaterPicture& p) const {
  const double mass_kg = state(now, bath_kg);
  p.bath_K = kZero_K + state(now, bath_J) / (mass_kg * kWater_J_per_kg_K + p_.bath.tub_J_per_K);
  p.bath_level_m = mass_kg / (p_.bath.area_m2 * kWater_kg_per_m3);
  const double covered =
      std::clamp((p.bath_level_m - p_.bath.port_m) / kPortBand_m + 0.5, 0.0, 1.0);
  p.loop_asked_kg_per_s = now.input[bath_pump] * p_.bath.loop_m3_per_s * kWater_kg_per_m3 * covered;
  p.overflow_kg_per_s = kOverflow_kg_per_s_m * std::max(0.0, p.bath_level_m - p_.bath.rim_m);
}

void Heater::look_at_fire(const Instant& now, HeaterPicture& p) const {
  const double total_W = state(now, gas_W) + state(now, bath_gas_W);
  const double full_W = rated_W_ + bath_rated_W_;
  const double air = p_.combustion.full_air_ratio * state(now, fan_speed) *
                     (1 - now.input[flue_blockage]) * full_W;
  p.air_ratio = air < kAirRatioAtMost * total_W ? air / total_W : kAirRatioAtMost;
  p.body_K = std::max(p.main.hottest_K, p.loop.hottest_K);
  const bool burns = now.mode[flame] > 0, bath_burns = now.mode[bath_flame] > 0;
  if (!burns && !bath_burns) return;
  p.co_fraction = carbon_monoxide_fraction(p.air_ratio, p_.combustion.unevenness_ratio);
  const double complete = heat_ratio(p.co_fraction);
  // Copper near the temperature of the flame takes no more heat.
  const auto takes = [&](double hottest_K) {
    const double left_K = p_.limits.burner_K - hottest_K;
    return std::clamp(left_K / (p_.limits.burner_K - p_.limits.solder_K), 0.0, 1.0);
  };
  if (burns) {
    p.heat_W = state(now, gas_W) * p_.burner.efficiency_ratio * complete * takes(p.main.hottest_K);
  }
  if (bath_burns) {
    p.bath_heat_W = state(now, bath_gas_W) * p_.burner.bath_efficiency_ratio * complete *
                    takes(p.loop.hottest_K);
  }
}

void Heater::look_at_water(const Instant& now, HeaterPicture& p) const {
  const double shower =
      anybody(now, Place::shower) ? p_.taps.shower_m3_per_s * kWater_kg_per_m3 : 0;
  const double hot = now.input[hot_share] * shower;
  const double filling = now.input[fill_valve] * p_.bath.fill_m3_per_s * kWater_kg_per_m3;
  const double kitchen = now.input[kitchen_kg_per_s];
  const double asked = hot + filling + kitchen;
  p.shower_cold_kg_per_s = shower - hot;
  p.asked_kg_per_s = now.input[water_valve] * asked;
  if (now.input[scald_valve_fitted] > 0.5) {
    const double element = state(now, element_K), cold = now.input[cold_K];
    const double over_K = element - p_.taps.valve_limit_K;
    if (over_K > 0) p.scald_share = std::min(kScaldShareAtMost, over_K / (element - cold));
  }
  p.heater_kg_per_s = (1 - p.scald_share) * p.asked_kg_per_s;
  p.exchanger_kg_per_s = (1 - now.input[bypass_valve]) * p.heater_kg_per_s;
  main_.flow(state(now, water_kg), p.exchanger_kg_per_s, p.main);
  const double bypass = now.input[bypass_valve] * p.heater_kg_per_s;
  const double cold = p.scald_share * p.asked_kg_per_s;
  p.inlet_kg_per_s = p.main.inlet_kg_per_s + bypass + cold;
  p.house_kg_per_s = p.main.outlet_kg_per_s + bypass + cold;
  const double share = asked > 0 ? p.house_kg_per_s / asked : 0;
  p.shower_kg_per_s = share * hot;
  p.fill_kg_per_s = share * filling;
  p.kitchen_kg_per_s = share * kitchen;
}

void Heater::look_at_outlet(const Instant& now, HeaterPicture& p) const {
  const double cold = now.input[cold_K];
  const double bypass = now.input[bypass_valve] * p.heater_kg_per_s;
  const double leaves = p.main.outlet_kg_per_s + bypass;
  p.outlet_K = leaves > 0 ? (p.main.outlet_kg_per_s * p.main.outlet_K + bypass * cold) / leaves
                          : p.main.outlet_K;
  const double added = p.scald_share * p.asked_kg_per_s;
  p.house_K =
      p.house_kg_per_s > 0 ? (leaves * p.outlet_K + added * cold) / p.house_kg_per_s : p.outlet_K;
  const double mixed = p.shower_kg_per_s + p.shower_cold_kg_per_s;
  const double hot = now.state[at_.pipe_K + at_.pipe_cells - 1];
  p.skin_K =
      mixed > 0 ? (p.shower_kg_per_s * hot + p.shower_cold_kg_per_s * cold) / mixed : kSkin_K;
}

HeaterPicture Heater::picture(const Instant& now) const {
  HeaterPicture p;
  main_.look(now.state.subspan(at_.energy_J, at_.cells), state(now, water_kg), p.main);
  loop_.look(now.state.subspan(at_.bath_energy_J, at_.bath_cells), state(now, loop_water_kg),
             p.loop);
  look_at_bath(now, p);
  loop_.flow(state(now, loop_water_kg), p.loop_asked_kg_per_s, p.loop);
  look_at_fire(now, p);
  look_at_water(now, p);
  look_at_outlet(now, p);
  return p;
}

void Heater::outputs(const Instant& now, std::span<double> truth) const {
  const HeaterPicture p = picture(now);
  truth[out_shower_K] = p.skin_K;
  truth[out_shower_flow] = p.shower_kg_per_s + p.shower_cold_kg_per_s;
  truth[out_outlet_K] = p.house_K;
  truth[out_outlet_flow] = p.heater_kg_per_s;
  truth[out_inlet_K] = now.input[cold_K];
  truth[out_exchanger_K] = p.main.outlet_K;
  truth[out_body_K] = p.body_K;
  truth[out_water] = state(now, water_kg);
  truth[out_ice] = p.ice_fraction();
  truth[out_gas] = state(now, gas_W) + state(now, bath_gas_W);
  truth[out_flame] = now.mode[flame];
  truth[out_bath_flame] = now.mode[bath_flame];
  truth[out_air_ratio] = p.air_ratio;
  truth[out_fan] = state(now, fan_speed);
  truth[out_bath_K] = p.bath_K;
  truth[out_bath_level] = p.bath_level_m;
  truth[out_loop_flow] = p.loop.inlet_kg_per_s;
  truth[out_loop_K] = p.loop.outlet_K;
  truth[out_casing_K] = state(now, casing_K);
  truth[out_room_co] = carbon_monoxide_in_room(p_.room, state(now, room_co_kg));
  truth[out_fuse] = now.mode[fuse_blown];
  truth[out_damaged] = std::max(now.mode[solder_molten], now.mode[burst]);
  truth[out_fire] = now.mode[on_fire];
  for (std::size_t who = 0; who < persons_; ++who) {
    const auto where = static_cast<Place>(static_cast<int>(person(now, who, place)));
    double* mine = &truth[output_count + who * person_output_count];
    mine[in_shower] = where == Place::shower ? 1 : 0;
    mine[in_bath] = where == Place::bath ? 1 : 0;
    mine[in_room] = where != Place::home ? 1 : 0;
  }
}

}  // namespace twinaxis::water_heater
