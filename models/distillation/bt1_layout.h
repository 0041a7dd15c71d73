#pragma once
// Where things stand in the state, input, mode, root and output vectors of BT-1, and their names.

#include <cstddef>
#include <string>
#include <vector>

#include "models/distillation/bt1_params.h"

namespace twinaxis::distillation::bt1 {

/// Actuators: each input is a command 0 .. 1 and each has a state, its position.
enum Actuator : std::size_t {
  feed_valve,
  water_valve,
  reflux_valve,
  distillate_valve,
  vent_valve,
  steam_valve,
  bottoms_valve,
  trip_valve_a,
  trip_valve_b,
  relief_block,
  water_pump,
  reflux_pump,
  bottoms_pump,
  actuator_count
};
/// "FCV-101", ... in the order of Actuator; command points are "<tag>.command".
const std::vector<std::string>& actuator_tags();

/// Inputs: the commands, then what comes from outside.
enum Input : std::size_t {
  feed_benzene = actuator_count,  ///< mole fraction
  feed_supply,                    ///< fraction of the design feed pressure that is there
  water_temperature,              ///< K
  steam_header,                   ///< Pa
  inert_ingress,                  ///< kmol/s of air that leaks or is let in
  fire_heat,                      ///< W into the sump
  input_count
};

/// States: three blocks of stages, then the rest.
inline constexpr std::size_t holdup_kmol = 0;  ///< + stage
inline constexpr std::size_t benzene_kmol = holdup_kmol + kBt1Stages;
inline constexpr std::size_t steel_K = benzene_kmol + kBt1Stages;
enum State : std::size_t {
  vapour_kmol = steel_K + kBt1Stages,  ///< benzene and toluene in the vapour space
  vapour_benzene_kmol,
  inert_kmol,
  vapour_K,
  drum_kmol,
  drum_benzene_kmol,
  drum_K,
  load_bottom_kmol_per_s,  ///< vapour flow that the trays feel, lagged by kLoadLag_s
  load_top_kmol_per_s,
  relief_lift,
  relief_released_kg,
  leak_released_kg,
  flare_liquid_kg,
  named_state_count
};
inline constexpr std::size_t position = named_state_count;  ///< + actuator
inline constexpr std::size_t state_count = position + actuator_count;

enum Mode : std::size_t { relief_popped, leaking, ruptured, flooded, mode_count };

enum Root : std::size_t {
  relief_sets,
  relief_reseats,
  gasket_fails,
  shell_bursts,
  sump_empties,
  sump_overfills,
  drum_empties,
  drum_overflows,
  reboiler_uncovers,
  reboiler_dries,
  column_floods,
  root_count
};

enum Output : std::size_t {
  out_pressure,
  out_bottom_pressure,
  out_pressure_drop,
  out_top_temperature,
  out_temperature_20,
  out_temperature_15,
  out_temperature_10,
  out_temperature_05,
  out_bottom_temperature,
  out_xD,
  out_xB,
  out_overhead_benzene,
  out_inert_fraction,
  out_flooding,
  out_drum_level,
  out_drum_temperature,
  out_sump_level,
  out_feed_flow,
  out_reflux_flow,
  out_distillate_flow,
  out_bottoms_flow,
  out_top_vapour_flow,
  out_condenser_duty,
  out_water_return,
  out_reboiler_duty,
  out_chest_temperature,
  out_tube_wall,
  out_relief_lift,
  out_relief_flow,
  out_relief_released,
  out_vent_flow,
  out_leak_flow,
  out_leak_released,
  out_flare_liquid_flow,
  out_flare_liquid_released,
  out_inventory_benzene,
  out_inventory_toluene,
  out_vessel_leaking,
  out_vessel_ruptured,
  out_burst_pressure,
  out_burst_temperature,
  out_burst_vapour_volume,
  out_burst_benzene,
  out_burst_toluene,
  out_burst_flash_fraction,
  out_burst_vapour_energy,
  out_on_spec,
  named_output_count
};
inline constexpr std::size_t out_position = named_output_count;  ///< + actuator
inline constexpr std::size_t output_count = out_position + actuator_count;

std::vector<std::string> input_names();
std::vector<std::string> state_names();
/// Truth points with their SI units, in the order of Output.
struct TruthPoint {
  std::string name;
  std::string unit;
  std::string doc;
};
const std::vector<TruthPoint>& truth_points();

}  // namespace twinaxis::distillation::bt1
