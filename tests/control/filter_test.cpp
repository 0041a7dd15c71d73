#include "sim/control/filter.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/core/require.h"

namespace twinaxis {
namespace {

TEST(Lag, IsExactForAnyInterval) {
  // From 0 to a step of 1: 1 - e^(-t/tau), in ten intervals of 0.7 s or in one of 7 s.
  for (const int count : {1, 10}) {
    LagMemory memory;
    lag(memory, 0, 3, 0);
    double y = 0;
    for (int k = 0; k < count; ++k) y = lag(memory, 1, 3, 7.0 / count);
    EXPECT_NEAR(y, 1 - std::exp(-7.0 / 3), 1e-15);
  }
}

TEST(Lag, StartsAtItsFirstValueAndPassesEverythingWithoutATimeConstant) {
  LagMemory memory;
  EXPECT_EQ(lag(memory, 42, 3, 1), 42);
  EXPECT_EQ(lag(memory, 7, 0, 1), 7);
}

TEST(RateLimit, FollowsWithItsRatesUpAndDown) {
  RateMemory memory;
  rate_limit(memory, 10, 2, 5, 1);
  EXPECT_DOUBLE_EQ(rate_limit(memory, 100, 2, 5, 0.5), 11);
  EXPECT_DOUBLE_EQ(rate_limit(memory, 0, 2, 5, 2), 1);
  EXPECT_DOUBLE_EQ(rate_limit(memory, 1.5, 2, 5, 1), 1.5);
}

TEST(MovingAverage, IsTheMeanOfTheLastValues) {
  MovingAverage average(3);
  EXPECT_DOUBLE_EQ(average.add(3), 3);
  EXPECT_DOUBLE_EQ(average.add(5), 4);
  EXPECT_DOUBLE_EQ(average.add(10), 6);
  EXPECT_DOUBLE_EQ(average.add(6), 7);
}

TEST(MovingAverage, ForgetsAGreatValueCompletely) {
  MovingAverage average(2);
  average.add(1e17);
  average.add(0.1);
  EXPECT_EQ(average.add(0.1), 0.1);
}

TEST(DelayLine, ReturnsWhatWasPutInADelayEarlier) {
  DelayLine line(duration_from_s(0.3), duration_from_s(0.1), -1);
  for (int k = 0; k < 3; ++k) EXPECT_EQ(line.pass(k), -1);
  for (int k = 3; k < 20; ++k) EXPECT_EQ(line.pass(k), k - 3);
}

TEST(DelayLine, PassesAtOnceWithoutADelayAndRefusesPartsOfAnInterval) {
  DelayLine none({}, duration_from_s(1), 0);
  EXPECT_EQ(none.pass(5), 5);
  EXPECT_THROW(DelayLine(duration_from_s(0.25), duration_from_s(0.1), 0), ContractError);
}

}  // namespace
}  // namespace twinaxis
