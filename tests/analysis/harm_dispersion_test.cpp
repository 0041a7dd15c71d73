#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analysis/harm/dense_gas.h"
#include "analysis/harm/dispersion.h"
#include "tests/analysis/csv.h"

namespace twinaxis::harm {
namespace {

const SpreadLaw& plume_law(const std::string& name) { return *find_law(plume_spread_laws(), name); }

constexpr Stability kAll[] = {Stability::A, Stability::B, Stability::C,
                              Stability::D, Stability::E, Stability::F};

TEST(Plume, EveryRowOfTheBriggsTableIsReproduced) {
  // terrain, class, x, sigma_y, sigma_z, C on the ground from a source at 0 and at 10 m, printed
  // with eight digits. exp(-605) turns the eighth digit of its argument into the sixth of C.
  for (const CsvRow& row : csv_rows("gaussian_plume_briggs.csv")) {
    const SpreadLaw& law = plume_law("briggs_" + row[0]);
    const auto index =
        std::find(kStabilityNames.begin(), kStabilityNames.end(), row[1]) - kStabilityNames.begin();
    const auto stability = static_cast<Stability>(index);
    const double x_m = std::stod(row[2]);
    const std::string where = row[0] + " " + row[1] + " " + row[2];
    const Spread spread = law.spread(stability, x_m);
    EXPECT_NEAR(spread.y_m / std::stod(row[3]), 1, 6e-8) << where;
    EXPECT_NEAR(spread.z_m / std::stod(row[4]), 1, 6e-8) << where;
    PlumeSource source{.rate_kg_per_s = 0.1, .wind_m_per_s = 2, .stability = stability};
    EXPECT_NEAR(plume_kg_per_m3(source, law, {.x_m = x_m}) / std::stod(row[5]), 1, 6e-8) << where;
    source.height_m = 10;
    const double raised = std::stod(row[6]);
    EXPECT_NEAR(plume_kg_per_m3(source, law, {.x_m = x_m}), raised, 6e-8 * raised + 1e-300)
        << where;
  }
}

TEST(Spread, EveryClassOfEveryLawIsReproduced) {
  // At 1.2 m (far too near for use, but every coefficient counts): tests of GasDispersion.jl,
  // classes A to F, here with ten digits.
  struct Reference {
    const SpreadLaw& law;
    double y_m[6], z_m[6];
  };
  const Reference references[] = {
      {plume_law("tno"),
       {0.6170244777, 0.4344550690, 0.2461341441, 0.1509624715, 0.1155174410, 0.07661871087},
       {0.3299295030, 0.2685541668, 0.2545468211, 0.2297247262, 0.1713537324, 0.1355915673}},
      {plume_law("spicer_havens"),
       {0.4984292134, 0.3688140515, 0.2474471272, 0.1602514729, 0.1201886047, 0.07941874464},
       {79.47756697, 0.1590138883, 0.1143725173, 0.05115043236, 0.02879695462, 0.01446295611}},
      {*find_law(puff_spread_laws(), "ccps_puff"),
       {0.2128723485, 0.1655673822, 0.1182624158, 0.07095744949, 0.04730496633, 0.02352346560},
       {0.6879188104, 0.6054498546, 0.3869880922, 0.1704190466, 0.1125817020, 0.05588182287}},
  };
  for (const Reference& reference : references) {
    for (std::size_t i = 0; i < std::size(kAll); ++i) {
      const Spread spread = reference.law.spread(kAll[i], 1.2);
      EXPECT_NEAR(spread.y_m / reference.y_m[i], 1, 1e-9) << reference.law.info.name << i;
      EXPECT_NEAR(spread.z_m / reference.z_m[i], 1, 1e-9) << reference.law.info.name << i;
    }
  }
  const Spread puff = find_law(puff_spread_laws(), "ccps_puff")->spread(Stability::C, 80);
  EXPECT_EQ(puff.x_m, puff.y_m);
}

/// The integral of f over [a, b] by the trapezoidal rule; exponentially exact for Gaussians that
/// end inside.
template <class F>
double integral(F f, double a, double b, int steps) {
  const double step = (b - a) / steps;
  double sum = 0.5 * (f(a) + f(b));
  for (int i = 1; i < steps; ++i) sum += f(a + i * step);
  return sum * step;
}

TEST(Plume, WhatFlowsThroughEveryPlaneIsWhatIsReleased) {
  // The integral of u C over y and z is Q, whatever the law, the class and the height. z starts on
  // the ground, where dC/dz = 0, so the trapezoids stay exact; 8 sigma leave 1e-15.
  for (const SpreadLaw& law : plume_spread_laws()) {
    for (const Stability stability : kAll) {
      for (const double height_m : {0.0, 25.0}) {
        const PlumeSource source{0.7, 3, height_m, stability};
        const Spread s = law.spread(stability, 400);
        const auto line = [&](double z_m) {
          const auto c = [&](double y_m) { return plume_kg_per_m3(source, law, {400, y_m, z_m}); };
          return integral(c, -8 * s.y_m, 8 * s.y_m, 60);
        };
        const double flow_kg_per_s = 3 * integral(line, 0, height_m + 8 * s.z_m, 200);
        EXPECT_NEAR(flow_kg_per_s, 0.7, 1e-9)
            << law.info.name << kStabilityNames[static_cast<std::size_t>(stability)];
      }
    }
  }
}

TEST(Plume, NothingIsUpwindOrBelowTheGroundOrWithoutARelease) {
  const SpreadLaw& law = plume_law("tno");
  const PlumeSource source{1, 2, 0, Stability::D};
  EXPECT_EQ(plume_kg_per_m3(source, law, {-10, 0, 0}), 0);
  EXPECT_EQ(plume_kg_per_m3(source, law, {0, 0, 0}), 0);
  EXPECT_EQ(plume_kg_per_m3(source, law, {10, 0, -1}), 0);
  EXPECT_EQ(plume_kg_per_m3({0, 2, 0, Stability::D}, law, {10, 0, 0}), 0);
}

TEST(Plume, StableAirKeepsTheCloudTogether) {
  for (const SpreadLaw& law : plume_spread_laws()) {
    for (std::size_t i = 1; i < std::size(kAll); ++i) {
      EXPECT_LE(law.spread(kAll[i], 500).y_m, law.spread(kAll[i - 1], 500).y_m) << law.info.name;
      EXPECT_LE(law.spread(kAll[i], 500).z_m, law.spread(kAll[i - 1], 500).z_m) << law.info.name;
    }
  }
}

TEST(Puff, KeepsItsMassWhereverItDrifts) {
  for (const SpreadLaw& law : puff_spread_laws()) {
    const PuffSource source{2, 3, 20, Stability::D};
    for (const double time_s : {30.0, 200.0}) {
      const double centre_m = 3 * time_s;
      const Spread s = law.spread(Stability::D, centre_m);
      const auto plane = [&](double x_m) {
        const auto line = [&](double y_m) {
          const auto c = [&](double z_m) {
            return puff_kg_per_m3(source, law, {x_m, y_m, z_m}, time_s);
          };
          return integral(c, 0, 20 + 8 * s.z_m, 100);
        };
        return integral(line, -8 * s.y_m, 8 * s.y_m, 40);
      };
      EXPECT_NEAR(integral(plane, centre_m - 8 * s.x_m, centre_m + 8 * s.x_m, 40), 2, 1e-9)
          << law.info.name;
    }
  }
}

TEST(Puff, IsNotThereBeforeItStarts) {
  const SpreadLaw& law = puff_spread_laws().front();
  EXPECT_EQ(puff_kg_per_m3({1, 2, 0, Stability::F}, law, {1, 0, 0}, 0), 0);
  EXPECT_EQ(puff_kg_per_m3({1, 2, 0, Stability::F}, law, {1, 0, 0}, -5), 0);
}

TEST(Wind, RisesWithHeightByThePowerOfItsClass) {
  // 3 m/s at 1 m, at 10 m: tests of GasDispersion.jl, classes A to F.
  const double rural[] = {3.5246926648, 3.5246926648, 3.7767762354,
                          4.2376126339, 6.7161634157, 10.644401677};
  const double urban[] = {4.2376126339, 4.2376126339, 4.7546795774,
                          5.3348382301, 7.5356592945, 11.943215117};
  for (std::size_t i = 0; i < std::size(kAll); ++i) {
    EXPECT_NEAR(wind_m_per_s(3, 1, 10, kAll[i], Terrain::rural), rural[i], 1e-8);
    EXPECT_NEAR(wind_m_per_s(3, 1, 10, kAll[i], Terrain::urban), urban[i], 1e-8);
    EXPECT_EQ(wind_m_per_s(3, 10, 10, kAll[i], Terrain::urban), 3);
  }
}

/// LNG spill of CCPS 1999, p. 122, in dry air at 298 K.
DensePlume lng(double wind_m_per_s) {
  return {.gas_m3_per_s = 0.23 * 425.6 / 1.76,
          .gas_kg_per_m3 = 1.76,
          .gas_K = 273.15 - 162,
          .wind_at_10_m_per_s = wind_m_per_s,
          .air_kg_per_m3 = 1.18432,
          .air_K = 298};
}

TEST(DensePlume, ReproducesTheLngExampleNearBetweenAndFar) {
  // Values of GasDispersion.jl, which uses 9.80616 m/s2: 1e-4 apart at most.
  EXPECT_TRUE(is_dense(lng(10.9)));
  EXPECT_NEAR(dense_plume_fraction(lng(10.9), 2.26 * 20).value, 0.6720234545, 1e-6);
  EXPECT_NEAR(dense_plume_fraction(lng(10.9), 367).value, 0.0507176677, 5e-6);
  EXPECT_NEAR(dense_plume_fraction(lng(10.9), 1200).value, 0.0049214097, 5e-7);
}

/// Gas at air temperature with D = 1 m and a wind of 1 m/s, so that x' = x and g'^2 = 10^(5 alpha).
DensePlume with_alpha(double alpha) {
  const double reduced_gravity_m_per_s2 = std::pow(10, 2.5 * alpha);
  return {.gas_m3_per_s = 1,
          .gas_kg_per_m3 = 1.2 * (1 + reduced_gravity_m_per_s2 / 9.80665),
          .gas_K = 300,
          .wind_at_10_m_per_s = 1,
          .air_kg_per_m3 = 1.2,
          .air_K = 300};
}

TEST(DensePlume, ReachesEachConcentrationWhereTheNomogramSays) {
  // log10 x' at 0.1, 0.05, 0.02, 0.01, 0.005, 0.002: the first four rows from the tests of
  // GasDispersion.jl, the last from the straight lines of CCPS 1999.
  const double fractions[] = {0.1, 0.05, 0.02, 0.01, 0.005, 0.002};
  struct Row {
    double alpha, log_distance[6];
  };
  const Row rows[] = {{-0.75, {1.75, 1.92, 2.08, 2.25, 2.40, 2.60}},
                      {-0.40, {1.784, 2.016, 2.21, 2.394, 2.564, 2.714}},
                      {-0.20, {1.832, 2.06, 2.25, 2.45, 2.63, 2.77}},
                      {0.00, {1.78, 1.96, 2.16, 2.35, 2.56, 2.71}},
                      {0.50, {1.53, 1.68, 1.89, 2.09, 2.32, 2.46}}};
  for (const Row& row : rows) {
    const DensePlume plume = with_alpha(row.alpha - 1e-12);  // -0.20 ends a line
    for (std::size_t i = 0; i < std::size(fractions); ++i) {
      const double x_m = std::pow(10, row.log_distance[i]);
      EXPECT_NEAR(dense_plume_fraction(plume, x_m).value / fractions[i], 1, 1e-9)
          << row.alpha << " " << fractions[i];
    }
    EXPECT_NEAR(dense_plume_fraction(plume, 30).value, 306.0 / (306 + 900), 1e-9) << row.alpha;
    const double far_m = 10 * std::pow(10, row.log_distance[5]);
    EXPECT_NEAR(dense_plume_fraction(plume, far_m).value, 2e-5, 1e-13) << row.alpha;
  }
}

TEST(DensePlume, IsDenseFromTheCriterionOn) {
  // (g' Q / (u^3 D))^(1/3) = g'^(1/3) here: 0.15^3 = 0.003375 m/s2, alpha = log10(g') / 2.5.
  const double edge = std::log10(0.003375) / 2.5;
  EXPECT_FALSE(is_dense(with_alpha(edge - 1e-3)));
  EXPECT_TRUE(is_dense(with_alpha(edge + 1e-3)));
}

TEST(DensePlume, ThinsOutWithDistanceFromPureGas) {
  for (const double wind_m_per_s : {1.0, 3.0, 10.9, 20.0}) {
    EXPECT_EQ(dense_plume_fraction(lng(wind_m_per_s), 0).value, 1);
    double last = 1;
    for (double x_m = 1; x_m < 1e5; x_m *= 1.05) {
      const double now = dense_plume_fraction(lng(wind_m_per_s), x_m).value;
      EXPECT_LT(now, last) << wind_m_per_s << " " << x_m;
      EXPECT_GT(now, 0);
      last = now;
    }
  }
}

TEST(DensePlume, SaysWhenTheFitsEnd) {
  // alpha = 0.2 log10(g'^2 Q / u^5) passes 1 at u = (g'^2 Q)^0.2 / 10 = 0.42 m/s.
  EXPECT_EQ(dense_plume_fraction(lng(0.45), 100).validity, Validity::inside);
  EXPECT_EQ(dense_plume_fraction(lng(0.40), 100).validity, Validity::above_range);
}

TEST(DensePlume, NeutralGasIsNotDense) {
  DensePlume neutral = lng(5);
  neutral.gas_kg_per_m3 = neutral.air_kg_per_m3;
  EXPECT_FALSE(is_dense(neutral));
  EXPECT_TRUE(std::isfinite(dense_plume_fraction(neutral, 100).value));
}

}  // namespace
}  // namespace twinaxis::harm
