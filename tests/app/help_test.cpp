// What the program says about itself.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "sim/run/use_case.h"
#include "sim/scenario/document.h"
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

// What an editor would mark: a key that the schema does not know, or one that is missing.
TEST(Help, SchemaAdmitsEveryShippedScenario) {
  const TemporaryFolder folder;
  for (const UseCase& use_case : use_cases()) {
    const Ended told = shell("twinaxis schema scenario --use-case " + use_case.name, folder.path());
    ASSERT_EQ(told.code, 0) << told.err;
    const auto schema = nlohmann::json::parse(told.out);
    EXPECT_FALSE(schema.contains("required")) << "an extending file may leave anything out";
    const fs::path scenarios = fs::path(TWINAXIS_SOURCE_DIR) / "scenarios" / use_case.folder;
    std::size_t seen = 0;
    for (const auto& entry : fs::directory_iterator(scenarios)) {
      if (entry.path().extension() != ".yaml") continue;
      scenario::Problems problems;
      const auto document = scenario::load_document(entry.path(), problems);
      ASSERT_TRUE(document) << problems.text();
      ++seen;
      for (const scenario::Entry& entry_of : document->entries) {
        const auto& key = entry_of.key;
        const auto& value = entry_of.value;
        EXPECT_TRUE(schema["properties"].contains(key)) << entry.path() << ": " << key;
        if (key != "twin" || !use_case.judged) continue;
        for (const auto& inner : value.entries) {
          EXPECT_TRUE(schema["properties"]["twin"]["properties"].contains(inner.key))
              << entry.path() << ": twin." << inner.key;
        }
      }
    }
    EXPECT_GT(seen, 0u);
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
