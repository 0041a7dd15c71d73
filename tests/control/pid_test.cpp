#include "sim/control/pid.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/control/on_off.h"

namespace twinaxis {
namespace {

PidParams pi(double gain, double integral_time_s) {
  return {.gain = gain, .integral_time = duration_from_s(integral_time_s)};
}

TEST(Pid, ProportionalPartIsGainTimesErrorAroundTheBias) {
  PidMemory memory;
  EXPECT_DOUBLE_EQ(pid({.gain = 3, .bias = 10}, memory, 5, 4, 1), 10 + 3 * (5 - 4));
}

TEST(Pid, DirectActionOpensWhenTheMeasurementRises) {
  PidMemory memory;
  EXPECT_DOUBLE_EQ(pid({.gain = 3, .action = Action::direct, .bias = 10}, memory, 5, 7, 1), 16);
}

TEST(Pid, IntegralRepeatsTheProportionalPartOncePerIntegralTime) {
  // A constant error of 2 with gain 3: u = 6 at once and 6 more after each 10 s. The first scan
  // sets time zero; it sees half an interval too much, which the trapezoid of a step error has.
  PidMemory memory;
  const auto p = pi(3, 10);
  double u = pid(p, memory, 2, 0, 0);
  EXPECT_DOUBLE_EQ(u, 6);
  for (int k = 0; k < 100; ++k) u = pid(p, memory, 2, 0, 0.1);
  EXPECT_NEAR(u, 12, 1e-12);
}

TEST(Pid, DerivativeOfARampIsItsSlopeAfterTheFilter) {
  // y falls by 0.5 per second: -K Td dy/dt = 2 * 8 * 0.5 = 8. The filter's time is 0.8 s; after 20
  // s exp(-25) is left.
  PidMemory memory;
  const PidParams p{.gain = 2, .derivative_time = duration_from_s(8)};
  double u = 0, y = 0;
  for (int k = 0; k <= 2000; ++k) {
    y = -0.005 * k;
    u = pid(p, memory, 0, y, 0.01);
  }
  EXPECT_NEAR(u, -2 * y + 8, 1e-9);
}

TEST(Pid, SetpointWeightTakesTheKickOutOfAStep) {
  PidMemory memory;
  auto p = pi(3, 10);
  p.setpoint_weight_ratio = 0;
  pid(p, memory, 0, 0, 1);
  // The error jumps from 0 to 1: only the integral answers, with the trapezoid 3 * 0.5 * 1 / 10.
  EXPECT_NEAR(pid(p, memory, 1, 0, 1), 0.15, 1e-15);
}

TEST(Pid, DoesNotWindUpAtALimit) {
  // Held at the limit for an hour by an error of 100; when the error is -1 the output leaves the
  // limit in the same scan instead of an hour later.
  PidMemory memory;
  auto p = pi(1, 10);
  p.low = 0, p.high = 50;
  for (int k = 0; k < 3600; ++k) EXPECT_LE(pid(p, memory, 100, 0, 1), 50);
  EXPECT_LT(pid(p, memory, 0, 1, 1), 50);
}

TEST(Pid, ChangesFromManualToAutomaticWithoutABump) {
  PidMemory memory;
  const auto p = pi(4, 20);
  track(p, memory, 7, 5, 33.0);
  // The next scan moves by the integral of one interval only: 4 * 2 * 0.1 / 20.
  EXPECT_NEAR(pid(p, memory, 7, 5, 0.1), 33.0 + 4 * 2 * 0.1 / 20, 1e-12);
}

TEST(Pid, BringsAFirstOrderProcessToItsSetpointAsTheClosedLoopPoleSays) {
  // 10 y' = u - y with Ti = 10 s cancels the pole: y = 1 - exp(-K t / 10). K = 2, 15 s: e^-3.
  // Sampling at 1 ms leaves an error of the order of 1e-4.
  PidMemory memory;
  const auto p = pi(2, 10);
  double y = 0;
  for (int k = 0; k < 15'000; ++k) y += 1e-3 / 10 * (pid(p, memory, 1, y, 1e-3) - y);
  EXPECT_NEAR(y, 1 - std::exp(-3.0), 2e-4);
}

TEST(OnOff, KeepsItsStateInsideTheBand) {
  OnOffMemory memory;
  const OnOffParams heater{.band = 2};
  EXPECT_TRUE(on_off(heater, memory, 20, 18.9));
  EXPECT_TRUE(on_off(heater, memory, 20, 20.9));
  EXPECT_FALSE(on_off(heater, memory, 20, 21.1));
  EXPECT_FALSE(on_off(heater, memory, 20, 19.1));
  EXPECT_TRUE(on_off(heater, memory, 20, 18.9));
}

TEST(OnOff, DirectActionCools) {
  OnOffMemory memory;
  EXPECT_TRUE(on_off({.band = 2, .action = Action::direct}, memory, 20, 21.1));
  EXPECT_FALSE(on_off({.band = 2, .action = Action::direct}, memory, 20, 18.9));
}

}  // namespace
}  // namespace twinaxis
