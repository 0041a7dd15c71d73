#include "sim/control/interlock.h"

#include <gtest/gtest.h>

#include <limits>

namespace twinaxis {
namespace {

Time at(double s) { return time_from_s(s); }

TEST(Interlock, TripsWhenTheDemandHasLasted) {
  const InterlockParams p{.delay = duration_from_s(2)};
  InterlockMemory memory;
  EXPECT_FALSE(interlock(p, memory, at(0), true));
  EXPECT_FALSE(interlock(p, memory, at(1.9), true));
  EXPECT_TRUE(interlock(p, memory, at(2), true));
}

TEST(Interlock, ADemandThatPausesStartsAgain) {
  const InterlockParams p{.delay = duration_from_s(2)};
  InterlockMemory memory;
  interlock(p, memory, at(0), true);
  interlock(p, memory, at(1), false);
  EXPECT_FALSE(interlock(p, memory, at(2), true));
  EXPECT_TRUE(interlock(p, memory, at(4), true));
}

TEST(Interlock, LatchesUntilAResetFindsTheCauseGone) {
  InterlockMemory memory;
  EXPECT_TRUE(interlock({}, memory, at(0), true));
  EXPECT_TRUE(interlock({}, memory, at(1), false));
  EXPECT_TRUE(interlock({}, memory, at(2), true, true)) << "a reset does not beat the cause";
  EXPECT_FALSE(interlock({}, memory, at(3), false, true));
}

TEST(Interlock, EndsWithItsDemandIfNoResetIsNeeded) {
  const InterlockParams p{.needs_reset = false};
  InterlockMemory memory;
  EXPECT_TRUE(interlock(p, memory, at(0), true));
  EXPECT_FALSE(interlock(p, memory, at(1), false));
}

TEST(Interlock, ABypassKeepsItFromTrippingButEndsNoTrip) {
  InterlockMemory memory;
  EXPECT_FALSE(interlock({}, memory, at(0), true, false, true));
  EXPECT_TRUE(interlock({}, memory, at(1), true));
  EXPECT_TRUE(interlock({}, memory, at(2), true, false, true));
}

TEST(Limit, NoiseAtTheLimitIsOneDemand) {
  const Limit high{.value = 350e3, .band = 10e3};
  LimitMemory memory;
  EXPECT_FALSE(beyond(high, memory, 349e3));
  EXPECT_TRUE(beyond(high, memory, 350e3));
  EXPECT_TRUE(beyond(high, memory, 341e3));
  EXPECT_FALSE(beyond(high, memory, 339e3));
}

TEST(Limit, LowSideIsTheMirrorOfTheHighSide) {
  const Limit low{.value = 20, .band = 5, .side = Limit::Side::low};
  LimitMemory memory;
  EXPECT_TRUE(beyond(low, memory, 20));
  EXPECT_TRUE(beyond(low, memory, 24));
  EXPECT_FALSE(beyond(low, memory, 26));
}

TEST(Limit, ADeadSensorIsBeyondEveryLimit) {
  LimitMemory memory;
  EXPECT_TRUE(beyond({.value = 1}, memory, std::numeric_limits<double>::quiet_NaN()));
}

}  // namespace
}  // namespace twinaxis
