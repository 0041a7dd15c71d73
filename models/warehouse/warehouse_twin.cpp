#include "models/warehouse/warehouse_twin.h"

#include "models/warehouse/agv_device.h"
#include "models/warehouse/forger.h"
#include "models/warehouse/throughput.h"
#include "models/warehouse/twins.h"
#include "models/warehouse/warehouse_plant.h"
#include "sim/core/near.h"
#include "sim/core/require.h"

namespace twinaxis::warehouse {

WarehouseTwinParams::WarehouseTwinParams() : procedures(warehouse_procedures()) {}

void fields(FieldVisitor& v, WarehouseControlParams& p) {
  v("scan", p.scan, above(0), "of the vehicles' controllers and of the broker");
  v("tick", p.tick, above(0), "of fleet control");
  v("state_every", p.state_every, above(0), "state of a vehicle, at the latest");
  v("resend", p.resend, above(0), "of an order that is not confirmed");
  v("wms_every", p.wms_every, above(0), "jobs of the WMS to fleet control");
  v("link_bears", p.link_bears, above(0), "silence before somebody is told");
  v("dispatch", p.dispatch, "which vehicle does what");
}

void fields(FieldVisitor& v, WarehouseTwinParams& p) {
  v("plant", p.plant, "roads, vehicles, orders, stations, people");
  v("control", p.control, "servers, broker, vehicles' controllers");
  v("procedures", p.procedures, "what the shift does, and how fast");
  v("update", p.update, "of fleet control, from the integrator's server");
}

std::vector<FieldProblem> WarehouseTwin::problems() const {
  auto found = warehouse::problems(params_.plant, "plant");
  std::vector<std::string> names;
  for (const auto& [id, procedure] : warehouse_procedures()) names.push_back(id);
  for (const auto& [id, procedure] : params_.procedures) {
    if (!warehouse_procedures().contains(id)) {
      found.push_back(
          {"procedures." + id, "the shift has no such procedure" + did_you_mean(id, names)});
    }
  }
  return found;
}

void WarehouseTwin::build(PointTable& table, cyber::NetworkPlan& plan) const {
  const WarehouseParams& w = params_.plant;
  const auto roads = std::make_shared<const Roads>(w.roads);
  roads_ = roads;
  book_ = std::make_shared<OrderBook>(w.orders, w.demand, luck_,
                                      static_cast<int>(roads->places().size()),
                                      static_cast<int>(roads->stations().size()), w.roads.levels);
  const double pitch_m = roads->pitch_m();
  const auto truths = truth_points(w);
  const std::size_t site = truths.size() - kVehicleTruths * static_cast<std::size_t>(w.fleet.count);
  for (std::size_t i = 0; i < truths.size(); ++i) {
    double first = truths[i].initial;
    if (i >= site) {
      const RoadNode& at = (*roads)[roads->parking()[(i - site) / kVehicleTruths]];
      const double values[kVehicleTruths] = {at.x * pitch_m, at.y * pitch_m, 0, 1,
                                             double(at.x),   double(at.y),   0};
      first = values[(i - site) % kVehicleTruths];
    }
    table.truth(truths[i].name, truths[i].unit, truths[i].doc, first);
  }
  declare_inputs(w, table);
  add_warehouse_network(params_, plan);
  add_servers(params_, roads, book_, table, plan);
  add_vehicles(params_, roads, table, plan);
  add_forger(roads, Duration{kNanosecondsPerSecond}, table, plan);
  add_warehouse_people(params_, table, plan);
  cyber::add_update(plan, table,
                    {.server = "update_server", .device = "wcs1", .params = params_.update});
}

std::unique_ptr<Plant> WarehouseTwin::plant(const PointTable& table) const {
  require(book_ != nullptr, "build() comes before plant()");
  // From the report of a vehicle by broker and fleet control to the next order and its scan.
  const double scan_s = to_s(params_.control.scan);
  const Answers answers{to_s(params_.control.tick) + 4 * scan_s, scan_s / 2};
  return std::make_unique<WarehousePlant>(params_.plant, roads_, book_, table,
                                          throughput(params_.plant, *roads_, answers));
}

std::unique_ptr<Model> make_warehouse_twin() { return std::make_unique<WarehouseTwin>(); }

}  // namespace twinaxis::warehouse
