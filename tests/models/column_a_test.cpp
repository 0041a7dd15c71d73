// Column A in motion.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "models/distillation/column_a.h"
#include "sim/physics/experiment.h"

namespace twinaxis::distillation {
namespace {

Experiment experiment(const ColumnAParams& p, const IntegratorSpec& spec = {},
                      BalanceCheck check = BalanceCheck::off) {
  auto column = std::make_unique<ColumnA>(p);
  const auto input = column->nominal_input();
  return {std::move(column), spec, input, check};
}

TEST(ColumnA, ConservesMassAndLightComponentOverADayOfDisturbances) {
  // Each disturbance is large and stays; 1 s steps. Both balances are linear in the state, so
  // rounding is all that is left: 86,400 steps of 1e-16.
  auto run = experiment({}, {}, BalanceCheck::on);
  run.run_until(time_from_s(3'600));
  run.set("feed.rate", 1.2 / 60);
  run.run_until(time_from_s(20'000));
  run.set("feed.light_fraction", 0.6);
  run.run_until(time_from_s(40'000));
  run.set("feed.liquid_fraction", 0.8);
  run.set("reflux.command", 2.9 / 60);
  run.run_until(time_from_s(60'000));
  run.set("boilup.command", 3.0 / 60);
  run.run_until(time_from_s(86'400));
  const auto residuals = run.plant().balance_residuals(run.now());
  ASSERT_EQ(residuals.size(), 2u);
  for (const auto& residual : residuals) EXPECT_LT(residual.ratio, 2e-11) << residual.name;
}

TEST(ColumnA, CompositionsStayFractionsUnderLargeDisturbances) {
  auto run = experiment({});
  run.set("feed.light_fraction", 1);
  run.run_until(time_from_s(36'000));
  run.set("feed.light_fraction", 0);
  for (int hour = 11; hour <= 30; ++hour) {
    run.run_until(time_from_s(3600.0 * hour));
    const auto& column = dynamic_cast<const ColumnA&>(run.plant().system());
    for (std::size_t stage = 1; stage <= 41; ++stage) {
      const double x = column.composition(run.plant().state(), stage);
      EXPECT_TRUE(0 <= x && x <= 1) << "stage " << stage << ": " << x;
    }
  }
}

TEST(ColumnA, Rk4AtOneSecondIsConvergedToFourthOrder) {
  // F +1 %, 30 min. Fastest modes 1/taul and (L+V)/M, about 0.26 1/s: 1 s steps are well inside.
  const auto bottom_after = [](double step_s) {
    auto run = experiment({}, {.step = duration_from_s(step_s)});
    run.set("feed.rate", 1.01 / 60);
    run.run_until(time_from_s(1800));
    return run.output("column.bottom_composition");
  };
  const double exact = bottom_after(0.25);
  const double coarse = std::abs(bottom_after(4) - exact), fine = std::abs(bottom_after(2) - exact);
  EXPECT_GE(std::log2(coarse / fine), 3.9);
  EXPECT_LT(std::abs(bottom_after(1) - exact), 1e-11);
}

TEST(ColumnA, EveryIntegratorGivesTheSameTransient) {
  const auto bottom_after = [](IntegratorSpec::Method method) {
    auto run = experiment({}, {.method = method});
    run.set("feed.rate", 1.01 / 60);
    run.set("feed.light_fraction", 0.52);
    run.run_until(time_from_s(1200));
    return run.output("column.bottom_composition");
  };
  const double rk4 = bottom_after(IntegratorSpec::Method::rk4);
  EXPECT_GT(rk4, 0.0101) << "the disturbance must have arrived";
  for (const auto method : {IntegratorSpec::Method::arkode_erk, IntegratorSpec::Method::arkode_dirk,
                            IntegratorSpec::Method::cvode, IntegratorSpec::Method::ida}) {
    // Local errors of 1e-8 per step, some hundred steps.
    EXPECT_NEAR(bottom_after(method), rk4, 1e-6) << static_cast<int>(method);
  }
}

TEST(ColumnA, WithoutLevelControlTheReboilerTakesWhatTheTraysDoNotKeep) {
  // F +0.01 kmol/min, liquid: after 500 min 5 kmol have come, of which the feed tray and the 19
  // below keep 0.063 min x 0.01 kmol/min each.
  ColumnAParams p;
  p.configuration = Configuration::none;
  auto run = experiment(p);
  run.set("feed.rate", 1.01 / 60);
  run.run_until(time_from_s(30'000));
  EXPECT_NEAR(run.output("column.reboiler_holdup"), 0.5 + 5 - 20 * 0.063 * 0.01, 1e-9);
  EXPECT_NEAR(run.output("column.drum_holdup"), 0.5, 1e-9);
}

TEST(ColumnA, BoilupMovesTheLiquidOfEveryTrayAtOnceByLambda) {
  // The K2 effect: dL_i = lambda dV at constant holdup.
  ColumnAParams p;
  p.vapour_effect_ratio = 0.5;
  const ColumnA column(p);
  const auto x = column.initial_state();
  auto u = column.nominal_input();
  const auto before = column.liquid_flows({0, x, u, {}});
  u[1] += 0.01 / 60;
  const auto after = column.liquid_flows({0, x, u, {}});
  for (std::size_t i = 1; i < 40; ++i) EXPECT_NEAR(after[i] - before[i], 0.5 * 0.01 / 60, 1e-15);
}

TEST(ColumnA, ProductFlowsFixedByInputsStillHoldTheLightComponent) {
  // DB: D + 0.01 and B - 0.01 kmol/min. At rest D xD + B xB = F zF whatever the column does.
  ColumnAParams p;
  p.configuration = Configuration::DB;
  auto run = experiment(p);
  run.set("distillate.command", 0.51 / 60);
  run.set("bottoms.command", 0.49 / 60);
  run.run_until(time_from_s(600'000));  // 10,000 min: the slowest mode of the column is 194 min
  const double top = run.output("column.top_composition");
  EXPECT_LT(top, 0.985);
  EXPECT_NEAR(0.51 * top + 0.49 * run.output("column.bottom_composition"), 0.5, 1e-10);
}

TEST(ColumnA, ALevelLoopNeverPumpsBackwards) {
  // No boilup for 10 min: nothing condenses, reflux empties the drum, its valve shuts.
  auto run = experiment({});
  run.set("boilup.command", 0);
  run.set("reflux.command", 0);
  run.run_until(time_from_s(600));
  EXPECT_GE(run.output("column.distillate_flow"), 0);
  EXPECT_GE(run.output("column.bottoms_flow"), 0);
}

TEST(ColumnA, HasAsManyNamesAsNumbers) {
  for (const auto configuration :
       {Configuration::LV, Configuration::DV, Configuration::LB, Configuration::DB,
        Configuration::double_ratio, Configuration::none}) {
    ColumnAParams p;
    p.configuration = configuration;
    const ColumnA column(p);
    EXPECT_EQ(column.inputs().size(), column.nominal_input().size());
    EXPECT_EQ(column.state_names().size(), column.initial_state().size());
    PointTable table;
    column.declare_points(table);
    for (const auto& name : column.inputs()) EXPECT_TRUE(table.find(name)) << name;
    for (const auto& name : column.output_names()) EXPECT_TRUE(table.find(name)) << name;
  }
}

}  // namespace
}  // namespace twinaxis::distillation
