#include "tests/architecture/source_tree.h"

#include <gtest/gtest.h>

namespace twinaxis::architecture {
namespace {

TEST(Code, IsWhatCommentsAndLiteralsLeave) {
  EXPECT_EQ(without_comments_and_literals("a; // b\nc;"), "a;     \nc;");
  EXPECT_EQ(without_comments_and_literals("a/*b\nc*/d"), "a   \n   d");
  EXPECT_EQ(without_comments_and_literals(R"(f("x\"y", 'z');)"), "f(      ,    );");
  EXPECT_EQ(without_comments_and_literals("f(R\"q(a)\" b)q\");"), "f(R           );");
}

TEST(Code, KeepsDigitSeparators) {
  EXPECT_EQ(without_comments_and_literals("x = 1'000'000 + 0xF'F; y"), "x = 1'000'000 + 0xF'F; y");
}

TEST(SourceFile, ListsItsIncludesWithTheirLines) {
  const auto file = source_file("sim/a.cpp", "#include \"sim/a.h\"\n\n  # include <vector>\n");
  ASSERT_EQ(file.includes.size(), 2u);
  EXPECT_EQ(file.includes[0].target, "sim/a.h");
  EXPECT_TRUE(file.includes[0].quoted);
  EXPECT_EQ(file.includes[1].line, 3u);
  EXPECT_EQ(file.includes[1].target, "vector");
  EXPECT_FALSE(file.includes[1].quoted);
}

TEST(SourceFile, AnIncludeInACommentIsNone) {
  EXPECT_TRUE(source_file("sim/a.h", "// #include <yaml-cpp/yaml.h>\n").includes.empty());
}

TEST(Lines, AreCountedAsEditorsDo) {
  EXPECT_EQ(lines_of("").size(), 0u);
  EXPECT_EQ(lines_of("a\n").size(), 1u);
  EXPECT_EQ(lines_of("a\n\nb").size(), 3u);
}

}  // namespace
}  // namespace twinaxis::architecture
