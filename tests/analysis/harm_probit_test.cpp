#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <set>

#include "analysis/harm/probit.h"
#include "sim/core/require.h"
#include "tests/analysis/csv.h"

namespace twinaxis::harm {
namespace {

const ThermalProbit& thermal(const std::string& name) { return *find_law(thermal_probits(), name); }

TEST(Probit, FiveIsOneHalfAndTheEndsAreNoneAndAll) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(probability_of_probit(5), 0.5);
  EXPECT_EQ(probability_of_probit(-infinity), 0);
  EXPECT_EQ(probability_of_probit(infinity), 1);
  // Finney's table: 1 % is 2.6737, 90 % is 6.2816; four decimals are given.
  EXPECT_NEAR(probability_of_probit(2.6737), 0.01, 2e-6);
  EXPECT_NEAR(probability_of_probit(6.2816), 0.90, 1e-5);
}

TEST(ThermalProbits, EveryRowOfTheTableIsReproduced) {
  // I, t, then pairs Pr, P. The fluxes are printed with six digits; the one that was rounded
  // (15796.2) moves the steepest Pr by 3.0186 * 4/3 * 1.9e-6 = 7.5e-6 and P by 5e-6 more than its
  // own six digits.
  const std::string names[] = {"tsao_perry", "eisenberg", "hyram_tno", "tno_first_degree",
                               "tno_second_degree"};
  for (const CsvRow& row : csv_rows("probit_thermal.csv")) {
    const double dose = thermal_dose(std::stod(row[0]), std::stod(row[1]));
    for (std::size_t i = 0; i < std::size(names); ++i) {
      const ThermalProbit& law = thermal(names[i]);
      EXPECT_NEAR(law.probit(dose), std::stod(row[2 + 2 * i]), 8e-6) << names[i] << row[0];
      EXPECT_NEAR(law.probability(dose) / std::stod(row[3 + 2 * i]), 1, 1.1e-5)
          << names[i] << row[0];
    }
  }
}

TEST(ThermalProbits, HyramReferenceDoseIsReproduced) {
  // 5 W/m2 for 30 s: 30 * 5^(4/3).
  EXPECT_NEAR(thermal_dose(5, 30), 256.4963920, 1e-7);
}

TEST(OverpressureProbits, EveryRowOfTheTableIsReproduced) {
  // P, i, then "Pr (p=...)" in this order. Pressures are printed with six digits; the one that was
  // rounded (144543) moves the steepest Pr by 8.49 * 9.2e-7 = 7.8e-6.
  const std::string names[] = {
      "lung_eisenberg",   "eardrum_eisenberg", "eardrum_tno",  "structure_eisenberg",
      "glass_eisenberg",  "head_tno",          "collapse_tno", "major_damage_tno",
      "minor_damage_tno", "lung_tno"};
  for (const CsvRow& row : csv_rows("probit_overpressure.csv")) {
    const BlastExposure exposure{.overpressure_Pa = std::stod(row[0]),
                                 .impulse_Pa_s = std::stod(row[1])};
    for (std::size_t i = 0; i < std::size(names); ++i) {
      const OverpressureProbit& law = *find_law(overpressure_probits(), names[i]);
      const std::string& cell = row[2 + i];
      const std::size_t p = cell.find("p=") + 2;
      EXPECT_NEAR(law.probit(exposure), std::stod(cell), 8.5e-6) << names[i] << row[0];
      // Four digits of p; below 1e-300 the table rounds to 0.
      const double expected = std::stod(cell.substr(p));
      EXPECT_NEAR(law.probability(exposure), expected, 6e-4 * expected + 1e-300)
          << names[i] << row[0];
    }
  }
}

TEST(OverpressureProbits, HseHalvesAPopulationBelowOneBar) {
  // 5.13 + 1.37 ln P = 5 at P = exp(-0.13/1.37) = 0.909 bar; e times as much is 1.37 more.
  const OverpressureProbit& hse = *find_law(overpressure_probits(), "fatality_hse");
  const double half_Pa = 1e5 * std::exp(-0.13 / 1.37);
  EXPECT_NEAR(hse.probability({.overpressure_Pa = half_Pa}), 0.5, 1e-12);
  EXPECT_NEAR(hse.probit({.overpressure_Pa = half_Pa * std::numbers::e}), 6.37, 1e-12);
}

TEST(ToxicProbits, EveryRowOfTheTableIsReproduced) {
  // substance, a, b, n, LC50 10 min, LC50 30 min, LC1 30 min with six digits; rows in this order.
  const std::string names[] = {"chlorine", "ammonia", "carbon_monoxide",   "hydrogen_sulphide",
                               "benzene",  "toluene", "hydrogen_chloride", "sulphur_dioxide"};
  const std::vector<CsvRow> rows = csv_rows("probit_toxic.csv");
  ASSERT_EQ(rows.size(), std::size(names));
  constexpr double probit_of_1_percent = 2.6737;  // Finney
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const ToxicProbit& law = *find_law(toxic_probits(), names[i]);
    EXPECT_EQ(law.a, std::stod(rows[i][1])) << names[i];
    EXPECT_EQ(law.b, std::stod(rows[i][2])) << names[i];
    EXPECT_EQ(law.n, std::stod(rows[i][3])) << names[i];
    EXPECT_NEAR(law.concentration_ppm(5, 600) / std::stod(rows[i][4]), 1, 6e-6) << names[i];
    EXPECT_NEAR(law.concentration_ppm(5, 1800) / std::stod(rows[i][5]), 1, 6e-6) << names[i];
    EXPECT_NEAR(law.concentration_ppm(probit_of_1_percent, 1800) / std::stod(rows[i][6]), 1, 6e-6)
        << names[i];
  }
}

TEST(ToxicProbits, InverseAndProbabilityAgree) {
  for (const ToxicProbit& law : toxic_probits()) {
    const double lc50_ppm = law.concentration_ppm(5, 900);
    EXPECT_NEAR(law.probability(law.load(lc50_ppm, 900)), 0.5, 1e-9) << law.info.name;
  }
  for (const ThermalProbit& law : thermal_probits()) {
    EXPECT_NEAR(law.probit(law.dose(4.2)), 4.2, 1e-9) << law.info.name;
  }
}

TEST(Probits, NoExposureIsNoHarmAndNonsenseIsNotHidden) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const ThermalProbit& law : thermal_probits()) {
    EXPECT_EQ(law.probability(0), 0) << law.info.name;
    EXPECT_EQ(law.probability(thermal_dose(0, 1e6)), 0) << law.info.name;
    EXPECT_EQ(law.probability(thermal_dose(1e6, 0)), 0) << law.info.name;
    EXPECT_TRUE(std::isnan(law.probability(thermal_dose(nan, 1)))) << law.info.name;
  }
  for (const OverpressureProbit& law : overpressure_probits()) {
    EXPECT_EQ(law.probability({}), 0) << law.info.name;
    EXPECT_EQ(law.probability({.overpressure_Pa = -3e4, .impulse_Pa_s = -100}), 0) << law.info.name;
    EXPECT_TRUE(std::isnan(law.probability({.overpressure_Pa = nan, .impulse_Pa_s = 1})))
        << law.info.name;
  }
  for (const ToxicProbit& law : toxic_probits()) {
    EXPECT_EQ(law.probability(law.load(0, 1e6)), 0) << law.info.name;
    EXPECT_EQ(law.probability(law.load(-5, 1e6)), 0) << law.info.name;
    EXPECT_TRUE(std::isnan(law.probability(law.load(nan, 1)))) << law.info.name;
  }
}

/// Probabilities along a rising exposure: within [0, 1], never falling, from none to all.
template <class Probability>
void expect_rising(const std::string& name, Probability probability) {
  double last = 0;
  for (double factor = 1e-6; factor < 1e6; factor *= 1.3) {
    const double now = probability(factor);
    EXPECT_GE(now, last) << name;
    EXPECT_LE(now, 1) << name;
    last = now;
  }
  EXPECT_LT(probability(1e-6), 1e-6) << name;
  EXPECT_GT(probability(1e6), 1 - 1e-6) << name;
}

TEST(Probits, MoreExposureIsNeverLessHarm) {
  for (const ThermalProbit& law : thermal_probits()) {
    expect_rising(law.info.name,
                  [&](double f) { return law.probability(thermal_dose(20e3 * f, 20)); });
  }
  for (const OverpressureProbit& law : overpressure_probits()) {
    expect_rising(law.info.name, [&](double f) {
      return law.probability({.overpressure_Pa = 3e4 * f, .impulse_Pa_s = 1e3 * f});
    });
  }
  for (const ToxicProbit& law : toxic_probits()) {
    expect_rising(law.info.name, [&](double f) { return law.probability(law.load(3e3 * f, 600)); });
  }
}

TEST(Probits, ChoiceOfTheLawMattersAsStated) {
  // 12.5 kW/m2 for 20 s: 6.54 % by Tsao-Perry, 0.0152 % by Eisenberg.
  const double dose = thermal_dose(12.5e3, 20);
  EXPECT_NEAR(thermal("tsao_perry").probability(dose), 0.0654, 5e-5);
  EXPECT_NEAR(thermal("eisenberg").probability(dose), 1.52e-4, 5e-7);
}

TEST(Probits, AVaryingExposureIsIntegratedNotAveraged) {
  // 1000 ppm for 5 min, then nothing for 5 min: the load of chlorine (n = 2) is 5e6 ppm^2 min,
  // twice that of 500 ppm for 10 min. The jump is resolved to 1 ms, 1e-6 of the time.
  const ToxicProbit& chlorine = *find_law(toxic_probits(), "chlorine");
  const std::vector<double> time_s = {0, 300, 300.001, 600};
  const std::vector<double> ppm = {1000, 1000, 0, 0};
  EXPECT_NEAR(chlorine.load(time_s, ppm), 5e6, 5e6 * 2e-6);
  EXPECT_NEAR(chlorine.load(500, 600), 2.5e6, 1e-6);
}

TEST(Probits, ARampOfFluxHasTheDoseOfItsIntegral) {
  // q = s t: the integral of (s t)^(4/3) is s^(4/3) T^(7/3) 3/7. Trapezoids of T/1000 miss the
  // convex curve by (h^2/12) f'(T) = 1e-6 / 12 * 4/3 * 7/3 of it, 2.6e-7.
  std::vector<double> time_s, flux;
  for (int i = 0; i <= 1000; ++i) {
    time_s.push_back(0.02 * i);
    flux.push_back(1000 * time_s.back());
  }
  const double exact = std::pow(1000, 4.0 / 3) * std::pow(20, 7.0 / 3) * 3 / 7;
  EXPECT_NEAR(thermal_dose(time_s, flux) / exact, 1, 3e-7);
}

TEST(Probits, AnExposureNeedsATimePerValue) {
  EXPECT_THROW(thermal_dose(std::vector{0.0, 1.0}, std::vector{1.0}), ContractError);
  EXPECT_THROW(thermal_dose(std::vector{1.0, 0.0}, std::vector{1.0, 1.0}), ContractError);
}

TEST(Probits, NamesAreUniqueAndEveryLawSaysWhereItIsFrom) {
  const auto check = [](const auto& laws) {
    std::set<std::string> names;
    for (const auto& law : laws) {
      EXPECT_TRUE(names.insert(law.info.name).second) << law.info.name;
      EXPECT_FALSE(law.info.effect.empty()) << law.info.name;
      EXPECT_FALSE(law.info.source.empty()) << law.info.name;
      EXPECT_EQ(find_law(laws, law.info.name), &law);
    }
    EXPECT_EQ(find_law(laws, "no_such_law"), nullptr);
  };
  check(thermal_probits());
  check(overpressure_probits());
  check(toxic_probits());
}

/// "-38.48" as a formula prints it: no trailing zeros.
std::string shortest(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", value);
  return text;
}

TEST(Probits, PrintedFormulasCarryTheNumbersThatAreUsed) {
  for (const ThermalProbit& law : thermal_probits()) {
    const std::string head = "Pr = " + shortest(law.a) + " + " + shortest(law.b) + " ln";
    EXPECT_TRUE(law.info.formula.starts_with(head)) << law.info.formula << " is not " << head;
  }
  for (const ToxicProbit& law : toxic_probits()) {
    const std::string power = law.n == 1 ? "C" : "C^" + shortest(law.n);
    EXPECT_EQ(law.info.formula,
              "Pr = " + shortest(law.a) + " + " + shortest(law.b) + " ln(int " + power + " dt)");
  }
}

TEST(Gas, PartsPerMillionAreMoleFractions) {
  // 1 kg/m3 of a gas with the density of air at the same state is all of it.
  const double air_kg_per_m3 =
      kStandardAtmosphere_Pa * 28.96 / (kGasConstant_J_per_kmol_K * 288.15);
  EXPECT_NEAR(ppm_of_mass_concentration(air_kg_per_m3, 28.96, 288.15), 1e6, 1e-6);
  EXPECT_EQ(oxygen_left_percent(0), 21);
  EXPECT_EQ(oxygen_left_percent(1e6), 0);
}

}  // namespace
}  // namespace twinaxis::harm
