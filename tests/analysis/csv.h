#pragma once
// Tables of reference values in tests/golden/data.

#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace twinaxis {

using CsvRow = std::vector<std::string>;

/// Splits at commas outside double quotes; the quotes go.
inline CsvRow csv_cells(const std::string& line) {
  CsvRow cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    else if (c == ',' && !quoted) cells.emplace_back();
    else if (c != '\r') cells.back() += c;
  }
  return cells;
}

/// All rows after the head. Throws std::runtime_error if the file is missing or has no rows.
inline std::vector<CsvRow> csv_rows(const std::string& name) {
  std::ifstream file(std::string(TWINAXIS_SOURCE_DIR "/tests/golden/data/") + name);
  std::vector<CsvRow> rows;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    if (!line.empty()) rows.push_back(csv_cells(line));
  }
  if (rows.empty()) throw std::runtime_error(name + ": missing or empty");
  return rows;
}

}  // namespace twinaxis
