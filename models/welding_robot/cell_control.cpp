// Cell controller, robot controllers, safety PLC.

#include "models/welding_robot/cell_twin.h"
#include "models/welding_robot/separation.h"
#include "sim/cyber/devices/plc.h"
#include "sim/cyber/devices/range_report.h"
#include "sim/cyber/devices/server.h"

namespace twinaxis::welding_robot {
namespace {

using cyber::LogicMaker;

std::string number(std::size_t robot) { return std::to_string(robot + 1); }

/// Copies a value from memory to an output at every scan.
LogicMaker hands_on(const std::string& from, const std::string& to) {
  return [from, to](const PointTable& table) -> cyber::Logic {
    return [from = table.id(from), to = table.id(to)](cyber::TaskContext& context) {
      context.bus().write(to, context.bus().read(from), context.now());
    };
  };
}

/// Orders go on as they came last; the stop button of the line cuts them and the robots.
LogicMaker line_program() {
  return [](const PointTable& table) -> cyber::Logic {
    return [orders = table.id("line1.mes1.order_rate"), stop = table.id("line.stop"),
            release = table.id("REL-101.output"),
            run = table.id("line1.run")](cyber::TaskContext& context) {
      cyber::TaskContext& c = context;
      const bool stopped = c.bus().read(stop) >= 0.5;
      c.bus().write(release, stopped ? 0 : c.bus().read(orders), c.now());
      c.bus().write(run, stopped ? 0 : 1, c.now());
    };
  };
}

void add_line(const CellTwinParams& p, PointTable& table, cyber::NetworkPlan& plan) {
  const double orders_per_s = 1 / p.plant.line.takt_s;
  table.signal("mes1.order_rate", "1/s", View::operators, "parts ordered of the cell", {},
               at_least(0), orders_per_s);
  table.signal("line.stop", "1", View::operators, "button: the line stops", {}, fraction());
  table.signal("line1.run", "1", View::controller, "the robots may work", {}, fraction(), 1);
  table.signal("HOLD-101.command", "1", View::operators, "button: nothing is loaded", {},
               fraction());
  table.signal("SORT-101.command", "1", View::operators, "bad lots are taken out before loading",
               {}, fraction());
  cyber::Plc line{.host = "line1",
                  .zone = "control",
                  .doc = "cell controller: orders to robots",
                  .wired_sensors = {},
                  .wired_actuators = {{"REL-101", "1/s", at_least(0), orders_per_s, 0,
                                       "release of parts to the cell"}},
                  .bus_actuators = {},
                  .watched_channel = {},
                  .control = line_program(),
                  .other_logics = {},
                  .params = {.scan = p.control.scan, .phase = {}, .watchdog = {}}};
  cyber::add(plan, table, line);
  cyber::add_copies(plan, table,
                    {.from = "mes1",
                     .to = "line1",
                     .service = "opc",
                     .purpose = "orders",
                     .period = p.control.orders_every,
                     .phase = {},
                     .points = {"mes1.order_rate"}});
}

void add_robot(const CellTwinParams& p, std::size_t robot, PointTable& table,
               cyber::NetworkPlan& plan) {
  const std::string host = "rc" + number(robot), body = cell::of_robot(robot);
  cyber::add_copies(plan, table,
                    {.from = "line1",
                     .to = host,
                     .service = "opc",
                     .purpose = "run",
                     .period = p.control.run_every,
                     .phase = {},
                     .points = {"line1.run"}});
  const std::string run = "RUN-10" + number(robot);
  cyber::add(plan, table,
             cyber::Plc{.host = host,
                        .zone = "control",
                        .doc = "controller of robot " + number(robot),
                        .wired_sensors = {},
                        .wired_actuators = {{run, "1", fraction(), 1, 0, "speed override"}},
                        .bus_actuators = {},
                        .watched_channel = {},
                        .control = hands_on(host + ".line1.run", run + ".output"),
                        .other_logics = {},
                        .params = {.scan = p.control.scan, .phase = {}, .watchdog = {}}});
}

/// The monitor of the welds: what it measures itself against what was approved.
void add_monitor(const CellTwinParams& p, PointTable& table, cyber::NetworkPlan& plan) {
  const auto& m = p.monitor;
  cyber::Plc reader{
      .host = "monitor1",
      .zone = "control",
      .doc = "monitor of the welds, with sensors of its own",
      .wired_sensors = {},
      .wired_actuators = {},
      .bus_actuators = {},
      .watched_channel = {},
      .control = [](const PointTable&) -> cyber::Logic { return [](cyber::TaskContext&) {}; },
      .other_logics = {},
      .params = {.scan = m.period, .phase = {}, .watchdog = {}}};
  cyber::RangeReport report;
  report.host = "monitor1";
  report.period = m.period;
  for (std::size_t i = 0; i < kRobots; ++i) {
    const std::string body = cell::of_robot(i), n = number(i);
    const WeldSettings& set = p.plant.weld[i];
    const auto watch = [&](const std::string& sensor, const char* truth, double middle,
                           double width, const char* doc) {
      reader.wired_sensors.push_back({sensor, body + truth, doc});
      report.ranges.push_back(
          {sensor, {sensor + ".reading"}, middle - width, middle + width, 0.1 * width, doc});
    };
    watch("IT-10" + n, "arc_current", set.current_A, m.current_ratio * set.current_A, "shunt");
    watch("ET-10" + n, "arc_voltage", set.voltage_V, m.voltage_ratio * set.voltage_V, "arc");
    watch("ST-10" + n, "torch_travel", set.travel_m_per_s, m.travel_ratio * set.travel_m_per_s,
          "encoder");
    watch("XT-10" + n, "torch_offset", set.offset_m, m.offset_m, "seam tracking by laser");
  }
  cyber::add(plan, table, reader);
  cyber::add(plan, table, report);
  cyber::add_copies(plan, table,
                    {.from = "monitor1",
                     .to = "panel",
                     .service = "opc",
                     .purpose = "welds",
                     .period = m.period,
                     .phase = {},
                     .points = cyber::state_points(report),
                     .view = View::operators});
}

cyber::TripFunction trips(std::string id, std::string sensor, Limit limit,
                          std::vector<std::string> what, const char* doc) {
  cyber::TripFunction f;
  f.id = std::move(id);
  f.sensors = {std::move(sensor)};
  f.limit = limit;
  f.voting.needed_count = 1;
  f.trips = std::move(what);
  f.doc = doc;
  return f;
}

}  // namespace

double zone_m(const CellTwinParams& p) {
  const auto motion = make_motion(p.plant.motion, p.plant.arm);
  const double whole_s = p.safety.device_s + to_s(p.safety.sis.scan) +
                         motion->stopping_s(p.plant.arm.program_m_per_s, p.plant.stop_category);
  return p.plant.worker.sweep_m + scanner_distance_m(whole_s, p.safety.scanner_height_m);
}

void add_cell_control(const CellTwinParams& p, PointTable& table, cyber::NetworkPlan& plan) {
  cyber::add_host(plan, "panel", "control", "lamps and buttons at the cell");
  add_line(p, table, plan);
  for (std::size_t i = 0; i < kRobots; ++i) add_robot(p, i, table, plan);
  add_monitor(p, table, plan);
}

void add_cell_safety(const CellTwinParams& p, PointTable& table, cyber::NetworkPlan& plan) {
  const std::vector<std::string> drives{"STO-101", "STO-102", "STO-103"};
  std::vector<cyber::Actuator> actuators;
  for (const auto& name : drives) {
    actuators.push_back({name, "1", fraction(), 1, 0, "drives of the robot in automatic mode"});
  }
  actuators.push_back({"STO-111", "1", fraction(), 1, 0, "drives of robot 1 in manual mode"});
  const auto high = [](double value) { return Limit{value, 0, Limit::Side::high}; };
  cyber::add(
      plan, table,
      cyber::Sis{
          .host = "safety_plc",
          .zone = "safety",
          .doc = "safety PLC of the cell",
          .sensors = {{"GS-101", "gate.open", "switch of the gate in the fence"},
                      {"LC-101", "curtain.broken", "light curtain of the loading opening"},
                      {"LS-101", "worker.distance", "laser scanner at the fixture of robot 1"},
                      {"SS-101", "robot1.manual_speed", "safe encoder of robot 1"}},
          .actuators = actuators,
          .functions = {trips("gate", "GS-101", high(0.5), drives, "gate open"),
                        trips("curtain", "LC-101", high(0.5), drives, "curtain broken"),
                        trips("zone", "LS-101", {zone_m(p), 0.1, Limit::Side::low}, drives,
                              "somebody inside the protective field"),
                        trips("manual_speed", "SS-101", high(p.safety.manual_limit_m_per_s),
                              {"STO-111"}, "too fast in manual mode")},
          .params = p.safety.sis});
}

}  // namespace twinaxis::welding_robot
