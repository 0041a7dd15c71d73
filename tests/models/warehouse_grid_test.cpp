// The floor: maps read and made, and distances on them.

#include <gtest/gtest.h>

#include <set>

#include "models/warehouse/floor.h"
#include "sim/scenario/reader.h"
#include "tests/models/warehouse_files.h"

namespace twinaxis::warehouse {
namespace {

std::vector<std::string> said_of(const std::string& text) {
  std::vector<MapProblem> problems;
  EXPECT_FALSE(read_map(text, problems).has_value());
  std::vector<std::string> said;
  for (const auto& p : problems) {
    said.push_back(std::to_string(p.line) + ":" + std::to_string(p.column) + ": " + p.message);
  }
  return said;
}
using Said = std::vector<std::string>;

TEST(Map, ThePublishedOneHasItsPublishedNumberOfFreeCells) {
  const Grid grid = benchmark_map();
  EXPECT_EQ(grid.width(), 161);
  EXPECT_EQ(grid.height(), 63);
  EXPECT_EQ(grid.free_count(), 5699);
}

TEST(Map, NamesEveryWrongSignAndRowAtOnce) {
  EXPECT_EQ(said_of("type octile\nheight 3\nwidth 3\nmap\n..@\n.x.\n..\n"),
            (Said{"6:2: 'x' is no sign of a map; free are '.' and 'G', blocked '@', 'O' and 'T'",
                  "7:3: expected 3 signs, found 2"}));
}

TEST(Map, NamesEveryWrongLineOfItsHead) {
  EXPECT_EQ(said_of("type tile\nheight 0\nwidth 3.5\nmaps\n"),
            (Said{"1:1: expected 'type octile', found 'type tile'",
                  "2:1: expected 'height ' and a whole number from 1 to 4096, found 'height 0'",
                  "3:1: expected 'width ' and a whole number from 1 to 4096, found 'width 3.5'",
                  "4:1: expected 'map', found 'maps'"}));
  EXPECT_EQ(said_of("").size(), 4u);
}

TEST(Map, MissesAndCountsRows) {
  EXPECT_EQ(said_of("type octile\nheight 2\nwidth 1\nmap\n.\n"),
            (Said{"6:1: expected 2 rows, found 1"}));
  EXPECT_EQ(said_of("type octile\nheight 1\nwidth 1\nmap\n.\n.\n"),
            (Said{"6:1: expected 1 rows, found 2"}));
}

TEST(Map, LinesMayEndAsOnWindows) {
  std::vector<MapProblem> problems;
  const auto grid = read_map("type octile\r\nheight 1\r\nwidth 2\r\nmap\r\n.@\r\n", problems);
  ASSERT_TRUE(grid.has_value());
  EXPECT_EQ(grid->free_count(), 1);
}

TEST(Floor, OfDefaultParametersIsThePublishedMap) {
  const Grid made = make_floor({}).grid, read = benchmark_map();
  ASSERT_EQ(made.width(), read.width());
  ASSERT_EQ(made.height(), read.height());
  for (Cell c = 0; c < made.cell_count(); ++c) EXPECT_EQ(made.is_free(c), read.is_free(c)) << c;
}

TEST(Floor, CountsAsItsParametersSay) {
  // Inside the walls (2 x 3 + 2 x 5 + 2) x (3 x 4 + 2) cells, less 2 x 3 blocks of 5 x 2; a block
  // has a face of 5 above and one below, and aisles of two cells are shared by none.
  FloorParams p;
  p.blocks_across = 2, p.blocks_down = 3, p.block_length = 5, p.aisle = 2, p.apron = 3;
  p.stations_left = 1, p.stations_right = 2;
  const Floor floor = make_floor(p);
  EXPECT_EQ(floor.grid.free_count(), 18 * 14 - 6 * 10);
  EXPECT_EQ(floor.picking_faces.size(), 60u);
  EXPECT_EQ(floor.left_stations.size(), 1u);
  EXPECT_EQ(floor.right_stations.size(), 2u);
}

TEST(Floor, HasFreeStationsApartAlongTheWalls) {
  for (const int count : {1, 7, 30}) {
    FloorParams p;
    p.stations_left = p.stations_right = count;
    const Floor floor = make_floor(p);
    for (const auto& [cells, x] :
         {std::pair{floor.left_stations, 1}, std::pair{floor.right_stations, 159}}) {
      EXPECT_EQ(std::set<Cell>(cells.begin(), cells.end()).size(), static_cast<std::size_t>(count));
      for (std::size_t i = 0; i < cells.size(); ++i) {
        EXPECT_TRUE(floor.grid.is_free(cells[i]));
        EXPECT_EQ(floor.grid.x(cells[i]), x);
        const int above = i == 0 ? -1 : floor.grid.y(cells[i - 1]);
        EXPECT_GE(floor.grid.y(cells[i]), above + 2);
      }
    }
  }
}

TEST(Floor, IsWrittenInYaml) {
  const auto read = [](const std::string& text) {
    scenario::Problems problems;
    scenario::Places places;
    FloorParams p;
    const auto node = scenario::parse_document(text, "floor.yaml", problems);
    if (node) scenario::read(*node, p, {.problems = problems, .places = places});
    return std::pair(p, problems.size());
  };
  const auto [floor, problems] = read("{cell: 1 m, blocks_down: 3, stations_left: 2}");
  EXPECT_EQ(problems, 0u);
  EXPECT_EQ(floor.blocks_down, 3);
  EXPECT_EQ(make_floor(floor).grid.height(), 3 * 3 + 1 + 2);
  EXPECT_EQ(read("{cell: 1 kg, aisle: 0, shelves: 3}").second, 3u);
}

TEST(Floor, RefusesMoreStationsThanFit) {
  FloorParams p;
  p.stations_right = 31;  // of 61 rows
  const auto found = problems(p, "twin.floor");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].path, "twin.floor.stations_right");
  EXPECT_EQ(found[0].message, "a station needs two rows of cells, and there are 61");
}

TEST(Distances, OnOpenFloorAreThoseOfManhattan) {
  const Grid grid = drawn({".....", ".....", "....."});
  const Distances d = distances_to(grid, grid.cell(1, 1));
  for (int y = 0; y < 3; ++y) {
    for (int x = 0; x < 5; ++x) {
      EXPECT_EQ(d[static_cast<std::size_t>(grid.cell(x, y))], std::abs(x - 1) + std::abs(y - 1));
    }
  }
}

TEST(Distances, LeadRoundWallsAndClosedCells) {
  const Grid grid = drawn({"...", ".@.", "..."});
  const auto steps = [&](const std::vector<bool>& closed, int x, int y) {
    return distances_to(grid, grid.cell(0, 1), closed)[static_cast<std::size_t>(grid.cell(x, y))];
  };
  EXPECT_EQ(steps({}, 2, 1), 4);
  EXPECT_EQ(steps({}, 1, 1), kUnreachable);
  std::vector<bool> closed(9, false);
  closed[1] = true;  // in the middle above
  EXPECT_EQ(steps(closed, 2, 0), 5);
  EXPECT_EQ(steps(closed, 1, 0), 2);  // one may begin there
  closed[static_cast<std::size_t>(grid.cell(1, 2))] = true;
  EXPECT_EQ(steps(closed, 2, 1), kUnreachable);
}

TEST(Distances, OfTheBenchmarkAreThePublishedLengths) {
  // First ten agents of random-1, each alone.
  const Grid grid = benchmark_map();
  const Agents agents = benchmark_agents(grid, 10);
  const int lengths[] = {174, 65, 79, 23, 22, 50, 41, 35, 23, 99};
  for (std::size_t i = 0; i < 10; ++i) {
    EXPECT_EQ(distances_to(grid, agents.goals[i])[static_cast<std::size_t>(agents.starts[i])],
              lengths[i]);
  }
}

}  // namespace
}  // namespace twinaxis::warehouse
