// The text format of the MovingAI benchmarks.

#include <algorithm>
#include <charconv>

#include "models/warehouse/grid.h"
#include "sim/core/text.h"

namespace twinaxis::warehouse {

namespace {

constexpr std::string_view kFree = ".G", kBlocked = "@OT";
constexpr int kLongestSide = 4096;  ///< cells; the largest map of the benchmarks has 1,550

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  while (!lines.empty() && trimmed(lines.back()).empty()) lines.pop_back();
  return lines;
}

class MapReader {
 public:
  MapReader(std::string_view text, std::vector<MapProblem>& problems)
      : lines_(lines_of(text)), problems_(problems) {}

  std::optional<Grid> read() {
    const auto before = problems_.size();
    keyword(0, "type octile");
    const int height = size(1, "height"), width = size(2, "width");
    keyword(3, "map");
    if (problems_.size() != before) return std::nullopt;  // the rows would only repeat it
    auto free = rows(height, width);
    if (problems_.size() != before) return std::nullopt;
    return Grid(width, height, std::move(free));
  }

 private:
  static constexpr std::size_t kHead = kMapHead;

  void report(std::size_t line, std::size_t column, const std::string& message) {
    problems_.push_back({static_cast<int>(line) + 1, static_cast<int>(column) + 1, message});
  }
  std::string_view line(std::size_t i) const {
    return i < lines_.size() ? lines_[i] : std::string_view{};
  }
  void keyword(std::size_t i, std::string_view wanted) {
    if (trimmed(line(i)) == wanted) return;
    report(i, 0, "expected '" + std::string(wanted) + "', found '" + std::string(line(i)) + "'");
  }
  int size(std::size_t i, std::string_view name) {
    const std::string_view text = trimmed(line(i));
    int value = 0;
    const auto head = std::string(name) + " ";
    if (text.starts_with(head)) {
      const char* end = text.data() + text.size();
      const auto [rest, error] = std::from_chars(text.data() + head.size(), end, value);
      if (error == std::errc{} && rest == end && value >= 1 && value <= kLongestSide) return value;
    }
    report(i, 0,
           "expected '" + head + "' and a whole number from 1 to " + std::to_string(kLongestSide) +
               ", found '" + std::string(line(i)) + "'");
    return 0;
  }
  std::vector<bool> rows(int height, int width) {
    const auto across = static_cast<std::size_t>(width);
    const auto down = static_cast<std::size_t>(height);
    const std::size_t found = lines_.size() - kHead;
    if (found != down) {
      report(kHead + std::min(found, down), 0,
             "expected " + std::to_string(down) + " rows, found " + std::to_string(found));
    }
    std::vector<bool> free;
    for (std::size_t y = 0; y < std::min(found, down); ++y) {
      const std::string_view row = lines_[kHead + y];
      if (row.size() != across) {
        report(
            kHead + y, std::min(row.size(), across),
            "expected " + std::to_string(across) + " signs, found " + std::to_string(row.size()));
      }
      for (std::size_t x = 0; x < std::min(row.size(), across); ++x) {
        const bool is_free = kFree.find(row[x]) != std::string_view::npos;
        free.push_back(is_free);
        if (is_free || kBlocked.find(row[x]) != std::string_view::npos) continue;
        report(kHead + y, x,
               std::string("'") + row[x] + "' is no sign of a map; free are '.' and 'G', " +
                   "blocked '@', 'O' and 'T'");
      }
    }
    return free;
  }

  std::vector<std::string_view> lines_;
  std::vector<MapProblem>& problems_;
};

}  // namespace

std::optional<Grid> read_map(std::string_view text, std::vector<MapProblem>& problems) {
  return MapReader(text, problems).read();
}

}  // namespace twinaxis::warehouse
