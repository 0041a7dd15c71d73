// What holds for every effect, over seeded random values.
#include <gtest/gtest.h>

#include <bit>
#include <cmath>

#include "sim/intervene/effect.h"

namespace twinaxis {
namespace {

const Stream kValues = stream(1, 0, "values");

/// Values of many magnitudes and both signs.
double value_at(std::uint64_t i) {
  const double magnitude = std::pow(10.0, 12 * uniform(kValues, 2 * i) - 6);
  return uniform(kValues, 2 * i + 1) < 0.5 ? -magnitude : magnitude;
}

EffectMemory fresh() {
  EffectMemory memory{.started = Time{0}, .stream = stream(1, 0, "intervention.x"), .tape = {}};
  for (int i = -10; i <= 0; ++i) memory.tape.emplace_back(time_from_s(i), 10.0 * i);
  return memory;
}

std::uint64_t bits_of(double value) { return std::bit_cast<std::uint64_t>(value); }

const std::vector<SignalEffect> kOneOfEach{
    Override{5},    Bias{0.1},      Scale{1.1},
    Ramp{0.3, 100}, Hold{},         Replay{duration_from_s(10)},
    Clamp{-3, 3},   RateLimit{0.7}, Quantise{0.3},
    Noise{2},       DropOut{0.5}};

struct EveryEffect : testing::TestWithParam<std::size_t> {
  SignalEffect effect = kOneOfEach[GetParam()];
};
INSTANTIATE_TEST_SUITE_P(OnASignal, EveryEffect, testing::Range<std::size_t>(0, 11),
                         [](const auto& parameter) {
                           return std::string(std::visit([](const auto& e) { return e.tag; },
                                                         kOneOfEach[parameter.param]));
                         });

TEST_P(EveryEffect, StandsInTheListAtItsPlace) {
  ASSERT_EQ(kOneOfEach.size(), std::variant_size_v<SignalEffect>);
  EXPECT_EQ(effect.index(), GetParam());
}

TEST_P(EveryEffect, IsIdempotentAtOneMoment) {
  EffectMemory memory = fresh();
  for (std::uint64_t i = 0; i < 1'000; ++i) {
    const Time now{static_cast<std::int64_t>(i) * 100'000'000};
    const double once = apply(effect, memory, value_at(i), now);
    ASSERT_EQ(bits_of(apply(effect, memory, value_at(i), now)), bits_of(once)) << i;
    ASSERT_EQ(bits_of(apply(effect, memory, value_at(i), now)), bits_of(once)) << i;
  }
}

TEST_P(EveryEffect, ForgetsAnOtherValueOfTheSameMoment) {
  // A second message at one moment replaces the first. Only the value at the start is kept, and
  // the start is one moment.
  EffectMemory once = fresh();
  EffectMemory twice = fresh();
  apply(effect, once, 1, Time{0});
  apply(effect, twice, 1, Time{0});
  for (std::uint64_t i = 1; i < 1'000; ++i) {
    const Time now{static_cast<std::int64_t>(i) * 100'000'000};
    apply(effect, twice, value_at(i + 5'000), now);
    ASSERT_EQ(bits_of(apply(effect, twice, value_at(i), now)),
              bits_of(apply(effect, once, value_at(i), now)))
        << i;
  }
}

TEST(NullEffects, ChangeNoBit) {
  const std::vector<SignalEffect> nulls{
      Bias{0},          Bias{-0.0},  Scale{1}, Ramp{0, 0},   Ramp{0, 9}, Clamp{-HUGE_VAL, HUGE_VAL},
      RateLimit{1e300}, Quantise{0}, Noise{0}, DropOut{0.0}, Ramp{3, 0}};
  for (const auto& effect : nulls) {
    EffectMemory memory = fresh();
    for (std::uint64_t i = 0; i < 1'000; ++i) {
      const double value = i % 10 == 0 ? -0.0 : value_at(i);
      const Time now{static_cast<std::int64_t>(i) * 100'000'000};
      ASSERT_EQ(bits_of(apply(effect, memory, value, now)), bits_of(value))
          << std::visit([](const auto& e) { return e.tag; }, effect) << " of " << value;
    }
  }
}

constexpr int kMoments = 100'000;

TEST(Noise, HasItsDeviationAndNoMean) {
  EffectMemory memory = fresh();
  double sum = 0, squares = 0;
  for (int i = 0; i < kMoments; ++i) {
    const double noise = apply(Noise{2}, memory, 100, Time{i}) - 100;
    sum += noise;
    squares += noise * noise;
  }
  // Deviations of the estimates: 2/sqrt(N) = 0.0063 and 4 sqrt(2/N) = 0.018; 3.3 of them are
  // exceeded by one seed in a thousand.
  EXPECT_NEAR(sum / kMoments, 0, 3.3 * 2 / std::sqrt(kMoments));
  EXPECT_NEAR(squares / kMoments, 4, 3.3 * 4 * std::sqrt(2.0 / kMoments));
}

TEST(Noise, OfAMomentDoesNotDependOnTheNumberOfWrites) {
  EffectMemory often = fresh();
  EffectMemory seldom = fresh();
  for (int i = 0; i < 100; ++i) {
    for (int k = 0; k < i % 7; ++k) apply(Noise{2}, often, k, Time{i});
    if (i % 10 != 0) continue;
    EXPECT_EQ(apply(Noise{2}, often, 3, Time{i}), apply(Noise{2}, seldom, 3, Time{i}));
  }
}

TEST(Noise, OfTwoInterventionsDiffers) {
  EffectMemory a = fresh();
  EffectMemory b = fresh();
  b.stream = stream(1, 0, "intervention.y");
  EXPECT_NE(apply(Noise{2}, a, 0, Time{5}), apply(Noise{2}, b, 0, Time{5}));
}

TEST(DropOut, LosesItsShareOfTheMoments) {
  EffectMemory memory = fresh();
  double before = apply(DropOut{0.3}, memory, -1, Time{0});
  int lost = 0;
  for (int i = 1; i <= kMoments; ++i) {
    const double seen = apply(DropOut{0.3}, memory, i, Time{i});
    if (seen != i) {
      ASSERT_EQ(seen, before);
      ++lost;
    }
    before = seen;
  }
  // Binomial deviation sqrt(N 0.3 0.7) = 145.
  EXPECT_NEAR(lost, 0.3 * kMoments, 3.3 * std::sqrt(kMoments * 0.3 * 0.7));
}

}  // namespace
}  // namespace twinaxis
