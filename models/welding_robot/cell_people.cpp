// The panel at the cell, and the shift that acts on it.

#include "models/welding_robot/cell_twin.h"
#include "sim/cyber/devices/link_watch.h"
#include "sim/cyber/devices/server.h"

namespace twinaxis::welding_robot {
namespace {

/// What people see without any server: a result of the inspection, somebody who is hurt.
cyber::LogicMaker looks() {
  return [](const PointTable& table) -> cyber::Logic {
    const std::vector<cyber::Wire> wires{{"inspection.found", "panel.bad_weld"},
                                         {"worker.struck", "panel.worker_struck"},
                                         {"product.flow", "panel.flow"}};
    return
        [seen = cyber::WiredIo(wires, table)](cyber::TaskContext& context) { seen.copy(context); };
  };
}

void add_panel(const CellTwinParams& p, PointTable& table, cyber::NetworkPlan& plan) {
  const auto lamp = [&](const char* name, const char* unit, const char* truth, const char* doc) {
    table.signal(std::string("panel.") + name, unit, View::operators, doc, truth, any_value(),
                 table[table.id(truth)].initial);
  };
  lamp("bad_weld", "1", "inspection.found", "the inspector reports a bad weld");
  lamp("worker_struck", "1", "worker.struck", "somebody is hurt");
  lamp("flow", "1/s", "product.flow", "parts made, display at the line");
  plan.tasks.push_back(
      cyber::only_task("panel", "lamps", Duration{kNanosecondsPerSecond}, looks()));
  for (const char* server : {"mes1", "scada1"}) {
    cyber::add(plan, table,
               cyber::SignOfLife{
                   .from = server, .to = "panel", .service = "opc", .bears = p.control.link_bears});
  }
}

/// What a path may need, a check may ask and a measure may change.
void add_choices(PointTable& table) {
  const auto choice = [&](const char* name, double first, const char* doc) {
    table.parameter(name, "1", first, doc, fraction());
  };
  choice("remote_login.open", 1, "1: whoever has a password may log in at servers and terminals");
  choice("installation.free", 1, "1: programs that nobody approved run on servers and terminals");
  choice("media.unchecked", 1, "1: sticks go into the terminal without a check");
  choice("controllers.open", 1, "1: settings can be changed without a key at the controller");
  choice("maintenance.unpatched", 1, "1: known holes of the maintenance system stay open");
  choice("data.encrypted", 0,
         "1: stored drawings and programs are useless without a key kept elsewhere");
  choice("weld_monitor.on", 0, "1: the shift stops the line when the monitor finds a deviation");
}

}  // namespace

/// Delays: assumption. Nobody may weld for the car maker without a record of lots and parameters,
/// so the shift stops the line when a server is silent.
std::map<std::string, cyber::Procedure> cell_procedures() {
  const cyber::Act stop{"line.stop", 1}, hold{"HOLD-101.command", 1};
  std::string deviates;
  for (std::size_t i = 1; i <= kRobots; ++i) {
    for (const char* sensor : {"IT-10", "ET-10", "ST-10", "XT-10"}) {
      const std::string state =
          "panel.monitor1." + std::string(sensor) + std::to_string(i) + ".state";
      deviates += (deviates.empty() ? "abs(" : " or abs(") + state + ") > 0.5";
    }
  }
  std::map<std::string, cyber::Procedure> all;
  const auto add = [&](cyber::Procedure p) { all[p.id] = std::move(p); };
  add(cyber::procedure("bad_weld", "panel.bad_weld == 1", 600, {stop, hold}));
  add(cyber::procedure("welds_deviate", "weld_monitor.on == 1 and (" + deviates + ") for 20 s", 120,
                       {stop, hold}));
  // Settings as approved again, and nothing else that keeps the line from running.
  add(cyber::procedure("settings_restored",
                       "weld_monitor.on == 1 and line.stop == 1 and panel.worker_struck == 0 and "
                       "panel.link.mes1 == 1 and panel.link.scada1 == 1 and not (" +
                           deviates + ") for 10 min",
                       1200, {{"line.stop", 0}, {"HOLD-101.command", 0}, {"SORT-101.command", 1}}));
  add(cyber::procedure("server_silent", "panel.link.mes1 == 0 or panel.link.scada1 == 0", 600,
                       {stop}));
  // Who maintains from outside tells the shift before. Robots that stand while somebody is in
  // unannounced are an alarm; 0.004 parts a second are a quarter of the pace.
  add(cyber::procedure("stopped_remotely",
                       "remote_gateway.session == 1 and panel.flow < 0.004 1/s for 5 min", 600,
                       {stop, hold}));
  add(cyber::procedure("worker_struck", "panel.worker_struck == 1", 10, {stop}));
  return all;
}

void add_cell_people(const CellTwinParams& p, PointTable& table, cyber::NetworkPlan& plan) {
  add_panel(p, table, plan);
  add_choices(table);
  cyber::Operator shift{.name = "shift",
                        .zone = "control",
                        .hmi = "panel",
                        .doc = "shift at the cell",
                        .procedures = {}};
  for (auto [id, each] : p.procedures) {
    each.id = id;
    shift.procedures.push_back(each);
  }
  cyber::add(plan, shift);
}

}  // namespace twinaxis::welding_robot
