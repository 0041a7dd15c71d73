// The screen of the shift, and who acts on it.

#include <tuple>

#include "models/warehouse/warehouse_twin.h"
#include "sim/cyber/devices/io.h"
#include "sim/cyber/devices/link_watch.h"

namespace twinaxis::warehouse {
namespace {

/// What people see without any server.
cyber::LogicMaker looks() {
  return [](const PointTable& table) -> cyber::Logic {
    const std::vector<cyber::Wire> wires{{"service.level", "operating_terminal.level"},
                                         {"vehicles.moving", "operating_terminal.moving"},
                                         {"vehicles.stranded", "operating_terminal.stranded"},
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
  lamp("level", "service.level", "lines picked over lines ordered, of forty minutes");
  lamp("moving", "vehicles.moving", "share of the fleet that moves");
  lamp("stranded", "vehicles.stranded", "vehicles that stand where they should not");
  lamp("aisle", "aisle.vehicles", "vehicles in the aisle where somebody works");
  lamp("worker_waits", "worker.waits", "somebody asks to be let into the aisle");
  lamp("worker_inside", "worker.inside", "somebody is in the aisle");
  lamp("worker_struck", "worker.struck", "somebody is hurt");
  plan.tasks.push_back(
      cyber::only_task("operating_terminal", "lamps", Duration{kNanosecondsPerSecond}, looks()));
}

/// Each with what people say when it has acted: an intervention that stands on what was replaced,
/// or in the car park, ends by it (`reset`).
void add_measures(PointTable& table) {
  for (const auto& [measure, done, what, doc] :
       {std::tuple{"wms1.standby", "wms1.replaced", "1: a second WMS stands ready",
                   "1: the second WMS is the WMS; what was on the first one is gone"},
        std::tuple{"wcs1.standby", "wcs1.replaced", "1: a second fleet control stands ready",
                   "1: the second one is fleet control; what was on the first one is gone"},
        std::tuple{"radio.watched", "radio.cleared", "1: receivers find who disturbs the radio",
                   "1: whoever disturbed the radio was found and is gone"}}) {
    table.parameter(measure, "1", 0, what, fraction());
    table.signal(done, "1", View::operators, doc, {}, fraction());
  }
}

}  // namespace

/// Delays: assumption.
std::map<std::string, cyber::Procedure> warehouse_procedures() {
  std::map<std::string, cyber::Procedure> all;
  const auto add = [&](cyber::Procedure p) { all[p.id] = std::move(p); };
  // Whatever the reason, no pods come: after half an hour (the level is a mean of one), and not
  // where a link was silent for a while only. Some vehicles may start and stop all the time.
  add(cyber::procedure("pickers_walk",
                       "operating_terminal.level < 0.5 and operating_terminal.moving < 0.4 "
                       "for 15 min",
                       180, {{"pickers.walk", 1}}));
  add(cyber::procedure("vehicles_again",
                       "pickers.walk == 1 and operating_terminal.moving > 0.4 for 10 min", 60,
                       {{"pickers.walk", 0}}));
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
  // The clock of the WMS is that of its own program: it stands also where the host only crawls.
  add(cyber::procedure("second_wms",
                       "wms1.standby == 1 and time - operating_terminal.wms1.clock > 1 min", 240,
                       {{"wms1.replaced", 1}}));
  add(cyber::procedure("second_wcs", "wcs1.standby == 1 and operating_terminal.link.wcs1 == 0", 240,
                       {{"wcs1.replaced", 1}}));
  add(cyber::procedure("find_jammer",
                       "radio.watched == 1 and operating_terminal.stranded > 4 for 1 min", 480,
                       {{"radio.cleared", 1}}));
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
  cyber::add_copies(plan, table,
                    {.from = "wms1",
                     .to = "operating_terminal",
                     .service = "https",
                     .purpose = "clock",
                     .period = Duration{10 * kNanosecondsPerSecond},
                     .phase = {},
                     .points = {"wms1.clock"},
                     .view = View::operators});
  add_lamps(table, plan);
  add_measures(table);
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
    for (cyber::Act& act : each.does) {
      // Whoever is to be let in says where; procedures are written for the second aisle.
      const bool closes = act.point == "operating_terminal.wcs1.closed_aisle" && act.value > 0;
      if (closes) act.value = p.plant.worker.aisle;
    }
    shift.procedures.push_back(each);
  }
  cyber::add(plan, shift);
}

}  // namespace twinaxis::warehouse
