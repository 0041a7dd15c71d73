// Shape of a weld and what it is worth.

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "models/welding_robot/sampling.h"
#include "models/welding_robot/spot_weld.h"
#include "models/welding_robot/weld_quality.h"
#include "models/welding_robot/weld_shape.h"

namespace twinaxis::welding_robot {
namespace {

constexpr double kMelt_K = 1773.15;

TEST(WeldShape, WidestIsothermIsThatOfTheField) {
  // Scan the field itself: no point of the plate beyond the half-width is hotter, one inside is.
  const MovingSource source;
  const double half_m = fusion_half_width_m(source, kMelt_K);
  const auto hottest_at_K = [&](double y_m) {
    double hottest_K = 0;
    for (double ahead_m = -0.03; ahead_m < 0.01; ahead_m += 1e-5) {
      hottest_K = std::max(hottest_K, thick_plate_K(source, ahead_m, std::hypot(ahead_m, y_m)));
    }
    return hottest_K;
  };
  EXPECT_GT(hottest_at_K(0.999 * half_m), kMelt_K);
  EXPECT_LT(hottest_at_K(1.001 * half_m), kMelt_K);
}

TEST(WeldShape, FastWeldIsAsWideAsTheHighSpeedForm) {
  // For v -> infinity  sqrt(2 P / (pi e rho c v dT)). At 1 m/s the source is narrow against it.
  MovingSource source;
  source.travel_m_per_s = 1;
  const double volume = source.conductivity_W_per_m_K / source.diffusivity_m2_per_s;
  const double form_m = std::sqrt(2 * source.power_W /
                                  (std::numbers::pi * std::numbers::e * volume *
                                   source.travel_m_per_s * (kMelt_K - source.ambient_K)));
  EXPECT_NEAR(fusion_half_width_m(source, kMelt_K), form_m, 0.02 * form_m);
}

TEST(WeldShape, ThroatHoldsTheWireThatWasMelted) {
  // 0.3 x 220 + 5e-5 x 15 x 220^2 = 102.3 mm/s; x 1.1310 mm2 x 0.95 / 6 mm/s = 18.319 mm2.
  EXPECT_NEAR(melting_m_per_s({}, 220), 0.1023, 1e-9);
  EXPECT_NEAR(throat_m({}, 220, 0.006), std::sqrt(18.319e-6), 1e-7);
}

TEST(WeldQuality, LackOfFusionGrowsWithTheOffsetOnBothSides) {
  EXPECT_NEAR(lack_of_fusion_probability({}, 0.8e-3), 0.5, 1e-12);
  EXPECT_DOUBLE_EQ(lack_of_fusion_probability({}, -1e-3), lack_of_fusion_probability({}, 1e-3));
  // One slope beyond the middle: 1 / (1 + 1/e) = 0.731.
  EXPECT_NEAR(lack_of_fusion_probability({}, 0.95e-3), 1 / (1 + std::exp(-1.0)), 1e-12);
}

TEST(WeldQuality, LevelIsTheBestWhoseLimitsAllHold) {
  Imperfections found{.thickness_m = 6e-3, .misalignment_m = 0.5e-3, .undercut_m = 0.25e-3};
  EXPECT_EQ(quality_level(found), 'B');  // 0.05 x 6 = 0.3 mm
  found.undercut_m = 0.45e-3;
  EXPECT_EQ(quality_level(found), 'C');  // 0.1 x 6 = 0.6, but at most 0.5 mm
  found.misalignment_m = 1.2e-3;
  EXPECT_EQ(quality_level(found), 'D');  // 0.15 x 6 = 0.9, 0.25 x 6 = 1.5 mm
  found.misalignment_m = 1.6e-3;
  EXPECT_EQ(quality_level(found), '-');
  EXPECT_EQ(quality_level({.thickness_m = 6e-3, .unfused = true}), '-');
}

TEST(WeldQuality, MisalignmentTakesLife) {
  // e/t 0.05 and 0.15: (1.15 / 1.45)^3 = 0.499.
  EXPECT_NEAR(fatigue_life_ratio(0.15e-3, 1e-3) / fatigue_life_ratio(0.05e-3, 1e-3), 0.4989, 1e-4);
}

TEST(SpotWeld, NuggetGrowsToItsMostAndNeedsACurrent) {
  const NuggetGrowth p;
  EXPECT_EQ(nugget_m(p, p.onset_A), 0);
  EXPECT_NEAR(nugget_m(p, p.onset_A + p.scale_A), p.most_m * (1 - 1 / std::numbers::e), 1e-12);
  EXPECT_FALSE(expels(p, 9000));
  EXPECT_TRUE(expels(p, 11000));
}

TEST(Sampling, AcceptanceOfEverythingIsCertain) {
  EXPECT_NEAR(acceptance_probability(20, 20, 0.3), 1, 1e-12);
  EXPECT_NEAR(acceptance_probability(2, 0, 0.1), 0.81, 1e-12);
  EXPECT_EQ(none_found_probability(10, 9, 2), 0);
}

}  // namespace
}  // namespace twinaxis::welding_robot
