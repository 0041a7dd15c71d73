#include "tests/architecture/source_tree.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace twinaxis::architecture {
namespace {

namespace fs = std::filesystem;

bool of_identifier(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// 1'000'000: the mark stands inside a word that begins with a digit.
bool separates_digits(std::string_view text, std::size_t mark) {
  std::size_t begin = mark;
  while (begin > 0 && (of_identifier(text[begin - 1]) || text[begin - 1] == '\'')) --begin;
  return begin < mark && std::isdigit(static_cast<unsigned char>(text[begin])) != 0;
}

/// Where a literal that opens at `open` with this quote ends; escapes skip one byte.
std::size_t end_of_literal(std::string_view text, std::size_t open, char quote) {
  for (std::size_t i = open + 1; i < text.size(); ++i) {
    if (text[i] == '\\') ++i;
    else if (text[i] == quote || text[i] == '\n') return i + 1;
  }
  return text.size();
}

std::size_t after(std::string_view text, std::string_view closing, std::size_t from) {
  const auto found = text.find(closing, from);
  return found == std::string_view::npos ? text.size() : found + closing.size();
}

/// Where what is no code ends if it begins at `i`; `i` if code stands there.
std::size_t end_of_no_code(std::string_view text, std::size_t i) {
  if (text.substr(i, 2) == "//") return std::min(text.find('\n', i), text.size());
  if (text.substr(i, 2) == "/*") return after(text, "*/", i + 2);
  if (text[i] == '"' && i > 0 && text[i - 1] == 'R') {
    const auto bracket = text.find('(', i);
    const std::string closing = ")" + std::string(text.substr(i + 1, bracket - i - 1)) + "\"";
    return after(text, closing, i);
  }
  if (text[i] == '"') return end_of_literal(text, i, '"');
  if (text[i] == '\'' && !separates_digits(text, i)) return end_of_literal(text, i, '\'');
  return i;
}

std::vector<Include> includes_of(std::string_view text, std::string_view code) {
  std::vector<Include> includes;
  const auto written = lines_of(text);
  const auto compiled = lines_of(code);
  for (std::size_t i = 0; i < compiled.size(); ++i) {
    if (compiled[i].find("#") == std::string_view::npos ||
        compiled[i].find("include") == std::string_view::npos) {
      continue;
    }
    const auto open = written[i].find_first_of("<\"");
    if (open == std::string_view::npos) continue;
    const bool quoted = written[i][open] == '"';
    const auto close = written[i].find(quoted ? '"' : '>', open + 1);
    includes.push_back({i + 1, std::string(written[i].substr(open + 1, close - open - 1)), quoted});
  }
  return includes;
}

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::string without_comments_and_literals(std::string_view text) {
  std::string code(text);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = end_of_no_code(text, i);
    for (std::size_t k = i; k < end; ++k) {
      if (code[k] != '\n') code[k] = ' ';
    }
    i = std::max(end, i + 1);
  }
  return code;
}

SourceFile source_file(std::string path, std::string text) {
  SourceFile file{std::move(path), std::move(text), {}, {}};
  if (!file.is_cpp()) return file;
  file.code = without_comments_and_literals(file.text);
  file.includes = includes_of(file.text, file.code);
  return file;
}

std::vector<SourceFile> read_tree(const std::string& root) {
  std::vector<SourceFile> files;
  for (auto entry = fs::recursive_directory_iterator(root); entry != fs::end(entry); ++entry) {
    const std::string path = fs::relative(entry->path(), root).generic_string();
    if (path == ".git" || path == "build" || path == "out") entry.disable_recursion_pending();
    if (!entry->is_regular_file()) continue;
    std::string text = content_of(entry->path());
    if (text.find('\0') == std::string::npos) files.push_back(source_file(path, std::move(text)));
  }
  std::sort(files.begin(), files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

std::vector<std::string> top_level_of(const std::string& root) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(root)) {
    names.push_back(entry.path().filename().generic_string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string problem_at(const std::string& path, std::size_t line, const std::string& what) {
  return path + ":" + std::to_string(line) + ": " + what;
}

}  // namespace twinaxis::architecture
