#pragma once
// The project as text: what the rules of the architecture look at.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace twinaxis::architecture {

struct Include {
  std::size_t line = 0;
  std::string target;
  bool quoted = false;  ///< "ours", not <a package's>
};

struct SourceFile {
  std::string path;  ///< from the root of the project: "sim/core/time.h"
  std::string text;
  std::string code;  ///< the text with comments and literals blanked, byte for byte, line for line
  std::vector<Include> includes;

  bool is_cpp() const { return path.ends_with(".h") || path.ends_with(".cpp"); }
  bool is_header() const { return path.ends_with(".h"); }
};

/// Comments, texts and characters become blanks; line breaks stay where they are.
std::string without_comments_and_literals(std::string_view text);

SourceFile source_file(std::string path, std::string text);
/// Every text file below the root but those of git, build/ and out/, sorted by path.
std::vector<SourceFile> read_tree(const std::string& root);
/// Names of what lies directly below the root, sorted.
std::vector<std::string> top_level_of(const std::string& root);

std::vector<std::string_view> lines_of(std::string_view text);
/// "path:line: what".
std::string problem_at(const std::string& path, std::size_t line, const std::string& what);

}  // namespace twinaxis::architecture
