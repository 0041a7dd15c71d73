#include "models/warehouse/plant_params.h"

#include "sim/core/text.h"
#include "sim/physics/rigid/problems.h"

namespace twinaxis::warehouse {
namespace {

constexpr int kFewest = 5;  // vehicles; three of them can be lied to (forger.h)

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
  const int parking = 2 * p.roads.places * p.roads.parking_aisles * p.roads.levels;
  if (p.fleet.count > parking) {
    found.push_back({path + ".fleet.count", "there is parking for " + std::to_string(parking) +
                                                ": more 'roads.parking_aisles'"});
  }
  const int pods = 2 * p.roads.places * p.roads.aisles;
  if (p.demand.skus < pods) {
    found.push_back({path + ".demand.skus",
                     "at least one for each of " + std::to_string(pods) + " pods of a level"});
  }
  if (p.worker.aisle > p.roads.aisles) {
    found.push_back({path + ".worker.aisle",
                     "there are " + std::to_string(p.roads.aisles) + " aisles with pods"});
  }
  if (p.worker.to_m > p.roads.places * p.roads.pitch_m) {
    found.push_back({path + ".worker.to", "the aisle ends after " +
                                              rounded(p.roads.places * p.roads.pitch_m, 4) + " m"});
  }
  if (p.orders.departures_s.empty()) {
    found.push_back({path + ".orders.departures", "needs at least one lorry a day"});
  }
  return found;
}

}  // namespace twinaxis::warehouse
