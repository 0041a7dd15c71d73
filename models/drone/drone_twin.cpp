#include "models/drone/drone_twin.h"

#include <algorithm>

#include "models/drone/twins.h"
#include "sim/core/text.h"

namespace twinaxis::drone {
namespace {

constexpr std::array<std::string_view, 6> kModeNames{"rest", "go", "stick", "home", "land", "cut"};

}  // namespace

void fields(FieldVisitor& v, PlannedOrder& o) {
  v("at", o.at, at_least(0), "since the start of the run", required);
  v("mode", o.mode, kModeNames, "what the drone shall do");
  v("x", o.x_m, "m", between(-1e5, 1e5), "where to go");
  v("y", o.y_m, "m", between(-1e5, 1e5), "where to go");
  v("height", o.height_m, "m", between(-1e5, 1e5), "where to go");
  v("heading", o.heading_rad, "rad", between(-7, 7), "where the camera looks");
}

void fields(FieldVisitor& v, ControllerParams& p) {
  v("scan", p.scan, above(0), "period of the flight control");
  v("control", p.control, "gains and limits");
  v("attitude", p.attitude, "how it is estimated: gains and gates");
  v("estimator", p.estimator, "of place and velocity: noises and gate");
  v("settings", p.settings, "fail-safes at the start");
}

void fields(FieldVisitor& v, NetworkParams& p) {
  v("order_period", p.order_period, above(0), "of orders from phone and controller");
  v("status_period", p.status_period, above(0), "of the status on its way to the phone");
  v("camera_data", p.camera_bytes, "bytes", at_least(0), "pictures and flight log on the card");
  v("album_data", p.album_bytes, "bytes", at_least(0), "pictures and histories of all customers");
}

DroneParams::DroneParams() : procedures(pilot_procedures()) {}

void fields(FieldVisitor& v, DroneParams& p) {
  v("plant", p.plant, "drone, weather, park");
  v("controller", p.controller, "flight controller");
  v("sensors", p.sensors, "errors of the sensors");
  v("recovery", p.recovery, "recovery system with its parachute");
  v("network", p.network, "periods and data of the services");
  v("flight", p.flight, "what the pilot orders, in the order of time");
  v("procedures", p.procedures, "what the pilot does on seeing something");
  v("update", p.update, "update of the flight controller");
}

std::set<std::string> DroneTwin::own_names() const {
  DroneTwin alone;
  alone.params_ = params_, alone.params_.plant.park.clear();
  PointTable table;
  cyber::NetworkPlan plan;
  alone.build(table, plan);
  cyber::declare_points(plan, table);
  std::set<std::string> names;
  for (const Point& p : table.all()) names.insert(p.name.substr(0, p.name.find('.')));
  return names;
}

std::vector<FieldProblem> DroneTwin::problems() const {
  std::vector<FieldProblem> found;
  if (!can_be_mixed(params_.plant.vehicle)) {
    found.push_back({"plant.vehicle",
                     "rotors must give thrust and three torques independently; look at places "
                     "and spins"});
  }
  const Vehicle& v = params_.plant.vehicle;
  const double most_N = kRotorCount * v.thrust_N_s2 * v.top_rad_per_s * v.top_rad_per_s;
  if (most_N <= v.mass_kg * kGravity_m_s2) {
    found.push_back({"plant.vehicle.mass", "its weight, " + rounded(v.mass_kg * kGravity_m_s2, 3) +
                                               " N, is more than all rotors lift at 'top_speed', " +
                                               rounded(most_N, 3) + " N"});
  }
  const auto own = own_names();
  for (const auto& [name, standing] : params_.plant.park) {
    if (name.find('.') != std::string::npos)
      found.push_back({"plant.park." + name, "a name without dots"});
    if (own.contains(name)) found.push_back({"plant.park." + name, "this name is taken"});
  }
  if (!(top_m(params_.plant.person.regions) > 0))
    found.push_back({"plant.person",
                     "regions must reach above the ground, as in "
                     "'{extends: catalogue/person_worker}'"});
  const BatteryParams& b = params_.plant.battery;
  if (!(b.empty_V < b.knee_V && b.knee_V < b.full_V))
    found.push_back({"plant.battery.knee", "must lie between 'empty' and 'full'"});
  const auto on = [&](const char* path, Duration period, Duration base, const char* what) {
    if (!on_grid(period, base))
      found.push_back({path, std::string("must be a multiple of '") + what + "'"});
  };
  on("controller.scan", params_.controller.scan, params_.plant.step, "plant.step");
  on("plant.wind.draw_period", params_.plant.wind.draw_period, params_.plant.step, "plant.step");
  on("plant.radio.frame", params_.plant.radio.frame, params_.plant.step, "plant.step");
  on("sensors.fix_period", params_.sensors.fix_period, params_.controller.scan, "controller.scan");
  on("sensors.slow_period", params_.sensors.slow_period, params_.controller.scan,
     "controller.scan");
  for (std::size_t i = 1; i < params_.flight.size(); ++i) {
    if (params_.flight[i].at < params_.flight[i - 1].at)
      found.push_back({"flight[" + std::to_string(i) + "].at", "must not be before the one above"});
  }
  return found;
}

void DroneTwin::build(PointTable& table, cyber::NetworkPlan& plan) const {
  for (const TruthPoint& t : truth_points(plant_params()))
    table.truth(t.name, t.unit, t.doc, t.initial);
  declare_surroundings(params_.plant, table);
  add_network(params_, plan);
  add_flight_controller(params_, luck_, table, plan);
  add_recovery(params_, table, plan);
  add_orders(params_, table, plan);
  add_pilot(params_, table, plan);
  plan.events.push_back("drone.strikes_ground");
  for (const auto& [name, standing] : params_.plant.park)
    plan.events.push_back("drone.strikes_" + name);
}

PlantParams DroneTwin::plant_params() const {
  PlantParams p = params_.plant;
  p.fence_m = params_.controller.settings.fence_m;
  return p;
}

std::unique_ptr<Plant> DroneTwin::plant(const PointTable& table) const {
  return std::make_unique<DronePlant>(plant_params(), luck_, table);
}

std::unique_ptr<Model> make_drone_twin() { return std::make_unique<DroneTwin>(); }

}  // namespace twinaxis::drone
