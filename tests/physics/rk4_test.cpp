#include "sim/physics/rk4.h"

#include <gtest/gtest.h>

#include <array>

#include "sim/physics/integrator.h"
#include "tests/physics/systems.h"

namespace twinaxis {
namespace {

using testing_systems::Bell;

double error_at_2_s(double step_s) {
  const Bell bell;
  const auto rk4 = make_integrator(bell, {.step = duration_from_s(step_s)});
  std::array<double, 1> x = {1};
  rk4->advance(0, 2, x, {}, {}, {});
  return std::abs(x[0] - 1 / (1 + 2.0 * 2.0));
}

TEST(Rk4, IsOfFourthOrder) {
  // Halving the step divides the error by 16: slope 4. Steps of 1/16 to 1/128 s keep the error
  // (1e-6 to 1e-11) above rounding.
  for (double step_s = 1.0 / 16; step_s > 1.0 / 100; step_s /= 2) {
    const double slope = std::log2(error_at_2_s(step_s) / error_at_2_s(step_s / 2));
    EXPECT_GE(slope, 3.9) << "at step " << step_s;
    EXPECT_LE(slope, 4.5) << "at step " << step_s;
  }
}

TEST(Rk4, IntegratesACubicExactly) {
  // The weights 1, 2, 2, 1 over 6 are Simpson's rule for x' = f(t): exact for t^3.
  std::array<double, 1> x = {0};
  std::array<double, rk4_scratch_size(1)> scratch{};
  rk4_step([](double t, auto, auto rate) { rate[0] = 4 * t * t * t; }, 1.0, 2.0, x, scratch);
  EXPECT_NEAR(x[0], 81 - 1, 1e-13);  // t^4 from 1 to 3
}

TEST(Rk4, EndsExactlyWhereAskedWhenTheStepDoesNotDivideTheInterval) {
  // 0.7 s in steps of at most 0.3 s: three equal steps; x' = 1 shows where they ended.
  class Clock : public testing_systems::Plain {
   public:
    void derivative(const Instant&, std::span<double> rate) const override { rate[0] = 1; }
  };
  const Clock clock;
  const auto rk4 = make_integrator(clock, {.step = duration_from_s(0.3)});
  std::array<double, 1> x = {0};
  EXPECT_EQ(rk4->advance(0, 0.7, x, {}, {}, {}).at_s, 0.7);
  EXPECT_NEAR(x[0], 0.7, 1e-15);
}

TEST(Rk4, TakesTenStepsForTenTimesItsStep) {
  // 10 x 0.1 s is 1 s although 1 / 0.1 is not 10 exactly in binary: 4 evaluations a step.
  const testing_systems::Integrating system;
  const auto rk4 = make_integrator(system, {.step = duration_from_s(0.1)});
  std::array<double, 1> x = {0};
  const std::array<double, 1> u = {1};
  rk4->advance(0, 1, x, u, {}, {});
  EXPECT_EQ(system.evaluations, 40);
}

}  // namespace
}  // namespace twinaxis
