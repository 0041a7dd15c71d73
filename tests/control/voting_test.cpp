#include "sim/control/voting.h"

#include <gtest/gtest.h>

#include <cmath>

namespace twinaxis {
namespace {

bool votes(const VotingParams& p, std::initializer_list<Vote> channels) {
  return vote(p, std::span(channels.begin(), channels.size()));
}

constexpr Vote ok = Vote::ok, trip = Vote::trip, faulty = Vote::faulty, bypassed = Vote::bypassed;
constexpr VotingParams kTwoOfThree{.needed_count = 2};

TEST(Voting, TwoOutOfThreeNeedsTwo) {
  EXPECT_FALSE(votes(kTwoOfThree, {ok, ok, ok}));
  EXPECT_FALSE(votes(kTwoOfThree, {ok, trip, ok}));
  EXPECT_TRUE(votes(kTwoOfThree, {trip, ok, trip}));
}

TEST(Voting, AFaultyChannelThatVotesTripLeavesOneOutOfTwo) {
  EXPECT_FALSE(votes(kTwoOfThree, {faulty, ok, ok}));
  EXPECT_TRUE(votes(kTwoOfThree, {faulty, trip, ok}));
}

TEST(Voting, AFaultyChannelThatIsIgnoredLeavesTwoOutOfTwo) {
  const VotingParams p{.needed_count = 2, .fault_policy = FaultPolicy::ignored};
  EXPECT_FALSE(votes(p, {faulty, trip, ok}));
  EXPECT_TRUE(votes(p, {faulty, trip, trip}));
}

TEST(Voting, ABypassedChannelIsNoMember) {
  EXPECT_FALSE(votes(kTwoOfThree, {bypassed, trip, ok}));
  EXPECT_TRUE(votes(kTwoOfThree, {bypassed, trip, trip}));
}

TEST(Voting, TheLastChannelDecidesAloneWhenTheGroupDegrades) {
  EXPECT_TRUE(votes(kTwoOfThree, {bypassed, bypassed, trip}));
  EXPECT_FALSE(votes(kTwoOfThree, {bypassed, bypassed, ok}));
  EXPECT_TRUE(votes(kTwoOfThree, {bypassed, bypassed, bypassed})) << "nobody left to trust";
}

TEST(Voting, AGroupThatDoesNotDegradeIsInhibitedByBypasses) {
  const VotingParams p{.needed_count = 2, .degrades = false};
  EXPECT_FALSE(votes(p, {bypassed, bypassed, trip}));
  EXPECT_FALSE(votes(p, {bypassed, bypassed, bypassed}));
}

TEST(Middle, IgnoresOneLiarAmongThree) {
  EXPECT_EQ(middle(std::array{101.0, 99.0, 100.0}), 100);
  EXPECT_EQ(middle(std::array{1e9, 99.0, 100.0}), 100);
}

TEST(Middle, IsTheMeanOfTwoAndTheOneThatIsLeft) {
  const double none = std::nan("");
  EXPECT_EQ(middle(std::array{none, 98.0, 100.0}), 99);
  EXPECT_EQ(middle(std::array{none, none, 100.0}), 100);
  EXPECT_TRUE(std::isnan(middle(std::array{none, none, none})));
}

}  // namespace
}  // namespace twinaxis
