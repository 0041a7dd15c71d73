#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "analysis/harm/skin.h"
#include "sim/core/require.h"

namespace twinaxis::harm {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

/// Thick skin as cells: basal layer, then more, down to 20 mm.
SkinConduction thick(int refinement) {
  const ThickSkin skin;
  const double rho_c = skin.density_kg_per_m3 * skin.heat_capacity_J_per_kg_K;
  return SkinConduction({{80e-6, 0.37, rho_c, 2 * refinement},
                         {1.92e-3, 0.37, rho_c, 24 * refinement},
                         {18e-3, 0.37, rho_c, 40 * refinement}},
                        skin.initial_K);
}

/// At the basal layer under constant flux after 5 s.
double heated_K(int refinement, int steps) {
  const SkinConduction skin = thick(refinement);
  auto cells_K = skin.steady_K(307.15);
  for (int i = 0; i < steps; ++i) skin.advance(cells_K, 5.0 / steps, {.flux_W_per_m2 = 5e3});
  return skin.below_layer_K(cells_K, 0);
}

TEST(Skin, CellsConvergeToTheClosedFormWithSecondOrder) {
  // Skin, flux 5 kW/m2, 5 s: the closed form of the half space; 20 mm are deep, since heat reaches
  // 2 sqrt(a t) = 1.4 mm. Halving cells and steps must divide the error by four.
  const double exact_K = ThickSkin{}.under_flux_K(5e3, 80e-6, 5);
  const double coarse = std::abs(heated_K(1, 50) - exact_K);
  const double fine = std::abs(heated_K(2, 100) - exact_K);
  EXPECT_LT(fine, 0.01);
  EXPECT_GT(std::log2(coarse / fine), 1.9);
}

TEST(Skin, StepOfTheSurfaceFollowsTheErrorFunction) {
  const SkinConduction skin = thick(4);
  auto cells_K = skin.steady_K(307.15);
  const SkinSurface water{.film_W_per_m2_K = kInfinite, .medium_K = 333.15};
  for (int i = 0; i < 1000; ++i) skin.advance(cells_K, 2e-3, water);
  // 26 K x erfc(80e-6 / (2 sqrt(9.34e-8 x 2))) = 26 x 0.896: 330.4 K; 0.02 K at 10 um and 2 ms.
  EXPECT_NEAR(skin.below_layer_K(cells_K, 0), ThickSkin{}.after_step_K(333.15, 80e-6, 2), 0.02);
  EXPECT_DOUBLE_EQ(skin.surface_K(cells_K, water), 333.15);
}

TEST(Skin, InsulatedSkinKeepsItsHeatAndHeatedSkinGainsTheFlux) {
  const SkinConduction skin = thick(2);
  auto cells_K = skin.steady_K(307.15);
  const double before = skin.heat_J_per_m2(cells_K);
  for (int i = 0; i < 100; ++i) skin.advance(cells_K, 0.05, {.flux_W_per_m2 = 20e3});
  // 5 s x 20 kW/m2; the deep face, 20 mm away, has not noticed yet.
  EXPECT_NEAR(skin.heat_J_per_m2(cells_K) - before, 1e5, 1e-4 * 1e5);
  for (int i = 0; i < 100; ++i) skin.advance(cells_K, 0.05, {});
  EXPECT_NEAR(skin.heat_J_per_m2(cells_K) - before, 1e5, 1e-4 * 1e5);
}

TEST(Skin, RestingSkinStaysSteady) {
  const LayeredSkin f1930 = f1930_skin();
  const SkinConduction skin(f1930.layers, f1930.deep_K);
  auto cells_K = skin.steady_K(f1930.surface_K);
  const auto before = cells_K;
  const SkinSurface held{.film_W_per_m2_K = kInfinite, .medium_K = f1930.surface_K};
  for (int i = 0; i < 100; ++i) skin.advance(cells_K, 1, held);
  for (std::size_t i = 0; i < before.size(); ++i) EXPECT_NEAR(cells_K[i], before[i], 1e-9);
}

TEST(Skin, WaterOnSkinIsTheExactConductionThroughTheSameKinetics) {
  // 60 degC water, Henriques: Omega reaches 1 at 5.2123 s. At that time cells and steps of 0.25 s
  // give Omega within 3 %: a rate that grows by e in 1.7 K, a basal temperature within 0.05 K.
  const auto& henriques = *find_law(damage_kinetics(), "henriques");
  std::vector<double> time_s, water_K, touched;
  for (int i = 0; i <= 60; ++i) {
    time_s.push_back(i * 5.2123 / 60);
    water_K.push_back(333.15);
    touched.push_back(1);
  }
  const double in_water = damage_of_contact({}, henriques, {time_s, water_K, touched});
  EXPECT_NEAR(in_water, 1, 0.03);
  // Out of the water the hot skin goes on burning for a while.
  for (int i = 1; i <= 20; ++i) {
    touched.back() = 0;
    time_s.push_back(5.2123 + i);
    water_K.push_back(333.15);
    touched.push_back(0);
  }
  EXPECT_GT(damage_of_contact({}, henriques, {time_s, water_K, touched}), in_water);
}

TEST(Skin, TwoContactsFarApartAreTwoBurns) {
  const auto& henriques = *find_law(damage_kinetics(), "henriques");
  std::vector<double> time_s, water_K, touched;
  for (int s = 0; s <= 3000; ++s) {
    time_s.push_back(s);
    water_K.push_back(331.15);
    touched.push_back(s % 1500 >= 100 && s % 1500 < 105 ? 1 : 0);
  }
  const double both = damage_of_contact({}, henriques, {time_s, water_K, touched});
  for (std::size_t i = 1500; i < touched.size(); ++i) touched[i] = 0;
  const double one = damage_of_contact({}, henriques, {time_s, water_K, touched});
  EXPECT_GT(one, 0);
  EXPECT_NEAR(both, 2 * one, 1e-9 * one);
}

TEST(Skin, NoContactNoDamage) {
  const auto& henriques = *find_law(damage_kinetics(), "henriques");
  const std::vector<double> time_s{0, 100}, water_K{360, 360}, touched{0, 0};
  EXPECT_EQ(damage_of_contact({}, henriques, {time_s, water_K, touched}), 0);
}

TEST(FlashFire, MoreHeatBurnsSoonerAndCoolingCounts) {
  const auto& kinetics = *find_law(damage_kinetics(), "weaver_stoll");
  const LayeredSkin skin = f1930_skin();
  double before_s = kInfinite;
  for (const double flux : {5e3, 10e3, 20e3, 40e3}) {
    const double time_s = exposure_to_damage_s(skin, kinetics, flux);
    EXPECT_LT(time_s, before_s);
    before_s = time_s;
    EXPECT_NEAR(damage_of_flash(skin, kinetics, flux, time_s), 1, 0.01);
  }
  EXPECT_EQ(damage_of_flash(skin, kinetics, 0, 10), 0);
  EXPECT_THROW(exposure_to_damage_s(skin, kinetics, 1), ContractError);
}

TEST(FlashFire, ResultDoesNotHangOnTheCells) {
  const auto& kinetics = *find_law(damage_kinetics(), "weaver_stoll");
  const double once = exposure_to_damage_s(f1930_skin(1), kinetics, 39.348e3);
  const double twice = exposure_to_damage_s(f1930_skin(2), kinetics, 39.348e3);
  EXPECT_NEAR(once, twice, 0.003 * twice);
}

}  // namespace
}  // namespace twinaxis::harm
