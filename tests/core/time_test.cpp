#include "sim/core/time.h"

#include <gtest/gtest.h>

#include "sim/core/random.h"

namespace twinaxis {
namespace {

constexpr Duration kMillisecond{1'000'000};

TEST(Time, TenStepsOfATenthOfASecondAreExactlyOneSecond) {
  Time t;
  for (int i = 0; i < 10; ++i) t += 100 * kMillisecond;
  EXPECT_EQ(t, time_from_s(1.0));  // in doubles, 0.1 added ten times is 0.9999999999999999
}

TEST(Time, SecondsOfADecimalStepAreTheDoubleThatTheDecimalNames) {
  EXPECT_EQ(to_s(300 * kMillisecond), 0.3);  // 3e8 * 1e-9 would be 0.30000000000000004
  EXPECT_EQ(to_s(Time{1'100'000'000}), 1.1);
}

TEST(Time, SurvivesTheWayThroughSecondsForTwentySixDays) {
  // Two roundings of 2^-53 each: below half a nanosecond while t < 2^51 ns = 26 days.
  const Stream numbers = stream(1, 0, "times");
  for (std::uint64_t i = 0; i < 10'000; ++i) {
    const Time t{static_cast<std::int64_t>(bits(numbers, i) >> 13)};
    ASSERT_EQ(time_from_s(to_s(t)), t) << t.ns;
    ASSERT_EQ(time_from_s(-to_s(t)), Time{-t.ns}) << t.ns;
  }
}

TEST(Time, SecondsRoundToTheNearestNanosecond) {
  EXPECT_EQ(duration_from_s(1.4e-9), Duration{1});
  EXPECT_EQ(duration_from_s(1.6e-9), Duration{2});
  EXPECT_EQ(duration_from_s(-1.6e-9), Duration{-2});
}

TEST(Time, TheGridHoldsTheMultiplesOfTheStepAndNothingElse) {
  EXPECT_TRUE(on_grid(Duration{0}, 100 * kMillisecond));
  EXPECT_TRUE(on_grid(3600 * 10 * (100 * kMillisecond), 100 * kMillisecond));
  EXPECT_FALSE(on_grid(Duration{100'000'001}, 100 * kMillisecond));
  EXPECT_FALSE(on_grid(50 * kMillisecond, 100 * kMillisecond));
}

TEST(Time, MomentsAndSpansCompute) {
  const Time t{5};
  EXPECT_EQ(t + Duration{3} - t, Duration{3});
  EXPECT_EQ(t - Duration{7}, Time{-2});
  EXPECT_EQ(Duration{17} / Duration{5}, 3);
  EXPECT_EQ(Duration{17} % Duration{5}, Duration{2});
  EXPECT_LT(Time{-1}, Time{0});
}

}  // namespace
}  // namespace twinaxis
