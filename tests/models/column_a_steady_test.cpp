// Column A at rest: what its equations must give whatever the published numbers are.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "models/distillation/column_a.h"
#include "sim/core/require.h"
#include "sim/physics/experiment.h"
#include "sim/physics/linear.h"
#include "sim/physics/steady.h"

namespace twinaxis::distillation {
namespace {

constexpr Configuration kEvery[] = {Configuration::LV,           Configuration::DV,
                                    Configuration::LB,           Configuration::DB,
                                    Configuration::double_ratio, Configuration::none};

ColumnAParams with(Configuration configuration) {
  ColumnAParams p;
  p.configuration = configuration;
  return p;
}

std::vector<double> profile(const ColumnA& column, std::span<const double> state) {
  std::vector<double> x;
  for (int stage = 1; stage <= column.params().stages_count; ++stage) {
    x.push_back(column.composition(state, static_cast<std::size_t>(stage)));
  }
  return x;
}

/// Largest rate of change, kmol/s.
double largest_rate(const ColumnA& column) {
  const auto x = column.initial_state();
  const auto u = column.nominal_input();
  std::vector<double> rate(x.size());
  column.derivative({0, x, u, {}}, rate);
  return std::abs(*std::ranges::max_element(rate, {}, [](double r) { return std::abs(r); }));
}

TEST(ColumnASteady, EveryConfigurationRestsAtTheSameNominalPoint) {
  // Nominal D = B = 0.5 = V - L: all level loops are at their bias. Rounding of flows of 0.05
  // kmol/s over holdups of 0.5 kmol is of the order of 1e-17; Newton's last step leaves less than
  // 1e-14.
  for (const auto configuration : kEvery) {
    EXPECT_LT(largest_rate(ColumnA(with(configuration))), 1e-14);
  }
}

TEST(ColumnASteady, CompositionRisesAndTemperatureFallsTowardsTheTop) {
  const ColumnA column({});
  const auto x = profile(column, column.initial_state());
  EXPECT_TRUE(std::ranges::is_sorted(x));
  EXPECT_GT(x[0], 0);
  EXPECT_LT(x[40], 1);
  // Operating lines: light that leaves with the products is light that is fed, 0.5 of 1.
  EXPECT_NEAR(0.5 * x[0] + 0.5 * x[40], 0.5, 1e-13);
}

TEST(ColumnASteady, GainsOfOneConfigurationFollowFromThoseOfAnother) {
  // At rest D = V - L and B = L + F - V (qF = 1). So with D for L: dL = dV - dD, and with B for V:
  // dV = dL - dB. Differences are exact to 1e-9; the gains are of the order of 50 s/kmol and their
  // differences lose two digits.
  const auto gain = [](Configuration configuration) {
    const ColumnA column(with(configuration));
    const auto x = column.initial_state();
    const auto u = column.nominal_input();
    return dc_gain(linearise(column, {0, x, u, {}}));
  };
  const Matrix lv = gain(Configuration::LV), dv = gain(Configuration::DV),
               lb = gain(Configuration::LB);
  for (std::size_t product : {0, 1}) {
    EXPECT_NEAR(dv(product, 0), -lv(product, 0), 1e-6);
    EXPECT_NEAR(dv(product, 1), lv(product, 0) + lv(product, 1), 1e-6);
    EXPECT_NEAR(lb(product, 0), lv(product, 0) + lv(product, 1), 1e-6);
    EXPECT_NEAR(lb(product, 1), -lv(product, 1), 1e-6);
  }
}

TEST(ColumnASteady, ConstantRatiosMakeTheProductsIndependentOfTheFeedRate) {
  // All flows scale with F, so the compositions stay; the other levels follow their loops.
  const ColumnA column(with(Configuration::double_ratio));
  auto u = column.nominal_input();
  const auto before = profile(column, column.initial_state());
  u[2] *= 1.1;
  const auto after = profile(column, steady_state(column, u, {}, column.initial_state()));
  for (std::size_t i = 0; i < 41; ++i) EXPECT_NEAR(after[i], before[i], 1e-11) << "stage " << i + 1;
}

TEST(ColumnASteady, PartlyVaporisedFeedGoesUpTheColumn) {
  // qF 0.8: V above the feed is 0.2 F more than below, L below 0.8 F more than above.
  ColumnAParams p;
  p.feed_liquid_fraction = 0.8;
  p.boilup_kmol_per_s -= 0.2 * p.feed_kmol_per_s;  // the same vapour at the top, D = 0.5
  const ColumnA column(p);
  const auto state = column.initial_state();
  const auto x = profile(column, state);
  const auto u = column.nominal_input();
  const auto liquid = column.liquid_flows({0, state, u, {}});
  EXPECT_NEAR(liquid[20] - liquid[21], 0.8 / 60, 1e-12);
  EXPECT_NEAR(p.distillate_kmol_per_s * x[40] + p.bottoms_kmol_per_s * x[0], 0.5 / 60, 1e-14);
  EXPECT_LT(largest_rate(column), 1e-14);
}

TEST(ColumnASteady, TotalRefluxSeparatesAsFenskeSays) {
  // No feed, no products: y_i = x_{i+1}, so (x_N / (1 - x_N)) / (x_1 / (1 - x_1)) = alpha^(N-1).
  // 11 stages: 1.5^10. After 1000 min the slowest mode is gone (time constant about 20 min).
  auto p = with(Configuration::none);
  p.stages_count = 11, p.feed_stage_number = 6, p.reported_stages = {};
  auto column = std::make_unique<ColumnA>(p);
  auto u = column->nominal_input();
  u[0] = u[1], u[2] = u[3] = u[4] = 0;
  Experiment run(std::move(column), {}, u);
  run.run_until(time_from_s(60'000));
  const auto x = profile(dynamic_cast<const ColumnA&>(run.plant().system()), run.plant().state());
  const double separation = (x[10] / (1 - x[10])) / (x[0] / (1 - x[0]));
  EXPECT_NEAR(separation, std::pow(1.5, 10), 1e-8);
}

TEST(ColumnASteady, AnyNumberOfStagesComesToRest) {
  for (const int stages : {3, 10, 200}) {
    ColumnAParams p;
    p.stages_count = stages, p.feed_stage_number = std::max(2, stages / 2);
    p.reported_stages = {};
    EXPECT_LT(largest_rate(ColumnA(p)), 1e-13) << stages;
  }
}

TEST(ColumnASteady, ParametersThatDoNotFitAreNamed) {
  ColumnAParams p;
  EXPECT_TRUE(problems(p).empty());
  p.feed_stage_number = 41, p.reported_stages = {9, 9.5, 42};
  const auto found = problems(p);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].path, "feed_stage");
  EXPECT_EQ(found[1].path, "reported_stages.1");
  EXPECT_EQ(found[2].path, "reported_stages.2");
  EXPECT_THROW(ColumnA{p}, ContractError);
}

}  // namespace
}  // namespace twinaxis::distillation
