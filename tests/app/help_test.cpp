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
  for (const char* known : {"list", "run", "check", "points", "assess", "report", "export",
                            "import", "schema", "demo"}) {
    EXPECT_TRUE(names.contains(known)) << known;
  }
  for (const std::string& command : all) {
    const Ended help = shell("twinaxis " + command + " --help", folder.path());
    EXPECT_EQ(help.code, 0) << command;
    EXPECT_EQ(help.err, "") << command;
    // "Example:", or "Examples:" where there are more
    const auto example = help.out.find("\nExample");
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

TEST(Help, CheckTakesSitesAndPricesToo) {
  const TemporaryFolder folder;
  const std::string scenarios = std::string(TWINAXIS_SOURCE_DIR) + "/scenarios/";
  const Ended fine = shell("twinaxis check " + scenarios + "sites/example-plant.yaml " + scenarios +
                               "catalogue/unit_costs.yaml",
                           folder.path());
  EXPECT_EQ(fine.code, 0) << fine.err;
  EXPECT_NE(fine.out.find("fine, a site"), std::string::npos) << fine.out;
  folder.file("mine.yaml", "name: mine\nstakeholders: {me: {name: me, kind: compny}}\n");
  const Ended wrong = shell("twinaxis check mine.yaml", folder.path());
  EXPECT_EQ(wrong.code, 2);
  EXPECT_NE(wrong.err.find("compny"), std::string::npos) << wrong.err;
}

TEST(Help, CheckTellsTheStepMeantAndWhatActsWithoutThePath) {
  const TemporaryFolder folder;
  folder.file("mine.yaml",
              "extends: distillation/cooling_lost\ntitle: x\ninterventions:\n"
              "  - {id: early, side: attack, technique: T0855, on: FCV-301.command, from: 1 min,\n"
              "     effect: !override {value: 1}}\n");
  const Ended free = shell("twinaxis check mine.yaml", folder.path());
  EXPECT_EQ(free.code, 0) << free.err;
  EXPECT_NE(free.out.find("the path reaches 'controller' with probability"), std::string::npos);
  EXPECT_NE(free.out.find("note: attack 'early' has no 'after'"), std::string::npos) << free.out;
  EXPECT_EQ(free.out.find("note: attack 'no_cooling'"), std::string::npos) << free.out;
  const Ended blocked = shell("twinaxis check distillation/cooling_lost_separated", folder.path());
  EXPECT_NE(blocked.out.find("the path does not reach 'controller'\n"), std::string::npos)
      << blocked.out;
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
