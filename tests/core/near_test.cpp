#include "sim/core/near.h"

#include <gtest/gtest.h>

namespace twinaxis {
namespace {

TEST(EditDistance, CountsEdits) {
  EXPECT_EQ(edit_distance("reading", "reading"), 0u);
  EXPECT_EQ(edit_distance("readng", "reading"), 1u);    // one letter missing
  EXPECT_EQ(edit_distance("readxing", "reading"), 1u);  // one too many
  EXPECT_EQ(edit_distance("reaging", "reading"), 1u);   // one wrong
  EXPECT_EQ(edit_distance("raeding", "reading"), 1u);   // neighbours swapped
  EXPECT_EQ(edit_distance("READING", "reading"), 0u);   // case does not count
  EXPECT_EQ(edit_distance("", "abc"), 3u);
  EXPECT_EQ(edit_distance("abc", ""), 3u);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);  // Wagner and Fischer's textbook pair
}

TEST(EditDistance, IsTheSameBothWays) {
  for (const char* a : {"sis1", "sis_1", "PT-101.reading", "x"}) {
    for (const char* b : {"plc1", "sis1", "PT-102.reading", ""}) {
      EXPECT_EQ(edit_distance(a, b), edit_distance(b, a)) << a << " " << b;
    }
  }
}

TEST(Nearest, PutsTheNearestFirstAndTiesInTheOrderGiven) {
  const std::vector<std::string> names{"PT-103.reading", "PT-101.value", "PT-101.reading",
                                       "PT-102.reading", "plc1"};
  EXPECT_EQ(nearest("PT-101.readng", names),
            (std::vector<std::string>{"PT-101.reading", "PT-103.reading", "PT-102.reading"}));
  EXPECT_EQ(nearest("PT-101.readng", names, 1), std::vector<std::string>{"PT-101.reading"});
}

TEST(Nearest, OffersNothingFartherThanAThirdOfTheWord) {
  EXPECT_TRUE(nearest("pressure", {"level", "hmi1"}).empty());
  EXPECT_EQ(nearest("plc", {"plx"}).size(), 1u);  // 1 of 3 letters
  EXPECT_TRUE(nearest("plc", {"pxx"}).empty());   // 2 of 3
}

TEST(DidYouMean, AsksOrStaysSilent) {
  EXPECT_EQ(did_you_mean("sis_1", {"plc1", "sis1"}), "; did you mean 'sis1'?");
  EXPECT_EQ(did_you_mean("zzzzz", {"plc1", "sis1"}), "");
}

}  // namespace
}  // namespace twinaxis
