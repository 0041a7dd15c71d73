#include "sim/intervene/schedule.h"

#include <gtest/gtest.h>

#include <bit>

#include "tests/intervene/world.h"

namespace twinaxis {
namespace {

Intervention of_side(Side side, Intervention intervention) {
  intervention.side = side;
  return intervention;
}

TEST(Schedule, AWindowHoldsItsStartAndNotItsEnd) {
  Intervention bias = on_level("b", Bias{10});
  bias.from = duration_from_s(1);
  bias.until = duration_from_s(2);
  World world({bias});
  EXPECT_EQ(world.seen(1, 0.9), 1);
  EXPECT_EQ(world.seen(1, 1.0), 11);
  EXPECT_EQ(world.seen(1, 1.9), 11);
  EXPECT_EQ(world.seen(1, 2.0), 1);
}

TEST(Schedule, WithoutAWindowItActsFromTheStartToTheEnd) {
  World world({on_level("b", Bias{10})});
  EXPECT_EQ(world.seen(1, 0), 11);
  EXPECT_EQ(world.seen(1, 1e6), 11);
}

TEST(Schedule, WhatIsWrittenBetweenStepsIsChangedAtOnce) {
  World world({on_level("b", Bias{10})});
  world.write(1, 0);
  world.bus.write(world.level, 5, time_from_s(0.05));
  EXPECT_EQ(world.bus.read(world.level), 15);
}

TEST(Schedule, AtAPointAttacksActBeforeFaultsBeforeCountermeasures) {
  // ((1 + 10) * 2) clamped to 15; in the file the other way round.
  World world({of_side(Side::countermeasure, on_level("c", Clamp{0, 15})),
               of_side(Side::fault, on_level("f", Scale{2})),
               of_side(Side::attack, on_level("a", Bias{10}))});
  EXPECT_EQ(world.seen(1, 0), 15);
  EXPECT_EQ(world.seen(-9, 1), 2);  // (-9 + 10) * 2
}

TEST(Schedule, InsideASideTheFileOrderHolds) {
  EXPECT_EQ(World({on_level("a", Bias{10}), on_level("b", Scale{2})}).seen(1, 0), 22);
  EXPECT_EQ(World({on_level("b", Scale{2}), on_level("a", Bias{10})}).seen(1, 0), 12);
}

TEST(Schedule, TheOrderDoesNotDependOnWhoStartsFirst) {
  Intervention late = on_level("a", Bias{10});
  late.from = duration_from_s(5);
  World world({late, on_level("b", Scale{2})});
  EXPECT_EQ(world.seen(1, 0), 2);
  EXPECT_EQ(world.seen(1, 5), 22);
}

TEST(Schedule, HoldShowsTheValueOfItsStart) {
  Intervention hold = on_level("h", Hold{});
  hold.from = duration_from_s(2);
  World world({hold});
  EXPECT_EQ(world.seen(1, 1), 1);
  EXPECT_EQ(world.seen(2, 2), 2);
  EXPECT_EQ(world.seen(3, 3), 2);
}

TEST(Schedule, RampCountsFromItsStart) {
  Intervention ramp = on_level("r", Ramp{.rate = 1, .limit = 3});
  ramp.from = duration_from_s(10);
  World world({ramp});
  EXPECT_EQ(world.seen(5, 9), 5);
  EXPECT_EQ(world.seen(5, 10), 5);
  EXPECT_EQ(world.seen(5, 12), 7);
  EXPECT_EQ(world.seen(5, 99), 8);
}

TEST(Schedule, ARampGoesOnThoughNothingIsWritten) {
  World world({on_level("r", Ramp{.rate = 1, .limit = 30})});
  world.write(5, 0);
  world.schedule.refresh(time_from_s(4), world.bus, world.log);
  EXPECT_EQ(world.bus.read(world.level), 9);
}

TEST(Schedule, ReplayShowsTheWindowBeforeItsStartAgainAndAgain) {
  Intervention replay = on_level("r", Replay{duration_from_s(3)});
  replay.from = duration_from_s(10);
  World world({replay});
  for (int t = 0; t < 10; ++t) EXPECT_EQ(world.seen(t, t), t);
  const double heard[] = {7, 8, 9, 7, 8, 9, 7};  // of 10, 11, 12 ... s
  for (int i = 0; i < 7; ++i) EXPECT_EQ(world.seen(99, 10 + i), heard[i]) << i;
}

TEST(Schedule, WhatHangsOnAStepThatFailedNeverStarts) {
  Intervention reached = on_level("a", Bias{1});
  reached.after = "phish";
  Intervention missed = on_level("b", Bias{10});
  missed.after = "inhibit";
  World world({reached, missed}, {"inhibit"});
  for (int t = 0; t < 5; ++t) EXPECT_EQ(world.seen(0, t), 1);
  EXPECT_EQ(world.event_names(), std::vector<std::string>{"attack.a.start"});
}

TEST(Schedule, ReportsStartsAndStopsByName) {
  Intervention attack = on_level("freeze", Hold{});
  attack.technique = "T0856";
  attack.from = duration_from_s(1);
  attack.until = duration_from_s(3);
  Intervention measure = of_side(Side::countermeasure, on_level("limit", Clamp{0, 9}));
  measure.measure = "MR-19";
  World world({measure, attack, of_side(Side::fault, on_level("drift", Bias{1}))});
  for (int t = 0; t < 5; ++t) world.write(1, t);
  EXPECT_EQ(world.event_names(),
            (std::vector<std::string>{"fault.drift.start", "countermeasure.limit.start",
                                      "attack.freeze.start", "attack.freeze.stop"}));
  EXPECT_EQ(world.log[1].detail, "!clamp on LT-1.reading (MR-19)");
  EXPECT_EQ(world.log[2].detail, "!hold on LT-1.reading (T0856)");
  EXPECT_EQ(world.log[2].at, time_from_s(1));
  EXPECT_EQ(world.log[3].at, time_from_s(3));
}

TEST(Schedule, HostsAndChannelsAreHandedOnAsEdges) {
  Intervention off = on_level("off", TurnOff{});
  off.on = "plc1";
  off.from = duration_from_s(1);
  off.until = duration_from_s(2);
  Intervention drop = on_level("drop", Drop{0.5});
  drop.on = "plc1->hmi1";
  drop.from = duration_from_s(1);
  World world({drop, off});
  EXPECT_TRUE(world.write(1, 0).empty());
  const auto starts = world.write(1, 1);
  ASSERT_EQ(starts.size(), 2u);
  EXPECT_EQ(starts[0].intervention->id, "drop");
  EXPECT_EQ(starts[0].point, world.table.id("plc1->hmi1"));
  EXPECT_TRUE(starts[0].starts);
  EXPECT_TRUE(std::holds_alternative<TurnOff>(starts[1].intervention->effect));
  const auto stops = world.write(1, 2);
  ASSERT_EQ(stops.size(), 1u);
  EXPECT_EQ(stops[0].intervention->id, "off");
  EXPECT_FALSE(stops[0].starts);
  EXPECT_EQ(world.bus.read(world.level), 1);
}

TEST(Schedule, SignalEffectsGiveNoEdges) {
  World world({on_level("b", Bias{1})});
  EXPECT_TRUE(world.write(1, 0).empty());
  EXPECT_EQ(world.log.size(), 1u);
}

TEST(Schedule, ANullAttackChangesNoBit) {
  World null({on_level("b", Bias{0}), on_level("s", Scale{1})});
  World none({});
  for (int i = 0; i < 1'000; ++i) {
    const double level_m =
        i % 10 == 0 ? -0.0 : normal(stream(1, 0, "level"), static_cast<std::uint64_t>(i));
    ASSERT_EQ(std::bit_cast<std::uint64_t>(null.seen(level_m, i)),
              std::bit_cast<std::uint64_t>(none.seen(level_m, i)));
  }
}

TEST(Schedule, ARefreshDoneTwiceChangesNothing) {
  World world({on_level("n", Noise{1}), on_level("d", DropOut{0.5}), on_level("l", RateLimit{1})});
  for (int t = 0; t < 100; ++t) {
    const double once = world.seen(t % 7, t);
    world.schedule.refresh(time_from_s(t), world.bus, world.log);
    ASSERT_EQ(world.bus.read(world.level), once);
  }
  EXPECT_EQ(world.log.size(), 3u);
}

TEST(Schedule, NoiseOfAnInterventionDoesNotDependOnTheOthers) {
  World alone({on_level("n", Noise{1})});
  World among({on_level("x", Bias{0}), on_level("n", Noise{1})});
  for (int t = 0; t < 100; ++t) EXPECT_EQ(alone.seen(1, t), among.seen(1, t));
}

TEST(Schedule, NoiseOfTwoInterventionsDiffers) {
  EXPECT_NE(World({on_level("n", Noise{1})}).seen(1, 0),
            World({on_level("m", Noise{1})}).seen(1, 0));
}

}  // namespace
}  // namespace twinaxis
