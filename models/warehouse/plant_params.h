#pragma once
// The numbers of the warehouse: roads, vehicles, orders, stations, people. Defaults are the shipped
// site; sources in README.md.

#include "models/warehouse/order_book.h"
#include "models/warehouse/roads.h"
#include "models/warehouse/vehicle.h"
#include "sim/physics/rigid/person.h"

namespace twinaxis::warehouse {

struct FleetParams {
  int count = 50;
  VehicleParams vehicle;
};
void fields(FieldVisitor& v, FleetParams& p);

/// Somebody of the maintenance who walks into an aisle, works at a place and comes back.
struct WorkerParams {
  int aisle = 2;  ///< from the south, 1 is the first
  double walks_m_per_s = 1.2;
  double to_m = 12;  ///< along the aisle from its western end
  double works_s = 600;
  Duration asks_at{};        ///< to be let in; 0: never
  rigid::PersonSpec person;  ///< the body; without regions only speed and mass of a blow are told
  double depth_m = 0.25;     ///< half the body, in the direction of the aisle
};
void fields(FieldVisitor& v, WorkerParams& p);

struct WarehouseParams {
  RoadParams roads;
  FleetParams fleet;
  DemandParams demand;
  BookParams orders;
  WorkerParams worker;
};
void fields(FieldVisitor& v, WarehouseParams& p);
std::vector<FieldProblem> problems(const WarehouseParams& p, const std::string& path);

}  // namespace twinaxis::warehouse
