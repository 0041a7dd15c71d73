// Roads on the map of a floor.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "models/warehouse/floor.h"
#include "models/warehouse/plant_params.h"
#include "tests/models/warehouse_files.h"

namespace twinaxis::warehouse {
namespace {

/// Two blocks with a corridor between them, corridors round them, open floor to the west.
const std::vector<std::string> kTwoBlocks{
    "@@@@@@@@@@@@@@@@@@@@", "@..................@", "@.........@@@.@@@..@",
    "@.........@@@.@@@..@", "@..................@", "@.........@@@.@@@..@",
    "@.........@@@.@@@..@", "@..................@", "@@@@@@@@@@@@@@@@@@@@"};

RoadParams on_map(const std::string& map, int stations = 1) {
  RoadParams p;
  p.map = map;
  p.stations = stations;
  return p;
}

/// What holds on every map: all of a level is reached from everywhere, lanes are one-way, nothing
/// but pods stands on shelves.
void expect_sound(const Grid& floor, const RoadLayout& layout) {
  EXPECT_EQ(layout.unreached_shelves, 0);
  const auto size = layout.nodes.size();
  std::vector<std::vector<NodeIndex>> before(size), next(size);
  for (std::size_t n = 0; n < size; ++n) {
    const RoadNode& node = layout.nodes[n];
    EXPECT_EQ(floor.is_free(node.x, floor.height() - 1 - node.y), node.kind != NodeKind::place);
    for (const NodeIndex to : node.next) {
      const RoadNode& there = layout.nodes[static_cast<std::size_t>(to)];
      ASSERT_EQ(std::abs(there.x - node.x) + std::abs(there.y - node.y), 1) << "neighbours";
      const auto& back = there.next;
      const bool both =
          std::find(back.begin(), back.end(), static_cast<NodeIndex>(n)) != back.end();
      ASSERT_EQ(both, is_leaf(node) || is_leaf(there));
      next[n].push_back(to);
      before[static_cast<std::size_t>(to)].push_back(static_cast<NodeIndex>(n));
    }
  }
  for (const auto* edges : {&next, &before}) {
    std::set<NodeIndex> seen{0};
    std::vector<NodeIndex> reached{0};
    for (std::size_t i = 0; i < reached.size(); ++i) {
      for (const NodeIndex n : (*edges)[static_cast<std::size_t>(reached[i])]) {
        if (seen.insert(n).second) reached.push_back(n);
      }
    }
    EXPECT_EQ(reached.size(), size);
  }
}

TEST(WarehouseMap, TheBenchmarkFloorHasAPodOnEveryShelf) {
  const Grid floor = benchmark_map();
  const RoadParams p = on_map(file_text("scenarios/catalogue/warehouse-10-20-10-2-1.map"), 8);
  EXPECT_TRUE(problems(p, "roads").empty());
  const RoadLayout layout = layout_of(p);
  expect_sound(floor, layout);
  EXPECT_EQ(layout.places.size(), 10u * 20 * 20);
  EXPECT_EQ(layout.stations.size(), 8u);
  ASSERT_EQ(layout.aisles.size(), 21u);
  for (const Aisle& aisle : layout.aisles) {
    EXPECT_EQ(aisle.x, 26);
    EXPECT_EQ(aisle.length, 10 * 10 + 9);
  }
  EXPECT_GE(layout.parking.size(), 50u);
  std::size_t west = 0;
  for (const StationLane& lane : layout.stations) {
    EXPECT_EQ(lane.nodes.size(), 5u);
    west += layout.nodes[static_cast<std::size_t>(lane.nodes.back())].x < 80;
  }
  EXPECT_EQ(west, 4u) << "as many on either side";
}

/// Articles are numbered by demand: the first pods lie near stations.
TEST(WarehouseMap, WhatIsOrderedOftenLiesNearAStation) {
  const Roads roads(on_map(map_text(kTwoBlocks)));
  const auto far = [&](NodeIndex place) {
    const RoadNode& pick = roads[roads.stations()[0].nodes.back()];
    return std::abs(roads[place].x - pick.x) + std::abs(roads[place].y - pick.y);
  };
  EXPECT_TRUE(std::is_sorted(roads.places().begin(), roads.places().end(),
                             [&](NodeIndex a, NodeIndex b) { return far(a) < far(b); }));
  EXPECT_LT(far(roads.places().front()), far(roads.places().back()));
}

/// Corridors of one to four cells, blocks of one or two rows of shelves, few or many of them.
TEST(WarehouseMap, EveryFloorOfBlocksGetsSoundRoads) {
  for (const int aisle : {1, 2, 3, 4}) {
    for (const int depth : {1, 2}) {
      for (const auto& [across, down] : {std::pair{1, 1}, {1, 4}, {3, 2}, {4, 5}}) {
        SCOPED_TRACE(std::to_string(aisle) + " wide, " + std::to_string(depth) + " deep, " +
                     std::to_string(across) + " x " + std::to_string(down));
        FloorParams f;
        f.blocks_across = across, f.blocks_down = down, f.block_length = 6, f.block_depth = depth;
        f.aisle = aisle, f.apron = 10, f.stations_left = f.stations_right = 1;
        const Grid floor = make_floor(f).grid;
        const RoadLayout layout = map_layout(floor, {});
        expect_sound(floor, layout);
        EXPECT_EQ(layout.places.size(), static_cast<std::size_t>(6 * depth * across * down));
      }
    }
  }
}

TEST(WarehouseMap, LevelsAreAlikeAndApart) {
  RoadParams p = on_map(map_text(kTwoBlocks));
  const Roads one(p);
  p.levels = 3;
  const Roads roads(p);
  EXPECT_EQ(roads.size(), 3 * one.size());
  EXPECT_EQ(roads.places().size(), 3 * one.places().size());
  EXPECT_EQ(roads.aisles().size(), one.aisles().size());
  const auto steps = roads.distances(roads.places().back());
  EXPECT_EQ(std::count(steps.begin(), steps.end(), Roads::kFar),
            static_cast<std::ptrdiff_t>(2 * one.size()));
  std::set<std::pair<int, int>> cells;
  for (std::size_t n = 0; n < roads.size(); ++n) {
    const RoadNode& node = roads[static_cast<NodeIndex>(n)];
    EXPECT_TRUE(cells.emplace(node.x, node.y).second);
    EXPECT_EQ(roads.at(node.x, node.y), static_cast<NodeIndex>(n));
  }
  EXPECT_NE(roads[roads.parking()[0]].y, roads[roads.parking()[1]].y) << "one a level";
}

std::string said_of(const RoadParams& p) {
  std::string said;
  for (const FieldProblem& each : problems(p, "roads")) {
    said += each.path + ": " + each.message + "\n";
  }
  return said;
}

TEST(WarehouseMap, WhatAMapCannotHoldIsTold) {
  EXPECT_EQ(said_of(on_map(map_text(kTwoBlocks))), "");
  EXPECT_EQ(
      said_of(on_map("type octile\nheight 1\nwidth 2\nmap\n.x\n")),
      "roads.map: line 5, column 2 of the map: 'x' is no sign of a map; free are '.' and 'G', "
      "blocked '@', 'O' and 'T'\n");
  EXPECT_EQ(said_of(on_map(map_text({"@@@@", "@..@", "@@@@"}))),
            "roads.map: has no shelves: blocked cells that no wall joins\n");
  EXPECT_NE(said_of(on_map(map_text(kTwoBlocks), 9))
                .find("roads.stations: the open floor of the "
                      "map has room for "),
            std::string::npos)
      << said_of(on_map(map_text(kTwoBlocks), 9));
  // A pocket: who drives in there does not come out again.
  auto pocket = kTwoBlocks;
  pocket.insert(pocket.begin() + 4, "@.........@@@@@@@..@");
  const std::string said = said_of(on_map(map_text(pocket)));
  EXPECT_NE(
      said.find(
          "roads.map: no lane leads past 2 shelves, the first in line 8, column 13 of the map"),
      std::string::npos)
      << said;
}

/// Short shelves that stand in each other's way: corridors meet everywhere.
TEST(WarehouseMap, TooManyMeetingsInARowAreTold) {
  std::vector<std::string> rows{std::string(40, '@')};
  const auto floor = [&](const std::string& row) { rows.push_back("@" + row + "@"); };
  const std::string open(38, '.');
  for (int k = 0; k < 4; ++k) {
    floor(open), floor(open);
    std::string shelves = std::string(10, '.');
    while (shelves.size() < 36) shelves += k % 2 == 0 ? "@." : ".@";
    floor(shelves + std::string(38 - shelves.size(), '.'));
    floor(shelves + std::string(38 - shelves.size(), '.'));
  }
  floor(open), floor(open);
  rows.push_back(std::string(40, '@'));
  const std::string said = said_of(on_map(map_text(rows)));
  EXPECT_NE(said.find("roads.map: more than 8 cells in a row in which corridors meet"),
            std::string::npos)
      << said;
}

TEST(WarehouseMap, FleetArticlesAndWorkerMustFitIt) {
  WarehouseParams p;
  p.roads = on_map(map_text(kTwoBlocks));
  p.fleet.count = 1000;
  p.demand.skus = 5;
  p.worker.aisle = 2, p.worker.to_m = 100;
  std::vector<std::string> paths;
  for (const FieldProblem& each : problems(p, "plant")) paths.push_back(each.path);
  EXPECT_EQ(paths, (std::vector<std::string>{"plant.fleet.count", "plant.demand.skus",
                                             "plant.worker.to"}));
}

}  // namespace
}  // namespace twinaxis::warehouse
