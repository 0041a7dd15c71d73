// Each text rule fails on a sample that breaks it, and names the place.
#include <gtest/gtest.h>

#include "tests/architecture/rules.h"

namespace twinaxis::architecture {
namespace {

std::string lines(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "\n";
  return text;
}

TEST(Length, EndsWhereItIsSaid) {
  const Files files{source_file("a.h", lines(200)), source_file("b.h", lines(201)),
                    source_file("c.cpp", lines(400)), source_file("d.cpp", lines(401)),
                    source_file("e.md", lines(9'000))};
  EXPECT_EQ(length_problems(files, Length::most),
            (Problems{"b.h:201: longer than 200", "d.cpp:401: longer than 400"}));
}

TEST(Length, WarnsBeforeItFails) {
  const Files files{source_file("a.h", lines(150)), source_file("b.h", lines(151)),
                    source_file("c.cpp", lines(300)), source_file("d.cpp", lines(301))};
  EXPECT_EQ(length_problems(files, Length::fair),
            (Problems{"b.h:151: longer than 150", "d.cpp:301: longer than 300"}));
  EXPECT_EQ(length_problems(files, Length::most), Problems{});
}

Problems words(const std::string& code, const std::string& path = "sim/run/a.cpp") {
  return forbidden_word_problems({source_file(path, code)});
}

TEST(ForbiddenWord, FailsWithFileAndLine) {
  EXPECT_EQ(words("\nint x = std::rand();\n"),
            Problems{"sim/run/a.cpp:2: std::rand: random numbers come from sim/core/random.h"});
}

TEST(ForbiddenWord, EveryKindFails) {
  for (const char* code :
       {"srand(1);", "std::random_device d;", "std::mt19937 g;", "std::mt19937_64 g;",
        "std::normal_distribution<double> n;", "std::uniform_int_distribution<int> u;",
        "std::chrono::steady_clock::now();", "std::chrono::system_clock::now();",
        "std::chrono::high_resolution_clock::now();", "x = time(nullptr);", "std::time(&t);",
        "clock_gettime(CLOCK_REALTIME, &t);", "std::unordered_map<int, int> m;",
        "std::unordered_set<int> s;", "using namespace std;"}) {
    EXPECT_EQ(words(code).size(), 1u) << code;
  }
}

TEST(ForbiddenWord, InCommentsTextsAndLongerWordsIsNone) {
  for (const char* code :
       {"// std::rand is banned", "/* steady_clock */", "f(\"std::mt19937\");",
        "boost::math::normal_distribution<double> n;", "my_srand(1);", "std::random_devices d;",
        "run_time(nullptr_count);", "const Time time(now);"}) {
    EXPECT_EQ(words(code), Problems{}) << code;
  }
}

TEST(ForbiddenWord, AClockMayTickOnlyWhereNoResultIsMade) {
  const std::string code = "std::chrono::steady_clock::now();";
  EXPECT_EQ(words(code, "sim/app/progress.cpp"), Problems{});
  EXPECT_EQ(words(code, "sim/core/profile.h"), Problems{});
  EXPECT_EQ(words(code, "sim/core/bus.cpp").size(), 1u);
  EXPECT_EQ(words("std::rand();", "sim/app/progress.cpp").size(), 1u);
}

Problems paths(const std::string& path, const std::string& text) {
  return machine_path_problems({source_file(path, text)});
}

TEST(MachinePath, FailsInCodeCommentsAndPages) {
  EXPECT_EQ(paths("docs/a.md", "\nsee /work/notes\n"),
            Problems{"docs/a.md:2: a path of one machine: /work/"});
  EXPECT_EQ(paths("sim/run/a.cpp", "// from /home/me/x").size(), 1u);
  EXPECT_EQ(paths("check", "cd /root/x").size(), 1u);
  EXPECT_EQ(paths("sim/run/a.cpp", "open(\"/tmp/x\");").size(), 1u);
}

TEST(MachinePath, ATestMayUseThemAndARelativePathIsNone) {
  EXPECT_EQ(paths("tests/run/a.cpp", "open(\"/tmp/x\");"), Problems{});
  EXPECT_EQ(paths("docs/a.md", "in sim/work/x and ../tmp/x and ${dir}/tmp/x"), Problems{});
}

TEST(TopLevel, AStrangerFails) {
  EXPECT_EQ(top_level_problems({".git", "CMakeLists.txt", "sim", "src"}),
            Problems{"src:1: has no place at the top level"});
}

}  // namespace
}  // namespace twinaxis::architecture
