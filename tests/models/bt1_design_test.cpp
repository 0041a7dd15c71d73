#include "models/distillation/bt1_design.h"

#include <gtest/gtest.h>

#include <cmath>

namespace twinaxis::distillation {
namespace {

TEST(Bt1Design, ConstantOverflowAndGivenFlowsAreTwoWaysToOneProfile) {
  const Bt1Params p;
  const auto asked = design_column(p, FlowLaw::constant_overflow);
  const auto rated =
      rate_column(p, asked.liquid_kmol_per_s[kBt1Stages], asked.vapour_kmol_per_s[0]);
  // The march amplifies the last bit of the boil-up by about 1e3.
  for (std::size_t i = 0; i < kBt1Stages; ++i) EXPECT_NEAR(rated.x[i], asked.x[i], 1e-9);
}

TEST(Bt1Design, MoreBoilUpPurifiesBothEnds) {
  const Bt1Params p;
  const auto less = rate_column(p, 3.6 / 60, 6.1 / 60);
  const auto more = rate_column(p, 3.9 / 60, 6.4 / 60);
  EXPECT_GT(more.distillate_x, less.distillate_x);
  EXPECT_LT(more.x[0], less.x[0]);
}

TEST(Bt1Design, EnergyBalanceOfTheWholeColumnCloses) {
  const Bt1Params p;
  const auto c = design_column(p, FlowLaw::energy);
  const auto& m = p.mixture;
  double heat_W = c.reboiler_W - c.condenser_W +
                  p.design.feed_kmol_per_s * liquid_enthalpy(m, feed_temperature_K(p)).mixed(0.5) -
                  c.distillate_kmol_per_s * liquid_enthalpy(m, c.drum_K).mixed(c.distillate_x) -
                  c.liquid_kmol_per_s[0] * liquid_enthalpy(m, c.temperature_K[0]).mixed(c.x[0]);
  for (const double T : c.temperature_K) heat_W -= stage_loss_W(p, T);
  EXPECT_NEAR(heat_W / c.reboiler_W, 0, 1e-9);  // sum of 25 stage balances to round-off
}

TEST(Bt1Design, EnergyRaisesTheVapourFlowUpTheColumnByTheRatioOfLatentHeats) {
  const Bt1Params p;
  const auto c = design_column(p, FlowLaw::energy);
  const auto cmo = design_column(p, FlowLaw::constant_overflow);
  // Benzene needs less heat per kilomole than toluene (30.7 against 32.9 MJ), so the flow rises;
  // sensible heat of the hotter bottom takes part of the gain back.
  EXPECT_GT(c.vapour_kmol_per_s[24] / c.vapour_kmol_per_s[0], 1.02);
  EXPECT_LT(c.vapour_kmol_per_s[24] / c.vapour_kmol_per_s[0], 32.9 / 30.7);
  // Constant overflow is the mean of it: within 4 % at both ends.
  EXPECT_NEAR(c.vapour_kmol_per_s[0] / cmo.vapour_kmol_per_s[0], 1, 0.04);
  EXPECT_NEAR(c.vapour_kmol_per_s[24] / cmo.vapour_kmol_per_s[24], 1, 0.04);
}

TEST(Bt1Design, ImpossiblePurityIsRefused) {
  Bt1Params p;
  p.design.feed_benzene_fraction = 0.5;
  p.design.distillate_benzene_fraction = 0.9999;
  p.design.bottoms_benzene_fraction = 0.0001;
  p.design.tray_drop_Pa = 40e3;  // pressure eats the volatility
  EXPECT_THROW(design_column(p, FlowLaw::energy), std::domain_error);
}

}  // namespace
}  // namespace twinaxis::distillation
