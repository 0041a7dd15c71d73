// The screen of the shift, and who acts on it.

#include "models/warehouse/warehouse_twin.h"
#include "sim/cyber/devices/io.h"
#include "sim/cyber/devices/link_watch.h"

namespace twinaxis::warehouse {
namespace {

constexpr Duration kEvery{10 * kNanosecondsPerSecond};

void add_link(const WarehouseTwinParams& p, const std::string& from, PointTable& table,
              cyber::NetworkPlan& plan) {
  const std::string beat = from + ".alive";
  table.signal(beat, "1", View::controller, "sign of life of the server", {}, fraction(), 1);
  cyber::add_copies(plan, table,
                    {.from = from,
                     .to = "operating_terminal",
                     .service = "https",
                     .purpose = "alive",
                     .period = kEvery,
                     .phase = {},
                     .points = {beat},
                     .view = View::operators});
  cyber::add(plan, table,
             cyber::LinkWatch{.host = "operating_terminal",
                              .from = from,
                              .channel = from + "->operating_terminal:alive",
                              .bears = p.control.link_bears,
                              .period = kEvery,
                              .view = View::operators});
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
  return all;
}

void add_warehouse_people(const WarehouseTwinParams& p, PointTable& table,
                          cyber::NetworkPlan& plan) {
  add_link(p, "wms1", table, plan);
  add_link(p, "wcs1", table, plan);
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
