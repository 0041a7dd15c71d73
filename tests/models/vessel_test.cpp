#include "models/distillation/vessel.h"

#include <gtest/gtest.h>

#include <cmath>

namespace twinaxis::distillation {
namespace {

TEST(Vessel, ShippedShellBurstsAtFourteenBarAbsolute) {
  const VesselParams vessel;
  // 3.71 x 350 kPa + 101.325 kPa = 1399.8 kPa
  EXPECT_NEAR(burst_gauge_Pa(vessel, 400) + 101325, 1.4e6, 1e3);
  EXPECT_NEAR(leak_gauge_Pa(vessel), 525e3, 1e-6);
}

TEST(Vessel, LeakComesBeforeBurstAsShipped) {
  const VesselParams vessel;
  EXPECT_LT(leak_gauge_Pa(vessel), burst_gauge_Pa(vessel, 600));
}

TEST(Vessel, WallLawIsTheLogarithmOfTheDiameters) {
  VesselParams vessel;
  vessel.burst_law = BurstLaw::wall;
  const double expected_Pa = 485e6 * std::log(1.92 / 1.90);
  EXPECT_NEAR(burst_gauge_Pa(vessel, 400), expected_Pa, 1e-6 * expected_Pa);
  EXPECT_NEAR(burst_gauge_Pa(vessel, 923.15), 0.5 * expected_Pa, 1e-6 * expected_Pa);
}

TEST(Vessel, StrengthFallsWithTemperature) {
  double last = 1.1;
  for (double wall_K = 300; wall_K < 1300; wall_K += 50) {
    EXPECT_LE(steel_strength_fraction(wall_K), last);
    last = steel_strength_fraction(wall_K);
  }
  EXPECT_GT(last, 0);
}

TEST(Vessel, ColdLiquidDoesNotFlash) { EXPECT_EQ(flash_fraction(2000, -5, 394e3), 0); }

TEST(Vessel, IsentropicExpansionIsBelowIsothermalAndBrode) {
  const double P1 = 1.4e6, P0 = 101325, V = 60, g = 1.1;
  const double E = isentropic_expansion_J(P1, P0, V, g);
  EXPECT_LT(E, P1 * V * std::log(P1 / P0));
  EXPECT_LT(E, (P1 - P0) * V / (g - 1));
  EXPECT_EQ(isentropic_expansion_J(P0, P0, V, g), 0);
}

}  // namespace
}  // namespace twinaxis::distillation
