#include "models/distillation/hydraulics.h"

#include <gtest/gtest.h>

namespace twinaxis::distillation {
namespace {

TEST(Hydraulics, FrancisWeirAndItsInverseAgree) {
  // 664 (0.0164/1.463)^(2/3) = 33.3 mm
  EXPECT_NEAR(weir_crest_m(0.0164, 1.463), 0.0333, 5e-5);
  EXPECT_NEAR(weir_flow_m3_per_s(weir_crest_m(0.0164, 1.463), 1.463), 0.0164, 1e-15);
  EXPECT_EQ(weir_flow_m3_per_s(-0.01, 1.463), 0);
}

TEST(Hydraulics, TrayVolumeGivesBackItsFlow) {
  const TrayParams tray;
  EXPECT_NEAR(tray_outflow_m3_per_s(tray, tray_volume_m3(tray, 0.01)), 0.01, 1e-15);
}

TEST(Hydraulics, DowncomerChokesTheFlowOfAFullTray) {
  const TrayParams tray;
  const double choke = tray.downcomer_choke_m_per_s * tray.downcomer_fraction * tray.section_m2();
  EXPECT_EQ(tray_outflow_m3_per_s(tray, tray_full_m3(tray)), choke);
}

TEST(Hydraulics, FloodVelocityFallsWithLiquidLoadAndPressure) {
  const TrayParams tray;
  EXPECT_LT(flood_velocity_m_per_s(tray, 0.2, 3.76, 780),
            flood_velocity_m_per_s(tray, 0.1, 3.76, 780));
  EXPECT_LT(flood_velocity_m_per_s(tray, 0.1, 12, 700),
            flood_velocity_m_per_s(tray, 0.1, 3.76, 780));
}

TEST(Hydraulics, NothingIsDegradedBetweenWeepingAndFlooding) {
  const TrayParams tray;
  for (const double flooding : {0.4, 0.6, 0.8, 0.9}) {
    EXPECT_EQ(entrainment_fraction(flooding), 0);
    EXPECT_EQ(contact_fraction(flooding), 1);
    EXPECT_EQ(downcomer_open_fraction(flooding), 1);
    EXPECT_EQ(weeping_fraction(tray, flooding), 0);
  }
}

TEST(Hydraulics, FloodedTrayCarriesUpAndHoldsBack) {
  EXPECT_NEAR(entrainment_fraction(1), 0.1, 1e-12);
  EXPECT_NEAR(entrainment_fraction(1.2), 0.9, 1e-12);
  EXPECT_NEAR(contact_fraction(1.2), 0.5, 1e-12);
  EXPECT_NEAR(downcomer_open_fraction(1.2), 0.2, 1e-12);
}

TEST(Hydraulics, DryTrayRainsThrough) { EXPECT_EQ(weeping_fraction(TrayParams{}, 0), 1); }

}  // namespace
}  // namespace twinaxis::distillation
