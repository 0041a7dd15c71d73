#include "models/water_heater/heater_layout.h"

namespace twinaxis::water_heater {

const std::vector<std::string>& command_names() {
  static const std::vector<std::string> names{"gas_valve",  "bath_gas_valve", "igniter",
                                              "fan",        "bypass_valve",   "water_valve",
                                              "fill_valve", "bath_pump",      "freeze_heater"};
  return names;
}

const std::vector<OutsideInput>& outside_inputs() {
  static const std::vector<OutsideInput> all{
      {cold_K, "cold_water.temperature", "K", &OutsideParams::cold_K, between(273.15, 323.15),
       "cold water from the main"},
      {ambient_K, "surroundings.temperature", "K", &OutsideParams::ambient_K,
       between(223.15, 333.15),
       "air around the heater: out of doors, or the room that it stands in"},
      {gas_supply, "gas.supply", "1", &OutsideParams::gas_supply_fraction, fraction(),
       "share of the rated gas that is there"},
      {kitchen_kg_per_s, "kitchen.draw", "kg/s", &OutsideParams::kitchen_kg_per_s, between(0, 0.3),
       "hot water drawn in the kitchen"},
      {hot_share, "shower_tap.hot_share", "1", &OutsideParams::hot_share_fraction, fraction(),
       "share of hot water by the handles of the shower tap"},
      {flue_blockage, "flue.blockage", "1", &OutsideParams::flue_blockage_fraction, fraction(),
       "share of the flue that is blocked: so much less air, and that share of the flue gas goes "
       "into the room"},
      {ventilation_m3_per_s, "room.ventilation", "m^3/s", &OutsideParams::ventilation_m3_per_s,
       at_least(0), "air change of the room into which flue gas would spill; 20 m3/h (assumption)"},
      {fuse_fitted, "thermal_fuse.fitted", "1", &OutsideParams::fuse_fitted, fraction(),
       "1: a thermal fuse closes the gas for good when an exchanger is too hot; wired, no "
       "software"},
      {scald_valve_fitted, "mixing_valve.fitted", "1", &OutsideParams::scald_valve_fitted,
       fraction(),
       "1: a thermal mixing valve behind the heater lets pass no more than its limit; mechanical"},
      {co_shutoff_fitted, "co_shutoff.fitted", "1", &OutsideParams::co_shutoff_fitted, fraction(),
       "1: an independent CO alarm closes a gas valve of its own; wired, no software"}};
  return all;
}

void fields(FieldVisitor& v, OutsideParams& p) {
  for (const auto& each : outside_inputs()) {
    v(each.name, p.*each.start, each.unit, each.range, each.doc);
  }
}

Layout::Layout(const HeaterParams& p)
    : cells(static_cast<std::size_t>(p.exchanger.cells_count)),
      pipe_cells(static_cast<std::size_t>(p.pipe.cells_count)),
      energy_J(0),
      pipe_K(cells),
      bath_energy_J(cells + pipe_cells),
      bath_cells(static_cast<std::size_t>(p.bath_exchanger.cells_count)),
      rest(bath_energy_J + bath_cells),
      size(rest + state_count) {}

std::vector<std::string> input_names() {
  std::vector<std::string> names;
  for (const auto& name : command_names()) names.push_back(name + ".command");
  for (const auto& input : outside_inputs()) names.push_back(input.name);
  return names;
}

std::vector<std::string> state_names(const HeaterParams& p) {
  const Layout at(p);
  std::vector<std::string> names(at.size);
  const auto block = [&](std::size_t from, std::size_t count, const std::string& of) {
    for (std::size_t i = 0; i < count; ++i) names[from + i] = of + std::to_string(i + 1);
  };
  block(at.energy_J, at.cells, "energy of exchanger cell ");
  block(at.pipe_K, at.pipe_cells, "temperature of pipe cell ");
  block(at.bath_energy_J, at.bath_cells, "energy of bath exchanger cell ");
  const char* rest[state_count] = {"water in the exchanger",
                                   "water in the bath exchanger",
                                   "water in the bath",
                                   "energy of the bath",
                                   "gas",
                                   "gas of the bath burner",
                                   "fan speed",
                                   "temperature of the mixing valve's element",
                                   "temperature of the fuse",
                                   "temperature of the casing",
                                   "CO in the room"};
  for (std::size_t i = 0; i < state_count; ++i) names[at.rest + i] = rest[i];
  return names;
}

std::vector<TruthPoint> truth_points(const HeaterParams& p) {
  std::vector<TruthPoint> all{
      {"shower.skin_temperature", "K", "water that meets skin in the shower; 33 degC if none does"},
      {"shower.flow", "kg/s", "mixed water of the shower"},
      {"outlet.temperature", "K", "hot water that leaves the heater for the house"},
      {"outlet.flow", "kg/s", "water through the heater"},
      {"inlet.temperature", "K", "cold water that enters the heater"},
      {"exchanger.temperature", "K", "outlet of the exchanger, before the bypass joins"},
      {"exchanger.body_temperature", "K", "hottest copper of both exchangers"},
      {"exchanger.water", "kg", "water in the exchanger"},
      {"exchanger.ice", "1", "share of the water that is ice, in the worse of both exchangers"},
      {"gas.power", "W", "gas that flows, as heating power, of both burners"},
      {"burner.flame", "1", "1 while the main burner burns"},
      {"bath_burner.flame", "1", "1 while the bath burner burns"},
      {"burner.air_ratio", "1", "air over stoichiometric air; at most 20"},
      {"fan.speed", "1", "of full speed"},
      {"bath.temperature", "K", "water in the bath"},
      {"bath.level", "m", "water in the bath"},
      {"bath.loop_flow", "kg/s", "water that circulates through the bath exchanger"},
      {"bath.loop_temperature", "K", "water that comes back from the bath exchanger"},
      {"casing.temperature", "K", "casing of the heater"},
      {"room.co", "1", "volume fraction of carbon monoxide in the room"},
      {"thermal_fuse.blown", "1", "1 when the fuse has closed the gas"},
      {"heater.damaged", "1", "1 when solder melted or ice burst a tube"},
      {"house.fire", "1", "1 when wood beside the casing has caught fire"}};
  for (const auto& resident : p.residents) {
    all.push_back({resident.first + ".in_shower", "1", "1 while in the shower"});
    all.push_back({resident.first + ".in_bath", "1", "1 while in the bath"});
    all.push_back(
        {resident.first + ".in_room", "1", "1 while in shower, bath or the room with it"});
  }
  return all;
}

}  // namespace twinaxis::water_heater
