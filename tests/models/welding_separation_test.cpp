// Distances of ISO 13855, worked examples.

#include <gtest/gtest.h>

#include "models/welding_robot/separation.h"

namespace twinaxis::welding_robot {
namespace {

TEST(Separation, OfALightCurtain) {
  EXPECT_NEAR(curtain_distance_m(0.32, 0.014), 0.512, 1e-12);  // 640 mm at 2 m/s
  EXPECT_NEAR(curtain_distance_m(0.24, 0.030), 0.512, 1e-12);
  EXPECT_NEAR(curtain_distance_m(0.20, 0.030), 0.500, 1e-12);  // 448 mm, but at least 500
  EXPECT_NEAR(curtain_distance_m(0.50, 0.030), 0.928, 1e-12);
}

TEST(Separation, OfAScanner) {
  EXPECT_NEAR(scanner_distance_m(0.6, 0.3), 2.040, 1e-12);
  EXPECT_NEAR(scanner_distance_m(0.6, 1.0), 1.810, 1e-12);
}

}  // namespace
}  // namespace twinaxis::welding_robot
