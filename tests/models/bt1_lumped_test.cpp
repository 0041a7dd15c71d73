#include "models/distillation/bt1_lumped.h"

#include <gtest/gtest.h>

#include <memory>

#include "sim/physics/experiment.h"

namespace twinaxis::distillation {
namespace {

constexpr double kSteam_W = 3.44e6;

Experiment lost_cooling(const LumpedParams& params) {
  return Experiment(std::make_unique<Bt1Lumped>(params), {}, std::vector{kSteam_W, 0.0, 0.0});
}

TEST(Bt1Lumped, IntegrationFollowsTheClosedForm) {
  LumpedParams params;
  params.relief.fault = ReliefFault::fails_to_open;
  auto run = lost_cooling(params);
  const double time_s = heating_time_s(params, 1.4e6, kSteam_W);
  run.run_until(time_from_s(time_s));
  // The rate is constant, so Runge-Kutta is exact.
  EXPECT_NEAR(run.output("column.pressure"), 1.4e6, 1);
}

TEST(Bt1Lumped, HealthyReliefHoldsThePressureBelowFullAccumulation) {
  auto run = lost_cooling({});
  run.run_until(time_from_s(3600));
  // The Q orifice passes 38.4 t/h at set + 10 %; the steam boils 36.0 t/h.
  EXPECT_LT(run.output("column.pressure"), 1.10 * 350e3 + 101325);
  EXPECT_GT(run.output("column.pressure"), 350e3 + 101325);
  EXPECT_GT(run.output("relief.released"), 0);
}

TEST(Bt1Lumped, SteadyReliefCarriesTheSteamHeat) {
  auto run = lost_cooling({});
  run.run_until(time_from_s(7200));
  const double latent_J_per_kg =
      latent_heat_J_per_kmol(benzene().latent, run.output("column.temperature")) / 78.114;
  EXPECT_NEAR(run.output("relief.flow") * latent_J_per_kg / kSteam_W, 1, 1e-6);
}

TEST(Bt1Lumped, ReliefReseatsWhenCoolingReturns) {
  auto run = lost_cooling({});
  run.run_until(time_from_s(1200));
  run.set("condenser.duty", 6e6);
  run.run_until(time_from_s(1800));
  ASSERT_EQ(run.events().size(), 2u);
  EXPECT_EQ(run.events()[0].name, "relief.opened");
  EXPECT_EQ(run.events()[1].name, "relief.reseated");
  EXPECT_NEAR(run.events()[1].value, 0.93 * 350e3 + 101325, 1);
}

}  // namespace
}  // namespace twinaxis::distillation
