#include <gtest/gtest.h>

#include <cmath>

#include "tests/models/bt1_run.h"

namespace twinaxis::distillation {
namespace {

TEST(Bt1Normal, ShippedPlantIsFlatForAnHour) {
  Bt1Run run;
  const auto start = run.experiment.plant().state();
  const std::vector<double> before(start.begin(), start.end());
  run.run_to(3600);
  const auto after = run.experiment.plant().state();
  for (std::size_t i = 0; i < before.size(); ++i) {
    // The steady state is found to the last bit of the boil-up; observed drift below 1e-9.
    EXPECT_NEAR(after[i], before[i], 1e-7 * std::max(1.0, std::abs(before[i]))) << i;
  }
  EXPECT_TRUE(run.experiment.events().empty());
}

TEST(Bt1Normal, MakesWhatWasAskedFor) {
  Bt1Run run;
  EXPECT_NEAR(run.truth("column.xD"), 0.99, 1e-9);
  EXPECT_NEAR(run.truth("column.xB"), 0.01, 1e-9);
  EXPECT_EQ(run.truth("product.on_spec"), 1);
  // 2.5 kmol/min of 0.99 x 78.114 + 0.01 x 92.14 kg/kmol
  EXPECT_NEAR(run.truth("distillate.flow"), 2.5 / 60 * 78.25426, 1e-6);
  EXPECT_NEAR(run.truth("feed.flow"), run.truth("distillate.flow") + run.truth("bottoms.flow"),
              1e-9);
}

TEST(Bt1Normal, RunsAtEightyPerCentOfFlooding) {
  Bt1Run run;
  // Sized at 80 % with the constant-overflow flows; the real vapour at the top is 3.7 % more.
  EXPECT_NEAR(run.truth("column.flooding_fraction"), 0.8, 0.05);
}

TEST(Bt1Normal, HeatCapacityIsThatOfTheDrillModel) {
  const Bt1 plant;
  const auto x = plant.initial_state();
  const auto& m = plant.params().mixture;
  double capacity_J_per_K = 25e3 * 480;  // column steel
  for (std::size_t i = 0; i < kBt1Stages; ++i) {
    capacity_J_per_K +=
        x[bt1::holdup_kmol + i] *
        liquid_heat_capacity(m, plant.design().temperature_K[i]).mixed(plant.design().x[i]);
  }
  capacity_J_per_K +=
      x[bt1::drum_kmol] * liquid_heat_capacity(m, plant.design().drum_K).mixed(0.99);
  EXPECT_NEAR(capacity_J_per_K / 42e6, 1, 0.1);  // 39.4 MJ/K; 42 was rounded from estimates
}

TEST(Bt1Normal, AnyDesignStartsSteady) {
  Bt1Params p;
  p.design.feed_benzene_fraction = 0.4;
  p.design.top_Pa = 150e3;
  p.vessels.loss_W_per_K = 2000;
  Bt1Run run(p);
  const double start_Pa = run.truth("column.pressure");
  run.run_to(1800);
  EXPECT_NEAR(run.truth("column.pressure") / start_Pa, 1, 1e-8);
  EXPECT_NEAR(run.truth("column.xD"), 0.99, 1e-8);
}

TEST(Bt1Normal, MoreSteamWithoutMoreRefluxSpoilsTheDistillate) {
  Bt1Run run;
  run.command("FCV-301", 0.63);
  run.run_to(3600);
  EXPECT_LT(run.truth("column.xB"), 0.005);
  EXPECT_LT(run.truth("column.xD"), 0.985);
  EXPECT_EQ(run.truth("product.on_spec"), 0);
}

}  // namespace
}  // namespace twinaxis::distillation
