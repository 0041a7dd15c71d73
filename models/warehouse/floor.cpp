#include "models/warehouse/floor.h"

#include "sim/core/require.h"

namespace twinaxis::warehouse {

namespace {

// A wall of one cell runs all around.
int inner_width(const FloorParams& p) {
  return 2 * p.apron + p.blocks_across * (p.block_length + p.aisle) - p.aisle;
}
int inner_height(const FloorParams& p) {
  return p.blocks_down * (p.block_depth + p.aisle) + p.aisle;
}

bool is_shelf(const FloorParams& p, int x, int y) {
  const int across = x - 1 - p.apron, down = y - 1 - p.aisle;
  if (across < 0 || across >= inner_width(p) - 2 * p.apron || down < 0) return false;
  return across % (p.block_length + p.aisle) < p.block_length &&
         down % (p.block_depth + p.aisle) < p.block_depth &&
         down / (p.block_depth + p.aisle) < p.blocks_down;
}

/// Evenly along a wall, each in the middle of its share.
std::vector<Cell> stations(const FloorParams& p, const Grid& grid, int x, int count) {
  std::vector<Cell> cells;
  for (int i = 0; i < count; ++i) {
    cells.push_back(grid.cell(x, 1 + (2 * i + 1) * inner_height(p) / (2 * count)));
  }
  return cells;
}

}  // namespace

Floor make_floor(const FloorParams& p) {
  require(problems(p, "").empty(), "a floor is made of sound parameters");
  const int width = inner_width(p) + 2, height = inner_height(p) + 2;
  std::vector<bool> free;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const bool wall = x == 0 || y == 0 || x == width - 1 || y == height - 1;
      free.push_back(!wall && !is_shelf(p, x, y));
    }
  }
  Floor floor{Grid(width, height, std::move(free)), {}, {}, {}};
  const Grid& grid = floor.grid;
  floor.left_stations = stations(p, grid, 1, p.stations_left);
  floor.right_stations = stations(p, grid, width - 2, p.stations_right);
  for (Cell c = 0; c < grid.cell_count(); ++c) {
    const int x = grid.x(c), y = grid.y(c);
    if (grid.is_free(c) && (is_shelf(p, x, y - 1) || is_shelf(p, x, y + 1))) {
      floor.picking_faces.push_back(c);
    }
  }
  return floor;
}

std::vector<FieldProblem> problems(const FloorParams& p, const std::string& below) {
  std::vector<FieldProblem> found;
  // Without an apron a station would stand in the mouth of an aisle, and nobody could pass it.
  for (const auto& [name, count] : {std::pair{".stations_left", p.stations_left},
                                    std::pair{".stations_right", p.stations_right}}) {
    if (2 * count <= inner_height(p)) continue;
    found.push_back({below + name, "a station needs two rows of cells, and there are " +
                                       std::to_string(inner_height(p))});
  }
  return found;
}

void fields(FieldVisitor& v, FloorParams& p) {
  v("cell", p.cell_m, "m", above(0), "edge of a cell of the grid");
  v("blocks_across", p.blocks_across, between(1, 50), "blocks of shelves from left to right");
  v("blocks_down", p.blocks_down, between(1, 50), "blocks of shelves from above to below");
  v("block_length", p.block_length, between(1, 100), "shelves side by side in a block, cells");
  v("block_depth", p.block_depth, between(1, 10), "rows of shelves in a block, cells");
  v("aisle", p.aisle, between(1, 10), "between blocks, cells");
  v("apron", p.apron, between(2, 100), "free floor left and right of the blocks, cells");
  v("stations_left", p.stations_left, between(1, 100), "along the left wall");
  v("stations_right", p.stations_right, between(1, 100), "along the right wall");
}

}  // namespace twinaxis::warehouse
