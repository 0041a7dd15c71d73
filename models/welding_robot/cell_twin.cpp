#include "models/welding_robot/cell_twin.h"

#include <algorithm>

#include "models/welding_robot/cell_plant.h"
#include "models/welding_robot/twins.h"
#include "sim/core/near.h"
#include "sim/physics/system_plant.h"

namespace twinaxis::welding_robot {

using namespace cell;

CellSafetyParams::CellSafetyParams() { sis.key = cyber::KeySwitch::remote; }

CellTwinParams::CellTwinParams() : procedures(cell_procedures()) {
  integrator.step = Duration{25'000'000};
}

void fields(FieldVisitor& v, CellControlParams& p) {
  v("scan", p.scan, above(0), "of cell controller and robot controllers");
  v("run_every", p.run_every, above(0), "how often the cell controller tells robots to run");
  v("orders_every", p.orders_every, above(0), "how often the MES sends orders");
  v("settings_every", p.settings_every, above(0),
    "how often the engineering terminal sends the settings that it holds");
  v("link_bears", p.link_bears, above(0), "silence before the panel says that a server is lost");
}

void fields(FieldVisitor& v, CellSafetyParams& p) {
  v("sis", p.sis, "safety PLC");
  v("device_response", p.device_s, "s", at_least(0), "of curtain and scanner");
  v("scanner_height", p.scanner_height_m, "m", between(0, 1), "of its field over the floor");
  v("manual_limit", p.manual_limit_m_per_s, "m/s", above(0),
    "speed in manual mode at which a safe monitor of the speed takes the drives away");
}

void fields(FieldVisitor& v, CellMonitorParams& p) {
  v("current", p.current_ratio, "1", above(0), "allowed either side of what was approved");
  v("voltage", p.voltage_ratio, "1", above(0), "allowed either side of what was approved");
  v("travel", p.travel_ratio, "1", above(0), "allowed either side of what was approved");
  v("offset", p.offset_m, "m", above(0), "allowed of the path beside the joint");
  v("period", p.period, above(0), "of the comparison");
}

void fields(FieldVisitor& v, CellTwinParams& p) {
  v("plant", p.plant, "robots, seams, line, customer, worker");
  v("integrator", p.integrator, "how the plant is integrated");
  v("control", p.control, "controllers and servers");
  v("safety", p.safety, "what sees people, and what follows");
  v("monitor", p.monitor, "monitor of the welds");
  v("procedures", p.procedures, "what the shift does, and how fast");
}

void CellTwin::parameters(FieldVisitor& v) { fields(v, params_); }

std::vector<FieldProblem> CellTwin::problems() const {
  std::vector<FieldProblem> found;
  std::vector<std::string> names;
  for (const auto& [id, procedure] : cell_procedures()) names.push_back(id);
  for (const auto& [id, procedure] : params_.procedures) {
    if (std::find(names.begin(), names.end(), id) == names.end()) {
      found.push_back(
          {"procedures." + id, "the shift has no such procedure" + did_you_mean(id, names)});
    }
  }
  if (params_.plant.motion == MotionKind::rigid) {
    for (auto& each : twinaxis::welding_robot::problems(
             params_.plant.stage, params_.plant.line.handling_s, "plant.stage")) {
      found.push_back(std::move(each));
    }
    const StageParams& stage = params_.plant.stage;
    if (stage.others.size() > kRobots - 1) {
      found.push_back({"plant.stage.others", "there are two other robots"});
    }
    constexpr Duration longest{5'000'000};  // computed torque at 50 rad/s is stable well below it
    if (stage.step > longest || !on_grid(params_.integrator.step, stage.step)) {
      found.push_back({"plant.stage.step", "must divide 'integrator.step' and be at most 5 ms"});
    }
  }
  const auto& w = params_.plant.worker;
  if (w.sweep_m >= w.path_m) {
    found.push_back({"plant.worker.sweep", "must be shorter than 'path'"});
  }
  // RK4 is stable up to 2.785 on the negative real axis.
  if (to_s(params_.integrator.step) > 2.5 * params_.plant.arm.settles_s) {
    found.push_back({"integrator.step", "must be at most 2.5 times the settling of the arm"});
  }
  return found;
}

void CellTwin::build(PointTable& table, cyber::NetworkPlan& plan) const {
  const Cell cell(params_.plant);
  const auto input = cell.nominal_input();
  const auto setting = [&](std::size_t which, const char* unit, const char* doc, Range range) {
    table.parameter(input_names(params_.plant.motion)[which], unit, input[which], doc, range);
  };
  for (std::size_t i = 0; i < kRobots; ++i) {
    setting(current + i, "A", "set at the robot controller", between(50, 500));
    setting(voltage + i, "V", "set at the robot controller", between(10, 50));
    setting(travel + i, "m/s", "along the joint, set at the robot controller", between(1e-3, 0.05));
    setting(offset + i, "m", "of the path beside the joint", between(-0.01, 0.01));
  }
  setting(consumption, "1/s", "parts that the car maker's line takes", at_least(0));
  setting(manual_mode, "1", "1: robot 1 is moved by hand", fraction());
  setting(manual_limit, "m/s", "of the tool of robot 1 in manual mode", above(0));
  setting(jog, "1", "1: somebody moves robot 1 by the pendant", fraction());
  setting(enters, "1", "0 nobody, 1 a worker by the gate, 2 by the loading opening", between(0, 2));

  const auto state = cell.initial_state();
  const auto mode = cell.initial_mode();
  std::vector<double> first(output_count);
  cell.outputs({.time_s = 0, .state = state, .input = input, .mode = mode}, first);
  const auto& truths = truth_points();
  for (std::size_t i = 0; i < truths.size(); ++i) {
    table.truth(truths[i].name, truths[i].unit, truths[i].doc, first[i]);
  }
  if (params_.plant.motion == MotionKind::rigid) declare_stage(params_.plant.stage, table);
  add_cell_network(plan);
  add_cell_control(params_, table, plan);
  add_cell_safety(params_, table, plan);
  add_cell_people(params_, table, plan);
  add_cell_computers(params_, table, plan);
}

std::unique_ptr<Plant> CellTwin::plant(const PointTable& table) const {
  if (params_.plant.motion == MotionKind::rigid) {
    return std::make_unique<CellPlant>(params_.plant, params_.integrator, table);
  }
  return std::make_unique<SystemPlant>("welding cell", std::make_unique<Cell>(params_.plant),
                                       params_.integrator, table);
}

std::unique_ptr<Model> make_cell_twin() { return std::make_unique<CellTwin>(); }

}  // namespace twinaxis::welding_robot
