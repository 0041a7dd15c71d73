#include "models/warehouse/plant_params.h"

#include "sim/core/text.h"
#include "sim/physics/rigid/problems.h"

namespace twinaxis::warehouse {
namespace {

constexpr int kFewest = 5;  // vehicles; three of them can be lied to (forger.h)

/// What the roads have no room for.
std::vector<FieldProblem> room_problems(const WarehouseParams& p, const RoadLayout& roads,
                                        const std::string& path) {
  std::vector<FieldProblem> found;
  if (p.fleet.count > static_cast<int>(roads.parking.size())) {
    const char* more = p.roads.map.empty() ? "'roads.parking_aisles'"
                                           : "open floor beside lanes, or 'roads.levels'";
    found.push_back(
        {path + ".fleet.count",
         "there is parking for " + std::to_string(roads.parking.size()) + ": more " + more});
  }
  const std::size_t pods = roads.places.size() / roads.levels;
  if (p.demand.skus < static_cast<int>(pods)) {
    found.push_back({path + ".demand.skus",
                     "at least one for each of " + std::to_string(pods) + " pods of a level"});
  }
  if (p.worker.aisle > static_cast<int>(roads.aisles.size())) {
    found.push_back({path + ".worker.aisle",
                     "there are " + std::to_string(roads.aisles.size()) + " aisles with pods"});
    return found;
  }
  const Aisle& aisle = roads.aisles[static_cast<std::size_t>(p.worker.aisle - 1)];
  const double length_m = aisle.length * roads.pitch_m;
  if (p.worker.to_m > length_m) {
    found.push_back({path + ".worker.to", "the aisle ends after " + rounded(length_m, 4) + " m"});
  }
  return found;
}

}  // namespace

void fields(FieldVisitor& v, FleetParams& p) {
  v("count", p.count, between(kFewest, 2000), "of the vehicles");
  v("vehicle", p.vehicle, "of each of them");
}

void fields(FieldVisitor& v, WorkerParams& p) {
  v("aisle", p.aisle, between(1, 1000), "where somebody works, from the south");
  v("walks", p.walks_m_per_s, "m/s", above(0), "speed");
  v("to", p.to_m, "m", above(0), "along the aisle from its western end");
  v("works", p.works_s, "s", at_least(0), "time at the place");
  v("asks_at", p.asks_at, at_least(0), "to be let in; 0: never");
  v("person", p.person, "body of the worker");
  v("depth", p.depth_m, "m", above(0), "half the body, along the aisle");
}

void fields(FieldVisitor& v, WarehouseParams& p) {
  v("roads", p.roads, "where vehicles drive");
  v("fleet", p.fleet, "vehicles");
  v("demand", p.demand, "what customers order");
  v("orders", p.orders, "stations, packing, lorries, stock");
  v("worker", p.worker, "maintenance on the floor");
}

std::vector<FieldProblem> problems(const WarehouseParams& p, const std::string& path) {
  auto found = problems(p.roads, path + ".roads");
  const auto roads = readable_layout(p.roads);
  for (auto& each : problems(p.demand, path + ".demand")) found.push_back(std::move(each));
  for (auto& each : rigid::problems(p.worker.person, path + ".worker.person")) {
    found.push_back(std::move(each));
  }
  if (p.fleet.vehicle.length_m > p.roads.pitch_m) {
    found.push_back({path + ".fleet.vehicle.length",
                     "must be at most 'roads.pitch', " + rounded(p.roads.pitch_m, 3) + " m"});
  }
  if (p.orders.reorder_items > p.orders.stock_items) {
    found.push_back({path + ".orders.reorder",
                     "must be at most 'stock', " + std::to_string(p.orders.stock_items)});
  }
  if (roads) {
    for (auto& each : room_problems(p, *roads, path)) found.push_back(std::move(each));
  }
  if (p.orders.departures_s.empty()) {
    found.push_back({path + ".orders.departures", "needs at least one lorry a day"});
  }
  return found;
}

}  // namespace twinaxis::warehouse
