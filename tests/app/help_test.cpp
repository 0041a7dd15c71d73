// What the program says about itself.

#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "tests/app/program.h"

namespace twinaxis::test {
namespace {

/// The words that begin the lines below "Subcommands:".
std::vector<std::string> commands() {
  const TemporaryFolder folder;
  const std::string help = shell("twinaxis --help", folder.path()).out;
  std::istringstream lines(help.substr(std::min(help.size(), help.find("Subcommands:"))));
  std::vector<std::string> found;
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line) && line.starts_with("  ")) {
    if (line[2] != ' ') found.push_back(line.substr(2, line.find(' ', 2) - 2));
  }
  return found;
}

TEST(Help, EveryCommandShowsAnExampleOfItself) {
  const TemporaryFolder folder;
  const auto all = commands();
  const std::set<std::string> names(all.begin(), all.end());
  for (const char* known :
       {"list", "run", "check", "points", "assess", "report", "export", "schema", "demo"}) {
    EXPECT_TRUE(names.contains(known)) << known;
  }
  for (const std::string& command : all) {
    const Ended help = shell("twinaxis " + command + " --help", folder.path());
    EXPECT_EQ(help.code, 0) << command;
    EXPECT_EQ(help.err, "") << command;
    const auto example = help.out.find("Example:\n");
    ASSERT_NE(example, std::string::npos) << command;
    EXPECT_NE(help.out.find("twinaxis " + command, example), std::string::npos) << command;
  }
  EXPECT_TRUE(files_in(folder.path()).empty()) << "help writes nothing";
}

TEST(Help, TheProgramNamesItsExitCodes) {
  const TemporaryFolder folder;
  const Ended help = shell("twinaxis --help", folder.path());
  EXPECT_EQ(help.code, 0);
  for (const char* code :
       {"0 done", "1 an expectation", "2 bad input", "3 numeric failure", "130 interrupted"}) {
    EXPECT_NE(help.out.find(code), std::string::npos) << code;
  }
}

TEST(Help, WhatIsNoCommandIsBadInput) {
  const TemporaryFolder folder;
  for (const char* line : {"twinaxis", "twinaxis rnu", "twinaxis run", "twinaxis run a --wrokers 2",
                           "twinaxis run a --workers none"}) {
    const Ended ended = shell(line, folder.path());
    EXPECT_EQ(ended.code, 2) << line;
    EXPECT_NE(ended.err, "") << line;
  }
  EXPECT_TRUE(files_in(folder.path()).empty());
}

}  // namespace
}  // namespace twinaxis::test
