// What yaml-cpp lets pass is seen: places, tags, repeated keys, quotes, aliases.

#include "sim/scenario/document.h"

#include <gtest/gtest.h>

#include "tests/scenario/tank.h"

namespace twinaxis::scenario {
namespace {

using test::parsed;

std::string problems_of(const std::string& text) {
  Problems problems;
  parse_document(text, "t.yaml", problems);
  std::string result;
  for (const auto& problem : problems.sorted()) {
    result += text_of(problem.place) + " " + problem.message + "\n";
  }
  return result;
}

TEST(Document, PlacesCountCharactersFromOne) {
  const Node root = parsed("title: {ja: 冷却停止, en: cooling}\n");
  EXPECT_EQ(text_of(root.find("title")->find("en")->place), "text.yaml:1:23");
}

TEST(Document, TextBeginsBehindTagAndQuote) {
  const Node root = parsed("a: plain\nb: 'quoted'\nc: !tag tagged\nd: \"esc\\taped\"\n");
  EXPECT_EQ(root.find("a")->text_column, 4);
  EXPECT_EQ(root.find("b")->text_column, 5);
  EXPECT_EQ(root.find("c")->text_column, 9);
  EXPECT_EQ(root.find("c")->place.column, 4);
  EXPECT_EQ(root.find("d")->text_column, 0);  // columns of an escaped text cannot be counted
}

TEST(Document, RepeatedKeyNamesBothPlacesAndKeepsTheFirst) {
  EXPECT_EQ(problems_of("a: 1\nb: 2\na: 3\n"),
            "t.yaml:3:1 repeated key 'a'; the first is at t.yaml:1:1\n");
}

TEST(Document, EmptyTextAndNullAreDifferentThings) {
  const Node root = parsed("a: ''\nb:\nc: ~\nd: null\ne: 'null'\n");
  EXPECT_TRUE(root.find("a")->is_scalar());
  for (const char* key : {"b", "c", "d"}) EXPECT_EQ(root.find(key)->kind, Node::Kind::null) << key;
  EXPECT_EQ(root.find("e")->text, "null");
}

TEST(Document, AliasIsACopyThatKeepsTheOriginalPlace) {
  const Node root = parsed("a: &x {b: 1}\nc: *x\n");
  EXPECT_TRUE(same(*root.find("a"), *root.find("c")));
  EXPECT_EQ(root.find("c")->find("b")->place.line, 1);
}

TEST(Document, AliasInsideOfItselfIsAProblem) {
  EXPECT_EQ(problems_of("a: &x [*x]\n"), "t.yaml:1:8 an alias inside of what it repeats\n");
}

TEST(Document, UnclosedQuoteIsFoundThoughTheParserClosesItSilently) {
  EXPECT_EQ(problems_of("a: \"abc\nb: 1\n"),
            "t.yaml:1:4 the quote that opens here is never closed\n");
  EXPECT_EQ(problems_of("a: 'it''s\n"), "t.yaml:1:4 the quote that opens here is never closed\n");
  EXPECT_EQ(problems_of("a: 'it''s'\n"), "");
}

TEST(Document, MisalignedKeyIsNoSecondDocument) {
  EXPECT_EQ(problems_of("  a: 1\n b: 2\n"),
            "t.yaml:2:2 this does not belong to what stands above; check the indentation\n");
}

TEST(Document, RootMustBeAMap) {
  EXPECT_EQ(problems_of("- a\n"), "t.yaml:1:1 expected a map of keys and values, found a list\n");
  EXPECT_EQ(problems_of("# only a comment\n"),
            "t.yaml the file is empty; expected a map of keys and values\n");
}

}  // namespace
}  // namespace twinaxis::scenario
