// Scalds, carbon monoxide and recalls as consequence rules, on recordings made by hand.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/harm/burn.h"
#include "analysis/harm/burn_integral.h"
#include "analysis/harm/carbon_monoxide.h"
#include "analysis/harm/exposure/evaluate.h"
#include "tests/analysis/home.h"

namespace twinaxis::analysis::test {
namespace {

Rule scald_rule(Scald law) {
  law.water = "water";
  law.exposed = "in_shower";
  return {.id = "scald",
          .what = {},
          .for_each = {},
          .when = {},
          .law = law,
          .counts_as = {},
          .source = "test"};
}
Rule co_rule(CarbonMonoxide law) {
  law.concentration = "air.co";
  law.present = "present";
  return {.id = "co",
          .what = {},
          .for_each = {},
          .when = {},
          .law = law,
          .counts_as = {},
          .source = "test"};
}

std::vector<Finding> findings_of(const Rule& rule, const Recording& recording) {
  Consequences consequences;
  consequences.rules.push_back(rule);
  return assess(recording, consequences, home()).findings;
}

/// Water of that temperature on skin from 10 s for so long.
Recording shower(double degC, double lasting_s) {
  Recording recording = quiet_home();
  set(recording, "water", 10, harm::kIcePoint_K + degC);
  set(recording, "in_shower", 10, 1);
  set(recording, "in_shower", 10 + lasting_s, 0);
  return recording;
}

TEST(ScaldRule, BurnsAfterTheTimeOfTheTableAndNotBefore) {
  // 55 degC: second degree at 17 s, full thickness at 30 s, redness at 0.53 x 17 = 9.01 s.
  EXPECT_TRUE(findings_of(scald_rule({}), shower(55, 9)).empty());
  const auto red = findings_of(scald_rule({}), shower(55, 10));
  ASSERT_EQ(red.size(), 1u);
  EXPECT_EQ(red[0]["first_degree"], 1);
  EXPECT_NEAR(red[0]["second_degree_dose"], 10.0 / 17, 1e-9);
  EXPECT_EQ(red[0]["expected_slight"], 0);  // redness is no injury

  const auto second = findings_of(scald_rule({}), shower(55, 18));
  ASSERT_EQ(second.size(), 1u);
  EXPECT_NEAR(second[0]["expected_slight"], 2, 1e-12);
  EXPECT_EQ(second[0]["expected_serious"], 0);
  EXPECT_NEAR(to_s(second[0].from), 10 + 0.53 * 17, 1e-6);
  EXPECT_NEAR(second[0]["peak_K"], harm::kIcePoint_K + 55, 1e-9);

  const auto third = findings_of(scald_rule({}), shower(55, 31));
  ASSERT_EQ(third.size(), 1u);
  // Revised Baux at 40 years and 20 %: logit -8.8163 + 0.0775 x 60 = -4.1663, 1.53 %.
  EXPECT_NEAR(third[0]["expected_deaths"], 2 * 0.01527, 2e-5);
  EXPECT_NEAR(third[0]["expected_serious"], 2 * (1 - 0.01527), 2e-5);
}

TEST(ScaldRule, WhoIsExposedAndStaysUnhurtIsToldAndNothingFollows) {
  Consequences consequences;
  consequences.rules.push_back(scald_rule({}));
  const auto told = assess(shower(55, 8), consequences, home());  // redness takes 9.01 s
  EXPECT_TRUE(told.findings.empty());
  EXPECT_TRUE(told.casualties.empty());
  EXPECT_FALSE(told.has("scald"));  // no work, no money
  ASSERT_EQ(told.spared.size(), 1u);
  ASSERT_EQ(told.spared[0].evidence.size(), 3u);
  // 8 / 9.01 of redness.
  EXPECT_NE(told.spared[0].evidence[1].en.find("0.888"), std::string::npos);
  // A ninth of that at 55 degC for a second, but at 50 degC a second is everyday.
  EXPECT_TRUE(assess(shower(50, 1), consequences, home()).spared.empty());
}

// The integral asks for more time than the table: where it sees a lesser degree, the reader is told
// why and which one counts.
TEST(ScaldRule, SaysWhyTheSecondOpinionDiffers) {
  const auto found = findings_of(scald_rule({}), shower(49, 700));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_GE(found[0]["third_degree_dose"], 1);
  EXPECT_LT(found[0]["damage_integral"], harm::kThirdDegreeDamage);
  ASSERT_EQ(found[0].evidence.size(), 6u);
  EXPECT_NE(found[0].evidence[4].en.find("the table decides"), std::string::npos)
      << found[0].evidence[4].en;
}

TEST(ScaldRule, ChildrenBurnSoonerAndAShareCountsAsOne) {
  Scald law;
  law.skin = harm::Skin::child;
  EXPECT_EQ(findings_of(scald_rule({}), shower(55, 7)).size(), 0u);
  const auto child = findings_of(scald_rule(law), shower(55, 7));  // 0.35 x 17 = 5.95 s
  ASSERT_EQ(child.size(), 1u);
  EXPECT_NEAR(child[0]["expected_slight"], 2, 1e-12);
  law.share_fraction = 0.25;
  EXPECT_NEAR(findings_of(scald_rule(law), shower(55, 7))[0]["expected_slight"], 0.5, 1e-12);
}

TEST(ScaldRule, SaysWhatItFoundInBothLanguagesWithLawsAndSecondOpinion) {
  const auto found = findings_of(scald_rule({}), shower(60, 6));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_GT(found[0]["damage_integral"], 1);  // Henriques: 5.2 s at 60 degC
  ASSERT_GE(found[0].laws.size(), 3u);
  for (const LawUse& law : found[0].laws) {
    EXPECT_FALSE(law.role.ja.empty());
    EXPECT_FALSE(law.role.en.empty());
    EXPECT_FALSE(law.source.empty());
  }
  for (const Text& sentence : found[0].evidence) {
    EXPECT_FALSE(sentence.ja.empty());
    EXPECT_FALSE(sentence.en.empty());
  }
}

TEST(ScaldRule, ColdWaterNobodyAndMissingValuesDoNothing) {
  EXPECT_TRUE(findings_of(scald_rule({}), shower(42, 3000)).empty());
  EXPECT_TRUE(findings_of(scald_rule({}), quiet_home()).empty());
  Recording recording = shower(60, 100);
  set(recording, "water", 10, std::numeric_limits<double>::quiet_NaN());
  EXPECT_TRUE(findings_of(scald_rule({}), recording).empty());
}

TEST(CarbonMonoxideRule, PoisonsAtTheTimeOfTheUptakeLaw) {
  Recording recording = quiet_home();
  set(recording, "air.co", 0, 3200e-6);  // mole fraction, unit "1"
  CarbonMonoxide law;
  law.activity = harm::Activity::light;
  const auto found = findings_of(co_rule(law), recording);
  ASSERT_EQ(found.size(), 1u);
  // Independent run: 10 % at 5.23 min, 50 % at 29.96 min; an hour is recorded.
  EXPECT_NEAR(found[0]["poisoned_after_s"], 5.23 * 60, 2);
  EXPECT_NEAR(found[0]["peak_ppm"], 3200, 1e-9);
  EXPECT_NEAR(found[0]["peak_cohb"], harm::cfk_after(harm::breather(law.activity), 3200, 60), 1e-6);
  EXPECT_GT(found[0]["expected_deaths"], 1.5);  // well above 60 %: most of the two
}

TEST(CarbonMonoxideRule, HarmlessAirAndPeopleAwayGiveNothing) {
  Recording recording = quiet_home();
  set(recording, "air.co", 0, 30e-6);
  EXPECT_TRUE(findings_of(co_rule({}), recording).empty());
  set(recording, "air.co", 0, 3200e-6);
  set(recording, "present", 0, 0);
  EXPECT_TRUE(findings_of(co_rule({}), recording).empty());
}

TEST(CarbonMonoxideRule, WhoIsSavedIsTold) {
  Recording recording = quiet_home();
  set(recording, "air.co", 10, 1000e-6);
  set(recording, "air.co", 300, 0);  // somebody opens the window
  Consequences consequences;
  consequences.rules.push_back(co_rule({}));
  const auto told = assess(recording, consequences, home());
  EXPECT_TRUE(told.findings.empty());
  ASSERT_FALSE(told.spared.empty());
  EXPECT_NE(told.spared[0].evidence[1].en.find("is poisoning"), std::string::npos);
  EXPECT_TRUE(assess(quiet_home(), consequences, home()).spared.empty());
}

TEST(CarbonMonoxideRule, UnitOfThePointDecides) {
  Recording fractions = quiet_home(), ppm = quiet_home();
  set(fractions, "air.co", 0, 1600e-6);
  set(ppm, "air.co", 0, 1600);
  std::ranges::find(ppm.columns, "air.co", &Column::name)->unit = "ppm";
  EXPECT_NEAR(findings_of(co_rule({}), fractions)[0]["peak_cohb"],
              findings_of(co_rule({}), ppm)[0]["peak_cohb"], 1e-12);
}

TEST(BodyRules, RefuseAPointOfAnotherUnit) {
  Recording recording = shower(60, 10);
  std::ranges::find(recording.columns, "water", &Column::name)->unit = "Pa";
  EXPECT_THROW(findings_of(scald_rule({}), recording), ContractError);
  std::ranges::find(recording.columns, "air.co", &Column::name)->unit = "kg/m^3";
  EXPECT_THROW(findings_of(co_rule({}), recording), ContractError);
}

TEST(RecallRule, CountsUnitsInUseAndThoseThatCanBeFound) {
  const Rule rule{.id = "recall",
                  .what = {},
                  .for_each = {},
                  .when = {},
                  .law = Recall{"heaters", 0.5, {}},
                  .counts_as = {},
                  .source = "test"};
  const auto found = findings_of(rule, quiet_home());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, FindingKind::product);
  EXPECT_EQ(found[0].subject, "heaters");
  EXPECT_EQ(found[0].stakeholder, "maker");
  EXPECT_EQ(found[0]["units"], 10000);
  EXPECT_EQ(found[0]["located"], 6500);
}

TEST(RecallRule, TakesTracedUnitsWhereAPointCountsThem) {
  // The point stands for any count of a run; set() overwrites it from the given second on.
  Recording recording = quiet_home();
  set(recording, "wear", 100, 40);
  const Rule rule{.id = "recall",
                  .what = {},
                  .for_each = {},
                  .when = {},
                  .law = Recall{.product = "heaters", .share_fraction = 0.5, .units = "wear"},
                  .counts_as = {},
                  .source = "test"};
  const auto found = findings_of(rule, recording);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]["units"], 20);    // half of the 40 traced, none of the 20,000 in use
  EXPECT_EQ(found[0]["located"], 13);  // 65 % of them
  EXPECT_EQ(to_s(found[0].from), 100);
  EXPECT_TRUE(findings_of(rule, quiet_home()).empty());  // nothing was shipped
}

TEST(DamageRule, TakesTheGreatestValueOfItsPointAsThePart) {
  Recording recording = quiet_home();
  set(recording, "wear", 100, 0.3);
  set(recording, "wear", 200, 0.2);
  const Rule rule{.id = "worn",
                  .what = {},
                  .for_each = {},
                  .when = {},
                  .law = DirectDamage{.asset = "heater", .fraction = "wear"},
                  .counts_as = {},
                  .source = "test"};
  const auto found = findings_of(rule, recording);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]["repair_fraction"], 0.3);
  EXPECT_EQ(found[0]["repair_yen"], 0.3 * 200e3);
  EXPECT_EQ(to_s(found[0].from), 100);
  ASSERT_EQ(found[0].causes.size(), 1u);
  EXPECT_EQ(found[0].causes[0].point, "wear");
  EXPECT_EQ(found[0].causes[0].value, 0.3);
  EXPECT_TRUE(findings_of(rule, quiet_home()).empty());  // no wear, no damage
}

}  // namespace
}  // namespace twinaxis::analysis::test
