#include "sim/run/recording.h"

#include <gtest/gtest.h>

#include "sim/core/require.h"

namespace twinaxis {
namespace {

Recording ramp() {
  Recording recording;
  recording.columns.resize(1);
  recording.columns[0].name = "tank.inflow";
  for (int i = 0; i < 4; ++i) {
    recording.times.push_back({i * kNanosecondsPerSecond});
    recording.columns[0].values.push_back(10.0 * i);
  }
  recording.events = {{{1}, "a", "one", 0, ""}, {{2}, "b", "", 0, ""}, {{3}, "a", "two", 0, ""}};
  return recording;
}

TEST(Recording, HoldsAValueUntilTheNextSample) {
  const auto recording = ramp();
  const auto& column = recording.columns[0];
  EXPECT_EQ(recording.value_at(column, time_from_s(2)), 20);
  EXPECT_EQ(recording.value_at(column, time_from_s(2.999)), 20);
  EXPECT_EQ(recording.value_at(column, time_from_s(99)), 30);
  EXPECT_EQ(recording.value_at(column, time_from_s(-1)), 0) << "the first value, if earlier";
}

TEST(Recording, RefusesAValueOfAColumnThatWasNotLoaded) {
  auto recording = ramp();
  recording.columns[0].values.clear();
  EXPECT_THROW(recording.value_at(recording.columns[0], {}), ContractError);
}

TEST(Recording, IntegratesARampExactly) {
  // q = 10 t over 3 s: the integral is 10 * 3^2 / 2 = 45; the trapezoidal rule is exact on a ramp.
  const auto recording = ramp();
  EXPECT_DOUBLE_EQ(recording.integral(recording.columns[0]), 45);
}

TEST(Recording, FindsByName) {
  const auto recording = ramp();
  EXPECT_EQ(recording.find("tank.inflow"), &recording.columns[0]);
  EXPECT_EQ(recording.find("tank.outflow"), nullptr);
  EXPECT_EQ(recording.first("a")->detail, "one");
  EXPECT_EQ(recording.first("c"), nullptr);
}

}  // namespace
}  // namespace twinaxis
