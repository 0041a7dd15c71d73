#include "sim/physics/linear.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "sim/core/require.h"
#include "sim/physics/steady.h"
#include "tests/physics/systems.h"

namespace twinaxis {
namespace {

/// Two lags in series,  x1' = (u - x1) / 10,  x2' = (x1^3 - x2) / 2,  y = 4 x2 + u.
class Lags : public testing_systems::Plain {
 public:
  std::vector<std::string> inputs() const override { return {"u"}; }
  std::vector<std::string> output_names() const override { return {"y"}; }
  std::vector<std::string> state_names() const override { return {"x1", "x2"}; }
  std::vector<double> initial_state() const override { return {1, 1}; }
  void derivative(const Instant& now, std::span<double> rate) const override {
    rate[0] = (now.input[0] - now.state[0]) / 10;
    rate[1] = (std::pow(now.state[0], 3) - now.state[1]) / 2;
  }
  void outputs(const Instant& now, std::span<double> truth) const override {
    truth[0] = 4 * now.state[1] + now.input[0];
  }
};

LinearModel lags_at_two() {
  const std::array<double, 1> u = {2};
  const auto x = steady_state(Lags(), u, {}, {1, 1});
  return linearise(Lags(), {.time_s = 0, .state = x, .input = u, .mode = {}});
}

TEST(Steady, FindsTheStateAtRest) {
  const std::array<double, 1> u = {2};
  const auto x = steady_state(Lags(), u, {}, {1, 1});
  EXPECT_NEAR(x[0], 2, 1e-12);
  EXPECT_NEAR(x[1], 8, 1e-11);  // 1e-12 of 8
}

TEST(Steady, SaysThatAnIntegratorHasNoUniqueRest) {
  const std::array<double, 1> u = {0};
  EXPECT_THROW(steady_state(testing_systems::Integrating(), u, {}, {1}), RunError);
}

TEST(Linear, GainPolesAndFrequencyResponseAreThoseOfTwoLags) {
  // Around u = 2: dy/du = 1 + 4 * 3 * 2^2 / ((10 s + 1)(2 s + 1)). Five-point differences of a
  // cubic are exact but for rounding.
  const auto model = lags_at_two();
  EXPECT_NEAR(dc_gain(model)(0, 0), 1 + 48, 1e-9);
  const auto p = poles(model);
  EXPECT_NEAR(p[0].real(), -0.1, 1e-12);
  EXPECT_NEAR(p[1].real(), -0.5, 1e-12);
  const std::complex<double> s(0, 0.3);
  const auto expected = 1.0 + 48.0 / ((10.0 * s + 1.0) * (2.0 * s + 1.0));
  EXPECT_NEAR(std::abs(frequency_gain(model, 0.3)[0] - expected), 0, 1e-9);
}

TEST(Linear, StepResponseIsThatOfTwoLags) {
  // 1 + 48 (1 - (10 e^(-t/10) - 2 e^(-t/2)) / 8)
  const std::array<double, 2> times_s = {3, 12};
  const auto y = step_response(lags_at_two(), 0, times_s);
  for (std::size_t k = 0; k < 2; ++k) {
    const double t = times_s[k];
    EXPECT_NEAR(y(k, 0), 1 + 48 * (1 - (10 * std::exp(-t / 10) - 2 * std::exp(-t / 2)) / 8), 1e-9);
  }
}

TEST(Linear, RelativeGainsOfAMatrixOfNumbers) {
  // [[2, 1], [1, 3]]: lambda11 = 1 / (1 - 1 * 1 / (2 * 3)) = 1.2; rows and columns add up to one.
  Matrix g(2, 2);
  g(0, 0) = 2, g(0, 1) = 1, g(1, 0) = 1, g(1, 1) = 3;
  const auto rga = relative_gain_array(g);
  EXPECT_NEAR(rga(0, 0), 1.2, 1e-14);
  EXPECT_NEAR(rga(0, 1), -0.2, 1e-14);
  EXPECT_NEAR(determinant(g), 5, 1e-14);
  // Symmetric: singular values are the eigenvalues (5 +- sqrt 5) / 2.
  const double root5 = std::sqrt(5.0);
  EXPECT_NEAR(condition_number(g), (5 + root5) / (5 - root5), 1e-13);
}

TEST(Linear, SolvesWhatHasOneAnswerAndSaysWhenNoneHas) {
  Matrix m(2, 2);
  m(0, 0) = 0, m(0, 1) = 2, m(1, 0) = 3, m(1, 1) = 1;
  const auto x = solve(m, std::vector{4.0, 5.0});
  ASSERT_TRUE(x.has_value());
  EXPECT_NEAR((*x)[0], 1, 1e-15);
  EXPECT_NEAR((*x)[1], 2, 1e-15);
  m(0, 0) = 6;  // now twice the second row
  EXPECT_FALSE(solve(m, std::vector{4.0, 5.0}).has_value());
}

}  // namespace
}  // namespace twinaxis
