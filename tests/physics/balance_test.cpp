#include "sim/physics/balance.h"

#include <gtest/gtest.h>

#include "sim/physics/experiment.h"
#include "tests/physics/systems.h"

namespace twinaxis {
namespace {

/// A tank that leaks out of a hole, bursts at 0.25 m and keeps a tenth. `claimed` scales what it
/// says about its outflow: 1 is honest.
class Leaking : public testing_systems::Tank {
 public:
  explicit Leaking(double claimed_ratio) : claimed_ratio_(claimed_ratio) {}
  void cross(const Crossing&, const Instant& now, std::span<double> state, std::span<double>,
             EventLog&) const override {
    state[0] = 0.1 * now.state[0];
  }
  std::vector<Balance> balances(const Instant& now) const override {
    double rate[1];
    derivative(now, rate);
    return {{.name = "water",
             .unit = "m^3",
             .inside = now.state[0],
             .inflow_per_s = claimed_ratio_ * rate[0],
             .scale = 1}};
  }

 private:
  double claimed_ratio_;
};

Experiment run_of(double claimed_ratio, BalanceCheck check) {
  Experiment run(std::make_unique<Leaking>(claimed_ratio), {.step = duration_from_s(10)}, {},
                 check);
  run.run_until(time_from_s(2500));
  return run;
}

TEST(Balance, ClosesWhereTheModelConserves) {
  const auto run = run_of(1, BalanceCheck::on);
  const auto residuals = run.plant().balance_residuals(run.now());
  ASSERT_EQ(residuals.size(), 1u);
  EXPECT_EQ(residuals[0].name, "water");
  // The level and the integral of its own rate get the same weights: rounding is all that is left.
  EXPECT_LT(residuals[0].ratio, 1e-13);
  // 0.25 m drops to 0.025 m in the burst, at 2258 s.
  EXPECT_NEAR(residuals[0].jumped, -0.9 * 0.25, 1e-9);
}

TEST(Balance, ShowsAModelThatLosesSomething) {
  // One per mille of the outflow is not accounted for. Up to the burst 0.75 m leave.
  const auto run = run_of(0.999, BalanceCheck::on);
  EXPECT_GT(run.plant().balance_residuals(run.now())[0].ratio, 0.75e-3);
}

TEST(Balance, ChangesNoBitOfTheRun) {
  const auto with = run_of(1, BalanceCheck::on), without = run_of(1, BalanceCheck::off);
  EXPECT_EQ(with.plant().state()[0], without.plant().state()[0]);
  EXPECT_TRUE(without.plant().balance_residuals(without.now()).empty());
}

}  // namespace
}  // namespace twinaxis
