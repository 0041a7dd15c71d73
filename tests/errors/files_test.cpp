// What can be wrong with a file as such.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/scenario/tank.h"

namespace twinaxis::test {
namespace {

namespace fs = std::filesystem;

/// A fresh working folder, so that messages name relative files.
class Files : public testing::Test {
 protected:
  void SetUp() override {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    folder_ = fs::temp_directory_path() / ("twinaxis_files_" + name);
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    fs::current_path(folder_);
  }
  void TearDown() override {
    fs::current_path("/");
    fs::remove_all(folder_);
  }
  static void write(const std::string& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
  }
  static std::string messages_for(const std::string& file) {
    scenario::Problems problems;
    EXPECT_FALSE(understand(file, problems).has_value());
    return problems.text();
  }
  fs::path folder_;
};

TEST_F(Files, LargerThanOneMegabyteIsNotEvenParsed) {
  write("large.yaml", std::string(10'000'000, ' '));
  EXPECT_EQ(messages_for("large.yaml"),
            "large.yaml: a file is at most 1 MB; found 10.0 MB\n1 problem; nothing was run\n");
}

TEST_F(Files, MissingFileOffersTheNearestName) {
  write("normal.yaml", "");
  EXPECT_EQ(messages_for("normla.yaml"),
            "normla.yaml: no such file; did you mean 'normal.yaml'?\n"
            "1 problem; nothing was run\n");
}

TEST_F(Files, FolderIsNoFile) {
  fs::create_directory("folder.yaml");
  EXPECT_EQ(messages_for("folder.yaml"),
            "folder.yaml: is a folder; expected a file of text\n1 problem; nothing was run\n");
}

TEST_F(Files, BinaryFileIsNamedByItsFirstBadByte) {
  write("picture.yaml", std::string("title: x\n\x89PNG\r\n\x1a\n\0\0", 20));
  EXPECT_EQ(messages_for("picture.yaml"),
            "picture.yaml:2: not UTF-8 text: byte 0x89 at offset 9\n1 problem; nothing was run\n");
}

TEST_F(Files, Latin1IsNotUtf8) {
  write("latin.yaml", "title: x\nsource: caf\xe9\n");
  EXPECT_EQ(messages_for("latin.yaml"),
            "latin.yaml:2: not UTF-8 text: byte 0xe9 at offset 20\n1 problem; nothing was run\n");
}

TEST_F(Files, AliasBombStopsAtItsLimit) {
  // Each line repeats the one above ten times: 10^7 values in 7 lines.
  std::string text = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n";
  for (int i = 1; i < 7; ++i) {
    const std::string alias = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + alias;
    for (int k = 1; k < 10; ++k) text += ", " + alias;
    text += "]\n";
  }
  write("bomb.yaml", text);
  EXPECT_NE(messages_for("bomb.yaml").find("more than 100000 values, aliases unfolded"),
            std::string::npos);
}

TEST_F(Files, DeepNestingStopsAtItsLimit) {
  write("deep.yaml", "a: " + std::string(100'000, '['));
  EXPECT_NE(messages_for("deep.yaml").find("nested more than 64 levels deep"), std::string::npos);
}

TEST_F(Files, TooManyProblemsAreCountedAndNotPrinted) {
  std::string text;
  for (int i = 0; i < 170; ++i) text += "unknown_" + std::to_string(i) + ": 1\n";
  write("many.yaml", text);
  // 170 unknown keys and the three required ones: use_case, title, run.
  const std::string messages = messages_for("many.yaml");
  EXPECT_NE(messages.find("and 123 more\n173 problems; nothing was run\n"), std::string::npos);
}

TEST_F(Files, ByteOrderMarkAndCarriageReturnsMoveNoPlace) {
  write("windows.yaml", "\xEF\xBB\xBFuse_case: tank\r\ntitle: x\r\nrun: {for: 5 kg}\r\n");
  EXPECT_EQ(messages_for("windows.yaml"),
            "windows.yaml:3:12: 'for': expected a time such as '10 min', found '5 kg' ('kg' does "
            "not convert to s)\n"
            "     3 | run: {for: 5 kg}\n"
            "       |            ^\n"
            "1 problem; nothing was run\n");
}

}  // namespace
}  // namespace twinaxis::test
