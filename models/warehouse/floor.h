#pragma once
// A floor made of parameters: blocks of shelves in rows and columns with aisles between them,
// aprons to the left and right with the stations. 10 x 20 blocks of 10 x 2, aisles of one cell and
// aprons of 25 are the benchmark map warehouse-10-20-10-2-1.

#include <string>
#include <vector>

#include "models/warehouse/grid.h"
#include "sim/core/fields.h"

namespace twinaxis::warehouse {

/// Sizes in cells. Blocks and aisles: the benchmark; cell and numbers of stations: assumptions (a
/// vehicle of 1 m; four stations a side are the default of RAWSim-O, which says nothing of sides).
struct FloorParams {
  double cell_m = 1.2;  ///< edge
  int blocks_across = 10, blocks_down = 20;
  int block_length = 10, block_depth = 2;
  int aisle = 1;
  int apron = 25;  ///< free between blocks and the walls left and right
  int stations_left = 4, stations_right = 4;
};
void fields(FieldVisitor& v, FloorParams& p);
/// What no field can say of itself; paths begin with `below`.
std::vector<FieldProblem> problems(const FloorParams& p, const std::string& below);

struct Floor {
  Grid grid;
  std::vector<Cell> left_stations, right_stations;  ///< along the walls, from above
  std::vector<Cell> picking_faces;  ///< in the aisles above and below the blocks: beside a shelf
};
/// ContractError where problems() finds some.
Floor make_floor(const FloorParams& p);

}  // namespace twinaxis::warehouse
