#include "models/distillation/bt1_layout.h"

#include "sim/core/require.h"

namespace twinaxis::distillation::bt1 {

const std::vector<std::string>& actuator_tags() {
  static const std::vector<std::string> tags{"FCV-101", "CWV-201", "FCV-202", "LCV-203", "PCV-204",
                                             "FCV-301", "LCV-302", "XV-301A", "XV-301B", "HV-401",
                                             "P-200",   "P-201",   "P-301"};
  return tags;
}

std::vector<std::string> input_names() {
  std::vector<std::string> names;
  for (const auto& tag : actuator_tags()) names.push_back(tag + ".command");
  names.insert(names.end(),
               {"feed.benzene_fraction", "feed.supply_fraction", "cooling_water.temperature",
                "steam.header_pressure", "column.inert_ingress", "column.fire_heat"});
  require(names.size() == input_count, "one name per input of BT-1");
  return names;
}

std::vector<std::string> state_names() {
  std::vector<std::string> names;
  for (const char* block : {" holdup", " benzene", " steel temperature"}) {
    names.push_back(std::string("sump") + block);
    for (std::size_t tray = 1; tray <= kBt1Trays; ++tray) {
      names.push_back("tray " + std::to_string(tray) + block);
    }
  }
  names.insert(
      names.end(),
      {"vapour holdup", "vapour benzene", "inert holdup", "vapour temperature", "drum holdup",
       "drum benzene", "drum temperature", "bottom vapour load", "top vapour load", "relief lift",
       "relief released", "leak released", "flare liquid released"});
  for (const auto& tag : actuator_tags()) names.push_back(tag + " position");
  require(names.size() == state_count, "one name per state of BT-1");
  return names;
}

const std::vector<TruthPoint>& truth_points() {
  static const std::vector<TruthPoint> points = [] {
    std::vector<TruthPoint> all{
        {"column.pressure", "Pa", "top of the column, absolute"},
        {"column.bottom_pressure", "Pa", "sump, absolute"},
        {"column.pressure_drop", "Pa", "over all trays, by tray hydraulics"},
        {"column.top_temperature", "K", "top tray"},
        {"column.temperature_20", "K", "tray 20 from the bottom"},
        {"column.temperature_15", "K", "tray 15 from the bottom"},
        {"column.temperature_10", "K", "tray 10 from the bottom"},
        {"column.temperature_05", "K", "tray 5 from the bottom"},
        {"column.bottom_temperature", "K", "sump"},
        {"column.xD", "1", "benzene in the drum liquid, mole fraction"},
        {"column.xB", "1", "benzene in the sump liquid, mole fraction"},
        {"column.overhead_benzene", "1", "benzene in the condensable vapour, mole fraction"},
        {"column.inert_fraction", "1", "non-condensables in the vapour space, mole fraction"},
        {"column.flooding_fraction", "1", "vapour velocity over flood velocity, worst section"},
        {"drum.level", "1", "reflux drum"},
        {"drum.temperature", "K", "reflux drum liquid"},
        {"sump.level", "1", "column sump"},
        {"feed.flow", "kg/s", "feed"},
        {"reflux.flow", "kg/s", "reflux"},
        {"distillate.flow", "kg/s", "benzene product"},
        {"bottoms.flow", "kg/s", "toluene product"},
        {"column.top_vapour_flow", "kmol/s", "vapour leaving the top tray"},
        {"condenser.duty", "W", "heat to cooling water"},
        {"condenser.water_return", "K", "cooling water leaving the condenser"},
        {"reboiler.duty", "W", "heat from steam"},
        {"reboiler.chest_temperature", "K", "condensing steam"},
        {"reboiler.tube_wall_temperature", "K", "hottest tube metal"},
        {"relief.lift", "1", "stem of the relief valve"},
        {"relief.flow", "kg/s", "vapour to the flare header through the relief valve"},
        {"relief.released", "kg", "since the start of the run"},
        {"vent.flow", "kg/s", "vapour and inerts through the vent valve"},
        {"leak.flow", "kg/s", "vapour into the open through the failed gasket"},
        {"leak.released", "kg", "since the start of the run"},
        {"flare.liquid_flow", "kg/s", "liquid overflowing from the drum"},
        {"flare.liquid_released", "kg", "since the start of the run"},
        {"inventory.benzene", "kg", "in column and drum"},
        {"inventory.toluene", "kg", "in column and drum"},
        {"vessel.leaking", "1", "a gasket has failed"},
        {"vessel.ruptured", "1", "the shell has burst"},
        {"burst.pressure", "Pa", "absolute, at rupture; 0 before"},
        {"burst.temperature", "K", "of the liquid, at rupture; 0 before"},
        {"burst.vapour_volume", "m^3", "at rupture; 0 before"},
        {"burst.benzene", "kg", "released by rupture; 0 before"},
        {"burst.toluene", "kg", "released by rupture; 0 before"},
        {"burst.flash_fraction", "1", "of the released liquid; 0 before"},
        {"burst.vapour_energy", "J", "isentropic expansion of the vapour; 0 before"},
        {"product.on_spec", "1", "both products within specification"}};
    for (const auto& tag : actuator_tags()) {
      all.push_back({tag + ".position", "1", "stem position, or speed of a pump"});
    }
    require(all.size() == output_count, "one truth point per output of BT-1");
    return all;
  }();
  return points;
}

}  // namespace twinaxis::distillation::bt1
