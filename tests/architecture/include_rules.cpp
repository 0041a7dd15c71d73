#include <algorithm>
#include <functional>
#include <map>

#include "tests/architecture/rules.h"
#include "tests/architecture/tables.h"

namespace twinaxis::architecture {
namespace {

/// The entry with the longest path that the file lies in, or nullptr.
const Folder* folder_of(std::string_view path) {
  const Folder* best = nullptr;
  for (const Folder& folder : kFolders) {
    const bool longer = best == nullptr || folder.path.size() > best->path.size();
    if (path.starts_with(folder.path) && longer) best = &folder;
  }
  return best;
}

const Package* package_of(std::string_view header) {
  for (const Package& package : kPackages) {
    if (lies_in(header, package.headers)) return &package;
  }
  return nullptr;
}

bool is_of_standard_library(std::string_view header) {
  return header.find_first_of("/.") == std::string_view::npos;
}

bool is_private_header(std::string_view path) {
  return std::any_of(kPrivateHeaders.begin(), kPrivateHeaders.end(),
                     [&](const Exception& e) { return e.path == path; });
}

std::string_view parent_of(std::string_view path) { return path.substr(0, path.rfind('/')); }

std::string direction_problem(const std::string& from, const std::string& to, bool exists) {
  const Folder* folder = folder_of(from);
  if (folder == nullptr) return "its folder is not in the table of the architecture";
  if (!exists) return "no file '" + to + "' (paths start at the root)";
  if (folder_of(to) == folder || lies_in(to, folder->may_include)) return "";
  return std::string(folder->path) + " may not include " + to;
}

}  // namespace

Problems include_direction_problems(const Files& files) {
  std::map<std::string_view, bool> exists;
  for (const auto& file : files) exists[file.path] = true;
  Problems problems;
  for (const auto& file : files) {
    for (const auto& include : file.includes) {
      if (!include.quoted) continue;
      const auto what =
          direction_problem(file.path, include.target, exists.contains(include.target));
      if (!what.empty()) problems.push_back(problem_at(file.path, include.line, what));
    }
  }
  return problems;
}

Problems package_home_problems(const Files& files) {
  Problems problems;
  for (const auto& file : files) {
    for (const auto& include : file.includes) {
      if (include.quoted || is_of_standard_library(include.target)) continue;
      const Package* package = package_of(include.target);
      if (package == nullptr) {
        problems.push_back(
            problem_at(file.path, include.line, "nobody gave <" + include.target + "> a home"));
      } else if (!lies_in(file.path, package->homes) && !file.path.starts_with("tests/")) {
        problems.push_back(
            problem_at(file.path, include.line, "not a home of " + std::string(package->name)));
      }
    }
  }
  return problems;
}

Problems package_header_problems(const Files& files) {
  Problems problems;
  for (const auto& file : files) {
    for (const auto& include : file.includes) {
      if (is_private_header(include.target) && parent_of(file.path) != parent_of(include.target)) {
        problems.push_back(
            problem_at(file.path, include.line, include.target + " is private to its folder"));
      }
      if (include.quoted || !file.is_header() || is_private_header(file.path)) continue;
      const bool of_tests = file.path.starts_with("tests/") && include.target.starts_with("gtest/");
      if (is_of_standard_library(include.target) || of_tests) continue;
      problems.push_back(problem_at(file.path, include.line,
                                    "a header shows the package of <" + include.target + ">"));
    }
  }
  return problems;
}

Problems include_cycle_problems(const Files& files) {
  std::map<std::string, const SourceFile*> by_path;
  for (const auto& file : files) by_path[file.path] = &file;
  enum class State { open, done };
  std::map<std::string, State> seen;
  Problems problems;
  const std::function<void(const SourceFile&)> visit = [&](const SourceFile& file) {
    seen[file.path] = State::open;
    for (const auto& include : file.includes) {
      const auto next = by_path.find(include.target);
      if (!include.quoted || next == by_path.end()) continue;
      const auto met = seen.find(include.target);
      if (met == seen.end()) visit(*next->second);
      else if (met->second == State::open)
        problems.push_back(problem_at(file.path, include.line, "closes a circle of includes"));
    }
    seen[file.path] = State::done;
  };
  for (const auto& file : files) {
    if (!seen.contains(file.path)) visit(file);
  }
  return problems;
}

}  // namespace twinaxis::architecture
