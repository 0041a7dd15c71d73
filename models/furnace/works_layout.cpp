#include "models/furnace/works_layout.h"

#include "sim/core/require.h"

namespace twinaxis::furnace::works {

std::string zone_tag(const std::string& kind, std::size_t zone) {
  return kind + "-" + std::to_string(zone + 1) + "01";
}

std::vector<std::string> input_names(const WorksParams& p) {
  std::vector<std::string> names{
      "FAN-101.command",       "PSH-101.command",          "LUB-101.command",
      "HV-501.command",        "fuel.heating_value_ratio", "furnace.charge_temperature",
      "works.air_temperature", "holder.hot_spot_wear",     "holder.melt_temperature"};
  require(names.size() == single_input_count, "one name per input of the metalworks");
  for (std::size_t z = 0; z < p.zones.size(); ++z) names.push_back(zone_tag("BRN", z) + ".command");
  for (const auto& each : p.fan.bearings) names.push_back("bearing." + each.name + ".grease_leak");
  return names;
}

Layout::Layout(const WorksParams& p)
    : zones(p.zones.size()),
      bearings(p.fan.bearings.size()),
      cells(static_cast<std::size_t>(p.slab.cell_count)),
      lining_cells(Lining(p.holder.lining).cell_count()) {
  for (std::size_t z = 0; z < zones; ++z) {
    zone_of.insert(zone_of.end(), static_cast<std::size_t>(p.zones[z].slab_count), z);
  }
  slabs = zone_of.size();
  std::size_t at = slabs * cells;
  const auto block = [&at](std::size_t size) {
    const std::size_t begin = at;
    at += size;
    return begin;
  };
  grain = block(slabs);
  carbon_m2 = block(slabs);
  scale_m2 = block(slabs);
  zone_K = block(zones);
  well_K = block(zones);
  fan_speed = block(1);
  progress = block(1);
  bearing_K = block(bearings);
  grease = block(bearings);
  wear = block(bearings);
  winding_life = block(1);
  lining_life = block(1);
  wall_K = block(lining_cells);
  spot_K = block(lining_cells);
  penetrated_m = block(1);
  content_kg = block(1);
  state_count = at;
  at = single_input_count;
  burner = block(zones);
  grease_leak = block(bearings);
  input_count = at;
  at = 0;
  truth_zone_K = block(zones);
  truth_well_K = block(zones);
  line_truth = block(line_truth_count);
  truth_bearing_K = block(bearings);
  truth_grease = block(bearings);
  truth_wear = block(bearings);
  rest_truth = block(rest_truth_count);
  truth_count = at;
}

std::vector<std::string> state_names(const WorksParams& p) {
  const Layout at(p);
  std::vector<std::string> names;
  const auto numbered = [&](const std::string& head, std::size_t count) {
    for (std::size_t i = 1; i <= count; ++i) names.push_back(head + std::to_string(i));
  };
  for (std::size_t j = 1; j <= at.slabs; ++j) {
    numbered("slab " + std::to_string(j) + " cell ", at.cells);
  }
  numbered("grain growth of slab ", at.slabs);
  numbered("carbon diffusion of slab ", at.slabs);
  numbered("scale of slab ", at.slabs);
  for (const char* what : {" zone", " well"}) {
    for (const auto& zone : p.zones) names.push_back(zone.name + what);
  }
  names.insert(names.end(), {"fan speed", "progress of the slabs"});
  for (const char* what : {" temperature", " grease", " wear"}) {
    for (const auto& bearing : p.fan.bearings) names.push_back(bearing.name + what);
  }
  names.insert(names.end(), {"winding life used", "lining life used"});
  numbered("holder wall cell ", at.lining_cells);
  numbered("hot spot cell ", at.lining_cells);
  names.insert(names.end(), {"hot spot penetration", "holder content"});
  require(names.size() == at.state_count, "one name per state of the metalworks");
  return names;
}

std::vector<TruthPoint> truth_points(const WorksParams& p) {
  std::vector<TruthPoint> all;
  for (const auto& zone : p.zones) {
    all.push_back({"furnace." + zone.name + ".temperature", "K", "gas and walls"});
  }
  for (const auto& zone : p.zones) {
    all.push_back({"furnace." + zone.name + ".well_temperature", "K",
                   "inside the well of the thermocouples"});
  }
  const std::vector<TruthPoint> slabs{
      {"furnace.burner_power", "W", "all burners"},
      {"furnace.stack_temperature", "K", "flue gas behind the recuperator"},
      {"furnace.exit_core", "K", "middle of the slab at the discharge door"},
      {"furnace.exit_surface", "K", "upper face of the slab at the discharge door"},
      {"slab.core", "K", "middle of the slab that left last"},
      {"slab.surface", "K", "upper face of the slab that left last"},
      {"slab.unevenness", "K", "hottest less coldest place of the slab that left last"},
      {"slab.grain", "m", "austenite grain of the slab that left last"},
      {"slab.scale", "m", "scale on the slab that left last"},
      {"slab.decarburised", "m", "decarburised depth of the slab that left last"},
      {"product.flow", "kg/s", "slabs leaving, evenly over the period"},
      {"product.on_spec", "1", "the slab that left last is as ordered"},
      {"product.slabs", "1", "slabs that have left since the start of the run"},
      {"fan.speed", "1", "of full speed"},
      {"fan.seized", "1", "a bearing of fan or motor has seized"}};
  all.insert(all.end(), slabs.begin(), slabs.end());
  const auto each = [&](const char* what, const char* unit, const char* doc) {
    for (const auto& bearing : p.fan.bearings) {
      all.push_back({"bearing." + bearing.name + "." + what, unit, doc});
    }
  };
  each("temperature", "K", "outer ring");
  each("grease", "1", "share of the load that a film carries");
  each("wear", "1", "1: the cage breaks");
  const std::vector<TruthPoint> rest{
      {"motor.winding_temperature", "K", "of the fan motor"},
      {"motor.life_used", "1", "share of the life of the insulation used in the run"},
      {"furnace.life_used", "1", "share of the life of the furnace lining used in the run"},
      {"holder.shell_temperature", "K", "shell at the sound wall"},
      {"holder.spot_temperature", "K", "shell at the hot spot"},
      {"holder.interface_temperature", "K", "between working and safety lining, sound wall"},
      {"holder.penetration", "m", "how deep melt has come at the hot spot"},
      {"holder.content", "kg", "melt held"},
      {"holder.delivery", "kg/s", "melt to the casting line"},
      {"holder.spilled", "kg", "melt that broke out"},
      {"holder.broken", "1", "the shell has given way"},
      {"works.air", "K", "air in the works"}};
  all.insert(all.end(), rest.begin(), rest.end());
  require(all.size() == Layout(p).truth_count, "one truth point per output of the metalworks");
  return all;
}

}  // namespace twinaxis::furnace::works
