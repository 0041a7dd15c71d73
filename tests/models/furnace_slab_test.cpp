// Conduction in a slab: order, energy, and the cases that are known.

#include <gtest/gtest.h>

#include <cmath>
#include <iostream>
#include <numeric>

#include "models/furnace/slab.h"
#include "models/furnace/thermocouple.h"
#include "tests/golden/slab_runs.h"

namespace twinaxis::furnace {
namespace {

/// Distance of centre and surface to those of a very fine grid.
double error_K(const std::function<SlabRun(int)>& problem, double end_s, int cell_count,
               const std::vector<double>& fine) {
  const auto end = problem(cell_count).after(end_s);
  return std::abs(core_K(end) - core_K(fine)) + std::abs(end.front() - fine.front());
}

/// log2 of the error ratio when the spacing halves: 21, 41, 81 points are 20, 40, 80 spacings.
void expect_second_order(const std::function<SlabRun(int)>& problem, double end_s,
                         const char* what) {
  const auto fine = problem(321).after(end_s);
  const double at_20 = error_K(problem, end_s, 21, fine);
  const double at_40 = error_K(problem, end_s, 41, fine);
  const double at_80 = error_K(problem, end_s, 81, fine);
  const double first = std::log2(at_20 / at_40), second = std::log2(at_40 / at_80);
  std::cout << what << ": order " << first << " (20 to 40 spacings), " << second << " (40 to 80)\n";
  EXPECT_GE(first, 1.9);
  EXPECT_GE(second, 1.9);
  EXPECT_LE(second, 2.2);
}

TEST(FurnaceSlab, ConvectionConvergesWithTheSecondOrder) {
  // The wall is one half of a symmetric one; core_K() is the middle of that half.
  expect_second_order([](int n) { return plane_wall(1, n); }, 0.5, "plane wall, Bi = 1, Fo = 0.5");
}

TEST(FurnaceSlab, RadiationConvergesWithTheSecondOrder) {
  expect_second_order([](int n) { return reheating(1523.15, n); }, 3600,
                      "reheating at 1250 degC, 1 h");
}

TEST(FurnaceSlab, KeepsEnergyToRounding) {
  // Sum over the volumes (the outer two count half) of rho c dx dT/dt = heat through both faces.
  SlabParams p;
  const SlabGrid grid = slab_grid(p);
  std::vector<double> x(grid.cell_count), rate(grid.cell_count);
  for (std::size_t i = 0; i < x.size(); ++i)
    x[i] = 400 + 30.0 * std::sin(double(i)) + 9.0 * double(i);
  const Exchange low{1500, 20, 0.8}, high{900, 10, 0.6};
  slab_rate(grid, x, low, high, rate);
  const double inside = grid.volume_J_per_m2_K * (std::accumulate(rate.begin(), rate.end(), 0.0) -
                                                  0.5 * (rate.front() + rate.back()));
  const double through = exchanged_W_per_m2(low, x.front()) + exchanged_W_per_m2(high, x.back());
  EXPECT_NEAR(inside, through, 1e-9 * std::abs(through));
}

TEST(FurnaceSlab, HeatsAsTheReferenceRunWithinOneKelvin) {
  // 220 mm, k 30, rho c 7850 x 650, eps 0.8, 20 degC into 1250 degC: fine grids give 992.986 and
  // 1130.482 degC after an hour. 40 points: error (spacing 5.6 mm) observed 0.06 K.
  const auto end = reheating(1523.15, 40).after(3600);
  EXPECT_NEAR(core_K(end) - kCelsiusZero_K, 992.986, 1);
  EXPECT_NEAR(end.front() - kCelsiusZero_K, 1130.482, 1);
}

TEST(FurnaceSlab, AZoneFiftyKelvinTooHotLeavesTheCoreSeventyTwoTooHot) {
  // A sensor that reads 50 K too low makes the zone 50 K too hot: 1065.62 - 992.99 = 72.6 K.
  const double right_K = core_K(reheating(1523.15, 40).after(3600));
  const double hot_K = core_K(reheating(1573.15, 40).after(3600));
  EXPECT_NEAR(hot_K - right_K, 72.6, 1);
}

TEST(FurnaceSlab, AThinPlateFollowsTheClosedFormOfRadiation) {
  // 20 mm of a metal that conducts a thousand times better than steel has no gradient: 205.651 s to
  // 900 degC by the exact integral. Bi = h d / k = 300 x 0.01 / 3e4 = 1e-4, so 0.02 s.
  SlabRun run = reheating(1523.15, 5);
  run.slab.thickness_m = 0.02;
  run.slab.conductivity_W_per_m_K = 3e4;
  const double exact_s = radiation_heating_s(0.01 * 7850 * 650, 0.8, 293.15, 1173.15, 1523.15);
  EXPECT_NEAR(exact_s, 205.651, 0.01);
  const double rise_K_per_s = 1173.15 - core_K(run.after(exact_s - 1));
  EXPECT_NEAR((1173.15 - core_K(run.after(exact_s))) / rise_K_per_s, 0, 0.05);
}

TEST(FurnaceSlab, InsulatedKeepsItsHeatAndEvensOut) {
  SlabParams p;
  const SlabGrid grid = slab_grid(p);
  SlabRun run;
  run.low = run.high = insulated;
  run.start_K = 800;
  for (const double t_K : run.after(1000)) EXPECT_NEAR(t_K, 800, 1e-9);
  EXPECT_NEAR(mean_K(grid, std::vector<double>(grid.cell_count, 800.0)), 800, 1e-9);
}

}  // namespace
}  // namespace twinaxis::furnace
