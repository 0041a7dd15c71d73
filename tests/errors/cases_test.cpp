// Each wrong file in cases/ gives exactly the text of its .expected file: which problems, where, in
// which words, and nothing else. Files that begin with '_' are parts of other cases.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/scenario/tank.h"

namespace twinaxis::test {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

std::vector<fs::path> cases() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(".")) {
    const fs::path file = entry.path().filename();
    if (file.extension() == ".yaml" && !file.string().starts_with("_")) files.push_back(file);
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string messages_for(const fs::path& file) {
  scenario::Problems problems;
  if (file.string().starts_with("site_")) understand_site(file, problems);
  else understand(file, problems);
  return problems.text();
}

TEST(Errors, EachWrongFileGivesExactlyItsMessages) {
  fs::current_path(TWINAXIS_SOURCE_DIR "/tests/errors/cases");  // messages name relative files
  const auto files = cases();
  ASSERT_GE(files.size(), 40u);
  for (const fs::path& file : files) {
    const fs::path expected = fs::path(file).replace_extension(".expected");
    // To look at new messages before they become the expected ones:
    if (std::getenv("TWINAXIS_WRITE_EXPECTED") != nullptr) {
      std::ofstream(expected) << messages_for(file);
    }
    EXPECT_EQ(content_of(expected), messages_for(file)) << file;
    EXPECT_NE("", content_of(expected)) << file << " is not wrong";
  }
}

}  // namespace
}  // namespace twinaxis::test
