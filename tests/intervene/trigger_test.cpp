#include <gtest/gtest.h>

#include "tests/intervene/world.h"

namespace twinaxis {
namespace {

/// Overrides the set-point, on which the level does not depend.
Intervention alarm(std::string when, std::string reset = "") {
  Intervention result = on_level("alarm", Override{1});
  result.on = "LIC-1.setpoint";
  result.when = std::move(when);
  result.reset = std::move(reset);
  return result;
}

/// Whether the alarm acts after each of the levels, one a second.
std::vector<int> acting(const Intervention& intervention, const std::vector<double>& levels_m) {
  World world({intervention});
  std::vector<int> result;
  for (std::size_t i = 0; i < levels_m.size(); ++i) {
    world.write(levels_m[i], static_cast<double>(i));
    result.push_back(world.bus.read(world.table.id("LIC-1.setpoint")) == 1 ? 1 : 0);
  }
  return result;
}

using Acts = std::vector<int>;

TEST(Trigger, LatchesAndStaysWithoutAReset) {
  EXPECT_EQ(acting(alarm("LT-1.reading > 3 m"), {1, 4, 1, 1}), (Acts{0, 1, 1, 1}));
}

TEST(Trigger, StaysLatchedUntilItsReset) {
  EXPECT_EQ(acting(alarm("LT-1.reading > 3 m", "LT-1.reading < 1 m"), {1, 4, 2, 0.5, 2, 4}),
            (Acts{0, 1, 1, 0, 0, 1}));
}

TEST(Trigger, DoesNotChatterBetweenItsTwoLevels) {
  World world({alarm("LT-1.reading > 3 m", "LT-1.reading < 1 m")});
  for (int i = 0; i < 100; ++i) world.write(i % 2 == 0 ? 3.1 : 2.9, i);
  EXPECT_EQ(world.log.size(), 1u);
}

TEST(Trigger, ForADurationNeedsTheConditionWithoutABreak) {
  // Above 3 m since 1 s, broken at 2 s, since 3 s: two seconds are over at 5 s.
  EXPECT_EQ(acting(alarm("LT-1.reading > 3 m for 2 s"), {1, 4, 2, 4, 4, 4, 1}),
            (Acts{0, 0, 0, 0, 0, 1, 1}));
}

TEST(Trigger, TheResetMayTakeItsTimeToo) {
  EXPECT_EQ(
      acting(alarm("LT-1.reading > 3 m", "LT-1.reading < 1 m for 2 s"), {4, 0, 2, 0, 0, 0, 0, 4}),
      (Acts{1, 1, 1, 1, 1, 0, 0, 1}));
}

TEST(Trigger, AfterAResetTheDurationCountsAnew) {
  EXPECT_EQ(acting(alarm("LT-1.reading > 3 m for 1 s", "LT-1.reading > 9 m"), {4, 4, 10, 4, 4}),
            (Acts{0, 1, 0, 0, 1}));
}

TEST(Trigger, AfterLatchingAgainTheDurationOfTheResetCountsAnew) {
  // The level satisfies both: each reset needs 2 s from the first look after the latch.
  EXPECT_EQ(
      acting(alarm("LT-1.reading < 5 m", "LT-1.reading < 1 m for 2 s"), {0, 0, 0, 0, 0, 0, 0, 0}),
      (Acts{1, 1, 1, 0, 1, 1, 1, 0}));
}

TEST(Trigger, InsideAWindowLatchesOnlyThereAndEndsWithIt) {
  Intervention windowed = alarm("LT-1.reading > 3 m");
  windowed.from = duration_from_s(2);
  windowed.until = duration_from_s(4);
  EXPECT_EQ(acting(windowed, {4, 1, 1, 4, 4, 4}), (Acts{0, 0, 0, 1, 0, 0}));
}

TEST(Trigger, ADurationBeforeTheWindowDoesNotCount) {
  Intervention windowed = alarm("LT-1.reading > 3 m for 2 s");
  windowed.from = duration_from_s(3);
  EXPECT_EQ(acting(windowed, {4, 4, 4, 4, 4, 4}), (Acts{0, 0, 0, 0, 0, 1}));
}

TEST(Trigger, SeesWhatAnInterventionShowsAndNotTheTruthBehind) {
  World world({on_level("blind", Override{0}), alarm("LT-1.reading > 3 m")});
  world.write(1, 0);
  world.write(9, 1);
  EXPECT_EQ(world.event_names(), std::vector<std::string>{"attack.blind.start"});
}

TEST(Trigger, MayLookAtTheTime) {
  EXPECT_EQ(acting(alarm("time >= 2 s"), {0, 0, 0, 0}), (Acts{0, 0, 1, 1}));
}

}  // namespace
}  // namespace twinaxis
