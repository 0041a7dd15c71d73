#include "models/warehouse/grid.h"

#include <algorithm>

#include "sim/core/require.h"

namespace twinaxis::warehouse {

Grid::Grid(int width, int height, std::vector<bool> free)
    : width_(width), height_(height), free_(std::move(free)) {
  require(width > 0 && height > 0 && free_.size() == static_cast<std::size_t>(cell_count()),
          "a grid has an entry for each cell");
  free_count_ = static_cast<int>(std::count(free_.begin(), free_.end(), true));
  neighbours_.resize(free_.size());
  constexpr std::array<std::array<int, 2>, 4> kSteps{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};
  for (Cell c = 0; c < cell_count(); ++c) {
    for (std::size_t i = 0; i < kSteps.size(); ++i) {
      const int to_x = x(c) + kSteps[i][0], to_y = y(c) + kSteps[i][1];
      neighbours_[static_cast<std::size_t>(c)][i] =
          is_free(to_x, to_y) ? cell(to_x, to_y) : kNoCell;
    }
  }
}

Distances distances_to(const Grid& grid, Cell goal, const std::vector<bool>& closed) {
  Distances steps(static_cast<std::size_t>(grid.cell_count()), kUnreachable);
  const auto shut = [&](Cell c) { return !closed.empty() && closed[static_cast<std::size_t>(c)]; };
  if (!grid.is_free(goal) || shut(goal)) return steps;
  steps[static_cast<std::size_t>(goal)] = 0;
  std::vector<Cell> reached{goal};
  reached.reserve(static_cast<std::size_t>(grid.free_count()));
  for (std::size_t i = 0; i < reached.size(); ++i) {
    const int next = steps[static_cast<std::size_t>(reached[i])] + 1;
    for (const Cell c : grid.neighbours(reached[i])) {
      if (c == kNoCell || steps[static_cast<std::size_t>(c)] != kUnreachable) continue;
      require(next < kUnreachable, "no way is longer than 65,534 steps");
      steps[static_cast<std::size_t>(c)] = static_cast<std::uint16_t>(next);
      if (!shut(c)) reached.push_back(c);
    }
  }
  return steps;
}

}  // namespace twinaxis::warehouse
