// The inoperability input-output model: published numbers stand in docs/validation.md, here are its
// balances.

#include "analysis/loss/inoperability.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/core/require.h"

namespace twinaxis::analysis {
namespace {

const SectorMatrix kFlows{{20, 50, 10}, {30, 10, 40}, {10, 20, 15}};
const std::vector<double> kOutputs{150, 200, 120};

DynamicInoperability three_sectors() {
  return {.interdependency = interdependency(kFlows, kOutputs),
          .recovery_per_s = {0.2, 0.5, 0.1},
          .initial_fraction = {0.4, 0, 0.1},
          .lost_demand_fraction = {0, 0.06, 0.01}};
}

TEST(Inoperability, ClosesTheBalanceOfEverySector) {
  // Output lost is what the sectors no longer take of each other and what final demand no longer
  // takes: x_i q_i = sum_j z_ij q_j + lost demand.
  const double lost[] = {0, 12, 0};
  const auto q = static_inoperability(interdependency(kFlows, kOutputs),
                                      std::vector<double>{0, 12.0 / 200, 0});
  for (std::size_t i = 0; i < 3; ++i) {
    double taken = lost[i];
    for (std::size_t j = 0; j < 3; ++j) taken += kFlows[i][j] * q[j];
    EXPECT_NEAR(kOutputs[i] * q[i], taken, 1e-12);
  }
}

TEST(Inoperability, WithoutSuppliesIsTheLostDemandAlone) {
  const std::vector<double> lost{0.3, 0.1};
  EXPECT_EQ(static_inoperability({{0, 0}, {0, 0}}, lost), lost);
}

TEST(Inoperability, ComesToRestWhereTheStaticModelSays) {
  const DynamicInoperability model = three_sectors();
  const auto rest = static_inoperability(model.interdependency, model.lost_demand_fraction);
  const auto late = inoperability_after(model, 1000);  // the slowest rate is about 0.05 1/s
  for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(late.fraction[i], rest[i], 1e-12);
}

TEST(Inoperability, FollowsItsDifferentialEquation) {
  // Midpoint steps of 1 ms are good to 1e-7 here.
  const DynamicInoperability model = three_sectors();
  std::vector<double> q = model.initial_fraction, sum_s(3, 0.0);
  const auto rate = [&](const std::vector<double>& at) {
    std::vector<double> r(3);
    for (std::size_t i = 0; i < 3; ++i) {
      r[i] = model.lost_demand_fraction[i] - at[i];
      for (std::size_t j = 0; j < 3; ++j) r[i] += model.interdependency[i][j] * at[j];
      r[i] *= model.recovery_per_s[i];
    }
    return r;
  };
  const double h = 1e-3;
  for (int k = 0; k < 5000; ++k) {
    std::vector<double> middle = q;
    const auto first = rate(q);
    for (std::size_t i = 0; i < 3; ++i) middle[i] += h / 2 * first[i];
    const auto second = rate(middle);
    for (std::size_t i = 0; i < 3; ++i) q[i] += h * second[i], sum_s[i] += h * middle[i];
  }
  const auto exact = inoperability_after(model, 5);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(exact.fraction[i], q[i], 1e-7);
    EXPECT_NEAR(exact.integral_s[i], sum_s[i], 1e-6);
  }
}

TEST(Inoperability, ASectorAloneRecoversInTheTimeItsRateIsFor) {
  // Its own supplies slow it down: the rate makes up for them.
  const double own = 0.25;
  const DynamicInoperability model{{{own}}, {recovery_rate_per_s(0.4, 0.01, 30, own)}, {0.4}, {0}};
  EXPECT_NEAR(inoperability_after(model, 30).fraction[0], 0.01, 1e-14);
}

TEST(Inoperability, RefusesWhatHasNoAnswer) {
  EXPECT_THROW(interdependency({{1, 2}}, kOutputs), ContractError);
  EXPECT_THROW(interdependency({{1}}, std::vector<double>{0}), ContractError);
  EXPECT_THROW(static_inoperability({{0.1, 0}, {0}}, std::vector<double>{0, 0}), ContractError);
  // Two sectors that live on each other alone: I - A* has no inverse.
  EXPECT_THROW(static_inoperability({{0, 1}, {1, 0}}, std::vector<double>{0.1, 0}), ContractError);
  EXPECT_THROW(recovery_rate_per_s(0.1, 0.2, 30), ContractError);
}

}  // namespace
}  // namespace twinaxis::analysis
