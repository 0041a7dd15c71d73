#pragma once
// One agent in space and time, among forbidden places and others whose way it should not cross if
// it costs nothing: the low level of conflict-based search.

#include <span>
#include <vector>

#include "models/warehouse/grid.h"
#include "models/warehouse/optimal_plan.h"

namespace twinaxis::warehouse {

/// An agent may not be in `to` at `step`; with a `from`, it may only not come from there.
struct Forbidden {
  int step = 0;
  Cell to = kNoCell;
  Cell from = kNoCell;
};

/// Where a path is at a step: at its end for ever.
inline Cell cell_at(const Path& path, int step) {
  const auto i = static_cast<std::size_t>(step);
  return i < path.size() ? path[i] : path.back();
}

class TimedSearch {
 public:
  explicit TimedSearch(const Grid& grid) : grid_(grid) {}

  /// The shortest path that does nothing forbidden, and of these one with the fewest conflicts with
  /// `others`: A* with exact distances, ordered by length, conflicts, steps left, then age. Empty
  /// if there is none.
  Path shortest(Cell start, Cell goal, const Distances& to_goal,
                std::span<const Forbidden> forbidden, std::span<const Path* const> others);

 private:
  struct Node {
    int length = 0, conflicts = 0, step = 0;
    Cell cell = kNoCell;
    int parent = -1;
  };
  bool done(int step, Cell c);

  const Grid& grid_;
  int run_ = 0;
  std::vector<std::vector<int>> done_in_run_;  ///< by step and cell
};

}  // namespace twinaxis::warehouse
