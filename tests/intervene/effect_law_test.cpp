// Each effect on a signal as its law: what is written when, and what everybody reads.
#include <gtest/gtest.h>

#include "sim/intervene/effect.h"

namespace twinaxis {
namespace {

struct Sample {
  double at_s;
  double written;
  double seen;
};

void expect_law(const SignalEffect& effect, const std::vector<Sample>& samples,
                double started_s = 10) {
  EffectMemory memory{.started = time_from_s(started_s), .stream = {}, .tape = {}};
  for (const auto& [at_s, written, seen] : samples) {
    EXPECT_DOUBLE_EQ(apply(effect, memory, written, time_from_s(at_s)), seen) << "at " << at_s;
  }
}

TEST(Override, ShowsItsValueAlone) { expect_law(Override{5}, {{10, 1, 5}, {11, -7, 5}}); }

TEST(Bias, IsAdded) { expect_law(Bias{-3}, {{10, 1, -2}, {11, 4, 1}}); }

TEST(Scale, Multiplies) { expect_law(Scale{0.5}, {{10, 8, 4}, {11, -2, -1}}); }

TEST(Ramp, GrowsFromTheStartAndStopsAtItsLimit) {
  expect_law(Ramp{.rate = 2, .limit = 5},
             {{10, 100, 100}, {11, 100, 102}, {12, 50, 54}, {12.5, 0, 5}, {60, 0, 5}});
}

TEST(Ramp, WithANegativeRateFallsToTheSameDistance) {
  expect_law(Ramp{.rate = -2, .limit = 5}, {{11, 100, 98}, {60, 100, 95}});
  expect_law(Ramp{.rate = -2, .limit = -5}, {{11, 100, 98}, {60, 100, 95}});  // a distance anyway
}

TEST(Hold, KeepsTheValueAtTheStart) {
  expect_law(Hold{}, {{10, 7, 7}, {10.1, 8, 7}, {500, -1, 7}});
}

TEST(Clamp, LetsThroughWhatLiesBetween) {
  expect_law(Clamp{.low = 1, .high = 2}, {{10, 0, 1}, {11, 1.5, 1.5}, {12, 9, 2}, {13, 1, 1}});
}

TEST(RateLimit, FollowsNoFasterThanItsRate) {
  // 2 a second: after 1 s at most 2 away, after 0.5 s more at most 1 farther.
  expect_law(RateLimit{2}, {{10, 0, 0}, {11, 10, 2}, {11.5, 10, 3}, {12, 3.5, 3.5}, {13, -9, 1.5}});
}

TEST(RateLimit, MeasuresFromTheMomentBeforeHoweverOftenIsWritten) {
  expect_law(RateLimit{2}, {{10, 0, 0}, {11, 10, 2}, {11, -10, -2}, {11, 10, 2}, {12, 10, 4}});
}

TEST(Quantise, RoundsToItsGrid) {
  expect_law(Quantise{0.5}, {{10, 1.2, 1.0}, {11, 1.3, 1.5}, {12, -0.7, -0.5}, {13, 2.25, 2.5}});
  expect_law(Quantise{0}, {{10, 1.2, 1.2}});  // no grid
}

TEST(Noise, WithoutDeviationIsSilent) { expect_law(Noise{0}, {{10, 3, 3}, {11, 4, 4}}); }

TEST(DropOut, CertainLossKeepsWhatWasShownBefore) {
  expect_law(DropOut{1}, {{10, 3, 3}, {11, 4, 3}, {12, 5, 3}});
}

TEST(DropOut, WithoutLossEverythingArrives) { expect_law(DropOut{0}, {{10, 3, 3}, {11, 4, 4}}); }

TEST(Replay, RepeatsTheWindowBeforeTheStart) {
  // On the tape: 0, 1, 2, 3 at 7, 8, 9, 10 s. The window of 3 s before the start is 7 <= t < 10.
  EffectMemory memory{.started = time_from_s(10), .stream = {}, .tape = {}};
  for (int i = 0; i < 4; ++i) memory.tape.emplace_back(time_from_s(7 + i), i);
  const SignalEffect replay = Replay{duration_from_s(3)};
  const double heard[] = {0, 1, 2, 0, 1, 2, 0};
  for (int i = 0; i < 7; ++i) {
    EXPECT_EQ(apply(replay, memory, 99, time_from_s(10 + i)), heard[i]) << i;
  }
  EXPECT_EQ(apply(replay, memory, 99, time_from_s(17.5)), 1);  // between samples the last one rests
}

TEST(Replay, WithAnEmptyTapeLetsTheValueThrough) {
  expect_law(Replay{duration_from_s(3)}, {{10, 4, 4}, {11, 5, 5}});
}

}  // namespace
}  // namespace twinaxis
