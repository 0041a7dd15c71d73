// What README.md and docs/ tell a reader to type works, and what they show as a scenario is one.

#include "tests/scenarios/text_blocks.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace twinaxis::test {
namespace {

using Problems = std::vector<std::string>;

TEST(Texts, EveryBlockHolds) {
  const fs::path root = TWINAXIS_SOURCE_DIR;
  std::vector<fs::path> files;
  if (fs::exists(root / "README.md")) files.push_back(root / "README.md");
  for (const auto& entry : fs::directory_iterator(root / "docs")) {
    if (entry.path().extension() == ".md") files.push_back(entry.path());
  }
  for (const char* model : {"drone", "furnace"}) {
    files.push_back(root / "models" / model / "README.md");
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    EXPECT_EQ(problems_of_blocks(fs::relative(file, root).string(), text_of(file)), Problems{});
  }
}

TEST(Texts, HeaterOfYourOwnHolds) {
  // The scenario names a copy of the shipped site that has one resident more.
  const auto blocks = blocks_of(text_of(TWINAXIS_SOURCE_DIR "/models/water_heater/README.md"));
  ASSERT_EQ(blocks.size(), 2u);
  std::string site = text_of(TWINAXIS_SOURCE_DIR "/scenarios/sites/example-home.yaml");
  const std::string_view key = "\ngroups:\n";
  ASSERT_NE(site.find(key), std::string::npos);
  site.insert(site.find(key) + key.size(), blocks[1].text);
  const TemporaryFolder folder;
  folder.file("my-home.yaml", site);
  folder.file("my_heater.yaml", blocks[0].text);
  const Ended checked = shell("twinaxis check my_heater.yaml", folder.path());
  EXPECT_EQ(checked.code, 0) << checked.out << checked.err;
}

TEST(Texts, BrokenBlocksAreFound) {
  const std::string text =
      "# Sample\n"
      "```console\n"
      "$ sudo apt install nothing\n"
      "$ ./demo\n"
      "$ twinaxis list > names.txt\n"
      "use case  no.\n"
      "$ grep -q distillation/normal names.txt\n"
      "$ twinaxis check distillation/nromal\n"
      "```\n"
      "```yaml\n"
      "extends: distillation/normal\n"
      "run: {for: 1 parsec}\n"
      "```\n"
      "```yaml\n"
      "# mine.yaml\n"
      "extends: distillation/normal\n"
      "run: {for: 1 h}\n"
      "```\n"
      "```console\n"
      "$ twinaxis check mine.yaml\n"
      "```\n"
      "```yaml\n"
      "run: {for: 1 parsec}  # no whole scenario\n"
      "```\n";
  const Problems found = problems_of_blocks("sample.md", text);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_TRUE(found[0].starts_with("sample.md:8: $ twinaxis check distillation/nromal ends with 2"))
      << found[0];
  EXPECT_TRUE(found[1].starts_with("sample.md:10: ends with 2")) << found[1];
  EXPECT_NE(found[1].find("parsec"), std::string::npos) << found[1];
}

TEST(Texts, BlocksAreFoundWithTheirLines) {
  const auto blocks = blocks_of("a\n```yaml\nb: 1\n```\n\n````console\n$ c\n````\n");
  ASSERT_EQ(blocks.size(), 2u);
  EXPECT_EQ(blocks[0].line, 2);
  EXPECT_EQ(blocks[0].language, "yaml");
  EXPECT_EQ(blocks[0].text, "b: 1\n");
  EXPECT_EQ(blocks[1].line, 6);
  EXPECT_EQ(blocks[1].language, "console");
}

}  // namespace
}  // namespace twinaxis::test
