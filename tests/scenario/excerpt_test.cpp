#include "sim/scenario/excerpt.h"

#include <gtest/gtest.h>

#include "sim/scenario/diagnostics.h"

namespace twinaxis::scenario {
namespace {

TEST(Excerpt, PointsAtTheColumnOfACharacter) {
  EXPECT_EQ(excerpt("  pump_max: -5 L/s", 7, 13),
            "     7 |   pump_max: -5 L/s\n"
            "       |             ^\n");
}

TEST(Excerpt, WideCharactersTakeTwoColumns) {
  // 7 columns of "title: ", then two characters of 2 columns each: the caret under column 11.
  EXPECT_EQ(excerpt("title: 冷却x", 1, 10),
            "     1 | title: 冷却x\n"
            "       |            ^\n");
}

TEST(Excerpt, TabIsShownAsFourBlanks) {
  EXPECT_EQ(excerpt("\tarea: 2", 3, 2),
            "     3 |     area: 2\n"
            "       |     ^\n");
}

TEST(Excerpt, LongLineIsCutAroundTheCaret) {
  const std::string line = std::string(100, 'a') + "X" + std::string(100, 'b');
  const std::string shown = excerpt(line, 1, 101);
  const std::size_t second = shown.find('\n') + 1;
  const std::string first_line = shown.substr(0, second - 1);
  EXPECT_EQ(first_line.size(), 9u + 3 + 88 + 3);  // label, dots, 88 columns, dots
  EXPECT_EQ(first_line.find('X'), shown.find('^') - second);
}

TEST(Excerpt, PlaceBehindTheLineIsWhereSomethingIsMissing) {
  EXPECT_EQ(excerpt("a:", 2, 3),
            "     2 | a:\n"
            "       |   ^\n");
}

TEST(Diagnostics, AreSortedByPlaceAndCountOnce) {
  Problems problems;
  problems.add({"b.yaml", 1, 1}, "late");
  problems.add({"a.yaml", 2, 1}, "second");
  problems.add({"a.yaml", 1, 5}, "first");
  problems.add({"a.yaml", 1, 5}, "first");
  EXPECT_EQ(problems.text(),
            "a.yaml:1:5: first\na.yaml:2:1: second\nb.yaml:1:1: late\n"
            "3 problems; nothing was run\n");
}

TEST(Diagnostics, NoProblemIsNoText) { EXPECT_EQ(Problems().text(), ""); }

TEST(Diagnostics, ControlCharactersOfTheUserDoNotReachTheTerminal) {
  EXPECT_EQ(in_marks("a\x1b[31m\nb"), "'a [31m b'");
}

}  // namespace
}  // namespace twinaxis::scenario
