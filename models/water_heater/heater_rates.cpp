// Rates of the states, and what they conserve.

#include <algorithm>
#include <numeric>

#include "models/water_heater/constants.h"
#include "models/water_heater/heater.h"

namespace twinaxis::water_heater {
namespace {

/// Below this a decay has ended: without an end it would run on into numbers that computers handle
/// slowly.
constexpr double kNothing_W = 1e-6, kStill = 1e-9;

/// A first-order lag towards `target`, which ends where nothing is left to decay.
double lag(double target, double now, double time_s, double nothing) {
  return target == 0 && now < nothing ? 0 : (target - now) / time_s;
}

/// Enthalpy above 0 degC that a flow carries.
double carried_W(double flow_kg_per_s, double temperature_K) {
  return flow_kg_per_s * kWater_J_per_kg_K * (temperature_K - kZero_K);
}

/// Volume that dilutes a room a second, as a rate.
double exchange_per_s(const Instant& now, const RoomParams& room) {
  return now.input[ventilation_m3_per_s] / room.volume_m3;
}

}  // namespace

void Heater::exchanger_rates(const Instant& now, HeaterPicture& p, std::span<double> rate) const {
  const auto rest = rate.subspan(at_.rest);
  const double casing = state(now, casing_K);
  const double electric_W = now.input[freeze_heater] * p_.limits.freeze_heater_W;
  rest[water_kg] = main_.rates(state(now, water_kg),
                               {.inlet_kg_per_s = p.exchanger_kg_per_s,
                                .inlet_K = now.input[cold_K],
                                .heat_W = p.heat_W + electric_W,
                                .casing_K = casing},
                               p.main, rate.subspan(at_.energy_J, at_.cells));
  rest[loop_water_kg] = loop_.rates(state(now, loop_water_kg),
                                    {.inlet_kg_per_s = p.loop_asked_kg_per_s,
                                     .inlet_K = p.bath_K,
                                     .heat_W = p.bath_heat_W + electric_W,
                                     .casing_K = casing},
                                    p.loop, rate.subspan(at_.bath_energy_J, at_.bath_cells));
}

void Heater::bath_rates(const Instant& now, const HeaterPicture& p, std::span<double> rest) const {
  rest[bath_kg] =
      p.fill_kg_per_s - p.overflow_kg_per_s + p.loop.outlet_kg_per_s - p.loop.inlet_kg_per_s;
  rest[bath_J] = carried_W(p.fill_kg_per_s, p.house_K) - carried_W(p.overflow_kg_per_s, p.bath_K) +
                 carried_W(p.loop.outlet_kg_per_s, p.loop.outlet_K) -
                 carried_W(p.loop.inlet_kg_per_s, p.bath_K) -
                 p_.bath.loss_W_per_K * (p.bath_K - p_.room.temperature_K);
  rest[room_co_kg] = now.input[flue_blockage] *
                         carbon_monoxide_kg_per_s(now.mode[flame] * state(now, gas_W) +
                                                      now.mode[bath_flame] * state(now, bath_gas_W),
                                                  p.co_fraction) -
                     exchange_per_s(now, p_.room) * state(now, room_co_kg);
}

void Heater::device_rates(const Instant& now, const HeaterPicture& p,
                          std::span<double> rest) const {
  const auto& u = now.input;
  const auto& c = p_.combustion;
  const double open = gas_open(now) * u[gas_supply];
  rest[gas_W] = lag(u[gas_valve] * open * rated_W_, state(now, gas_W), c.valve_s, kNothing_W);
  rest[bath_gas_W] =
      lag(u[bath_gas_valve] * open * bath_rated_W_, state(now, bath_gas_W), c.valve_s, kNothing_W);
  rest[fan_speed] = lag(u[fan], state(now, fan_speed), c.fan_s, kStill);
  // Without flow the element stands still in the water that it had.
  rest[element_K] =
      p.heater_kg_per_s > 0 ? (p.outlet_K - state(now, element_K)) / p_.taps.valve_s : 0;
  rest[fuse_K] = (p.body_K - state(now, fuse_K)) / p_.limits.fuse_s;
  const double lost_W = p_.limits.casing_loss_W_per_K * (state(now, casing_K) - u[ambient_K]);
  rest[casing_K] = (p.main.loss_W + p.loop.loss_W - lost_W) / p_.limits.casing_J_per_K;
}

void Heater::derivative(const Instant& now, std::span<double> rate) const {
  HeaterPicture p = picture(now);
  exchanger_rates(now, p, rate);
  pipe_.rates(now.state.subspan(at_.pipe_K, at_.pipe_cells), p.shower_kg_per_s, p.house_K,
              rate.subspan(at_.pipe_K, at_.pipe_cells));
  const auto rest = rate.subspan(at_.rest);
  bath_rates(now, p, rest);
  device_rates(now, p, rest);
}

double Heater::energy_J(const Instant& now) const {
  const auto sum = [&](std::size_t from, std::size_t count) {
    const auto block = now.state.subspan(from, count);
    return std::accumulate(block.begin(), block.end(), 0.0);
  };
  return sum(at_.energy_J, at_.cells) + sum(at_.bath_energy_J, at_.bath_cells) +
         pipe_.energy_J(now.state.subspan(at_.pipe_K, at_.pipe_cells)) + state(now, bath_J) +
         p_.limits.casing_J_per_K * (state(now, casing_K) - kZero_K);
}

double Heater::energy_inflow_W(const Instant& now, const HeaterPicture& p) const {
  constexpr double kSteam_J_per_kg =
      kEvaporation_J_per_kg + kWater_J_per_kg_K * (kBoiling_K - kZero_K);
  const double electric_W = 2 * now.input[freeze_heater] * p_.limits.freeze_heater_W;
  const double steam_W = (p.main.steam_kg_per_s + p.loop.steam_kg_per_s) * kSteam_J_per_kg;
  const auto pipe = now.state.subspan(at_.pipe_K, at_.pipe_cells);
  const double drawn_W = carried_W(p.shower_kg_per_s, pipe.back()) +
                         carried_W(p.kitchen_kg_per_s, p.house_K) +
                         carried_W(p.overflow_kg_per_s, p.bath_K);
  const double lost_W =
      pipe_.loss_W(pipe) + p_.bath.loss_W_per_K * (p.bath_K - p_.room.temperature_K) +
      p_.limits.casing_loss_W_per_K * (state(now, casing_K) - now.input[ambient_K]);
  return carried_W(p.inlet_kg_per_s, now.input[cold_K]) + p.heat_W + p.bath_heat_W + electric_W -
         steam_W - drawn_W - lost_W;
}

std::vector<System::Balance> Heater::balances(const Instant& now) const {
  HeaterPicture p = picture(now);
  std::vector<double> rate(at_.size);
  exchanger_rates(now, p, rate);
  const double drawn_kg_per_s = p.shower_kg_per_s + p.kitchen_kg_per_s + p.overflow_kg_per_s +
                                p.main.steam_kg_per_s + p.loop.steam_kg_per_s;
  const double burnt_W =
      now.mode[flame] * state(now, gas_W) + now.mode[bath_flame] * state(now, bath_gas_W);
  // Scales: a bath of 200 kg warmed by 40 K, that bath, and what a minute of full gas can make.
  return {
      {.name = "energy",
       .unit = "J",
       .inside = energy_J(now),
       .inflow_per_s = energy_inflow_W(now, p),
       .scale = 200 * kWater_J_per_kg_K * 40},
      {.name = "water",
       .unit = "kg",
       .inside = state(now, water_kg) + state(now, loop_water_kg) + state(now, bath_kg),
       .inflow_per_s = p.inlet_kg_per_s - drawn_kg_per_s,
       .scale = 200},
      {.name = "carbon monoxide",
       .unit = "kg",
       .inside = state(now, room_co_kg),
       .inflow_per_s = now.input[flue_blockage] * carbon_monoxide_kg_per_s(burnt_W, p.co_fraction) -
                       exchange_per_s(now, p_.room) * state(now, room_co_kg),
       .scale = carbon_monoxide_kg_per_s(rated_W_, 1) * 60}};
}

}  // namespace twinaxis::water_heater
