#include "models/furnace/works_twin.h"

#include <algorithm>

#include "models/furnace/twins.h"
#include "sim/core/near.h"
#include "sim/core/text.h"
#include "sim/physics/system_plant.h"

namespace twinaxis::furnace {

using namespace works;

WorksTwinParams::WorksTwinParams() : procedures(works_procedures()) {}

void fields(FieldVisitor& v, WorksReportParams& p) {
  v("period", p.period, above(0), "of the report");
  v("zone_width", p.zone_width_K, "K", above(0), "either side of a zone's set-point");
  v("exit_width", p.exit_width_K, "K", above(0), "either side of the slab's normal surface");
  v("bearing", p.bearing_K, "K", above(0), "at most");
  v("winding", p.winding_K, "K", above(0), "at most");
  v("shell", p.shell_K, "K", above(0), "at most");
  v("lining", p.lining_K, "K", above(0), "at most, behind the working lining");
  v("neighbour", p.neighbour_K, "K", above(0), "between a zone's control reading and its sensors");
  v("correction", p.correction_K, "K", at_least(0),
    "by which the shift moves the set-point of a zone out of its range");
  v("patrol", p.patrol_K, "K", above(0), "over a zone's set-point: what a patrol finds too hot");
  v("link_bears", p.link_bears, above(0), "silence before a screen says that a server is lost");
}

void fields(FieldVisitor& v, WorksTwinParams& p) {
  v("plant", p.plant, "furnace, fan, holding furnace");
  v("integrator", p.integrator, "how the plant is integrated");
  v("control", p.control, "plc1");
  // Which sensors there are follows from the plant: the usual ones, when nobody has said anything.
  if (p.gateways.sensors.empty()) {
    p.gateways.sensors = usual_sensors(gateways_of(p.plant)).sensors;
  }
  v("gateways", p.gateways, "sensors and their gateways");
  v("report", p.report, "ranges of the condition monitoring");
  v("procedures", p.procedures, "what the shift does, and how fast");
}

void WorksTwin::parameters(FieldVisitor& v) {
  fields(v, params_);
  designed_.reset();
}

const Works& WorksTwin::designed() const {
  if (!designed_) designed_.emplace(params_.plant);
  return *designed_;
}

std::vector<FieldProblem> WorksTwin::problems() const {
  std::vector<FieldProblem> found = furnace::problems(params_.plant);
  for (auto& problem : found) problem.path = "plant." + problem.path;
  const double mode_per_s = fastest_mode_per_s(slab_grid(params_.plant.slab));
  const double step_s = to_s(params_.integrator.step);
  // RK4 is stable up to 2.785 on the negative real axis; the rest is for the radiating faces.
  if (params_.integrator.method == IntegratorSpec::Method::rk4 && step_s * mode_per_s > 2.5) {
    found.push_back({"integrator.step", "rk4 needs at most " + rounded(2.5 / mode_per_s, 3) +
                                            " s with so thin cells of the slab"});
  }
  if (!found.empty()) return found;
  std::vector<std::string> sensors, procedures;
  for (const auto& [name, sensor] : usual_sensors(gateways_of(params_.plant)).sensors) {
    sensors.push_back(name);
  }
  for (const auto& [id, procedure] : works_procedures()) procedures.push_back(id);
  const auto known = [&](const std::string& path, const std::string& name,
                         const std::vector<std::string>& names, const char* unknown) {
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    found.push_back({path + "." + name, unknown + did_you_mean(name, names)});
  };
  for (const auto& [name, sensor] : params_.gateways.sensors) {
    known("gateways.sensors", name, sensors, "no gateway has such a sensor");
  }
  for (const auto& [id, procedure] : params_.procedures) {
    known("procedures", id, procedures, "the shift has no such procedure");
  }
  try {
    designed();
  } catch (const SetpointNotHeld& error) {
    found.push_back({"plant.zones[" + std::to_string(error.zone) + "]", error.what()});
  }
  return found;
}

std::vector<double> first_outputs(const Works& plant) {
  const auto state = plant.initial_state();
  const auto input = plant.nominal_input();
  const auto mode = plant.initial_mode();
  std::vector<double> truth(plant.output_names().size());
  plant.outputs({.time_s = 0, .state = state, .input = input, .mode = mode}, truth);
  return truth;
}

void WorksTwin::build(PointTable& table, cyber::NetworkPlan& plan) const {
  const Works& plant = designed();
  const auto first = first_outputs(plant);
  const auto truths = truth_points(params_.plant);
  for (std::size_t i = 0; i < truths.size(); ++i) {
    table.truth(truths[i].name, truths[i].unit, truths[i].doc, first[i]);
  }
  const auto input = plant.nominal_input();
  const auto inputs = plant.inputs();
  const auto outside = [&](std::size_t which, const char* unit, const char* doc, Range range) {
    table.parameter(inputs[which], unit, input[which], doc, range);
  };
  outside(heating_value, "1", "of the fuel over that of the design", at_least(0));
  outside(charge_temperature, "K", "of the slabs that are charged", above(0));
  outside(air_temperature, "K", "air in the works", between(230, 350));
  for (std::size_t b = 0; b < params_.plant.fan.bearings.size(); ++b) {
    outside(plant.layout().grease_leak + b, "1/s", "share of the grease lost a second",
            at_least(0));
  }
  outside(hot_spot_wear, "m/s", "of the refractory where a joint lets melt in", at_least(0));
  outside(melt_temperature, "K", "of the melt in the holding furnace", between(300, 2300));
  add_works_network(plan);
  add_works_control(params_, plant, table, plan);
  add_gateways(params_.gateways, gateways_of(params_.plant), luck_, "works.air", table, plan);
  add_works_servers(params_, plant, table, plan);
  add_works_people(params_, table, plan);
}

std::unique_ptr<Plant> WorksTwin::plant(const PointTable& table) const {
  return std::make_unique<SystemPlant>("metalworks", std::make_unique<Works>(designed()),
                                       params_.integrator, table);
}

std::unique_ptr<Model> make_works_twin() { return std::make_unique<WorksTwin>(); }

}  // namespace twinaxis::furnace
