// What the warehouse shows, and what commands it.

#include <algorithm>
#include <numbers>

#include "models/warehouse/blow.h"
#include "models/warehouse/warehouse_plant.h"

namespace twinaxis::warehouse {
namespace {

Pose standing(double x_m, double y_m, int heading) {
  return {{x_m, y_m, 0}, turn_about({0, 0, 1}, heading * std::numbers::pi / 2)};
}

}  // namespace

std::vector<TruthPoint> truth_points(const WarehouseParams& p) {
  const double expected = expected_lines_per_s(p.demand);
  std::vector<TruthPoint> all{
      {"orders.received", "1", "that wait for the warehouse management system"},
      {"orders.open", "1", "released to stations, not yet picked"},
      {"orders.picked", "1", "all lines picked, not yet on a lorry"},
      {"orders.shipped", "1", "left in time and right"},
      {"orders.late", "1", "left right, but with a later lorry than promised"},
      {"orders.wrong", "1", "left with something else in the parcel"},
      {"orders.cancelled", "1", "never leave"},
      {"orders.arrived", "1", "since the start"},
      {"customers.waiting", "1", "users of the supplies whose goods are overdue"},
      {"lines.picked", "1", "since the start"},
      {"pods.presented", "1", "to a picker who was done with them, since the start"},
      {"lines.missing", "1", "not found where they should be, somebody looks for them"},
      {"lines.rate", "1/s", "picked, mean of half an hour", expected},
      {"lines.bound", "1/s", "that stations, vehicles or roads let pick at most"},
      {"lines.capacity", "1/s", "that they pick with all queues, as a closed network"},
      {"lines.capacity_ratio", "1", "lines picked over that capacity, mean of half an hour"},
      {"service.level", "1",
       "lines picked in forty minutes over those ordered ten minutes before, at most 1", 1},
      {"items.stocked", "1", "in pods"},
      {"items.in_parcels", "1", "in totes and parcels"},
      {"items.sent", "1", "on lorries, since the start"},
      {"items.supplied", "1", "came in, since the start"},
      {"vehicles.moving", "1", "share of the fleet that moves"},
      {"vehicles.collisions", "1", "of vehicles, since the start"},
      {"vehicles.impulse", "N s", "of the hardest collision, since the start"},
      {"vehicles.protective_stops", "1", "by scanners, since the start"},
      {"pods.tipped", "1", "since the start"},
      {"vehicles.stranded", "1", "that stand where they should not, and no order helps"},
      {"aisle.vehicles", "1", "in the aisle where somebody works"},
      {"worker.waits", "1", "1: somebody asks to be let into the aisle"},
      {"worker.inside", "1", "1: somebody is in the aisle"},
      {"worker.struck", "1", "1: a vehicle has struck somebody"},
      {"worker.struck_speed", "m/s", "of the vehicle at the blow"},
      {"worker.struck_mass", "kg", "of the vehicle and its pod"}};
  for (const std::string& region : region_names(p.worker.person)) {
    all.push_back({"worker." + region + ".force", "N", "greatest of the blow, on that region"});
  }
  const auto n = static_cast<std::size_t>(p.fleet.count);
  for (std::size_t i = 0; i < n; ++i) {
    const std::string v = vehicle_name(i);
    all.push_back({v + ".x", "m", "place, to the east"});
    all.push_back({v + ".y", "m", "place, to the north"});
    all.push_back({v + ".speed", "m/s", "of the vehicle"});
    all.push_back({v + ".charge", "1", "of the battery"});
    all.push_back({v + ".node_x", "1", "node passed last, column"});
    all.push_back({v + ".node_y", "1", "node passed last, row"});
    all.push_back({v + ".done", "1", "1: the action at the target is done"});
  }
  return all;
}

std::vector<std::string> WarehousePlant::bodies() const {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < vehicles_.size(); ++i) names.push_back(vehicle_name(i));
  names.push_back("worker");
  for (std::size_t s = 0; s < roads_.stations().size(); ++s) {
    names.push_back("picker" + std::to_string(s + 1));
  }
  return names;
}

/// A turn is shown when it begins; who waits outside of the aisle stands at its western end.
void WarehousePlant::show(Scene& scene) const {
  scene.poses.clear();
  scene.touches.clear();
  for (const Vehicle& v : vehicles_) {
    const auto place = place_m(v.drive);
    scene.poses.push_back(standing(place[0], place[1], v.drive.heading));
  }
  const auto place = worker_place_m();
  scene.poses.push_back(standing(place[0], place[1], 0));
  for (const StationLane& lane : roads_.stations()) {
    // Beyond the pod, whom vehicles come to straight ahead; looks at them.
    const RoadNode& pick = roads_[lane.nodes.back()];
    const RoadNode& from = roads_[roads_.before(lane.nodes.back()).front()];
    const int dx = pick.x - from.x, dy = pick.y - from.y;
    const auto looks = std::find(kHeadings.begin(), kHeadings.end(), std::array<int, 2>{-dx, -dy});
    const double pitch_m = roads_.pitch_m();
    scene.poses.push_back(standing((pick.x + dx) * pitch_m, (pick.y + dy) * pitch_m,
                                   static_cast<int>(looks - kHeadings.begin())));
  }
}

void declare_inputs(const WarehouseParams& p, PointTable& table) {
  const VehicleParams& v = p.fleet.vehicle;
  table.parameter("vehicles.speed_limit", "m/s", v.speed_m_per_s, "set in all vehicles",
                  between(0, 5));
  table.parameter("vehicles.field_ratio", "1", 1, "length of the scanners' fields over that built",
                  between(0, 1));
  table.parameter("vehicles.braking", "m/s^2", v.acceleration_m_per_s2, "in service",
                  between(0.05, 10));
  table.parameter("vehicles.scanner_fixed", "1", 0,
                  "1: scanners take no parameters from the network", fraction());
  table.parameter("stations.scan_check", "1", 0, "1: pickers scan every article", fraction());
  table.signal("worker.let_in", "1", View::operators, "1: the worker is let into the aisle", {},
               fraction());
  table.signal("floor.clear", "1", View::operators,
               "1: people carry stranded vehicles and their pods home", {}, fraction());
  table.signal("pickers.walk", "1", View::operators, "button: pickers walk with lists", {},
               fraction());
}

}  // namespace twinaxis::warehouse
