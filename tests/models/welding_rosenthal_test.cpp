#include <gtest/gtest.h>

#include <cmath>

#include "models/welding_robot/rosenthal.h"

namespace twinaxis::welding_robot {
namespace {

TEST(Rosenthal, MatchesIndependentlyComputedPoints) {
  EXPECT_NEAR(thick_plate_K({}, -0.010, 0.010) - 273.15, 1700.676, 0.1);
  EXPECT_NEAR(thick_plate_K({}, 0, 0.005) - 273.15, 594.700, 0.1);
  EXPECT_NEAR(thin_plate_K({}, 0.004, -0.020, std::hypot(0.020, 0.005)) - 273.15, 1564.938, 0.1);
}

}  // namespace
}  // namespace twinaxis::welding_robot
