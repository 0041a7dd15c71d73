#pragma once
// The planner of the running fleet: where each vehicle goes in the next step, so that no two are in
// one cell and no two change places, while goals keep changing. Priority inheritance with
// backtracking (PIBT): who has waited longest for its goal goes first, towards it; whoever stands
// in its way takes over its priority and gives way first, or else says that it cannot.
//
// Complete where every two neighbouring cells lie on a circle of cells, as on every floor of aisles
// open at both ends, while nothing is closed or held: the first in line comes one cell nearer in
// every step, so everybody is served within vehicles x longest way. Elsewhere (blind aisles, behind
// closed cells) two may stand face to face; if the first in line has stood so for `patience_steps`,
// it goes to the end of the line, and who blocked it comes out. That helps, but nothing is proven.
//
// Source: Okumura, Machida, Defago, Tamura, Priority inheritance with backtracking for iterative
// multi-agent path finding, Artificial Intelligence 310 (2022) 103752. Patience and ties are ours.

#include <cstdint>
#include <span>
#include <vector>

#include "models/warehouse/grid.h"

namespace twinaxis::warehouse {

struct FleetVehicle {
  Cell at = kNoCell;
  Cell goal = kNoCell;
  /// Stays in this step and keeps its cell: it lifts, charges, is stopped. Others wait for it; who
  /// shall go round it needs its cell among the closed ones.
  bool held = false;
  int head_start_steps = 0;  ///< of an urgent one: as if it had waited so much longer
};

struct FleetLimits {
  int patience_steps = 20;
  std::size_t tables_MiB = 256;  ///< of distances; beyond it those of nobody's goal are dropped
};

class FleetPlanner {
 public:
  explicit FleetPlanner(const Grid& grid, const FleetLimits& limits = {});

  /// The next cells, in the order of the vehicles: a neighbour of its cell or the same. Nobody
  /// enters a closed cell, and who is on one stays; ways lead round them. A vehicle whose goal
  /// cannot be reached stays unless it is pushed, and so does one at its goal.
  /// Vehicles are known by their place in the list: their waiting is remembered from call to call,
  /// and forgotten if their number changes. All are on different free cells (ContractError).
  std::vector<Cell> step(std::span<const FleetVehicle> vehicles, std::span<const Cell> closed = {});

 private:
  using Index = std::size_t;

  void close(std::span<const Cell> closed);
  void drop_tables();
  const Distances& distances(Cell goal);
  void place();
  void remember();
  bool waits(Index vehicle) const;
  std::vector<Index> line() const;
  bool stands_face_to_face(Index vehicle) const;
  void go(Index vehicle, Cell c);
  bool move(Index vehicle);
  bool may_enter(Index vehicle, Cell c) const;

  const Grid grid_;
  FleetLimits limits_;
  std::vector<int> waited_;  ///< steps since each was at its goal or went to the end of the line
  std::vector<int> stood_;   ///< steps since each moved
  std::vector<FleetVehicle> last_;

  std::vector<bool> closed_;  ///< by cell
  std::vector<Cell> closed_cells_;
  std::vector<Distances> tables_;  ///< by goal; empty: not asked for
  std::size_t table_count_ = 0;

  // Of the step that is being planned.
  std::span<const FleetVehicle> vehicles_;
  std::vector<const Distances*> to_goal_;
  std::vector<int> now_, next_in_;  ///< vehicle by cell, or -1: there now, there next
  std::vector<Cell> next_;          ///< by vehicle, or kNoCell
};

}  // namespace twinaxis::warehouse
