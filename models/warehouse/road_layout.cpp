#include "models/warehouse/road_layout.h"

#include <algorithm>
#include <utility>

#include "sim/core/require.h"

namespace twinaxis::warehouse {
namespace {

std::vector<FieldProblem> map_problems(const RoadParams& p, const std::string& path) {
  std::vector<FieldProblem> found;
  std::vector<MapProblem> unreadable;
  const auto floor = read_map(p.map, unreadable);
  for (const MapProblem& each : unreadable) {
    found.push_back({path + ".map", "line " + std::to_string(each.line) + ", column " +
                                        std::to_string(each.column) +
                                        " of the map: " + each.message});
  }
  if (!floor) return found;
  const RoadLayout layout = map_layout(*floor, p);
  if (layout.unreached_shelves > 0) {
    found.push_back(
        {path + ".map", "no lane leads past " + std::to_string(layout.unreached_shelves) +
                            " shelves, the first in line " +
                            std::to_string(floor->y(layout.first_unreached) + kMapHead + 1) +
                            ", column " + std::to_string(floor->x(layout.first_unreached) + 1) +
                            " of the map: corridors between shelves are one to four cells wide, "
                            "and two lanes, one there and one back, go round them"});
  } else if (layout.places.empty()) {
    found.push_back({path + ".map", "has no shelves: blocked cells that no wall joins"});
  }
  if (found.empty() && longest_junction(layout, kLongestJunction + 1) > kLongestJunction) {
    found.push_back(
        {path + ".map", "more than " + std::to_string(kLongestJunction) +
                            " cells in a row in which corridors meet: shelves stand too "
                            "far apart, or are too short"});
  }
  const std::size_t wanted = static_cast<std::size_t>(p.stations) * layout.levels;
  if (found.empty() && layout.stations.size() < wanted) {
    found.push_back(
        {path + ".stations", "the open floor of the map has room for " +
                                 std::to_string(layout.stations.size() / layout.levels) +
                                 " with lanes of " + std::to_string(p.lane) + " nodes"});
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
    "of the floor, in the format of the MovingAI benchmarks (!text_of floor.map); none: made of "
    "the parameters above");
}

std::vector<FieldProblem> problems(const RoadParams& p, const std::string& path) {
  if (!p.map.empty()) return map_problems(p, path);
  const int room = station_room(p);
  if (p.stations <= room) return {};
  return {{path + ".stations", "the highway has room for " + std::to_string(room) +
                                   " beside aisles of " + std::to_string(p.places) + " places"}};
}

std::vector<char> joins(const RoadLayout& layout) {
  std::vector<int> ways(layout.nodes.size());
  for (const RoadNode& n : layout.nodes) {
    if (is_leaf(n)) continue;
    for (const NodeIndex to : n.next) ++ways[static_cast<std::size_t>(to)];
  }
  std::vector<char> found;
  for (const int each : ways) found.push_back(each > 1);
  return found;
}

int longest_junction(const RoadLayout& layout, int most) {
  const auto joined = joins(layout);
  int longest = 0;
  std::vector<NodeIndex> seen_from(layout.nodes.size(), kNowhere);
  for (std::size_t n = 0; n < layout.nodes.size(); ++n) {
    if (joined[n] != 0) continue;
    std::vector<std::pair<NodeIndex, int>> reached{{static_cast<NodeIndex>(n), 0}};
    for (std::size_t i = 0; i < reached.size(); ++i) {
      const auto [at, length] = reached[i];
      longest = std::max(longest, length);
      if (longest >= most) return longest;
      for (const NodeIndex to : layout.nodes[static_cast<std::size_t>(at)].next) {
        auto& seen = seen_from[static_cast<std::size_t>(to)];
        if (joined[static_cast<std::size_t>(to)] == 0 || seen == static_cast<NodeIndex>(n))
          continue;
        seen = static_cast<NodeIndex>(n);
        reached.emplace_back(to, length + 1);
      }
    }
  }
  return longest;
}

RoadLayout layout_of(const RoadParams& p) {
  auto layout = readable_layout(p);
  require(layout.has_value(), "problems() finds nothing");
  return std::move(*layout);
}

std::optional<RoadLayout> readable_layout(const RoadParams& p) {
  if (p.map.empty()) {
    RoadParams fitting = p;
    fitting.stations = std::min(p.stations, std::max(station_room(p), 1));
    return station_room(p) > 0 ? std::optional(lane_layout(fitting)) : std::nullopt;
  }
  std::vector<MapProblem> unreadable;
  const auto floor = read_map(p.map, unreadable);
  if (!floor) return std::nullopt;
  RoadLayout layout = map_layout(*floor, p);
  return layout.places.empty() ? std::nullopt : std::optional(std::move(layout));
}

}  // namespace twinaxis::warehouse
