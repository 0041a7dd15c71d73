// The screen of the shift, and who acts on it.

#include "models/warehouse/warehouse_twin.h"
#include "sim/cyber/devices/io.h"
#include "sim/cyber/devices/link_watch.h"

namespace twinaxis::warehouse {
namespace {

/// What people see without any server.
cyber::LogicMaker looks() {
  return [](const PointTable& table) -> cyber::Logic {
    const std::vector<cyber::Wire> wires{{"vehicles.stranded", "operating_terminal.stranded"},
                                         {"aisle.vehicles", "operating_terminal.aisle"},
                                         {"worker.waits", "operating_terminal.worker_waits"},
                                         {"worker.inside", "operating_terminal.worker_inside"},
                                         {"worker.struck", "operating_terminal.worker_struck"}};
    return
        [seen = cyber::WiredIo(wires, table)](cyber::TaskContext& context) { seen.copy(context); };
  };
}

void add_lamps(PointTable& table, cyber::NetworkPlan& plan) {
  const auto lamp = [&](const char* name, const char* truth, const char* doc) {
    table.signal(std::string("operating_terminal.") + name, "1", View::operators, doc, truth);
  };
  lamp("stranded", "vehicles.stranded", "vehicles that stand where they should not");
  lamp("aisle", "aisle.vehicles", "vehicles in the aisle where somebody works");
  lamp("worker_waits", "worker.waits", "somebody asks to be let into the aisle");
  lamp("worker_inside", "worker.inside", "somebody is in the aisle");
  lamp("worker_struck", "worker.struck", "somebody is hurt");
  plan.tasks.push_back(
      cyber::only_task("operating_terminal", "lamps", Duration{kNanosecondsPerSecond}, looks()));
}

}  // namespace

/// Delays: assumption.
std::map<std::string, cyber::Procedure> warehouse_procedures() {
  std::map<std::string, cyber::Procedure> all;
  const auto add = [&](cyber::Procedure p) { all[p.id] = std::move(p); };
  add(cyber::procedure("pickers_walk",
                       "operating_terminal.link.wms1 == 0 or operating_terminal.link.wcs1 == 0",
                       1800, {{"pickers.walk", 1}}));
  add(cyber::procedure("vehicles_again",
                       "pickers.walk == 1 and operating_terminal.link.wms1 == 1 and "
                       "operating_terminal.link.wcs1 == 1 for 10 min",
                       60, {{"pickers.walk", 0}}));
  // Nobody enters an aisle that is not closed and empty; it is open again when they have left.
  const std::string closed = "operating_terminal.wcs1.closed_aisle";
  add(cyber::procedure("clearance", "operating_terminal.worker_waits == 1", 30, {{closed, 2}}));
  add(cyber::procedure("let_in",
                       "operating_terminal.worker_waits == 1 and " + closed +
                           " > 0 and operating_terminal.aisle == 0 for 30 s",
                       10, {{"worker.let_in", 1}}));
  add(cyber::procedure("open_again",
                       "worker.let_in == 1 and " + closed +
                           " > 0 and operating_terminal.worker_inside == 0 and "
                           "operating_terminal.worker_waits == 0 for 30 s",
                       10, {{closed, 0}, {"worker.let_in", 0}}));
  add(cyber::procedure("carry_home",
                       "operating_terminal.stranded > 0 and operating_terminal.link.wcs1 == 1 and "
                       "operating_terminal.worker_struck == 0 for 5 min",
                       600, {{"floor.clear", 1}, {"operating_terminal.wcs1.floor_cleared", 1}}));
  add(cyber::procedure("floor_is_clear", "floor.clear == 1 for 60 s", 5,
                       {{"floor.clear", 0}, {"operating_terminal.wcs1.floor_cleared", 0}}));
  return all;
}

void add_warehouse_people(const WarehouseTwinParams& p, PointTable& table,
                          cyber::NetworkPlan& plan) {
  for (const char* server : {"wms1", "wcs1"}) {
    cyber::add(plan, table,
               cyber::SignOfLife{.from = server,
                                 .to = "operating_terminal",
                                 .service = "https",
                                 .bears = p.control.link_bears});
  }
  add_lamps(table, plan);
  cyber::add_relay(plan, table,
                   {.legs = {{"operating_terminal", "wcs1", "https"}},
                    .values = {"wcs1.closed_aisle", "wcs1.floor_cleared"},
                    .purpose = "zones",
                    .period = Duration{kNanosecondsPerSecond},
                    .entry = View::operators});
  cyber::Operator shift{.name = "shift",
                        .zone = "floor",
                        .hmi = "operating_terminal",
                        .doc = "shift of the warehouse",
                        .procedures = {}};
  for (auto [id, each] : p.procedures) {
    each.id = id;
    shift.procedures.push_back(each);
  }
  cyber::add(plan, shift);
}

}  // namespace twinaxis::warehouse
