#include "models/warehouse/road_layout.h"

#include "sim/core/require.h"

namespace twinaxis::warehouse {
namespace {

std::vector<FieldProblem> map_problems(const RoadParams& p, const std::string& path) {
  std::vector<FieldProblem> found;
  std::vector<MapProblem> unreadable;
  const auto floor = read_map(p.map, unreadable);
  for (const MapProblem& each : unreadable) {
    found.push_back({path + ".map", "line " + std::to_string(each.line) + ", column " +
                                        std::to_string(each.column) + " of the map: " +
                                        each.message});
  }
  if (!floor) return found;
  const RoadLayout layout = map_layout(*floor, p);
  if (layout.unreached_shelves > 0) {
    found.push_back(
        {path + ".map",
         "no lane leads past " + std::to_string(layout.unreached_shelves) +
             " shelves, the first in column " + std::to_string(floor->x(layout.first_unreached) + 1) +
             " of row " + std::to_string(floor->y(layout.first_unreached) + 1) +
             ": corridors between shelves are one to four cells wide, and two lanes, one there and "
             "one back, go round them"});
  } else if (layout.places.empty()) {
    found.push_back({path + ".map", "has no shelves: blocked cells that no wall joins"});
  }
  const std::size_t wanted = static_cast<std::size_t>(p.stations) * layout.levels;
  if (found.empty() && layout.stations.size() < wanted) {
    found.push_back({path + ".stations",
                     "the open floor of the map has room for " +
                         std::to_string(layout.stations.size() / layout.levels) + " with lanes of " +
                         std::to_string(p.lane) + " nodes"});
  }
  return found;
}

}  // namespace

void fields(FieldVisitor& v, RoadParams& p) {
  v("pitch", p.pitch_m, "m", above(0), "between neighbouring nodes, or cells of a map");
  v("stations", p.stations, between(1, 100), "for picking");
  v("lane", p.lane, between(1, 50), "nodes from the highway to the picker");
  v("levels", p.levels, between(1, 100), "floors, one above the other, alike");
  v("aisles", p.aisles, between(1, 200), "with pods on both sides; without a map");
  v("places", p.places, between(2, 500), "of pods on one side of an aisle; without a map");
  v("parking_aisles", p.parking_aisles, between(1, 200),
    "where vehicles park and charge; without a map");
  v("map", p.map,
    "of the floor, in the format of the MovingAI benchmarks (!text_of floor.map); none: made of the "
    "parameters above");
}

std::vector<FieldProblem> problems(const RoadParams& p, const std::string& path) {
  if (!p.map.empty()) return map_problems(p, path);
  const int room = station_room(p);
  if (p.stations <= room) return {};
  return {{path + ".stations", "the highway has room for " + std::to_string(room) +
                                   " beside aisles of " + std::to_string(p.places) + " places"}};
}

RoadLayout layout_of(const RoadParams& p) {
  if (p.map.empty()) return lane_layout(p);
  std::vector<MapProblem> unreadable;
  const auto floor = read_map(p.map, unreadable);
  require(floor.has_value(), "problems() finds nothing");
  return map_layout(*floor, p);
}

}  // namespace twinaxis::warehouse
