#include "models/furnace/works_params.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>

#include "sim/core/text.h"

namespace twinaxis::furnace {
namespace {

/// A gateway numbers the sensors of a bearing by a ten, and its winding comes behind them.
constexpr std::size_t kMostBearings = 8;

/// Names that points, ranges of the report and procedures already have beside those of the zones.
const std::set<std::string>& taken() {
  static const std::set<std::string> names{"air",   "bearing", "bearings", "exit",      "lining",
                                           "shell", "stack",   "winding",  "neighbours"};
  return names;
}

bool is_name(const std::string& text) {
  const auto fits = [](unsigned char c) { return std::islower(c) || std::isdigit(c) || c == '_'; };
  return !text.empty() && std::islower(static_cast<unsigned char>(text[0])) != 0 &&
         std::all_of(text.begin(), text.end(), fits);
}

template <class Named>
void check_names(const std::string& list, const std::vector<Named>& all, std::size_t at_most,
                 std::vector<FieldProblem>& found) {
  if (all.empty() || all.size() > at_most) {
    found.push_back({list, "must be 1 to " + std::to_string(at_most) + ", found " +
                               std::to_string(all.size())});
  }
  std::set<std::string> names;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string path = list + "[" + std::to_string(i) + "].name", &name = all[i].name;
    if (!is_name(name)) {
      found.push_back({path, "must be lower-case letters, digits and '_', a letter first, found '" +
                                 name + "'"});
    } else if (!names.insert(name).second) {
      found.push_back({path, "'" + name + "' is there twice"});
    }
  }
}

}  // namespace

std::vector<FieldProblem> problems(const WorksParams& p) {
  std::vector<FieldProblem> found;
  check_names("zones", p.zones, kMostZones, found);
  check_names("fan.bearings", p.fan.bearings, kMostBearings, found);
  for (std::size_t z = 0; z < p.zones.size(); ++z) {
    const std::string& name = p.zones[z].name;
    // "patrol_x" would have the procedures of a patrol at zone x.
    if (!taken().contains(name) && !name.starts_with("patrol_")) continue;
    found.push_back({"zones[" + std::to_string(z) + "].name",
                     "'" + name + "' means something else; taken are patrol_..., " +
                         listed({taken().begin(), taken().end()})});
  }
  return found;
}

void fields(FieldVisitor& v, ZoneParams& p) {
  v("name", p.name, "in the names of its points", required);
  v("slabs", p.slab_count, between(1, 40), "places for slabs", required);
  v("setpoint", p.setpoint_K, "K", between(600, 1700), "at the start", required);
  v("rated_power", p.rated_W, "W", above(0), "burners at full fuel", required);
  v("heat_capacity", p.heat_capacity_J_per_K, "J/K", above(0), "inner skin, rails, gas");
  v("loss", p.loss_W_per_K, "W/K", at_least(0), "through lining, doors and rails");
  v("preheats", p.preheats, "too cold it does not stop the line, and the shift leaves it alone");
  v("wells", p.well_count, between(1, 10), "thermocouples in its wells");
  v("roof", p.roof_count, between(1, 10), "thermocouples under its roof");
}

void fields(FieldVisitor& v, FuelParams& p) {
  v("heating_value", p.heating_value_J_per_kg, "J/kg", above(0), "lower, of the gas");
  v("air", p.air_ratio, "1", above(0), "kg of air per kg of gas");
  v("flue_heat_capacity", p.flue_J_per_kg_K, "J/kg/K", above(0), "of the flue gas");
  v("recovered", p.recovered_fraction, "1", between(0, 0.9), "of the flue's heat, by recuperator");
}

void fields(FieldVisitor& v, LineParams& p) {
  v("period", p.period_s, "s", between(10, 86'400), "from one slab to the next");
  v("start", p.start_fraction, "1", between(0, 0.999), "of a period, gone by at the start");
  v("convection", p.convection_W_per_m2_K, "W/m^2/K", at_least(0), "gas to slab");
  v("lower_face", p.lower_ratio, "1", between(0, 1), "exchange of the lower face over the upper");
  v("well_lag", p.well_lag_s, "s", above(0), "of the zone thermocouples");
}

void fields(FieldVisitor& v, QualityParams& p) {
  v("grain", p.grain, "growth of austenite grains");
  v("carbon", p.carbon, "decarburisation");
  v("scale", p.scale, "scale");
  v("least_core", p.least_core_K, "K", above(0), "middle of the slab");
  v("greatest_unevenness", p.greatest_uneven_K, "K", above(0), "hottest less coldest place");
  v("greatest_surface", p.greatest_surface_K, "K", above(0), "burning above it");
  v("greatest_grain", p.greatest_grain_m, "m", above(0), "grain size");
  v("greatest_scale", p.greatest_scale_m, "m", above(0), "thickness of scale");
  v("greatest_carbon_depth", p.greatest_carbon_depth_m, "m", above(0), "decarburised depth");
}

void fields(FieldVisitor& v, FanBearing& p) {
  v("name", p.name, "in the names of its points", required);
  v("thermocouples", p.thermocouple_count, between(1, 10), "on its outer ring");
  v("design", p.design, "size, friction, grease, clearance");
}

void fields(FieldVisitor& v, FanParams& p) {
  v("run", p.run_s, "s", above(0), "lag of the speed");
  v("seized_run", p.seized_run_s, "s", above(0), "lag to a stop when seized");
  v("winding_rise", p.winding_rise_K, "K", at_least(0), "motor winding over ambient, full speed");
  v("bearings", p.bearings, "of fan and motor, at most 8");
  v("insulation", p.insulation, "of the motor winding");
}

void fields(FieldVisitor& v, WearParams& p) {
  v("life", p.life_s, "s", above(0), "of the furnace lining");
  v("reference", p.reference_K, "K", above(0), "zone temperature where it holds");
  v("halving", p.halving_K, "K", above(0), "rise that halves it");
}

void fields(FieldVisitor& v, HolderParams& p) {
  v("lining", p.lining, "layers of its wall");
  v("melt_temperature", p.melt_K, "K", above(0), "of the melt");
  v("content", p.content_kg, "kg", above(0), "melt held");
  v("delivery", p.delivery_kg_per_s, "kg/s", above(0), "to the casting line");
  v("drain", p.drain_s, "s", above(0), "time to empty it");
  v("wall", p.wall_m2, "m^2", above(0), "sound wall");
  v("spot", p.spot_m2, "m^2", above(0), "wall at the hot spot");
  v("wear", p.wear_m_per_s, "m/s", at_least(0), "of the hot spot in normal service");
  v("shell_alarm", p.shell_alarm_K, "K", above(0), "shell that is too hot");
}

void fields(FieldVisitor& v, WorksParams& p) {
  v("slab", p.slab, "what is heated");
  // Read into a list of their own: what a zone leaves out is as ZoneParams has it, and not as the
  // shipped zone at its place. A visitor that reads none, or writes, gets those that are there.
  constexpr std::string_view doc = "from charge to discharge, at most 20";
  std::optional<std::vector<ZoneParams>> own;
  v("zones", own, doc);
  if (own) p.zones = *own;
  else v("zones", p.zones, doc);
  v("fuel", p.fuel, "gas, air, recuperator");
  v("line", p.line, "how slabs move and exchange heat");
  v("quality", p.quality, "what heat does to steel, and the specification");
  v("fan", p.fan, "combustion air fan, its motor and bearings");
  v("wear", p.wear, "life of the furnace lining");
  v("holder", p.holder, "holding furnace");
  v("ambient", p.ambient_K, "K", above(0), "air in the works");
  v("charge_temperature", p.charge_K, "K", above(0), "of the slabs that are charged");
}

}  // namespace twinaxis::furnace
