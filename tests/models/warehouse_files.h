#pragma once
// The published map and the first agents of its scenario random-1, one a line: x and y of the
// start, x and y of the goal. Source: movingai.com, warehouse-10-20-10-2-1; the agents as in
// czmarikaivanova/ColoredMAPF.

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "models/warehouse/grid.h"
#include "sim/core/require.h"

namespace twinaxis::warehouse {

inline std::string file_text(const std::string& name) {
  std::ifstream file(TWINAXIS_SOURCE_DIR "/" + name);
  std::ostringstream text;
  text << file.rdbuf();
  require(!text.str().empty(), "the file is there: " + name);
  return text.str();
}

inline Grid benchmark_map() {
  std::vector<MapProblem> problems;
  const auto grid = read_map(file_text("scenarios/catalogue/warehouse-10-20-10-2-1.map"), problems);
  require(grid.has_value(), "the published map is sound");
  return *grid;
}

struct Agents {
  std::vector<Cell> starts, goals;
};
inline Agents benchmark_agents(const Grid& grid, std::size_t count) {
  std::istringstream text(
      file_text("tests/golden/data/warehouse-10-20-10-2-1_random-1_first40.txt"));
  Agents agents;
  for (int x, y, to_x, to_y; agents.starts.size() < count && text >> x >> y >> to_x >> to_y;) {
    agents.starts.push_back(grid.cell(x, y));
    agents.goals.push_back(grid.cell(to_x, to_y));
  }
  require(agents.starts.size() == count, "the file has so many agents");
  return agents;
}

/// A small map, its rows one under the other.
inline std::string map_text(const std::vector<std::string>& rows) {
  std::string text = "type octile\nheight " + std::to_string(rows.size()) + "\nwidth " +
                     std::to_string(rows[0].size()) + "\nmap\n";
  for (const auto& row : rows) text += row + "\n";
  return text;
}
inline std::vector<std::string> rows_of(const Grid& grid) {
  std::vector<std::string> rows;
  for (int y = 0; y < grid.height(); ++y) {
    rows.emplace_back();
    for (int x = 0; x < grid.width(); ++x) rows.back() += grid.is_free(x, y) ? '.' : '@';
  }
  return rows;
}
inline Grid drawn(const std::vector<std::string>& rows) {
  std::vector<MapProblem> problems;
  const auto grid = read_map(map_text(rows), problems);
  require(grid.has_value(), "the drawn map is sound");
  return *grid;
}

}  // namespace twinaxis::warehouse
