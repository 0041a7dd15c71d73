#include "sim/app/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace twinaxis::app {
namespace {

std::vector<std::string> lines_of(const std::string& cell) {
  std::vector<std::string> lines(1);
  for (const char c : cell) {
    if (c == '\n') lines.emplace_back();
    else lines.back() += c;
  }
  return lines;
}

std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(width - std::min(width, shown_width(text)), ' ');
}

}  // namespace

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') {
      return std::string_view(value).starts_with("ja") ? Language::ja : Language::en;
    }
  }
  return Language::en;
}

const std::string& in(Language language, const Text& text) {
  const std::string& wanted = language == Language::ja ? text.ja : text.en;
  const std::string& other = language == Language::ja ? text.en : text.ja;
  return wanted.empty() ? other : wanted;
}

std::size_t shown_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    // From U+2E80 (three bytes, E2 BA 80) on, characters are wide: CJK, kana, full-width forms.
    const bool wide = length == 4 || (length == 3 && utf8.substr(i, 3) >= "\xE2\xBA\x80");
    width += wide ? 2 : 1;
    i += length;
  }
  return width;
}

std::string table_text(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t c = 0; c < row.size(); ++c) {
      for (const auto& line : lines_of(row[c])) widths[c] = std::max(widths[c], shown_width(line));
    }
  }
  std::string text;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (const auto& cell : rows[r]) {
      cells.push_back(lines_of(cell));
      height = std::max(height, cells.back().size());
    }
    for (std::size_t k = 0; k < height; ++k) {
      std::string line;
      for (std::size_t c = 0; c < cells.size(); ++c) {
        line += padded(k < cells[c].size() ? cells[c][k] : "", widths[c]) + "  ";
      }
      line.erase(line.find_last_not_of(' ') + 1);
      text += line + "\n";
    }
    if (r == 0) {
      std::size_t total = 0;
      for (const std::size_t w : widths) total += w + 2;
      for (std::size_t i = 2; i < total; ++i) text += "─";
      text += "\n";
    }
  }
  return text;
}

std::string clock_text(Time at) {
  const auto seconds = at.ns / kNanosecondsPerSecond;
  return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace twinaxis::app
