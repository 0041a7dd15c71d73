#include "models/distillation/exchangers.h"

#include <gtest/gtest.h>

#include <cmath>

namespace twinaxis::distillation {
namespace {

TEST(Steam, SaturationAgreesWithTheSteamTables) {
  // IAPWS: 1.4327 bar at 110 degC, 10.0281 at 180, 39.762 at 250; the Antoine set is within 1 %.
  EXPECT_NEAR(steam_pressure_Pa(383.15) / 1.4327e5, 1, 0.01);
  EXPECT_NEAR(steam_pressure_Pa(453.15) / 10.0281e5, 1, 0.01);
  EXPECT_NEAR(steam_pressure_Pa(523.15) / 39.762e5, 1, 0.01);
  EXPECT_NEAR(steam_latent_heat_J_per_kg(453.15) / 2014e3, 1, 0.03);
}

TEST(Condenser, MeetsItsDesignDuty) {
  const CondenserParams params;
  const auto size = size_condenser(params, 3.3e6, 356.15);
  const auto duty =
      condenser_duty(params, size, 356.15, params.water_in_design_K, size.water_design_kg_per_s, 0);
  EXPECT_NEAR(duty.heat_W, 3.3e6, 1e-3);
  EXPECT_NEAR(duty.water_out_K, params.water_out_design_K, 1e-9);
}

TEST(Condenser, DutyIsTheLogMeanTemperatureDifferenceTimesUa) {
  const CondenserParams params;
  const auto size = size_condenser(params, 3.3e6, 356.15);
  // (53 - 43) / ln(53/43) = 47.82 K
  EXPECT_NEAR(size.ua_W_per_K * 10 / std::log(53.0 / 43.0), 3.3e6, 1);
}

TEST(Condenser, NeedsWaterColderThanVapour) {
  const CondenserParams params;
  const auto size = size_condenser(params, 3.3e6, 356.15);
  EXPECT_EQ(condenser_duty(params, size, 356, 303, 0, 0).heat_W, 0);
  EXPECT_EQ(condenser_duty(params, size, 300, 303, 70, 0).heat_W, 0);
}

TEST(Condenser, InertsBlanketIt) {
  const CondenserParams params;
  const auto size = size_condenser(params, 3.3e6, 356.15);
  const double clean = condenser_duty(params, size, 356.15, 303.15, 79, 0).heat_W;
  // UA/(1 + 10 x 0.1) is half; with NTU about 0.2 the duty is a little more than half.
  EXPECT_NEAR(condenser_duty(params, size, 356.15, 303.15, 79, 0.1).heat_W / clean, 0.525, 0.01);
}

TEST(Reboiler, StuckValveIsAConstantHeatUntilTheChestNearsTheHeader) {
  const ReboilerParams params;
  const auto size = size_reboiler(params, 3.38e6, 392.3, 0.6);
  const auto heat_W = [&](double boiling_K) {
    return reboiler_duty(params, size, 0.6, 42e5, boiling_K, 0.5).heat_W;
  };
  EXPECT_NEAR(heat_W(392.3), 3.38e6, 1e-6);
  EXPECT_NEAR(heat_W(450), 3.38e6, 1e-6);
  EXPECT_LT(heat_W(500), 3.2e6);
  EXPECT_EQ(heat_W(530), 0);  // hotter than steam of 42 bar, 253 degC
}

TEST(Reboiler, DryTubesHeatLessAndStandAtSteamTemperature) {
  const ReboilerParams params;
  const auto size = size_reboiler(params, 3.38e6, 392.3, 0.6);
  const auto wet = reboiler_duty(params, size, 0.6, 42e5, 392.3, 0.5);
  const auto dry = reboiler_duty(params, size, 0.6, 42e5, 392.3, 0.001);
  EXPECT_LT(dry.heat_W, 0.05 * wet.heat_W);
  EXPECT_GT(dry.tube_wall_K, wet.tube_wall_K + 100);  // toward 253 degC
}

TEST(Reboiler, LowerHeaderBoundsTheBoilingTemperature) {
  const ReboilerParams params;
  const auto size = size_reboiler(params, 3.38e6, 392.3, 0.6);
  const double steam_K = steam_temperature_K(11e5);
  EXPECT_GT(reboiler_duty(params, size, 1, 11e5, steam_K - 1, 0.5).heat_W, 0);
  EXPECT_EQ(reboiler_duty(params, size, 1, 11e5, steam_K + 1, 0.5).heat_W, 0);
}

}  // namespace
}  // namespace twinaxis::distillation
