#pragma once
// The floor as a grid of square cells, four neighbours each: where vehicles may be, and how far it
// is from everywhere to somewhere.

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace twinaxis::warehouse {

/// y * width + x, from the upper left corner.
using Cell = int;
inline constexpr Cell kNoCell = -1;

class Grid {
 public:
  /// Row by row from above; `free` has width x height entries (ContractError).
  Grid(int width, int height, std::vector<bool> free);

  int width() const { return width_; }
  int height() const { return height_; }
  int cell_count() const { return width_ * height_; }
  int free_count() const { return free_count_; }
  bool holds(int x, int y) const { return x >= 0 && x < width_ && y >= 0 && y < height_; }
  /// Free and on the grid.
  bool is_free(int x, int y) const { return holds(x, y) && is_free(cell(x, y)); }
  bool is_free(Cell c) const { return free_[static_cast<std::size_t>(c)]; }
  Cell cell(int x, int y) const { return y * width_ + x; }
  int x(Cell c) const { return c % width_; }
  int y(Cell c) const { return c / width_; }
  /// Right, down, left, up; kNoCell where there is no free cell.
  const std::array<Cell, 4>& neighbours(Cell c) const {
    return neighbours_[static_cast<std::size_t>(c)];
  }

 private:
  int width_, height_, free_count_ = 0;
  std::vector<bool> free_;
  std::vector<std::array<Cell, 4>> neighbours_;
};

/// Steps from each cell to the goal of a table, kUnreachable where there is no way.
using Distances = std::vector<std::uint16_t>;
inline constexpr std::uint16_t kUnreachable = std::numeric_limits<std::uint16_t>::max();
/// By breadth-first search. No way leads through closed cells, but one may begin on them; a goal
/// that is closed or blocked cannot be reached. `closed` has an entry for each cell or is empty.
/// Way longer than 65,534 steps: ContractError.
Distances distances_to(const Grid& grid, Cell goal, const std::vector<bool>& closed = {});

inline constexpr int kMapHead = 4;  ///< lines of a map before its rows

struct MapProblem {
  int line = 1, column = 1;
  std::string message;
};
/// A map of the MovingAI benchmarks: "type octile", "height H", "width W", "map", then H rows of W
/// signs: '.' and 'G' are free; '@', 'O' and 'T' blocked; swamp and water have no place in a
/// warehouse. Nothing if a problem was found; all of them are reported.
/// Source: Sturtevant, IEEE Transactions on Computational Intelligence and AI in Games 4 (2012)
/// 144-148, and the format's page on movingai.com.
std::optional<Grid> read_map(std::string_view text, std::vector<MapProblem>& problems);

}  // namespace twinaxis::warehouse
