#pragma once
// Where things stand in the state, input, mode, root and output vectors, and their names.

#include <cstddef>
#include <string>
#include <vector>

#include "models/water_heater/heater_params.h"

namespace twinaxis::water_heater {

/// Inputs: the commands of the board, then what comes from outside or is fitted by hand.
enum Input : std::size_t {
  gas_valve,       ///< 0 .. 1 of the rated gas input
  bath_gas_valve,  ///< 0 .. 1
  igniter,
  fan,           ///< 0 .. 1 of full speed
  bypass_valve,  ///< share of the heater's water that passes by the exchanger
  water_valve,   ///< share of what the taps ask for that is let through
  fill_valve,
  bath_pump,
  freeze_heater,
  command_count,
  cold_K = command_count,  ///< cold water
  ambient_K,               ///< around the heater
  gas_supply,              ///< share of the rated gas that is there
  kitchen_kg_per_s,        ///< hot water drawn in the kitchen
  hot_share,               ///< of the shower's water, by the handles of the tap
  flue_blockage,           ///< share of the flue; that share of the flue gas goes into the room
  ventilation_m3_per_s,    ///< of the room
  fuse_fitted,
  scald_valve_fitted,
  co_shutoff_fitted,
  input_count
};
/// Name, unit, first value, range and document line of an input that is no command.
struct OutsideInput {
  Input index;
  std::string name, unit;
  double OutsideParams::*start;
  Range range;
  std::string doc;
};
const std::vector<OutsideInput>& outside_inputs();
const std::vector<std::string>& command_names();

/// States: the two exchangers and the pipe in blocks, then the rest.
struct Layout {
  explicit Layout(const HeaterParams& p);
  std::size_t cells, pipe_cells;
  std::size_t energy_J;       ///< + cell of the exchanger
  std::size_t pipe_K;         ///< + cell of the pipe
  std::size_t bath_energy_J;  ///< of the bath exchanger, one block
  std::size_t bath_cells;
  std::size_t rest;  ///< + State
  std::size_t size;
};
enum State : std::size_t {
  water_kg,       ///< in the exchanger
  loop_water_kg,  ///< in the bath exchanger
  bath_kg,
  bath_J,
  gas_W,
  bath_gas_W,
  fan_speed,
  element_K,  ///< wax of the thermal mixing valve
  fuse_K,
  casing_K,
  room_co_kg,
  state_count
};

enum Mode : std::size_t {
  flame,
  bath_flame,
  fuse_blown,
  co_closed,
  solder_molten,
  burst,
  dry,
  loop_dry,
  on_fire,
  overflowing,
  air_deadly,
  next_move,
  mode_count
};
/// Modes of a person follow: where, and since when it hurts (kNever: it does not).
enum PersonMode : std::size_t { place, hurts_since_s, person_mode_count };
inline constexpr double kNever_s = 1e18;

enum Root : std::size_t {
  flame_burns,
  bath_flame_burns,
  fuse_melts,
  co_shuts_off,
  boils_dry,
  loop_boils_dry,
  solder_melts,
  ice_bursts,
  wood_ignites,
  bath_overflows,
  air_turns_deadly,
  somebody_moves,
  root_count
};
enum PersonRoot : std::size_t { skin_hurts, leaves, person_root_count };

enum Output : std::size_t {
  out_shower_K,
  out_shower_flow,
  out_outlet_K,
  out_outlet_flow,
  out_inlet_K,
  out_exchanger_K,
  out_body_K,
  out_water,
  out_ice,
  out_gas,
  out_flame,
  out_bath_flame,
  out_air_ratio,
  out_fan,
  out_bath_K,
  out_bath_level,
  out_loop_flow,
  out_loop_K,
  out_casing_K,
  out_room_co,
  out_fuse,
  out_damaged,
  out_fire,
  output_count
};
struct TruthPoint {
  std::string name, unit, doc;
};
/// In the order of Output, then three for every resident.
std::vector<TruthPoint> truth_points(const HeaterParams& p);
enum PersonOutput : std::size_t { in_shower, in_bath, in_room, person_output_count };

std::vector<std::string> input_names();
std::vector<std::string> state_names(const HeaterParams& p);

}  // namespace twinaxis::water_heater
