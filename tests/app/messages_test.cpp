// What the program says to a user who is wrong: each file of tests/errors/program gives exactly the
// text of its .expected file, exit code 2, and nothing is written.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "tests/app/program.h"

namespace twinaxis::test {
namespace {

const fs::path kCases = TWINAXIS_SOURCE_DIR "/tests/errors/program";

TEST(Messages, EachWrongScenarioGivesExactlyItsText) {
  std::size_t cases = 0;
  for (const auto& entry : fs::directory_iterator(kCases)) {
    const fs::path file = entry.path();
    if (file.extension() != ".yaml" || file.filename().string().starts_with("_")) continue;
    ++cases;
    const TemporaryFolder out;
    const Ended ended = shell(
        "twinaxis run " + file.filename().string() + " --out " + (out.path() / "out").string(),
        kCases);
    const fs::path expected = fs::path(file).replace_extension(".expected");
    // To look at new messages before they become the expected ones:
    if (std::getenv("TWINAXIS_WRITE_EXPECTED") != nullptr) std::ofstream(expected) << ended.err;
    EXPECT_EQ(ended.err, text_of(expected)) << file;
    EXPECT_NE(ended.err, "") << file;
    EXPECT_EQ(ended.code, 2) << file;
    EXPECT_TRUE(files_in(out.path()).empty()) << file;
  }
  EXPECT_GE(cases, 5u);
}

// The place is in the shipped rules, whose path hangs on where the program lies, so not a file of
// exact text.
TEST(Messages, PersonWhomNoRuleCouldJudgeIsNamed) {
  const TemporaryFolder out;
  const Ended ended =
      shell("twinaxis run _unjudged_resident.yaml --out " + (out.path() / "out").string(), kCases);
  EXPECT_EQ(ended.code, 2);
  EXPECT_NE(ended.err.find("no group of people 'grandchild'; rule 'scald_shower'"),
            std::string::npos)
      << ended.err;
  EXPECT_TRUE(files_in(out.path()).empty());
}

TEST(Messages, AFilterLooksPastCapitalsAndSaysWhenItFindsNothing) {
  const TemporaryFolder folder;
  const std::string points = "twinaxis points distillation/normal --filter ";
  const Ended found = shell(points + "pt-101.READING", folder.path());
  EXPECT_EQ(found.code, 0) << found.err;
  EXPECT_NE(found.out.find("PT-101.reading"), std::string::npos) << found.out;
  for (const char* also : {"", " --events"}) {
    const Ended none = shell(points + "PT-101.raeding" + also, folder.path());
    EXPECT_EQ(none.code, 2);
    EXPECT_EQ(none.out, "");
    EXPECT_EQ(none.err.find("--filter: no "), 0u) << none.err;
    EXPECT_NE(none.err.find("contains 'PT-101.raeding'"), std::string::npos) << none.err;
  }
}

TEST(Messages, UnknownScenarioNamesTheNearest) {
  const TemporaryFolder folder;
  for (const char* mistyped : {"distillation/nromal", "coling_lost"}) {
    const Ended ended = shell(std::string("twinaxis run ") + mistyped, folder.path());
    EXPECT_EQ(ended.code, 2);
    EXPECT_EQ(ended.err.substr(0, ended.err.find('\n')),
              std::string(mistyped) +
                  ": no such file, and no shipped scenario of that name; did you mean '" +
                  (std::string(mistyped) == "coling_lost" ? "distillation/cooling_lost"
                                                          : "distillation/normal") +
                  "'? ('twinaxis list' names them)");
  }
  EXPECT_TRUE(files_in(folder.path()).empty());
}

// A folder of samples alone has nothing to draw; what to do stands in the message.
TEST(Messages, SamplesWithoutARunAreSaidToBeSo) {
  const TemporaryFolder folder;
  ASSERT_EQ(shell("twinaxis run distillation/normal --samples 2 --quiet", folder.path()).code, 0);
  const Ended ended = shell("twinaxis report out/distillation/normal", folder.path());
  EXPECT_EQ(ended.code, 2);
  EXPECT_NE(ended.err.find("only samples here"), std::string::npos) << ended.err;
  EXPECT_NE(ended.err.find("without --samples"), std::string::npos) << ended.err;
}

TEST(Messages, AFolderAroundRunsStandsForThem) {
  const TemporaryFolder folder;
  ASSERT_EQ(
      shell("twinaxis run distillation/normal distillation/cooling_lost --quiet", folder.path())
          .code,
      0);
  const Ended ended = shell("twinaxis report out --page p.html", folder.path());
  EXPECT_EQ(ended.code, 0) << ended.err;
  const std::string page = text_of(folder.path() / "p.html");
  for (const char* id : {"distillation/normal", "distillation/cooling_lost"}) {
    EXPECT_NE(page.find(id), std::string::npos) << id;
  }
}

TEST(Messages, WhatIsNoRunIsSaidToBeNone) {
  const TemporaryFolder folder;
  for (const char* command : {"assess nowhere", "report nowhere", "export nowhere --csv"}) {
    const Ended ended = shell(std::string("twinaxis ") + command, folder.path());
    EXPECT_EQ(ended.code, 2) << command;
    EXPECT_NE(ended.err.find("nowhere"), std::string::npos) << ended.err;
  }
}

}  // namespace
}  // namespace twinaxis::test
