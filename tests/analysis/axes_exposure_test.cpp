#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analysis/harm/blast.h"
#include "analysis/harm/exposure/casualties.h"
#include "analysis/harm/probit.h"
#include "analysis/harm/vessel_burst.h"
#include "tests/analysis/plant.h"

namespace twinaxis::analysis::test {
namespace {

const Finding* find(const Outcome& outcome, const std::string& rule, const std::string& subject) {
  for (const Finding& f : outcome.assessment.findings) {
    if (f.rule == rule && f.subject == subject) return &f;
  }
  return nullptr;
}

TEST(Exposure, BurstFollowsEnergyToTntToOverpressure) {
  // 14 bar, 60 m3, gamma 1.1: 178.4 MJ, 38.07 kg of TNT. The maintenance crew stands at 60 m.
  const auto outcome = judge(rupture(14e5));
  const Finding* f = find(outcome, "burst_wave", "residents_at_fence");
  ASSERT_NE(f, nullptr);
  const double tnt_kg = harm::tnt_kg(
      harm::isentropic_J({.burst_Pa = 14e5, .gas_m3 = 60, .heat_capacity_ratio = 1.1}));
  EXPECT_NEAR(tnt_kg, 38.07, 0.05);
  EXPECT_DOUBLE_EQ((*f)["overpressure_Pa"],
                   harm::kingery_bulmash(tnt_kg, 150).incident_overpressure_Pa.value);
  // The report can name what was used.
  const auto used = [&](const std::string& name) {
    return std::ranges::find(f->laws, name, &LawUse::name) != f->laws.end();
  };
  EXPECT_TRUE(used("isentropic"));
  EXPECT_TRUE(used("kingery_bulmash"));
  EXPECT_TRUE(used("glass_eisenberg"));
}

TEST(Exposure, FireballKillsByTheProbitThatItNames) {
  const auto outcome = judge(rupture());
  const Finding* f = find(outcome, "fireball", "residents_at_fence");
  ASSERT_NE(f, nullptr);
  // 14 t, all airborne: CCPS duration 0.45 m^(1/3).
  const double duration_s = 0.45 * std::cbrt(14000.0);
  const auto* probit = harm::find_law(harm::thermal_probits(), "tsao_perry");
  const double expected =
      probit->probability(harm::thermal_dose((*f)["flux_W_per_m2"], duration_s));
  ASSERT_EQ(f->exposed.size(), 2u);
  EXPECT_DOUBLE_EQ(f->exposed[0].death_probability, expected);
  EXPECT_NEAR(f->exposed[1].death_probability, 0.1 * expected, 1e-15);
}

TEST(Exposure, NobodyPresentNobodyHurt) {
  Site site = example_plant();
  for (auto& [id, group] : site.groups) group.present_persons = {{"day", 0}, {"night", 0}};
  const auto outcome = outcome_of(rupture(), distillation(), site, unit_costs());
  for (const Finding& f : outcome.assessment.findings) EXPECT_NE(f.kind, FindingKind::harm);
  EXPECT_TRUE(outcome.assessment.casualties.empty());
  EXPECT_EQ(of(outcome, "residents").axis1.criterion, "stop");  // houses are still damaged
}

TEST(Exposure, BiggerPressureNeverLowersALevel) {
  std::map<std::string, std::array<int, 2>> before;
  std::map<std::string, double> expected_deaths;
  for (const double bar : {5.0, 8.0, 11.0, 14.0, 20.0, 30.0}) {
    const auto outcome = judge(rupture(bar * 1e5));
    for (const auto& p : outcome.placements) {
      auto& levels = before.try_emplace(p.stakeholder, std::array<int, 2>{1, 1}).first->second;
      EXPECT_GE(p.axis1.level, levels[0]) << p.stakeholder << " at " << bar;
      EXPECT_GE(p.axis2.level, levels[1]) << p.stakeholder << " at " << bar;
      levels = {p.axis1.level, p.axis2.level};
    }
    for (const auto& c : outcome.assessment.casualties) {
      EXPECT_GE(c.expected_deaths, expected_deaths[c.stakeholder]) << c.stakeholder;
      expected_deaths[c.stakeholder] = c.expected_deaths;
    }
  }
}

TEST(Exposure, UpwindPeopleBreatheNothing) {
  Recording recording = normal_hour();
  set(recording, "leak.flow", 600, 20);
  Site site = example_plant();
  site.weather.wind_towards_rad = 0;  // north; residents live in the east
  const auto away = outcome_of(recording, distillation(), site, unit_costs());
  EXPECT_EQ(find(away, "benzene_inhaled", "residents_at_fence"), nullptr);
  // It still got out: 20 kg/s for 3,000 s, and half a step where the trapezoid rises.
  const Finding* out = find(away, "substance_out", "air");
  ASSERT_NE(out, nullptr);
  EXPECT_NEAR((*out)["mass_kg"], 20 * 3000.5, 1e-6);
}

/// Probabilities of each class or worse.
Finding harm_of(const std::string& group, double persons, double death, double serious,
                double any = 0) {
  Finding f;
  f.rule = "r";
  f.stakeholder = "people";
  f.exposed.push_back({group, false, persons, death, serious, std::max(serious, any)});
  return f;
}

TEST(Casualties, HazardsActIndependentlyAndEachPersonCountsOnce) {
  // Two hazards of 0.5 leave a quarter alive; ten people, 7.5 dead; serious or worse 0.84.
  const auto all = count_casualties({harm_of("a", 10, 0.5, 0.6), harm_of("a", 10, 0.5, 0.6)}, {});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_NEAR(all[0].expected_deaths, 7.5, 1e-12);
  EXPECT_NEAR(all[0].expected_serious, 10 * (0.25 - 0.16), 1e-12);
  EXPECT_NEAR(all[0].probability_of_death, 1 - std::pow(0.25, 10), 1e-12);
  EXPECT_EQ(all[0].persons, 10);
  EXPECT_LE(all[0].deaths + all[0].serious + all[0].slight, 10);
}

TEST(Casualties, ClassOccursInAPlainRunFromOneHalfOn) {
  // P(at least one of n) = 1 - (1-p)^n crosses one half between p = 0.0670 and 0.0669 for n = 10.
  EXPECT_EQ(count_casualties({harm_of("a", 10, 0.0671, 0.0671)}, {})[0].deaths, 1);
  EXPECT_EQ(count_casualties({harm_of("a", 10, 0.0669, 0.0669)}, {})[0].deaths, 0);
  // Many small groups together: each at 0.1, seven of one person each: 1 - 0.9^7 = 0.52.
  std::vector<Finding> many;
  for (int i = 0; i < 7; ++i) many.push_back(harm_of("g" + std::to_string(i), 1, 0.1, 0.1));
  EXPECT_EQ(count_casualties(many, {})[0].deaths, 1);
  many.pop_back();  // 0.47
  EXPECT_EQ(count_casualties(many, {})[0].deaths, 0);
}

TEST(Casualties, SomebodySurelyHurtCountsAsHurtHoweverTheClassesSplit) {
  const Casualties c = count_casualties({harm_of("a", 1, 0.02, 0.49, 0.98)}, {})[0];
  EXPECT_EQ(c.deaths + c.serious, 0);
  EXPECT_EQ(c.slight, 1);
  EXPECT_EQ(count_casualties({harm_of("a", 1, 0.49, 0.51, 0.51)}, {})[0].serious, 1);
}

TEST(Casualties, DrawnCountsHaveTheExpectedMeans) {
  double dead = 0, serious = 0, slight = 0, unhurt = 0;
  constexpr int samples = 4000;
  for (std::uint64_t i = 0; i < samples; ++i) {
    const auto c = count_casualties({harm_of("a", 20, 0.15, 0.25, 0.5)}, Draw({7, i}))[0];
    dead += c.deaths, serious += c.serious, slight += c.slight;
    unhurt += c.deaths + c.serious + c.slight == 0 ? 1 : 0;
  }
  // 3, 2 and 5 of 20; the standard deviations of a mean are at most sqrt(20 x 0.25 x 0.75 / 4000).
  EXPECT_NEAR(dead / samples, 3, 0.12);
  EXPECT_NEAR(serious / samples, 2, 0.12);
  EXPECT_NEAR(slight / samples, 5, 0.12);
  EXPECT_EQ(unhurt, 0);  // 0.5^20
}

TEST(Casualties, WhetherAnybodyIsHurtIsDrawnExactly) {
  double any = 0;
  constexpr int samples = 4000;
  for (std::uint64_t i = 0; i < samples; ++i) {
    const auto c = count_casualties(
        {harm_of("a", 3, 0.05, 0.1, 0.2), harm_of("b", 1, 0.3, 0.4, 0.5)}, Draw({8, i}))[0];
    any += c.deaths + c.serious + c.slight > 0 ? 1 : 0;
  }
  // 1 - 0.8^3 x 0.5 = 0.744; four standard errors are 0.028.
  EXPECT_NEAR(any / samples, 0.744, 0.028);
}

TEST(Draw, SameSampleSameOutcomeOtherSampleOther) {
  const auto a = to_json(judge(rupture(), Draw({1, 5})));
  EXPECT_EQ(a, to_json(judge(rupture(), Draw({1, 5}))));
  EXPECT_NE(a, to_json(judge(rupture(), Draw({1, 6}))));
}

}  // namespace
}  // namespace twinaxis::analysis::test
