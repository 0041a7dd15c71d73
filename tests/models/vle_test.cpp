#include "models/distillation/vle.h"

#include <gtest/gtest.h>

#include <cmath>

namespace twinaxis::distillation {
namespace {

TEST(Vle, BubblePointSatisfiesRaoultFromVacuumToBurst) {
  const Mixture m;
  for (double pressure_Pa = 60e3; pressure_Pa < 1.5e6; pressure_Pa *= 1.1) {
    for (double x = 0; x <= 1; x += 0.05) {
      const auto bubble = bubble_point(m, pressure_Pa, x);
      // Two Newton steps and a straight line: worst 1.3e-10 over this grid, asked 1e-9.
      EXPECT_NEAR(bubble_pressure_Pa(m, bubble.temperature_K, x) / pressure_Pa, 1, 1e-9);
    }
  }
}

TEST(Vle, BubbleSlopesAreTheDerivatives) {
  const Mixture m;
  const double P = 200e3, x = 0.4, dx = 1e-4, dP = 10;
  const auto at = bubble_point(m, P, x);
  const double slope_x =
      (bubble_point(m, P, x + dx).temperature_K - bubble_point(m, P, x - dx).temperature_K) /
      (2 * dx);
  const double slope_P =
      (bubble_point(m, P + dP, x).temperature_K - bubble_point(m, P - dP, x).temperature_K) /
      (2 * dP);
  // Central differences: relative error of order dx^2 and (dP/P)^2, below 1e-7.
  EXPECT_NEAR(at.slope_x_K / slope_x, 1, 1e-6);
  EXPECT_NEAR(at.slope_P_K_per_Pa / slope_P, 1, 1e-6);
}

TEST(Vle, PureComponentsBoilAtTheirOwnTemperature) {
  const Mixture m;
  for (const double pressure_Pa : {101325.0, 450e3, 1400e3}) {
    EXPECT_NEAR(bubble_point(m, pressure_Pa, 1).temperature_K,
                saturation_temperature_K(m.light.antoine, pressure_Pa), 1e-6);
    EXPECT_NEAR(bubble_point(m, pressure_Pa, 0).temperature_K,
                saturation_temperature_K(m.heavy.antoine, pressure_Pa), 1e-6);
  }
}

TEST(Vle, DipprConfirmsAntoineOfBenzene) {
  // Two independent fits of the same measurements; 1 % up to 2 MPa is what such fits promise.
  for (double T = 340; T < 480; T += 20) {
    EXPECT_NEAR(saturation_pressure_Pa(benzene().antoine, T) / benzene_dippr_pressure_Pa(T), 1,
                0.01);
  }
}

TEST(Vle, ClausiusClapeyronLinksVapourPressureAndLatentHeat) {
  // lambda = R T^2 dlnP/dT (1 - vl/vv) Z with Z = 0.97 for benzene at its boiling point.
  const double T = 353.25, dT = 0.1;
  const auto curve = benzene().antoine;
  const double slope =
      std::log(saturation_pressure_Pa(curve, T + dT) / saturation_pressure_Pa(curve, T - dT)) /
      (2 * dT);
  const double lambda = 0.97 * kGasConstant_J_per_kmol_K * T * T * slope;
  EXPECT_NEAR(lambda / latent_heat_J_per_kmol(benzene().latent, T), 1, 0.02);
}

TEST(Vle, LatentHeatFallsWithTemperatureAndItsSlopeIsTheDerivative) {
  const Mixture m;
  for (const auto& latent : {m.light.latent, m.heavy.latent}) {
    for (double T = 350; T < 520; T += 10) {
      const double difference =
          (latent_heat_J_per_kmol(latent, T + 0.01) - latent_heat_J_per_kmol(latent, T - 0.01)) /
          0.02;
      EXPECT_LT(difference, 0);
      EXPECT_NEAR(latent_heat_slope_J_per_kmol_K(latent, T) / difference, 1, 1e-6);
    }
  }
}

TEST(Vle, LiquidEnthalpyIsTheIntegralOfHeatCapacity) {
  const Mixture m;
  // The heat capacity is linear, so the mean of the ends times the interval is exact.
  const double mean = 0.5 * (liquid_heat_capacity(m, 360).light_J_per_kmol +
                             liquid_heat_capacity(m, 450).light_J_per_kmol);
  EXPECT_NEAR(liquid_enthalpy(m, 450).light_J_per_kmol - liquid_enthalpy(m, 360).light_J_per_kmol,
              mean * 90, 1e-3);
}

TEST(Vle, DensitiesAtTheBoilingPointsArePublished) {
  const Mixture m;
  EXPECT_NEAR(liquid_density_kg_per_m3(m, m.light.boiling_temperature_K, 1), 815, 1e-9);
  EXPECT_NEAR(liquid_density_kg_per_m3(m, m.heavy.boiling_temperature_K, 0), 780, 1e-9);
}

}  // namespace
}  // namespace twinaxis::distillation
