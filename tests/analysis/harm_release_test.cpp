#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "analysis/harm/release.h"

namespace twinaxis::harm {
namespace {

GasHole air_hole(double upstream_Pa) {
  return {.area_m2 = 1e-4,
          .discharge_coefficient = 1,
          .density_kg_per_m3 = 1.2 * upstream_Pa / kStandardAtmosphere_Pa,
          .heat_capacity_ratio = 1.4,
          .upstream_Pa = upstream_Pa,
          .upstream_K = 293.15};
}

TEST(Release, NothingFlowsAgainstThePressure) {
  EXPECT_EQ(gas_jet(air_hole(kStandardAtmosphere_Pa)).mass_flow_kg_per_s, 0);
  EXPECT_EQ(gas_jet(air_hole(5e4)).mass_flow_kg_per_s, 0);
  EXPECT_EQ(
      liquid_jet({.area_m2 = 1, .density_kg_per_m3 = 1000, .upstream_Pa = 9e4}).mass_flow_kg_per_s,
      0);
}

TEST(Release, ChokedAirLeavesAtTheSpeedOfSoundOfItsThroat) {
  // a = sqrt(k P / rho) with the pressure and density of the throat; an identity, so rounding only.
  const GasHole hole = air_hole(8e5);
  const Jet jet = gas_jet(hole);
  ASSERT_TRUE(jet.choked);
  const double throat_kg_per_m3 =
      hole.density_kg_per_m3 * std::pow(jet.pressure_Pa / hole.upstream_Pa, 1 / 1.4);
  EXPECT_NEAR(jet.velocity_m_per_s, std::sqrt(1.4 * jet.pressure_Pa / throat_kg_per_m3), 1e-9);
}

TEST(Release, GasFlowIsContinuousWhereItChokes) {
  // Air chokes at P = Pa / 0.5283. The flow has a flat top there, so a relative step of 1e-6 in
  // pressure moves it by the same 1e-6 at most (through P and rho).
  const double critical_Pa = kStandardAtmosphere_Pa / std::pow(2 / 2.4, 3.5);
  const Jet below = gas_jet(air_hole(critical_Pa * (1 - 1e-6)));
  const Jet above = gas_jet(air_hole(critical_Pa * (1 + 1e-6)));
  EXPECT_FALSE(below.choked);
  EXPECT_TRUE(above.choked);
  EXPECT_NEAR(above.mass_flow_kg_per_s / below.mass_flow_kg_per_s, 1, 3e-6);
}

TEST(Release, GasAtLowPressureFlowsLikeALiquid) {
  // m = A sqrt(2 rho dP) without compression; the correction is of order dP/P = 1e-4.
  const GasHole hole = air_hole(kStandardAtmosphere_Pa * (1 + 1e-4));
  const double liquid_like_kg_per_s =
      hole.area_m2 * std::sqrt(2 * hole.density_kg_per_m3 * (hole.upstream_Pa - hole.ambient_Pa));
  EXPECT_NEAR(gas_jet(hole).mass_flow_kg_per_s / liquid_like_kg_per_s, 1, 1e-4);
}

TEST(Release, MorePressureReleasesMore) {
  double last_kg_per_s = 0;
  for (double upstream_Pa = 1.02e5; upstream_Pa < 5e6; upstream_Pa *= 1.1) {
    const double now_kg_per_s = gas_jet(air_hole(upstream_Pa)).mass_flow_kg_per_s;
    EXPECT_GT(now_kg_per_s, last_kg_per_s) << upstream_Pa;
    last_kg_per_s = now_kg_per_s;
  }
}

TEST(Release, BenzeneFlashesAsPublished) {
  // 140 C: cp 2.0, lambda 394 kJ/kg, boils at 80.1 C -> 0.262; 199.06 C with cp 2.3 -> 0.501.
  const auto benzene = [](double superheat_K, double cp_J_per_kg_K) {
    return flash_fraction({cp_J_per_kg_K, superheat_K, 394e3});
  };
  EXPECT_NEAR(benzene(140 - 80.1, 2.0e3), 0.262, 5e-4);
  EXPECT_NEAR(benzene(199.06 - 80.1, 2.3e3), 0.501, 5e-4);
}

TEST(Release, FlashIsNothingWithoutSuperheatAndNeverMoreThanAll) {
  EXPECT_EQ(flash_fraction({2e3, 0, 4e5}), 0);
  EXPECT_EQ(flash_fraction({2e3, -20, 4e5}), 0);
  EXPECT_LE(flash_fraction({2e3, 1e4, 4e5}), 1);
  EXPECT_EQ(airborne_fraction(0.2), 0.4);
  EXPECT_EQ(airborne_fraction(0.7), 1);
}

TEST(Release, PoolEvaporatesAsTheEpaEquationInItsOwnUnits) {
  // EPA 1999, D-1: QR [lb/min] = 0.284 u^0.78 M^(2/3) A [ft2] Pv [mmHg] / (82.05 T).
  // Its constants have three digits, hence 1 part in 500.
  const double lb_per_min =
      0.284 * std::pow(3.0, 0.78) * std::pow(78.11, 2.0 / 3) * 1000 * 95 / (82.05 * 298);
  const Pool pool{.area_m2 = 1000 * 0.3048 * 0.3048,
                  .wind_m_per_s = 3,
                  .molar_mass_kg_per_kmol = 78.11,
                  .vapour_pressure_Pa = 95 * 133.322,
                  .temperature_K = 298};
  EXPECT_NEAR(pool_evaporation_kg_per_s(pool) / (lb_per_min * 0.45359237 / 60), 1, 2e-3);
}

}  // namespace
}  // namespace twinaxis::harm
