// Heat input and cooling times of EN 1011.

#include <gtest/gtest.h>

#include "models/welding_robot/weld_heat.h"

namespace twinaxis::welding_robot {
namespace {

constexpr double kRoom_K = 293.15;

TEST(WeldHeat, InputIsPowerOverSpeed) {
  // 0.8 x 24 V x 220 A = 4224 W over 6 mm/s: 0.704 kJ/mm.
  EXPECT_NEAR(heat_input_J_per_m(0.8, 24, 220, 0.006), 0.704e6, 1e-6);
}

TEST(WeldHeat, CoolingTimesFollowEn1011) {
  // Worked by hand from the formulas to the digits given: 1e-4.
  const struct {
    double Q_kJ_per_mm, T0_degC, d_mm, thick_s, thin_s, transition_mm;
  } rows[] = {{0.704, 20, 4, 3.723, 35.200, 12.299},
              {1, 20, 20, 5.2885, 2.8409, 14.659},
              {1, 100, 20, 6.6429, 4.0724, 15.659},
              {1.5, 150, 12, 11.769, 33.103, 20.125},
              {2, 20, 25, 10.577, 7.273, 20.730}};
  for (const auto& r : rows) {
    const double Q = 1e6 * r.Q_kJ_per_mm, T0 = r.T0_degC + 273.15;
    EXPECT_NEAR(thick_cooling_s(Q, T0), r.thick_s, 1e-4 * r.thick_s);
    EXPECT_NEAR(thin_cooling_s(Q, T0, 1e-3 * r.d_mm), r.thin_s, 1e-4 * r.thin_s);
    EXPECT_NEAR(1e3 * transition_thickness_m(Q, T0), r.transition_mm, 1e-4 * r.transition_mm);
  }
}

TEST(WeldHeat, BothLawsMeetAtTheTransition) {
  const double d_m = transition_thickness_m(0.9e6, kRoom_K);
  EXPECT_NEAR(thin_cooling_s(0.9e6, kRoom_K, d_m), thick_cooling_s(0.9e6, kRoom_K), 1e-12);
}

}  // namespace
}  // namespace twinaxis::welding_robot
