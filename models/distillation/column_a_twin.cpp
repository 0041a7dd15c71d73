// Column A under two-point control over a network: analysers and valves on a fieldbus, one PLC, one
// screen. Three messages a scan.

#include "models/distillation/column_a.h"
#include "models/distillation/twins.h"
#include "models/distillation/two_point_control.h"
#include "sim/cyber/devices/field_station.h"
#include "sim/cyber/devices/hmi.h"
#include "sim/cyber/devices/plc.h"
#include "sim/physics/system_plant.h"

namespace twinaxis::distillation {
namespace {

struct ColumnATwinParams {
  ColumnAParams column;
  TwoPointParams control;
  IntegratorSpec integrator;
  Duration scan{kNanosecondsPerSecond};
};

void fields(FieldVisitor& v, ColumnATwinParams& p) {
  v("column", p.column, "the plant");
  v("control", p.control, "the two composition loops");
  v("integrator", p.integrator, "how the plant is integrated");
  v("scan", p.scan, above(0), "period of fieldbus, PLC and screen");
}

/// The controller's program: two loops on the analysers' readings.
cyber::LogicMaker two_points(const ColumnATwinParams& p, TwoPointControl::Compositions initial) {
  return [p, initial](const PointTable& table) -> cyber::Logic {
    return [control = TwoPointControl(p.control, p.column, p.scan, initial),
            top = table.id("AT-101.reading"), bottom = table.id("AT-301.reading"),
            top_setpoint = table.id("AIC-101.setpoint"),
            bottom_setpoint = table.id("AIC-301.setpoint"), reflux = table.id("reflux.output"),
            boilup = table.id("boilup.output")](cyber::TaskContext& context) mutable {
      Bus& bus = context.bus();
      const auto flows = control.decide({bus.read(top), bus.read(bottom)},
                                        {bus.read(top_setpoint), bus.read(bottom_setpoint)});
      bus.write(reflux, flows.reflux_kmol_per_s, context.now());
      bus.write(boilup, flows.boilup_kmol_per_s, context.now());
    };
  };
}

/// Truth points with their first values, and the feed as parameters; the flows are actuators of the
/// field station. Returns the first outputs.
std::vector<double> declare_plant(const ColumnA& column, PointTable& table) {
  const auto state = column.initial_state();
  const auto input = column.nominal_input();
  std::vector<double> first(column.output_names().size());
  column.outputs({.time_s = 0, .state = state, .input = input, .mode = {}}, first);
  PointTable plain;
  column.declare_points(plain);
  std::size_t output = 0;
  for (const Point& p : plain.all()) {
    if (p.kind == PointKind::truth) table.truth(p.name, p.unit, p.doc, first[output++]);
    else if (p.name.starts_with("feed.")) table.parameter(p.name, p.unit, p.initial, p.doc);
  }
  return first;
}

class ColumnATwin final : public Model {
 public:
  void parameters(FieldVisitor& v) override { fields(v, params_); }

  std::vector<FieldProblem> problems() const override {
    std::vector<FieldProblem> found;
    for (auto& p : distillation::problems(params_.column)) {
      found.push_back({"column." + p.path, p.message});
    }
    if (params_.column.configuration != Configuration::LV) {
      found.push_back({"column.configuration",
                       "the two-point control of this twin moves reflux and boilup: expected LV"});
    }
    if (!on_grid(params_.control.measurement_delay, params_.scan)) {
      found.push_back({"control.measurement_delay", "must be a whole number of scans"});
    }
    return found;
  }

  void build(PointTable& table, cyber::NetworkPlan& plan) const override {
    const ColumnA column(params_.column);
    const auto first = declare_plant(column, table);
    const TwoPointControl::Compositions initial{first[0], first[1]};
    table.parameter("AIC-101.setpoint", "1", 0.99, "top composition", fraction());
    table.parameter("AIC-301.setpoint", "1", 0.01, "bottom composition", fraction());

    plan.zones = {{"control", {}}, {"field", {}}};
    plan.links = {{"control", "field"}};
    plan.rules = {{"controller_to_field", {"plc1", "field1", "fieldbus", true, "commands"}},
                  {"field_to_controller", {"field1", "plc1", "fieldbus", true, "readings"}}};
    const auto flow = [](const char* name, double nominal_kmol_per_s) {
      return cyber::Actuator{name, "kmol/s", at_least(0), nominal_kmol_per_s, nominal_kmol_per_s,
                             ""};
    };
    const std::vector<cyber::Actuator> actuators{flow("reflux", params_.column.reflux_kmol_per_s),
                                                 flow("boilup", params_.column.boilup_kmol_per_s)};
    const cyber::FieldStation field{
        .host = "field1",
        .zone = "field",
        .doc = "analysers and valves",
        .controller = "plc1",
        .sensors = {{"AT-101", "column.top_composition", "analyser of the distillate"},
                    {"AT-301", "column.bottom_composition", "analyser of the bottom product"}},
        .actuators = actuators,
        .params = {.scan = params_.scan, .fail_safe_after = {}}};
    cyber::add(plan, table, field);
    cyber::add(plan, table,
               cyber::Plc{.host = "plc1",
                          .zone = "control",
                          .doc = "two-point control",
                          .wired_sensors = {},
                          .wired_actuators = {},
                          .bus_actuators = actuators,
                          .watched_channel = field.readings_channel(),
                          .control = two_points(params_, initial),
                          .other_logics = {},
                          .params = {.scan = params_.scan, .phase = {}, .watchdog = {}}});
    cyber::add(
        plan, table,
        cyber::Hmi{.host = "hmi",
                   .zone = "control",
                   .doc = "screen",
                   .controller = "plc1",
                   .service = "modbus",
                   .shows = {"AT-101.reading", "AT-301.reading", "reflux.output", "boilup.output"},
                   .alarms = {},
                   .params = {.refresh = params_.scan}});
  }

  std::unique_ptr<Plant> plant(const PointTable& table) const override {
    return std::make_unique<SystemPlant>("Column A", std::make_unique<ColumnA>(params_.column),
                                         params_.integrator, table);
  }

 private:
  ColumnATwinParams params_;
};

}  // namespace

std::unique_ptr<Model> make_column_a_twin() { return std::make_unique<ColumnATwin>(); }

}  // namespace twinaxis::distillation
