// Rules for each of a family of points, claims that need a cause, and the chance of a death.

#include <gtest/gtest.h>

#include <algorithm>

#include "analysis/axes/gather.h"
#include "analysis/each.h"
#include "analysis/harm/burn.h"
#include "tests/analysis/home.h"

namespace twinaxis::analysis::test {
namespace {

/// Two residents, each a group of the site: an adult and a grandchild.
Site two_generations() {
  Site site = home();
  for (const char* who : {"adult", "grandchild"}) {
    Group& group = site.groups[who] = site.groups.at("family");
    group.name = {who, std::string("the ") + who};
    group.present_persons = {{"evening", 1}};
  }
  site.groups.at("grandchild").skin = harm::Skin::child;
  site.groups.at("grandchild").age_years = 6;
  return site;
}

/// Water of 55 degC for 15 s on both.
Recording both_in_the_shower() {
  Recording recording = quiet_home();
  for (const char* who : {"adult.in_shower", "grandchild.in_shower"}) {
    Column column = *recording.find("in_shower");
    column.name = who;
    recording.columns.push_back(column);
    set(recording, who, 10, 1);
    set(recording, who, 25, 0);
  }
  set(recording, "water", 10, harm::kIcePoint_K + 55);
  return recording;
}

Rule scald_of_each() {
  Rule rule;
  rule.id = "scald";
  rule.what = {"<each> の熱傷", "<each> is scalded"};
  rule.for_each = "<each>.in_shower";
  Scald law;
  law.water = "water";
  law.exposed = "<each>.in_shower";
  law.groups = {"<each>"};
  rule.law = law;
  rule.source = "test";
  return rule;
}

TEST(ForEach, HoldsForEveryMemberByItsOwnBody) {
  Consequences consequences;
  consequences.rules = {scald_of_each()};
  const auto found = assess(both_in_the_shower(), consequences, two_generations()).findings;
  ASSERT_EQ(found.size(), 2u);
  // Moritz and Henriques at 55 degC: second degree after 17 s, the full thickness after 30 s; a
  // child's skin in 0.35 of these, 6 s and 10.5 s. So 15 s redden the adult and go through the skin
  // of the child.
  EXPECT_EQ(found[0].subject, "adult");
  EXPECT_EQ(found[0].what.en, "the adult is scalded");
  EXPECT_EQ(found[0]["expected_slight"] + found[0]["expected_serious"], 0);
  EXPECT_EQ(found[1].subject, "grandchild");
  EXPECT_EQ(found[1].rule, "scald");
  EXPECT_NEAR(found[1]["expected_serious"] + found[1]["expected_deaths"], 1, 1e-12);
  // Revised Baux score of 6 years and 20 % of the skin.
  EXPECT_NEAR(found[1]["expected_deaths"], harm::burn_death_probability(6, 0.2, false), 1e-12);
}

TEST(ForEach, ContactCountsTheHotWaterOnly) {
  Recording recording = both_in_the_shower();
  set(recording, "adult.in_shower", 10, 1);  // stays in to the end, from 1,800 s on in 40 degC
  set(recording, "water", 1800, harm::kIcePoint_K + 40);
  Consequences consequences;
  consequences.rules = {scald_of_each()};
  const auto found = assess(recording, consequences, two_generations()).findings;
  ASSERT_EQ(found.size(), 2u);
  EXPECT_NEAR(found[0]["contact_s"], 1790, 1e-9);  // from 10 s to 1,800 s
  EXPECT_NEAR(found[1]["contact_s"], 15, 1e-9);
}

TEST(ForEach, MemberWhomTheSiteDoesNotKnowIsAProblem) {
  Consequences consequences;
  consequences.rules = {scald_of_each()};
  Site site = two_generations();
  site.groups.erase("grandchild");
  const TwinNames twin{{"water", "adult.in_shower", "grandchild.in_shower"}};
  const auto found = problems(consequences, site, {}, twin);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].path, "rules[0].law.groups");
  EXPECT_NE(found[0].message.find("'grandchild'"), std::string::npos) << found[0].message;
  EXPECT_NE(found[0].message.find("for each '<each>.in_shower'"), std::string::npos);
}

TEST(ForEach, PatternThatFitsNothingIsAProblem) {
  Consequences consequences;
  consequences.rules = {scald_of_each()};
  for (const char* wrong : {"in_shower", "<each>.<each>", "<each>.in_garden"}) {
    consequences.rules[0].for_each = wrong;
    const auto found =
        problems(consequences, two_generations(), {}, {{"water", "adult.in_shower"}});
    ASSERT_FALSE(found.empty()) << wrong;
    EXPECT_EQ(found[0].path, "rules[0].for_each") << wrong;
  }
}

Rule break_heater(const std::string& id, const std::string& event) {
  Rule rule;
  rule.id = id;
  rule.when.event = event;
  rule.law = DirectDamage{.asset = "heater", .fraction = {}};
  rule.source = "test";
  return rule;
}

TEST(Claim, NeedsWhatItMustHaveCaused) {
  // The monitoring is lost, and the heater breaks: of it, or anyway.
  Consequences consequences;
  consequences.rules = {break_heater("lost", "monitoring.lost"),
                        break_heater("overheated", "heater.overheated"),
                        break_heater("worn", "heater.worn")};
  Claim claim;
  claim.id = "contract";
  claim.follows = {"lost"};
  claim.caused = {"overheated"};
  claim.from = "maker";
  claim.to = "residents";
  claim.source = "test";
  consequences.claims = {claim};
  const auto paid_yen = [&](const std::string& event) {
    Recording recording = quiet_home();
    happen(recording, "monitoring.lost", 10);
    happen(recording, event, 20);
    const Outcome outcome = outcome_of(recording, consequences, home(), {}, {});
    return outcome.ledger.balance_of("maker").compensation_paid_yen;
  };
  EXPECT_DOUBLE_EQ(paid_yen("heater.overheated"), 200e3);
  EXPECT_DOUBLE_EQ(paid_yen("heater.worn"), 0);
}

TEST(CostItem, FallsOnWhoAnswersForTheCause) {
  // The maker if its defect came of it, else the resident who ran the heater; never both.
  Consequences consequences;
  consequences.rules = {break_heater("broken", "heater.broken"),
                        break_heater("defect", "defect.used")};
  UnitCosts prices;
  prices.prices["pain"].price_yen = 1e6;
  CostItem maker;
  maker.id = maker.bearer = "maker";
  maker.price = "pain";
  maker.payee = "hospitals";
  maker.follows = {"broken"};
  CostItem resident = maker;
  resident.id = resident.bearer = "residents";
  maker.caused = {"defect"};
  resident.unless = {"defect"};
  consequences.costs = {maker, resident};
  const auto pays = [&](bool defect) {
    Recording recording = quiet_home();
    happen(recording, "heater.broken", 10);
    if (defect) happen(recording, "defect.used", 5);
    std::vector<std::string> bearers;
    for (const auto& line : outcome_of(recording, consequences, home(), prices, {}).ledger.lines) {
      if (line.price == "pain") bearers.push_back(line.from);
    }
    return bearers;
  };
  EXPECT_EQ(pays(true), std::vector<std::string>{"maker"});
  EXPECT_EQ(pays(false), std::vector<std::string>{"residents"});
}

/// One of two people dies with that probability, and is hurt seriously or worse with the other one.
Assessment mortal(double death, const Draw& draw, double hurt = 1) {
  DirectHarm law;
  law.group = "family";
  law.exposed_fraction = 0.5;
  law.death_probability = death;
  law.serious_probability = hurt;
  law.slight_probability = hurt;
  Rule rule;
  rule.id = "mortal";
  rule.law = law;
  rule.source = "test";
  Consequences consequences;
  consequences.rules = {rule};
  return assess(quiet_home(), consequences, home(), draw);
}

TEST(DeathProbability, IsAFactWhereTheMedianCountsNoDeath) {
  Site site = home();
  site.stakeholders.at("maker").answers_for = {"residents"};
  const Assessment assessment = mortal(0.4, {});
  const double expected = assessment.casualties_of("residents")->probability_of_death;
  EXPECT_EQ(assessment.casualties_of("residents")->deaths, 0);
  EXPECT_GT(expected, 0.3);
  EXPECT_DOUBLE_EQ(value(facts_of("residents", assessment, {}, site), FactName::death_probability),
                   expected);
  EXPECT_DOUBLE_EQ(
      value(facts_of("maker", assessment, {}, site), FactName::caused_death_probability), expected);
}

TEST(DeathProbability, IsZeroOrOneInASample) {
  const Site site = home();
  int dead = 0;
  for (std::uint64_t i = 1; i <= 50; ++i) {
    const Assessment drawn = mortal(0.4, Draw({7, i}));
    const Facts facts = facts_of("residents", drawn, {}, site);
    const bool died = drawn.casualties_of("residents")->deaths > 0;
    EXPECT_EQ(value(facts, FactName::death_probability), died ? 1 : 0);
    dead += died;
  }
  EXPECT_GT(dead, 0);
  EXPECT_LT(dead, 50);
}

TEST(InjuryProbability, SpeaksWhereTheMedianCountsNobody) {
  const Assessment assessment = mortal(0.1, {}, 0.4);
  const Casualties& c = *assessment.casualties_of("residents");
  const Facts facts = facts_of("residents", assessment, {}, home());
  EXPECT_EQ(c.deaths + c.serious + c.slight, 0);
  EXPECT_NEAR(c.probability_of_injury, 0.4, 0.05);  // one of two is exposed: the mean is 0.4
  EXPECT_DOUBLE_EQ(value(facts, FactName::serious_probability), c.probability_of_serious);
  EXPECT_DOUBLE_EQ(value(facts, FactName::injury_probability), c.probability_of_injury);
  EXPECT_GE(c.probability_of_injury, c.probability_of_serious);
  EXPECT_GE(c.probability_of_serious, c.probability_of_death);
  EXPECT_GT(c.probability_of_death, 0);
}

TEST(InjuryProbability, IsZeroOrOneInASample) {
  int hurt = 0;
  for (std::uint64_t i = 1; i <= 50; ++i) {
    const Assessment drawn = mortal(0.1, Draw({7, i}), 0.4);
    const Casualties& c = *drawn.casualties_of("residents");
    const Facts facts = facts_of("residents", drawn, {}, home());
    const bool grave = c.deaths + c.serious > 0, any = grave || c.slight > 0;
    EXPECT_EQ(value(facts, FactName::serious_probability), grave ? 1 : 0);
    EXPECT_EQ(value(facts, FactName::injury_probability), any ? 1 : 0);
    hurt += grave;
  }
  EXPECT_GT(hurt, 0);
  EXPECT_LT(hurt, 50);
}

TEST(DeathProbability, MeansTheLevelThatTheSiteSays) {
  Criteria criteria;
  criteria.levels = {{.id = "likely",
                      .axis = Axis::recovery,
                      .level = 3,
                      .fact = FactName::death_probability,
                      .at_least = 0.1,
                      .what = {},
                      .source = {}}};
  const auto level = [&](double probability) {
    return place(criteria, Axis::recovery, {{FactName::death_probability, {probability, "", {}}}})
        .level;
  };
  EXPECT_EQ(level(0.465), 3);
  EXPECT_EQ(level(0.1), 3);
  EXPECT_EQ(level(0.099), 1);
}

}  // namespace
}  // namespace twinaxis::analysis::test
