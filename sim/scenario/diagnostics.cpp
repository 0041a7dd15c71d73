#include "sim/scenario/diagnostics.h"

#include <algorithm>

#include "sim/scenario/excerpt.h"

namespace twinaxis::scenario {

std::string text_of(const Place& place) {
  std::string text = place.file;
  if (place.line > 0) text += ":" + std::to_string(place.line);
  if (place.line > 0 && place.column > 0) text += ":" + std::to_string(place.column);
  return text;
}

void Problems::add(Place place, std::string message) {
  if (!seen_.emplace(place, message).second) return;
  problems_.push_back({std::move(place), std::move(message)});
}

void Problems::keep_source(const std::string& file, std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t length = std::min(text.find('\n'), text.size());
    const bool carriage_return = length > 0 && text[length - 1] == '\r';
    lines.emplace_back(text.substr(0, carriage_return ? length - 1 : length));
    text.remove_prefix(std::min(length + 1, text.size()));
  }
  lines_[file] = std::move(lines);
}

std::vector<Problem> Problems::sorted() const {
  std::vector<Problem> result = problems_;
  std::stable_sort(result.begin(), result.end(),
                   [](const Problem& a, const Problem& b) { return a.place < b.place; });
  return result;
}

std::string Problems::excerpt_at(const Place& place) const {
  const auto lines = lines_.find(place.file);
  if (lines == lines_.end() || place.line < 1 || place.column < 1) return "";
  const auto index = static_cast<std::size_t>(place.line - 1);
  if (index >= lines->second.size()) return "";
  return excerpt(lines->second[index], place.line, place.column);
}

std::string Problems::text(std::size_t at_most) const {
  const auto problems = sorted();
  if (problems.empty()) return "";
  std::string result;
  for (std::size_t i = 0; i < std::min(at_most, problems.size()); ++i) {
    const auto& [place, message] = problems[i];
    result += text_of(place) + ": " + message + "\n" + excerpt_at(place);
  }
  if (problems.size() > at_most) {
    result += "and " + std::to_string(problems.size() - at_most) + " more\n";
  }
  return result + std::to_string(problems.size()) +
         (problems.size() == 1 ? " problem" : " problems") + "; nothing was run\n";
}

std::string in_marks(std::string_view text) { return "'" + on_one_line(text, 60) + "'"; }

std::string expected_found(std::string_view expected, std::string_view found) {
  return "expected " + std::string(expected) + ", found " + std::string(found);
}

}  // namespace twinaxis::scenario
