#include "sim/scenario/excerpt.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace twinaxis::scenario {
namespace {

constexpr std::size_t kTextColumns = 88;  ///< of a terminal with 100, behind the line number
constexpr std::size_t kTabColumns = 4;

/// One character and how many columns of a terminal it takes.
struct Cell {
  std::string text;
  std::size_t columns = 1;
};

std::uint32_t code_point(std::string_view utf8) {
  const auto lead = static_cast<unsigned char>(utf8[0]);
  constexpr std::array<std::uint32_t, 5> mask{0, 0x7F, 0x1F, 0x0F, 0x07};
  std::uint32_t code = lead & mask[std::min<std::size_t>(utf8.size(), 4)];
  for (const char byte : utf8.substr(1)) {
    code = code << 6 | (static_cast<unsigned char>(byte) & 0x3Fu);
  }
  return code;
}

/// East Asian wide and full-width blocks take two columns, combining marks none.
/// Source: Unicode Standard Annex 11, by block.
std::size_t columns_of(std::uint32_t code) {
  struct Block {
    std::uint32_t first, last;
  };
  constexpr std::array<Block, 10> wide{{{0x1100, 0x115F},
                                        {0x2E80, 0x303E},
                                        {0x3041, 0xA4CF},
                                        {0xAC00, 0xD7A3},
                                        {0xF900, 0xFAFF},
                                        {0xFE30, 0xFE6F},
                                        {0xFF00, 0xFF60},
                                        {0xFFE0, 0xFFE6},
                                        {0x1F300, 0x1F9FF},
                                        {0x20000, 0x3FFFD}}};
  constexpr std::array<Block, 3> none{{{0x0300, 0x036F}, {0x200B, 0x200F}, {0xFE00, 0xFE0F}}};
  const auto in = [code](const Block& b) { return code >= b.first && code <= b.last; };
  if (std::any_of(none.begin(), none.end(), in)) return 0;
  return std::any_of(wide.begin(), wide.end(), in) ? 2 : 1;
}

std::vector<Cell> cells_of(std::string_view line) {
  std::vector<Cell> cells;
  while (!line.empty()) {
    std::size_t bytes = 1;
    while (bytes < line.size() && !begins_character(line[bytes])) ++bytes;
    const std::string_view character = line.substr(0, bytes);
    const bool control = bytes == 1 && static_cast<unsigned char>(character[0]) < 0x20;
    if (character == "\t") cells.push_back({std::string(kTabColumns, ' '), kTabColumns});
    else if (control || character == "\x7F") cells.push_back({" ", 1});
    else cells.push_back({std::string(character), columns_of(code_point(character))});
    line.remove_prefix(bytes);
  }
  return cells;
}

/// The cells [first, end) around `caret` that fit into a terminal.
struct Window {
  std::size_t first, end;
};
Window window_around(const std::vector<Cell>& cells, std::size_t caret) {
  Window w{caret, caret};
  std::size_t columns = 0;
  while (true) {
    // The text before the caret explains more than what follows: two of three columns go to it.
    const bool can_left = w.first > 0 && columns + cells[w.first - 1].columns <= kTextColumns;
    const bool can_right = w.end < cells.size() && columns + cells[w.end].columns <= kTextColumns;
    if (!can_left && !can_right) return w;
    const bool left = can_left && (!can_right || caret - w.first <= 2 * (w.end - caret));
    columns += left ? cells[--w.first].columns : cells[w.end++].columns;
  }
}

}  // namespace

std::string excerpt(std::string_view line, int number, int column) {
  const auto cells = cells_of(line);
  // One behind the last character is a place too: where something is missing.
  const std::size_t caret = std::min(static_cast<std::size_t>(column - 1), cells.size());
  const Window w = window_around(cells, caret);
  std::string shown = w.first > 0 ? "..." : "";
  std::string blank(shown.size(), ' ');
  for (std::size_t i = w.first; i < w.end; ++i) {
    shown += cells[i].text;
    if (i < caret) blank += std::string(cells[i].columns, ' ');
  }
  if (w.end < cells.size()) shown += "...";
  std::string label = std::to_string(number);
  if (label.size() < 6) label.insert(0, 6 - label.size(), ' ');
  return label + " | " + shown + "\n" + std::string(label.size(), ' ') + " | " + blank + "^\n";
}

std::string on_one_line(std::string_view text, std::size_t at_most) {
  const auto cells = cells_of(text);
  std::string result;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i == at_most) return result + "...";
    result += cells[i].text.starts_with(' ') ? " " : cells[i].text;
  }
  return result;
}

std::size_t character_count(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), begins_character));
}

}  // namespace twinaxis::scenario
