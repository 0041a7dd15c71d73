// Blunt impact: laws by their properties. Published values are golden targets.

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

#include "analysis/harm/blunt_injury.h"
#include "analysis/harm/contact_limits.h"
#include "analysis/harm/ground_risk.h"
#include "analysis/harm/impact.h"
#include "analysis/harm/trauma.h"
#include "sim/core/require.h"
#include "tests/analysis/csv.h"

namespace twinaxis::harm {
namespace {

struct History {
  std::vector<double> time_s, a_g;
  double hic() const { return head_injury_criterion(time_s, a_g); }
};

History half_sine(double peak_g, double pulse_s, int steps, double begin_s = 0) {
  History h;
  for (int i = 0; i <= steps; ++i) {
    h.time_s.push_back(begin_s + pulse_s * i / steps);
    h.a_g.push_back(peak_g * std::sin(std::numbers::pi * i / steps));
  }
  return h;
}

TEST(Hic, ASampledPulseConvergesToTheClosedFormInSecondOrder) {
  // Trapezoids under a sine miss by (pi/n)^2/12 of the area, and windows end on values.
  const double exact = half_sine_hic(80, 0.012);
  const double coarse = std::abs(half_sine(80, 0.012, 50).hic() - exact);
  const double fine = std::abs(half_sine(80, 0.012, 400).hic() - exact);
  EXPECT_LT(coarse, 2e-3 * exact);
  EXPECT_LT(fine, coarse / 30);
  // Longer than the window: cut at 15 ms in both.
  EXPECT_NEAR(half_sine(80, 0.040, 1000).hic(), half_sine_hic(80, 0.040),
              1e-5 * half_sine_hic(80, 0.040));
}

TEST(Hic, DoesNotDependOnWhenItHappensNorOnTheQuietAround) {
  const double alone = half_sine(60, 0.010, 200).hic();
  EXPECT_NEAR(half_sine(60, 0.010, 200, 123).hic(), alone, 1e-9 * alone);
  History framed = half_sine(60, 0.010, 200, 1);
  framed.time_s.insert(framed.time_s.begin(), 0);
  framed.a_g.insert(framed.a_g.begin(), 0);
  framed.time_s.push_back(5);
  framed.a_g.push_back(0);
  EXPECT_NEAR(framed.hic(), alone, 1e-9 * alone);
}

TEST(Hic, ScalesWithAccelerationTo25AndWithTime) {
  const double one = half_sine(50, 0.006, 300).hic();
  EXPECT_NEAR(half_sine(100, 0.006, 300).hic(), std::pow(2, 2.5) * one, 1e-9 * one);
  EXPECT_NEAR(half_sine(50, 0.012, 300).hic(), 2 * one, 1e-9 * one);
}

TEST(Hic, AJumpIsTwoValuesAtOneTimeAndAWiderWindowNeverFindsLess) {
  const std::array time_s{0.0, 0.1, 0.1, 0.130, 0.130, 0.2};
  const std::array a_g{0.0, 0.0, 60.0, 60.0, 0.0, 0.0};
  EXPECT_NEAR(head_injury_criterion(time_s, a_g), 0.015 * std::pow(60, 2.5), 1e-9);
  double before = 0;
  for (const double window_s : {0.005, 0.010, 0.015, 0.030, 0.036}) {
    const double hic = head_injury_criterion(time_s, a_g, window_s);
    EXPECT_GE(hic, before);
    before = hic;
  }
  EXPECT_NEAR(before, 0.030 * std::pow(60, 2.5), 1e-9);
}

TEST(Hic, NothingMissingAndBrakingAloneGiveNothing) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::array time_s{0.0, 0.005, 0.010};
  EXPECT_EQ(head_injury_criterion({}, {}), 0);
  EXPECT_EQ(head_injury_criterion(time_s, std::array{nan, nan, nan}), 0);
  EXPECT_EQ(head_injury_criterion(time_s, std::array{-50.0, -50.0, -50.0}), 0);
  EXPECT_THROW(head_injury_criterion(time_s, std::array{1.0}), ContractError);
  EXPECT_THROW(head_injury_criterion(std::array{1.0, 0.0}, std::array{1.0, 1.0}), ContractError);
}

TEST(TwoMassContact, ConservesMomentumAndEnergy) {
  // The impulse of the half-sine is 2 F T / pi = 2 mu v; at the peak all relative energy is in the
  // spring.
  const TwoMassContact contact{1.2, 4.5, 150e3};
  const ContactPulse pulse = contact_pulse(contact, 17);
  EXPECT_NEAR(2 * pulse.peak_force_N * pulse.pulse_s / std::numbers::pi,
              2 * contact.reduced_kg() * 17, 1e-9);
  EXPECT_NEAR(0.5 * 150e3 * pulse.compression_m * pulse.compression_m,
              0.5 * contact.reduced_kg() * 17 * 17, 1e-9);
}

TEST(TwoMassContact, AgreesWithTheIntegratedMotionOfTheTwoBodies) {
  // Semi-implicit Euler at 0.2 us: its error is first order, 3e-4 of the period's phase.
  const double k = 200e3, m1 = 0.9, m2 = 4.5, dt_s = 2e-7;
  double gap_m = 0, v1 = 15, v2 = 0, t_s = 0;
  History h;
  while (gap_m >= 0) {
    h.time_s.push_back(t_s);
    h.a_g.push_back(k * gap_m / m2 / kStandardGravity_m_per_s2);
    for (int i = 0; i < 50 && gap_m >= 0; ++i) {
      v1 -= k * gap_m / m1 * dt_s;
      v2 += k * gap_m / m2 * dt_s;
      gap_m += (v1 - v2) * dt_s;
      t_s += dt_s;
    }
  }
  const ContactPulse pulse = contact_pulse({m1, m2, k}, 15);
  EXPECT_NEAR(t_s, pulse.pulse_s, 2e-3 * pulse.pulse_s);
  EXPECT_NEAR(h.hic(), pulse.hic, 2e-3 * pulse.hic);
}

TEST(TwoMassContact, HicGrowsWithSpeedTo25AndSaturatesWithMass) {
  const auto hic = [](double kg, double speed) {
    return contact_pulse({kg, 4.5, 150e3}, speed).hic;
  };
  EXPECT_NEAR(hic(1, 8) / hic(1, 4), std::pow(2, 2.5), 1e-9);
  double before = 0;
  for (const double kg : {0.1, 0.25, 1.0, 4.0, 20.0, 500.0, 1e4}) {
    EXPECT_GT(hic(kg, 4), before);
    before = hic(kg, 4);
  }
  // m1 -> infinity: a = v sqrt(k/m2), T = pi sqrt(m2/k).
  const double limit = half_sine_hic(4 * std::sqrt(150e3 / 4.5) / kStandardGravity_m_per_s2,
                                     std::numbers::pi * std::sqrt(4.5 / 150e3));
  EXPECT_NEAR(hic(1e9, 4), limit, 1e-6 * limit);
  EXPECT_EQ(hic(1, 0), 0);
  EXPECT_EQ(hic(1, -3), 0);
  EXPECT_THROW(contact_pulse({0, 4.5, 150e3}, 1), ContractError);
  EXPECT_NEAR(clamped_force_N(4, 25e3, 2), contact_pulse({4, 1e12, 25e3}, 2).peak_force_N, 1e-6);
}

TEST(HeadInjury, SeverityRisesWithHicAndNeverWithTheLevel) {
  for (const HeadInjuryLaw& law : head_injury_laws()) {
    AisExceedance before{};
    for (const double hic : {1.0, 100.0, 700.0, 1000.0, 2000.0, 6000.0, 20000.0}) {
      const AisExceedance now = law.severity(hic);
      for (std::size_t i = 0; i < now.size(); ++i) {
        EXPECT_GE(now[i], before[i]) << law.info.name << ", HIC " << hic;
        EXPECT_LE(now[i], i == 0 ? 1 : now[i - 1]) << law.info.name << ", HIC " << hic;
      }
      before = now;
    }
    EXPECT_EQ(law.severity(0), AisExceedance{}) << law.info.name;
  }
}

TEST(HeadInjury, TheTwoFamiliesDifferByMoreThanTwoAt1000) {
  const double lognormal = find_law(head_injury_laws(), "nhtsa_lognormal")->severity(1000)[2];
  const double logistic = find_law(head_injury_laws(), "prasad_mertz")->severity(1000)[2];
  EXPECT_GT(logistic, 2 * lognormal);
}

TEST(InjuryCurves, RiseFromAlmostNothingToAlmostAll) {
  for (const InjuryCurve& curve : injury_curves()) {
    double before = curve.probability(0);
    EXPECT_LT(before, 0.05) << curve.info.name;
    for (const double measure : {1.0, 3.0, 10.0, 30.0, 100.0, 300.0}) {
      EXPECT_GE(curve.probability(measure), before) << curve.info.name;
      before = curve.probability(measure);
    }
    EXPECT_GT(before, 0.99) << curve.info.name;
  }
}

TEST(Energy, NothingStrikesNobodyAndMoreStrikesHarder) {
  EXPECT_EQ(kinetic_energy_ais3_probability(0), 0);
  EXPECT_EQ(Dalamagkidis{}.death_probability(34), 0);
  double injury = 0, death = 0;
  for (const double energy_J : {35.0, 80.0, 200.0, 1e3, 1e4, 1e6}) {
    EXPECT_GE(kinetic_energy_ais3_probability(energy_J), injury);
    EXPECT_GT(Dalamagkidis{}.death_probability(energy_J), death);
    EXPECT_LT(Dalamagkidis{}.death_probability(energy_J), 1);
    injury = kinetic_energy_ais3_probability(energy_J);
    death = Dalamagkidis{}.death_probability(energy_J);
  }
  EXPECT_EQ(blunt_criterion_ais(blunt_criterion(0, 70, 3, 10)), 0);
}

TEST(Regions, AreThoseOfTheTableAndTheAllowedSpeedJustMeetsTheLimit) {
  const auto rows = csv_rows("iso15066_limits.csv");
  ASSERT_EQ(rows.size(), body_regions().size());
  for (const CsvRow& row : rows) {
    const BodyRegion* region = find_body_region(row[0]);
    ASSERT_NE(region, nullptr) << row[0];
    EXPECT_EQ(region->quasistatic_N, std::stod(row[1])) << row[0];
    EXPECT_EQ(region->transient_ratio, std::stod(row[2])) << row[0];
    EXPECT_EQ(region->pressure_N_per_cm2, std::stod(row[3])) << row[0];
    EXPECT_EQ(region->effective_kg, std::stod(row[4])) << row[0];
    EXPECT_EQ(region->stiffness_N_per_m, 1e3 * std::stod(row[5])) << row[0];
    const double speed = power_and_force_limited_m_per_s(*region, 20);
    const double force_N =
        contact_pulse({20, region->effective_kg, region->stiffness_N_per_m}, speed).peak_force_N;
    EXPECT_NEAR(force_N, force_limit_N(*region, false), 1e-9) << row[0];
  }
  EXPECT_EQ(find_body_region("cheast"), nullptr);
}

TEST(Regions, HarmBeginsAtTheLimitAndClampingIsWorse) {
  for (const BodyRegion& region : body_regions()) {
    EXPECT_EQ(force_severity(region, force_limit_N(region, true), true), AisExceedance{});
    EXPECT_EQ(force_severity(region, 1.01 * force_limit_N(region, false), false)[0], 1);
    for (const double force_N : {100.0, 500.0, 3000.0, 8000.0}) {
      for (std::size_t i = 0; i < 6; ++i) {
        EXPECT_LE(force_severity(region, force_N, false)[i],
                  force_severity(region, force_N, true)[i])
            << region.name;
      }
    }
  }
  EXPECT_NEAR(force_severity(*find_body_region("face"), 660, false)[1], 0.5, 1e-12);
  EXPECT_NEAR(force_severity(*find_body_region("chest"), 6000, true)[4], 0.5, 1e-12);
}

TEST(Trauma, DeathAndLostDaysAreMeansOverTheSeverities) {
  EXPECT_NEAR(death_probability({1, 1, 1, 0, 0, 0}), 0.047, 1e-12);
  EXPECT_NEAR(death_probability({1, 0.5, 0.5, 0.5, 0, 0}), 0.09, 1e-12);
  EXPECT_EQ(death_probability({}), 0);
  EXPECT_NEAR(expected_lost_days({1, 1, 1, 1, 1, 1}), 7500, 1e-9);
  EXPECT_NEAR(expected_lost_days({1, 1, 1, 0, 0, 0}), 200, 1e-9);
  for (int ais = 1; ais <= kWorstAis; ++ais) {
    EXPECT_GE(ais_mortality(ais), ais_mortality(ais - 1));
    EXPECT_GT(ais_lost_days(ais), ais_lost_days(ais - 1));
  }
  EXPECT_EQ(injury_severity_score(std::array{6, 0}), 75);
  EXPECT_EQ(injury_severity_score(std::array{2, 5, 2, 4, 3}), 50);
  EXPECT_THROW(injury_severity_score(std::array{7}), ContractError);
  EXPECT_THROW(lost_days("grade_15"), ContractError);
}

TEST(GroundRisk, AVerticalFallHitsHalfACircleAndAFlatOneMore) {
  EXPECT_NEAR(critical_area_m2(0.4, std::numbers::pi / 2), std::numbers::pi * 0.25 / 2, 1e-12);
  // 45 degrees: the shadow of a person, 2 x 0.5 x 1.8 m2, comes on top.
  EXPECT_NEAR(critical_area_m2(0.4, std::numbers::pi / 4), 1.8 + std::numbers::pi * 0.125, 1e-12);
  EXPECT_THROW(critical_area_m2(0.4, 0), ContractError);
}

}  // namespace
}  // namespace twinaxis::harm
