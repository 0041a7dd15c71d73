#include "models/water_heater/home_twin.h"

#include "sim/physics/system_plant.h"

namespace twinaxis::water_heater {

void fields(FieldVisitor& v, AppOrder& o) {
  v("at", o.at, at_least(0), "since the start of the run", required);
  v("power", o.power, "0x80, operation");
  v("setpoint", o.setpoint_K, "K", above(273), "0xD1, hot water");
  v("bath_setpoint", o.bath_setpoint_K, "K", above(273), "0xE1, bath");
  v("auto", o.automatic, "0xE3, fill the bath and keep it warm");
  v("reheat", o.reheat, "0xE4, reheat the bath once");
}

void fields(FieldVisitor& v, SettingParams& p) {
  auto& b = p.board;
  v("setpoint", p.setpoint_K, "K", above(273), "of the panel on the wall");
  v("bath_setpoint", p.bath_setpoint_K, "K", above(273), "of the panel on the wall");
  v("setpoint_limit", b.setpoint_limit_K, "K", above(273),
    "of the board; 60 degC for homes, 75 on commercial models (from memory)");
  v("high_limit", b.high_limit_K, "K", above(273), "of the body thermistor; 85 to 95 degC");
  v("start_flow", b.start_flow_kg_per_s, "kg/s", at_least(0),
    "flow that lights the burner; about 2.5 L/min (from memory)");
  v("bath_flow", b.bath_flow_kg_per_s, "kg/s", at_least(0),
    "circulation that counts as water in the bath (assumption)");
  v("co_limit", b.co_limit_fraction, "1", fraction(), "CO that locks the gas (assumption)");
  v("air_ratio", b.air_ratio, "1", between(0.1, 3), "air that the fan is driven to (assumption)");
  v("guard_when_off", b.guard_when_off, "1", fraction(),
    "1: the freeze guard works with the power order off");
  v("remote_ceiling", p.remote_ceiling_K, "K", above(273),
    "highest set-point that the controller takes from outside");
  v("child_lock_limit", p.child_lock_K, "K", above(273),
    "with the child lock on nothing hotter is taken");
  v("child_lock", p.child_lock, "on at the start");
  v("bath_priority", p.bath_priority, "the bath has priority: no temperature from outside");
  v("local_operation", p.local_operation, "the controller works on without the cloud");
}

void fields(FieldVisitor& v, NetworkParams& p) {
  v("controller_scan", p.controller_scan, above(0), "period of the dedicated controller");
  v("order_period", p.order_period, above(0), "of orders between app, cloud and router");
  v("status_period", p.status_period, above(0), "of the status on its way to the app");
  v("cloud_silence", p.cloud_silence, above(0), "that the controller takes for a lost cloud");
  v("customer_data", p.customer_bytes, "bytes", at_least(0),
    "personal data in the maker's cloud; 2 kB of 50,000 customers (assumption)");
}

void fields(FieldVisitor& v, HomeParams& p) {
  v("plant", p.plant, "heater, pipe, bath, room, residents");
  v("integrator", p.integrator, "how the plant is integrated");
  v("board", p.board, "design of the heater's control board");
  v("scan", p.scan, "of the board");
  v("settings", p.settings, "settings of board, controller and panel at the start");
  v("network", p.network, "periods and data of the services");
  v("app", p.app, "what the resident orders by phone, when");
  v("update", p.update, "update of the dedicated controller from the support company");
}

BoardParams board_of(const HomeParams& p) {
  BoardParams board = p.board;
  board.rated_gas_W = p.plant.burner.rated_gas_W();
  board.bath_gas_W = p.plant.burner.bath_gas_W();
  board.efficiency_ratio = p.plant.burner.efficiency_ratio;
  board.full_air_ratio = p.plant.combustion.full_air_ratio;
  return board;
}

std::vector<FieldProblem> HomeTwin::problems() const {
  std::vector<FieldProblem> found;
  for (auto problem : water_heater::problems(params_.plant, to_s(params_.integrator.step))) {
    problem.path = "plant." + problem.path;
    found.push_back(std::move(problem));
  }
  if (params_.board.bath_level_m > params_.plant.bath.rim_m) {
    found.push_back({"board.bath_level", "must not be above 'plant.bath.rim'"});
  }
  return found;
}

void HomeTwin::build(PointTable& table, cyber::NetworkPlan& plan) const {
  const Heater heater(params_.plant);
  const auto state = heater.initial_state();
  const auto input = heater.nominal_input();
  const auto mode = heater.initial_mode();
  const auto truths = truth_points(params_.plant);
  std::vector<double> first(truths.size());
  heater.outputs({.time_s = 0, .state = state, .input = input, .mode = mode}, first);
  for (std::size_t i = 0; i < truths.size(); ++i) {
    table.truth(truths[i].name, truths[i].unit, truths[i].doc, first[i]);
  }
  for (const auto& outside : outside_inputs()) {
    table.parameter(outside.name, outside.unit, params_.plant.outside.*outside.start, outside.doc,
                    outside.range);
  }
  add_network(params_, plan);
  add_controller(params_, table, plan);
  add_board(params_, table, plan);
  add_orders(params_, table, plan);
  for (const auto& [name, resident] : params_.plant.residents) {
    for (const auto from : kPlaceNames) {
      if (from != "home") plan.events.push_back(name + ".leaves_" + std::string(from));
    }
  }
}

std::unique_ptr<Plant> HomeTwin::plant(const PointTable& table) const {
  return std::make_unique<SystemPlant>("water heater", std::make_unique<Heater>(params_.plant),
                                       params_.integrator, table);
}

std::unique_ptr<Model> make_home_twin() { return std::make_unique<HomeTwin>(); }

}  // namespace twinaxis::water_heater
