#include "sim/physics/integrator.h"

#include <gtest/gtest.h>

#include <array>

#include "sim/core/require.h"
#include "tests/physics/systems.h"

namespace twinaxis {
namespace {

using namespace testing_systems;
using Method = IntegratorSpec::Method;

struct Case {
  const char* name;
  IntegratorSpec spec;
};

/// Every method at a relative tolerance of 1e-9; rk4 with the step that its caller names.
std::vector<Case> every_method(double rk4_step_s) {
  const auto spec = [&](Method method, IntegratorSpec::Multistep multistep) {
    return IntegratorSpec{.method = method,
                          .step = duration_from_s(rk4_step_s),
                          .relative_tolerance = 1e-9,
                          .absolute_tolerance = 1e-12,
                          .multistep = multistep};
  };
  const auto bdf = IntegratorSpec::Multistep::bdf;
  return {{"rk4", spec(Method::rk4, bdf)},
          {"arkode_erk", spec(Method::arkode_erk, bdf)},
          {"arkode_dirk", spec(Method::arkode_dirk, bdf)},
          {"cvode bdf", spec(Method::cvode, bdf)},
          {"cvode adams", spec(Method::cvode, IntegratorSpec::Multistep::adams)},
          {"ida", spec(Method::ida, bdf)}};
}

double after(const System& system, const IntegratorSpec& spec, double end_s) {
  const auto integrator = make_integrator(system, spec);
  auto x = system.initial_state();
  EXPECT_EQ(integrator->advance(0, end_s, x, {}, {}, {}).at_s, end_s);
  return x[0];
}

TEST(Integrators, AgreeWithTheSolutionOfAProblemThatIsNotStiff) {
  // x = 1 / (1 + t^2) at 2 s. Local errors of 1e-9 add up over some hundred steps of a multistep
  // method: 1e-6 holds for all, and is 1e-5 of the change of x.
  for (const auto& [name, spec] : every_method(1e-3)) {
    EXPECT_NEAR(after(Bell(), spec, 2), 0.2, 1e-6) << name;
  }
}

TEST(Integrators, AgreeWithTheSolutionOfAStiffProblem) {
  // x = cos t at 1 s; rk4 must stay below 2.78 / k = 0.278 ms.
  for (const auto& [name, spec] : every_method(1e-4)) {
    EXPECT_NEAR(after(Stiff(), spec, 1), std::cos(1.0), 1e-7) << name;
  }
}

TEST(Integrators, StiffProblemsAreCheapForImplicitMethods) {
  // An explicit method needs at least k t / 2.78 = 3600 steps for 1 s at k = 1e4 1/s; an implicit
  // one follows cos t. Counted in evaluations, since time is no property of physics.
  class Counting : public Stiff {
   public:
    void derivative(const Instant& now, std::span<double> rate) const override {
      ++evaluations;
      Stiff::derivative(now, rate);
    }
    mutable long evaluations = 0;
  };
  for (const auto method : {Method::arkode_dirk, Method::cvode, Method::ida}) {
    const Counting system;
    after(system, {.method = method, .relative_tolerance = 1e-6}, 1);
    EXPECT_LT(system.evaluations, 3600);
  }
}

TEST(Integrators, DoNotRestartWithoutAChangedInput) {
  // 100 intervals of 0.1 s with the same input cost hardly more than one of 10 s. A restart would
  // return to order 1 and tiny steps each time. One-step methods that end a step at each interval
  // need at least one step for each, so this is asked of the multistep ones.
  for (const auto method : {Method::cvode, Method::ida}) {
    const auto evaluations = [&](int intervals, double change_of_input) {
      const Relaxing system;
      const auto integrator = make_integrator(system, {.method = method});
      std::array<double, 1> x = {0}, u = {1};
      for (int i = 0; i < intervals; ++i) {
        u[0] += change_of_input;
        integrator->advance(10.0 * i / intervals, 10.0 * (i + 1) / intervals, x, u, {}, {});
      }
      return system.evaluations.load();
    };
    const long once = evaluations(1, 0);
    EXPECT_LE(evaluations(100, 0), once + once / 10);
    EXPECT_GT(evaluations(100, 1e-3), 5 * once) << "a changed input must restart";
  }
}

TEST(Integrators, StartAnewWhenStateOrModeChanged) {
  // x' = u - x from a state put in by hand: x = 1 + 4 e^-t after x = 5 at any time.
  for (const auto& [name, spec] : every_method(1e-2)) {
    const Relaxing system;
    const auto integrator = make_integrator(system, spec);
    std::array<double, 1> x = {0};
    const std::array<double, 1> u = {1};
    integrator->advance(0, 1, x, u, {}, {});
    x[0] = 5;
    integrator->advance(1, 2, x, u, {}, {});
    EXPECT_NEAR(x[0], 1 + 4 * std::exp(-1.0), 1e-7) << name;
  }
}

TEST(Integrators, UseABandedJacobianWhereTheSystemHasOne) {
  // Diffusion on 60 cells, x_i' = k (x_{i-1} - 2 x_i + x_{i+1}), x = 0 at both ends: the slowest
  // mode sin(pi i / 61) decays with 4 k sin^2(pi / 122). The banded difference Jacobian needs 3
  // evaluations where the dense one needs 60.
  class Diffusion : public Plain {
   public:
    explicit Diffusion(std::size_t bandwidth) : bandwidth_(bandwidth) {}
    std::vector<double> initial_state() const override {
      std::vector<double> x(60);
      for (std::size_t i = 0; i < 60; ++i) {
        x[i] = std::sin(M_PI * static_cast<double>(i + 1) / 61);
      }
      return x;
    }
    void derivative(const Instant& now, std::span<double> rate) const override {
      ++evaluations;
      const auto x = [&](std::size_t i) { return i == 0 || i == 61 ? 0.0 : now.state[i - 1]; };
      for (std::size_t i = 1; i <= 60; ++i) rate[i - 1] = 1e3 * (x(i - 1) - 2 * x(i) + x(i + 1));
    }
    std::size_t lower_bandwidth() const override { return bandwidth_; }
    std::size_t upper_bandwidth() const override { return bandwidth_; }
    mutable long evaluations = 0;

   private:
    std::size_t bandwidth_;
  };
  const double decay_per_s = 4e3 * std::pow(std::sin(M_PI / 122), 2);
  const double expected = std::sin(M_PI / 61) * std::exp(-decay_per_s);
  for (const auto method : {Method::arkode_dirk, Method::cvode, Method::ida}) {
    const Diffusion banded(1), dense(60);
    const IntegratorSpec spec{.method = method};
    EXPECT_NEAR(after(banded, spec, 1), expected, 1e-6);
    EXPECT_NEAR(after(dense, spec, 1), expected, 1e-6);
    EXPECT_LT(banded.evaluations, dense.evaluations);
  }
}

TEST(Integrators, SayWhichStateFailed) {
  // sqrt of a negative number from t = 1 s on, in the second of two states.
  class Failing : public Plain {
   public:
    std::vector<double> initial_state() const override { return {1, 1}; }
    std::vector<std::string> state_names() const override { return {"first", "second"}; }
    void derivative(const Instant& now, std::span<double> rate) const override {
      rate[0] = 1;
      rate[1] = -std::sqrt(1 - now.time_s);
    }
  };
  for (const auto& [name, spec] : every_method(0.01)) {
    const Failing system;
    const auto integrator = make_integrator(system, spec);
    auto x = system.initial_state();
    try {
      integrator->advance(0, 2, x, {}, {}, {});
      FAIL() << name << " went on with numbers that are not finite";
    } catch (const IntegrationFailure& failure) {
      ASSERT_FALSE(failure.worst.empty()) << name;
      EXPECT_EQ(failure.worst.front(), 1u) << name;
      EXPECT_NEAR(failure.at_s, 1, 0.02) << name;
    }
  }
}

}  // namespace
}  // namespace twinaxis
