// The project obeys its own architecture. Each rule is shown to fail in *_rules_test.cpp.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "tests/architecture/rules.h"
#include "tests/architecture/tables.h"

namespace twinaxis::architecture {
namespace {

const Files& project() {
  static const Files files = read_tree(TWINAXIS_SOURCE_DIR);
  return files;
}

void expect_none(const Problems& problems) {
  for (const auto& problem : problems) ADD_FAILURE() << problem;
}

TEST(Architecture, TheProjectIsRead) {
  const auto is_read = [](const char* path) {
    return std::any_of(project().begin(), project().end(),
                       [path](const SourceFile& f) { return f.path == path; });
  };
  EXPECT_TRUE(is_read("sim/core/time.h"));
  EXPECT_TRUE(is_read("CMakeLists.txt"));
  EXPECT_TRUE(is_read("tests/architecture/architecture_test.cpp"));
}

TEST(Architecture, IncludesGoDownTheDag) { expect_none(include_direction_problems(project())); }
TEST(Architecture, APackageHasOneHome) { expect_none(package_home_problems(project())); }
TEST(Architecture, APackageCrossesNoHeader) { expect_none(package_header_problems(project())); }
TEST(Architecture, IncludesCloseNoCircle) { expect_none(include_cycle_problems(project())); }
TEST(Architecture, NoWordMakesTwoRunsDiffer) { expect_none(forbidden_word_problems(project())); }
TEST(Architecture, NoFileNamesAMachine) { expect_none(machine_path_problems(project())); }
TEST(Architecture, TheTopLevelIsTheFixedOne) {
  expect_none(top_level_problems(top_level_of(TWINAXIS_SOURCE_DIR)));
}

TEST(Architecture, FilesStayShort) {
  for (const auto& problem : length_problems(project(), Length::fair)) {
    std::cout << "worth splitting: " << problem << "\n";
  }
  expect_none(length_problems(project(), Length::most));
}

TEST(Architecture, EveryExceptionNamesAFileAndItsReason) {
  for (const auto& list : {kPrivateHeaders, kMayBeLonger}) {
    for (const auto& [path, reason] : list) {
      EXPECT_FALSE(reason.empty()) << path;
      EXPECT_TRUE(std::any_of(project().begin(), project().end(),
                              [path = path](const SourceFile& f) { return f.path == path; }))
          << path << " is gone";
    }
  }
}

}  // namespace
}  // namespace twinaxis::architecture
