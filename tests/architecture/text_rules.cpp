#include <algorithm>
#include <cctype>

#include "tests/architecture/rules.h"
#include "tests/architecture/tables.h"

namespace twinaxis::architecture {
namespace {

bool of_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// True if the word stands in the line by itself, not as a part of a longer one.
bool holds_word(std::string_view line, std::string_view word) {
  for (auto at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !of_word(line[at - 1]);
    const bool ends = end == line.size() || !of_word(line[end]) || !of_word(word.back());
    if (begins && ends) return true;
  }
  return false;
}

/// True if a path begins there: "/tmp/x", but not "docs/tmp/x".
bool holds_path(std::string_view line, std::string_view path) {
  for (auto at = line.find(path); at != std::string_view::npos; at = line.find(path, at + 1)) {
    constexpr std::string_view of_path = "-.}";
    const bool inside =
        at > 0 && (of_word(line[at - 1]) || of_path.find(line[at - 1]) != std::string_view::npos);
    if (!inside) return true;
  }
  return false;
}

}  // namespace

Problems length_problems(const Files& files, Length beyond) {
  Problems problems;
  for (const auto& file : files) {
    if (!file.is_cpp()) continue;
    const bool excused = std::any_of(kMayBeLonger.begin(), kMayBeLonger.end(),
                                     [&](const Exception& e) { return e.path == file.path; });
    const Limits& limits = file.is_header() ? kHeaderLines : kSourceLines;
    const std::size_t limit = beyond == Length::fair ? limits.fair : limits.most;
    const std::size_t lines = lines_of(file.text).size();
    if (lines <= limit || excused) continue;
    problems.push_back(problem_at(file.path, lines, "longer than " + std::to_string(limit)));
  }
  return problems;
}

Problems forbidden_word_problems(const Files& files) {
  Problems problems;
  for (const auto& file : files) {
    const auto lines = lines_of(file.code);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      for (const auto& [words, why, allowed_in] : kForbidden) {
        if (lies_in(file.path, allowed_in)) continue;
        for (const auto word : words) {
          if (!holds_word(lines[i], word)) continue;
          problems.push_back(
              problem_at(file.path, i + 1, std::string(word) + ": " + std::string(why)));
        }
      }
    }
  }
  return problems;
}

Problems machine_path_problems(const Files& files) {
  Problems problems;
  for (const auto& file : files) {
    if (lies_in(file.path, kMachinePathsAllowedIn)) continue;
    const auto lines = lines_of(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      for (const auto path : kMachinePaths) {
        if (!holds_path(lines[i], path)) continue;
        problems.push_back(
            problem_at(file.path, i + 1, "a path of one machine: " + std::string(path)));
      }
    }
  }
  return problems;
}

Problems top_level_problems(const std::vector<std::string>& names) {
  Problems problems;
  for (const auto& name : names) {
    const bool listed = std::find(kTopLevel.begin(), kTopLevel.end(), name) != kTopLevel.end();
    if (!listed && !name.starts_with(".")) {
      problems.push_back(problem_at(name, 1, "has no place at the top level"));
    }
  }
  return problems;
}

}  // namespace twinaxis::architecture
