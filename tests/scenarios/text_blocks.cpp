#include "tests/scenarios/text_blocks.h"

#include <algorithm>
#include <regex>
#include <sstream>

namespace twinaxis::test {
namespace {

bool is_passed_over(const std::string& command) {
  static const std::regex skipped(R"(^\s*(sudo\b|apt\b|apt-get\b|git\b|\./demo\b|\./check\b))");
  return std::regex_search(command, skipped);
}

bool is_scenario(const Block& block) {
  static const std::regex key(R"((^|\n)(use_case|extends):)");
  return block.language == "yaml" && std::regex_search(block.text, key);
}

/// "my.yaml" if the block begins with the comment "# my.yaml", so that commands can name it.
std::string file_of(const Block& block) {
  static const std::regex head(R"(^# ([\w-]+\.yaml)\n)");
  std::smatch match;
  return std::regex_search(block.text, match, head) ? match[1].str() : "block.yaml";
}

/// What the program said, in one line.
std::string said(const Ended& ended) {
  std::string text = ended.err.empty() ? ended.out : ended.err;
  std::replace(text.begin(), text.end(), '\n', ' ');
  return "ends with " + std::to_string(ended.code) + ": " + text.substr(0, 400);
}

}  // namespace

std::vector<Block> blocks_of(const std::string& markdown) {
  static const std::regex fence(R"(^\s*(```+)\s*(\w*).*$)");
  std::vector<Block> blocks;
  std::istringstream lines(markdown);
  std::string line;
  bool inside = false;
  for (int number = 1; std::getline(lines, line); ++number) {
    std::smatch match;
    if (std::regex_match(line, match, fence)) {
      inside = !inside;
      if (inside) blocks.push_back({number, match[2], {}});
    } else if (inside) {
      blocks.back().text += line + "\n";
    }
  }
  return blocks;
}

std::vector<std::string> problems_of_blocks(const std::string& name, const std::string& markdown) {
  std::vector<std::string> problems;
  const TemporaryFolder folder;
  const auto note = [&](int line, const std::string& what) {
    problems.push_back(name + ":" + std::to_string(line) + ": " + what);
  };
  for (const Block& block : blocks_of(markdown)) {
    if (is_scenario(block)) {
      const std::string file = file_of(block);
      folder.file(file, block.text);
      const Ended ended = shell("twinaxis check " + file, folder.path());
      if (ended.code != 0) note(block.line, said(ended));
    }
    if (block.language != "console") continue;
    std::istringstream lines(block.text);
    std::string line;
    for (int number = block.line + 1; std::getline(lines, line); ++number) {
      if (!line.starts_with("$ ") || is_passed_over(line.substr(2))) continue;
      const Ended ended = shell(line.substr(2), folder.path());
      if (ended.code != 0) note(number, line + " " + said(ended));
    }
  }
  return problems;
}

}  // namespace twinaxis::test
