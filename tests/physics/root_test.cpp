// Physical events inside a step.

#include <gtest/gtest.h>

#include <array>

#include "sim/core/require.h"
#include "sim/physics/experiment.h"
#include "tests/physics/systems.h"

namespace twinaxis {
namespace {

using namespace testing_systems;
using Method = IntegratorSpec::Method;

constexpr Method kMethods[] = {Method::rk4, Method::arkode_erk, Method::arkode_dirk, Method::cvode,
                               Method::ida};

Experiment experiment(std::unique_ptr<const System> system, Method method, double step_s) {
  const IntegratorSpec spec{.method = method,
                            .step = duration_from_s(step_s),
                            .relative_tolerance = 1e-10,
                            .absolute_tolerance = 1e-12};
  return {std::move(system), spec, {}};
}

TEST(Roots, TankPassesALevelInTorricelliTime) {
  // rk4 at 1 s a step: its truncation is 1e-12 s here (6.3e-5 s at 100 s a step, order 4), its root
  // 1e-9 of a step, and Time counts nanoseconds. The others solve to 1e-10 of the level, which
  // falls by 2.2e-4 m/s, and interpolate over long steps.
  for (const auto method : kMethods) {
    auto run = experiment(std::make_unique<Tank>(), method, 1);
    run.run_until(time_from_s(3000));
    ASSERT_EQ(run.events().size(), 1u);
    EXPECT_EQ(run.events()[0].name, "level.low");
    const double tolerance_s = method == Method::rk4 ? 3e-9 : 5e-5;
    EXPECT_NEAR(to_s(run.events()[0].at), Tank::time_to_s(0.25), tolerance_s)
        << "method " << static_cast<int>(method);
  }
}

TEST(Roots, EventAtIsTheSameForEveryWayOfCallingAdvance) {
  // One call of 3000 s and 3000 calls of 1 s see the same crossing.
  auto whole = experiment(std::make_unique<Tank>(), Method::rk4, 1);
  whole.run_until(time_from_s(3000));
  auto sliced = experiment(std::make_unique<Tank>(), Method::rk4, 1);
  for (int i = 1; i <= 3000; ++i) sliced.run_until(time_from_s(i));
  ASSERT_EQ(sliced.events().size(), 1u);
  EXPECT_NEAR(to_s(sliced.events()[0].at), to_s(whole.events()[0].at), 2e-9);
}

TEST(Roots, BallBouncesAtItsTimesAndLosesSpeed) {
  // Flight is a parabola: rk4 is exact, each bounce costs 1e-9 of a step of 0.1 s. The sixth
  // bounce, at 2.9 s, has seen five of them.
  for (const auto method : kMethods) {
    auto run = experiment(std::make_unique<Ball>(), method, 0.1);
    run.run_until(time_from_s(2.5));
    const double tolerance_s = method == Method::rk4 ? 1e-8 : 1e-6;
    ASSERT_GE(run.events().size(), 4u);
    for (int n = 1; n <= 4; ++n) {
      const auto& bounce = run.events()[static_cast<std::size_t>(n - 1)];
      EXPECT_NEAR(to_s(bounce.at), Ball::bounce_s(n), tolerance_s)
          << "bounce " << n << ", method " << static_cast<int>(method);
      const double speed_m_per_s =
          std::sqrt(2 * kGravity_m_per_s2) * std::pow(Ball::kRestitution, n);
      EXPECT_NEAR(bounce.value, speed_m_per_s, 1e-5);
    }
  }
}

/// A heater under its own thermostat: on below 20, off above 21; warms by 1 K/s, cools by 1 K/s.
/// Mode: heating.
class Thermostat : public Plain {
 public:
  std::vector<std::string> inputs() const override { return {"offset"}; }
  std::vector<double> initial_state() const override { return {20.5}; }
  std::vector<double> initial_mode() const override { return {1}; }
  void derivative(const Instant& now, std::span<double> rate) const override {
    rate[0] = now.mode[0] > 0 ? 1 : -1;
  }
  std::size_t root_count() const override { return 2; }
  void roots(const Instant& now, std::span<double> values) const override {
    values[0] = now.state[0] - (20 + now.input[0]);
    values[1] = now.state[0] - (21 + now.input[0]);
  }
  void cross(const Crossing& c, const Instant&, std::span<double>, std::span<double> mode,
             EventLog& log) const override {
    if (c.root == 0 && !c.rising) mode[0] = 1, log.push_back({c.at, "heater.on", "", 0, ""});
    if (c.root == 1 && c.rising) mode[0] = 0, log.push_back({c.at, "heater.off", "", 0, ""});
  }
};

Experiment thermostat(Method method) {
  const std::array<double, 1> no_offset = {0};
  return {std::make_unique<Thermostat>(), {.method = method}, no_offset};
}

TEST(Roots, ModesSwitchInsideAStep) {
  // Off at 0.5 s, on at 1.5 s, off at 2.5 s; at 3 s the temperature is 20.5 again.
  for (const auto method : kMethods) {
    auto run = thermostat(method);
    run.run_until(time_from_s(3));
    ASSERT_EQ(run.events().size(), 3u) << "method " << static_cast<int>(method);
    const double expected_s[] = {0.5, 1.5, 2.5};
    for (std::size_t i = 0; i < 3; ++i) {
      EXPECT_NEAR(to_s(run.events()[i].at), expected_s[i], 1e-7);
      EXPECT_EQ(run.events()[i].name, i == 1 ? "heater.on" : "heater.off");
    }
    EXPECT_NEAR(run.plant().state()[0], 20.5, 1e-6);
    EXPECT_EQ(run.plant().state()[1], 0) << "the mode is part of the state";
  }
}

TEST(Roots, AnInputThatJumpsOverALimitCrossesItAtOnce) {
  // At 0.2 s the temperature is 20.7; lowering both limits by 1 K puts it above the upper one.
  for (const auto method : kMethods) {
    auto run = thermostat(method);
    run.run_until(time_from_s(0.2));
    run.set("offset", -1);
    run.run_until(time_from_s(0.3));
    ASSERT_EQ(run.events().size(), 1u);
    EXPECT_EQ(run.events()[0].at, time_from_s(0.2));
    EXPECT_NEAR(run.plant().state()[0], 20.6, 1e-9);
  }
}

TEST(Roots, ChatterWithoutEndIsAnErrorAndNotAHang) {
  // x' = -1 above 0, +1 below: 0 is crossed at once after each crossing.
  class Chatter : public Plain {
   public:
    std::vector<double> initial_mode() const override { return {-1}; }
    void derivative(const Instant& now, std::span<double> rate) const override {
      rate[0] = now.mode[0];
    }
    std::size_t root_count() const override { return 1; }
    void roots(const Instant& now, std::span<double> values) const override {
      values[0] = now.state[0];
    }
    void cross(const Crossing& c, const Instant&, std::span<double>, std::span<double> mode,
               EventLog&) const override {
      mode[0] = c.rising ? -1 : 1;
    }
  };
  auto run = experiment(std::make_unique<Chatter>(), Method::rk4, 0.1);
  EXPECT_THROW(run.run_until(time_from_s(10)), RunError);
}

/// x' = 1 from 0; at x = 1 root 0 sets x to 3, which puts it beyond root 1 at x = 2.
class Cascade : public Plain {
 public:
  std::vector<double> initial_state() const override { return {0}; }
  void derivative(const Instant&, std::span<double> rate) const override { rate[0] = 1; }
  std::size_t root_count() const override { return 2; }
  void roots(const Instant& now, std::span<double> values) const override {
    values[0] = now.state[0] - 1;
    values[1] = now.state[0] - 2;
  }
  void cross(const Crossing& c, const Instant&, std::span<double> state, std::span<double>,
             EventLog& log) const override {
    if (c.root == 0) state[0] = 3;
    log.push_back({c.at, "root", "", static_cast<double>(c.root), ""});
  }
};

TEST(Roots, ARootThatAnotherRootsAnswerCrossesIsAnsweredAtTheSameTime) {
  auto run = experiment(std::make_unique<Cascade>(), Method::rk4, 10);
  run.run_until(time_from_s(10));
  ASSERT_EQ(run.events().size(), 2u);
  EXPECT_EQ(run.events()[0].value, 0);
  EXPECT_EQ(run.events()[1].value, 1);
  EXPECT_EQ(run.events()[0].at, run.events()[1].at);
  // 9 s are left after the jump to 3; the crossing is known to 1e-9 of a step of 10 s.
  EXPECT_NEAR(run.plant().state()[0], 12, 2e-8);
}

}  // namespace
}  // namespace twinaxis
