// What a maker answers for, recalls, trade secrets and capped penalties, on the home by hand.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analysis/axes/gather.h"
#include "analysis/axes/rulings.h"
#include "analysis/loss/leak.h"
#include "tests/analysis/home.h"

namespace twinaxis::analysis::test {
namespace {

Site answering_home() {
  Site site = home();
  site.stakeholders["maker"].answers_for = {"residents"};
  site.criteria.accident_tags = {"fire", "co_poisoning"};
  AccidentClass serious;
  serious.name = "serious_product_accident";
  serious.deaths_and_serious = 1;
  serious.tags = {"fire", "co_poisoning"};
  site.criteria.accident_classes = {serious};
  return site;
}

Rule harm_rule(const std::string& id, double death, double serious,
               std::vector<std::string> counts_as) {
  DirectHarm law;
  law.group = "family";
  law.death_probability = death;
  law.serious_probability = serious;
  law.slight_probability = 1;
  return {.id = id,
          .what = {},
          .for_each = {},
          .when = {},
          .law = law,
          .counts_as = std::move(counts_as),
          .source = "test"};
}

Rule fire_rule() {
  return {.id = "fire",
          .what = {},
          .for_each = {},
          .when = {},
          .law = DirectDamage{.asset = "heater", .fraction = {}},
          .counts_as = {"fire"},
          .source = "test"};
}

Facts facts_of_maker(const std::vector<Rule>& rules, const Site& site) {
  Consequences consequences;
  consequences.rules = rules;
  return facts_of("maker", assess(quiet_home(), consequences, site), {}, site);
}

TEST(Caused, AMakerAnswersForThoseWhomItsProductHurts) {
  const Site site = answering_home();
  const auto facts = facts_of_maker({harm_rule("burn", 0, 1, {})}, site);
  EXPECT_EQ(value(facts, FactName::caused_serious_injuries), 2);
  EXPECT_EQ(value(facts, FactName::caused_accidents), 2);
  EXPECT_EQ(facts.at(FactName::caused_accidents).driver, "burn");
  EXPECT_EQ(value(facts, FactName::caused_deaths), 0);
  EXPECT_EQ(value(facts, FactName::serious_injuries), 0);  // none of its own people
  // Who answers for nobody has caused nothing.
  EXPECT_TRUE(facts_of_maker({harm_rule("burn", 1, 1, {})}, home()).empty());
}

// Two residents and one neighbour, burnt by rules of their own: three, and both causes.
TEST(Caused, CountsAllPartiesAndNamesAllCauses) {
  Site site = answering_home();
  site.stakeholders["neighbours"].kind = PartyKind::persons;
  site.stakeholders["maker"].answers_for = {"residents", "neighbours"};
  Group& next_door = site.groups["next_door"] = site.groups["family"];
  next_door.stakeholder = "neighbours";
  next_door.present_persons = {{"evening", 1}};
  Rule near = harm_rule("near", 0, 1, {}), far = harm_rule("far", 0, 1, {});
  near.what = {"自宅", "at home"};
  far.what = {"隣家", "next door"};
  std::get<DirectHarm>(far.law).group = "next_door";
  const auto facts = facts_of_maker({far, near}, site);
  for (const FactName name : {FactName::caused_serious_injuries, FactName::caused_accidents}) {
    const Fact& fact = facts.at(name);
    EXPECT_EQ(fact.value, 3);
    EXPECT_EQ(fact.driver, "near");  // the greatest
    EXPECT_NE(fact.because.en.find("Expected 3,"), std::string::npos) << fact.because.en;
    EXPECT_NE(fact.because.en.find("Causes: at home; next door."), std::string::npos);
    EXPECT_NE(fact.because.ja.find("原因:自宅、隣家。"), std::string::npos);
  }
}

TEST(Caused, AFireIsAnAccidentWithoutAnybodyHurt) {
  const auto facts = facts_of_maker({fire_rule()}, answering_home());
  EXPECT_EQ(value(facts, FactName::caused_accidents), 1);
  EXPECT_EQ(facts.at(FactName::caused_accidents).driver, "fire");
}

TEST(Caused, APersonWhoIsCountedIsNoSecondAccident) {
  // Two people die by a rule that counts as poisoning: two accidents, not three. A slight poisoning
  // hurts nobody seriously and is one.
  const Site site = answering_home();
  EXPECT_EQ(value(facts_of_maker({harm_rule("co", 1, 1, {"co_poisoning"})}, site),
                  FactName::caused_accidents),
            2);
  EXPECT_EQ(value(facts_of_maker({harm_rule("co", 0, 0, {"co_poisoning"})}, site),
                  FactName::caused_accidents),
            1);
  EXPECT_EQ(value(facts_of_maker({harm_rule("burn", 0, 0, {})}, site), FactName::caused_accidents),
            0);
}

TEST(AccidentClass, CanBeNamedByAFire) {
  const Site site = answering_home();
  Consequences consequences;
  consequences.rules = {fire_rule()};
  const auto assessment = assess(quiet_home(), consequences, site);
  const AccidentClass* found = class_of(toll_of(assessment, {}), site.criteria.accident_classes);
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->name, "serious_product_accident");
  consequences.rules[0].counts_as.clear();
  EXPECT_EQ(class_of(toll_of(assess(quiet_home(), consequences, site), {}),
                     site.criteria.accident_classes),
            nullptr);
}

std::vector<std::string> paths_of(const std::vector<FieldProblem>& problems) {
  std::vector<std::string> paths;
  for (const auto& problem : problems) paths.push_back(problem.path);
  return paths;
}

TEST(Caused, NamesThatDoNotExistAreProblems) {
  Site site = answering_home();
  site.stakeholders["maker"].answers_for = {"resident"};
  site.criteria.accident_classes[0].tags = {"fires"};
  site.products["heaters"].stakeholder = "makers";
  site.data_sets["usage"].stakeholder = "maker";
  site.data_sets["usage"].advantage_yen_per_year = 1e6;  // but no secret
  const auto found = paths_of(problems(site));
  for (const char* path : {"stakeholders.maker.answers_for", "criteria.accident_classes[0].tags",
                           "products.heaters.stakeholder", "data_sets.usage.yearly_advantage"}) {
    EXPECT_NE(std::ranges::find(found, path), found.end()) << path;
  }
  Consequences consequences;
  consequences.rules = {fire_rule()};
  consequences.rules[0].counts_as = {"firre"};
  const auto wrong = problems(consequences, answering_home(), {}, {});
  ASSERT_EQ(wrong.size(), 1u);
  EXPECT_EQ(wrong[0].path, "rules[0].counts_as");
  EXPECT_NE(wrong[0].message.find("did you mean 'fire'"), std::string::npos);
}

TEST(Caused, LawsNameWhatExists) {
  Scald scald;
  scald.water = "wter";
  scald.law = "moritz";
  scald.groups = {"famly"};
  CarbonMonoxide gas;
  gas.concentration = "air";
  Consequences consequences;
  const auto rule = [](const char* id, Law law) {
    return Rule{.id = id,
                .what = {},
                .for_each = {},
                .when = {},
                .law = std::move(law),
                .counts_as = {},
                .source = "test"};
  };
  consequences.rules = {rule("scald", scald), rule("gas", gas),
                        rule("recall", Recall{"heater", 1, {}}),
                        rule("worn", DirectDamage{.asset = "heater", .fraction = "waer"})};
  const auto found =
      paths_of(problems(consequences, answering_home(), {}, {{"water", "air.co", "wear"}}));
  const std::vector<std::string> expected = {"rules[0].law.water",   "rules[0].law.law",
                                             "rules[0].law.groups",  "rules[1].law.concentration",
                                             "rules[2].law.product", "rules[3].law.fraction"};
  EXPECT_EQ(found, expected);
}

TEST(Secret, AnnuityIsTheSumOfDiscountedYears) {
  double sum = 0;
  for (int year = 1; year <= 5; ++year) sum += std::pow(1.05, -year);
  EXPECT_NEAR(annuity_years(5, 0.05), sum, 1e-12);
  EXPECT_EQ(annuity_years(5, 0), 5);
  EXPECT_NEAR(annuity_years(5, 1e-9), 5, 1e-6);
}

TEST(Secret, LostAdvantageIsShareTimesChanceTimesAnnuityAndFallsOnWhomItSpeaksOf) {
  Site site = answering_home();
  DataSet& recipes = site.data_sets["recipes"];
  recipes.stakeholder = "residents";  // held there ...
  recipes.subjects = "maker";         // ... of the maker
  recipes.bytes = 1000;
  recipes.secret = true;
  recipes.advantage_yen_per_year = 30e6;
  recipes.lasts_years = 3;
  recipes.rival_uses_probability = 0.2;
  recipes.discount_per_year = 0.05;
  Recording recording = quiet_home();
  recording.columns[4].name = "copied";
  set(recording, "copied", 60, 500);
  Consequences consequences;
  consequences.rules = {{.id = "leak",
                         .what = {},
                         .for_each = {},
                         .when = {},
                         .law = DataLeak{"copied", "recipes"},
                         .counts_as = {},
                         .source = "test"}};
  const auto outcome = outcome_of(recording, consequences, site, {});
  const auto line =
      std::ranges::find(outcome.ledger.lines, "advantage_lost.recipes", &LedgerLine::id);
  ASSERT_NE(line, outcome.ledger.lines.end());
  // Half of it, 0.2, 30 million a year, 1/1.05 + 1/1.05^2 + 1/1.05^3 = 2.72325: 8.16974 million.
  EXPECT_NEAR(line->amount_yen, 8.16974e6, 10);
  EXPECT_EQ(line->from, "maker");
  EXPECT_NE(line->source.find("annuity 2.723"), std::string::npos);
  double sum = 0;
  for (const Balance& b : outcome.ledger.balances(site))
    sum += b.loss_after_compensation_yen() - b.gained_yen;
  EXPECT_NEAR(sum, 0, 1e-6);  // what one loses another gains
}

TEST(Penalty, EndsAtItsCap) {
  Consequences consequences;
  consequences.rules = {{.id = "recall",
                         .what = {},
                         .for_each = {},
                         .when = {},
                         .law = Recall{"heaters", 1, {}},
                         .counts_as = {},
                         .source = "test"}};
  CostItem penalty;
  penalty.id = "penalty";
  penalty.follows = {"recall"};
  penalty.quantity = "units";
  penalty.price = "per_unit";
  penalty.bearer = "maker";
  penalty.payee = "residents";
  UnitCosts prices;
  prices.prices["per_unit"].price_yen = 1000;
  const auto owed = [&] {
    consequences.costs = {penalty};
    const auto ledger = outcome_of(quiet_home(), consequences, home(), prices).ledger;
    return ledger.balance_of("maker").compensation_paid_yen;
  };
  EXPECT_EQ(owed(), 20e6);  // 20,000 units
  penalty.cap_yen = 5e6;
  EXPECT_NEAR(owed(), 5e6, 1e-6);
  penalty.cap_yen = 50e6;
  EXPECT_EQ(owed(), 20e6);
}

Recording bad_batch() {
  Recording recording = quiet_home();
  recording.columns[3].name = "good";     // was 1
  recording.columns[2].name = "noticed";  // was 0
  recording.columns[4].name = "made";     // was 0
  set(recording, "made", 0, 2);
  set(recording, "good", 100, 0);
  set(recording, "good", 400, 1);
  return recording;
}

TEST(OffSpecRule, WhatNobodyNoticesIsFoundAtTheCustomer) {
  OffSpec law;
  law.production = "made";
  law.on_spec = "good";
  law.noticed = "noticed";
  law.stakeholder = "maker";
  law.product = "heaters";
  Consequences consequences;
  consequences.rules = {{.id = "bad",
                         .what = {},
                         .for_each = {},
                         .when = {},
                         .law = law,
                         .counts_as = {},
                         .source = "test"}};
  // Bad for 300 s at 2 a second; from 300 s on somebody sees it.
  Recording recording = bad_batch();
  set(recording, "noticed", 300, 1);
  const auto found = assess(recording, consequences, home()).findings;
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]["found_at_customer"], 400);
  EXPECT_EQ(found[0]["found_at_once"], 200);
}

}  // namespace
}  // namespace twinaxis::analysis::test
