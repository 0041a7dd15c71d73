#include "models/furnace/works_layout.h"

#include "sim/core/require.h"

namespace twinaxis::furnace::works {

const std::vector<std::string>& input_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all{
        "BRN-101.command",      "BRN-201.command",          "BRN-301.command",
        "FAN-101.command",      "PSH-101.command",          "LUB-101.command",
        "HV-501.command",       "fuel.heating_value_ratio", "furnace.charge_temperature",
        "works.air_temperature"};
    for (const auto name : kBearingNames) {
      all.push_back("bearing." + std::string(name) + ".grease_leak");
    }
    all.insert(all.end(), {"holder.hot_spot_wear", "holder.melt_temperature"});
    require(all.size() == input_count, "one name per input of the metalworks");
    return all;
  }();
  return names;
}

Layout::Layout(const WorksParams& p) : cells(static_cast<std::size_t>(p.slab.cell_count)) {
  for (std::size_t z = 0; z < kZones; ++z) {
    zone_of.insert(zone_of.end(), static_cast<std::size_t>(p.zones[z].slab_count), z);
  }
  slabs = zone_of.size();
  lining_cells = Lining(p.holder.lining).cell_count();
  std::size_t at = slabs * cells;
  const auto block = [&at](std::size_t size) {
    const std::size_t begin = at;
    at += size;
    return begin;
  };
  grain = block(slabs);
  carbon_m2 = block(slabs);
  scale_m2 = block(slabs);
  zone_K = block(kZones);
  well_K = block(kZones);
  fan_speed = block(1);
  progress = block(1);
  bearing_K = block(kBearings);
  grease = block(kBearings);
  wear = block(kBearings);
  winding_life = block(1);
  lining_life = block(1);
  wall_K = block(lining_cells);
  spot_K = block(lining_cells);
  penetrated_m = block(1);
  content_kg = block(1);
  state_count = at;
}

std::vector<std::string> Layout::state_names() const {
  std::vector<std::string> names;
  const auto numbered = [&](const std::string& head, std::size_t count) {
    for (std::size_t i = 1; i <= count; ++i) names.push_back(head + std::to_string(i));
  };
  for (std::size_t j = 1; j <= slabs; ++j) numbered("slab " + std::to_string(j) + " cell ", cells);
  numbered("grain growth of slab ", slabs);
  numbered("carbon diffusion of slab ", slabs);
  numbered("scale of slab ", slabs);
  for (const char* what : {" zone", " well"}) {
    for (const auto name : kZoneNames) names.push_back(std::string(name) + what);
  }
  names.insert(names.end(), {"fan speed", "progress of the slabs"});
  for (const char* what : {" temperature", " grease", " wear"}) {
    for (const auto name : kBearingNames) names.push_back(std::string(name) + what);
  }
  names.insert(names.end(), {"winding life used", "lining life used"});
  numbered("holder wall cell ", lining_cells);
  numbered("hot spot cell ", lining_cells);
  names.insert(names.end(), {"hot spot penetration", "holder content"});
  require(names.size() == state_count, "one name per state of the metalworks");
  return names;
}

const std::vector<TruthPoint>& truth_points() {
  static const std::vector<TruthPoint> points = [] {
    std::vector<TruthPoint> all;
    for (const char* what : {"temperature", "well_temperature"}) {
      for (const auto zone : kZoneNames) {
        all.push_back({"furnace." + std::string(zone) + "." + what, "K",
                       what[0] == 't' ? "gas and walls" : "inside the well of the thermocouples"});
      }
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
      for (const auto name : kBearingNames) {
        all.push_back({"bearing." + std::string(name) + "." + what, unit, doc});
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
    require(all.size() == output_count, "one truth point per output of the metalworks");
    return all;
  }();
  return points;
}

}  // namespace twinaxis::furnace::works
