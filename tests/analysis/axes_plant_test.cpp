// Use case 2-3-4 on the example site: what the slides of METI say comes out of data and laws.

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/axes/campaign_summary.h"
#include "tests/analysis/plant.h"

namespace twinaxis::analysis::test {
namespace {

TEST(Plant, DataHoldTogether) {
  for (const auto& p : problems(example_plant())) ADD_FAILURE() << p.path << ": " << p.message;
  for (const auto& p : problems(unit_costs())) ADD_FAILURE() << p.path << ": " << p.message;
  const auto found = problems(distillation(), example_plant(), unit_costs(), distillation_names());
  for (const auto& p : found) ADD_FAILURE() << p.path << ": " << p.message;
}

TEST(Plant, NormalRunHarmsNobodyAndCostsNothing) {
  const Outcome outcome = judge(normal_hour());
  EXPECT_TRUE(outcome.assessment.findings.empty());
  EXPECT_TRUE(outcome.ledger.lines.empty());
  EXPECT_TRUE(outcome.recovery.schedule.works.empty());
  EXPECT_EQ(outcome.accident_class, "");
  for (const auto& p : outcome.placements) {
    EXPECT_EQ(p.axis1.level, 1) << p.stakeholder;
    EXPECT_EQ(p.axis2.level, 1) << p.stakeholder;
    EXPECT_TRUE(p.inside_target) << p.stakeholder;
  }
}

TEST(Plant, RuptureIsGravestForOperatorAndKillsResidents) {
  const Outcome outcome = judge(rupture());
  EXPECT_EQ(of(outcome, "operator").axis1.level, 3);
  EXPECT_EQ(of(outcome, "operator").axis2.level, 3);
  EXPECT_EQ(of(outcome, "residents").axis1.level, 3);
  EXPECT_FALSE(of(outcome, "operator").inside_target);
  EXPECT_FALSE(of(outcome, "residents").inside_target);
  EXPECT_TRUE(of(outcome, "engineering_firm").inside_target);
  EXPECT_TRUE(of(outcome, "integrator").inside_target);
  // Field operators stand at 25 m, inside a fireball of 140 m: at least three dead, and damage of
  // more than 500 Myen, so class A.
  EXPECT_GE(outcome.assessment.casualties_of("operator")->deaths, 3);
  EXPECT_EQ(outcome.accident_class, "A");
}

TEST(Plant, WhoIsHurtOwesNoReport) {
  // Residents die in the rupture, too; it is the operator that has to report it.
  std::vector<std::string> reporters;
  for (const auto& ruling : judge(rupture()).rulings) {
    if (ruling.id == "report_death") reporters.push_back(ruling.stakeholder);
  }
  EXPECT_EQ(reporters, std::vector<std::string>{"operator"});
}

TEST(Plant, LeakFromMesPutsOperatorOutside) {
  Recording recording = normal_hour();
  happen(recording, "attack.copy_mes.start", 600);
  set(recording, "mes.copied_bytes", 900, 3e6);
  const Outcome outcome = judge(recording);
  const Placement& p = of(outcome, "operator");
  EXPECT_FALSE(p.inside_target);
  EXPECT_EQ(p.axis1.level, 2);
  EXPECT_EQ(p.axis1.criterion, "personal_data");
  EXPECT_EQ(p.facts.at(FactName::leaked_persons).value, 1500);  // 600 staff, 900 partners
  EXPECT_TRUE(of(outcome, "residents").inside_target);
  // Reportable: a malicious leak of one person is enough.
  ASSERT_FALSE(outcome.rulings.empty());
  EXPECT_EQ(outcome.rulings[0].id, "report_breach");
}

TEST(Plant, TamperedUpdateLeavesTheFirmWithinItsContractCap) {
  Recording recording = normal_hour();
  attack(recording, "engineering_firm->plc1:update", "tamper", 600);
  set(recording, "plc1.logic", 610, 2);
  set(recording, "distillate.flow", 900, 0);
  set(recording, "bottoms.flow", 900, 0);
  const Outcome outcome = judge(recording);
  const Placement& firm = of(outcome, "engineering_firm");
  const Balance balance = outcome.ledger.balance_of("engineering_firm");
  EXPECT_GT(balance.compensation_paid_yen, 0);
  EXPECT_LE(balance.compensation_paid_yen, 60e6);
  EXPECT_TRUE(firm.inside_target);
  EXPECT_EQ(firm.axis1.level, 1);
  // The operator stands for about two days and is paid by the firm, after the fact.
  const Placement& plant = of(outcome, "operator");
  EXPECT_EQ(plant.axis1.criterion, "stop");
  EXPECT_NEAR(plant.loss_yen - plant.loss_after_compensation_yen, balance.compensation_paid_yen, 1);
  EXPECT_TRUE(of(outcome, "residents").inside_target);
}

TEST(Plant, ContractCapHoldsHoweverLongTheStop) {
  // A gasket fails too: five days more, far above 60 Myen; the firm's own forensics come on top.
  Recording recording = normal_hour();
  attack(recording, "engineering_firm->plc1:update", "tamper", 600);
  set(recording, "plc1.logic", 610, 2);
  happen(recording, "vessel.leaks", 800);
  set(recording, "distillate.flow", 900, 0);
  set(recording, "bottoms.flow", 900, 0);
  const Outcome outcome = judge(recording);
  EXPECT_GT(outcome.ledger.balance_of("operator").own_loss_yen, 60e6);
  EXPECT_DOUBLE_EQ(outcome.ledger.balance_of("engineering_firm").compensation_paid_yen, 60e6);
  EXPECT_TRUE(of(outcome, "engineering_firm").inside_target);
}

TEST(Plant, TripOnDemandIsLowerThanRuptureOnBothAxes) {
  Recording trip = normal_hour();
  happen(trip, "attack.pressure_reading_frozen.start", 300);
  happen(trip, "sis.trip.pressure", 700);
  set(trip, "distillate.flow", 760, 0);
  set(trip, "bottoms.flow", 900, 0);
  const Outcome with_sis = judge(trip);
  const Outcome without = judge(rupture());
  EXPECT_LT(of(with_sis, "operator").axis1.level, of(without, "operator").axis1.level);
  EXPECT_LT(of(with_sis, "operator").axis2.level, of(without, "operator").axis2.level);
  EXPECT_TRUE(of(with_sis, "residents").inside_target);
  EXPECT_LT(of(with_sis, "operator").loss_yen, of(without, "operator").loss_yen);
}

TEST(Plant, RansomwareHoldsOfficeDownWhileProductionGoesOnByHand) {
  Recording recording = normal_hour();
  happen(recording, "attack.ransomware.start", 600);
  set(recording, "mes.encrypted", 600, 1);
  set(recording, "business_server.encrypted", 600, 1);
  const Outcome outcome = judge(recording);
  // Median of the rebuild is 14 days, after 3 days of search: 17 days and the rest of the hour.
  EXPECT_NEAR(outcome.recovery.find("plant_it")->to_95_percent_s, 17 * 86400.0 + 3000, 1);
  EXPECT_EQ(of(outcome, "operator").axis1.level, 2);
}

TEST(Plant, SensorBiasSendsBadProductToCustomers) {
  // The analyser shows what the loop wants, so nobody notices.
  Recording recording = normal_hour();
  happen(recording, "attack.analyser_bias.start", 600);
  set(recording, "product.on_spec", 1600, 0);
  const Outcome outcome = judge(recording);
  const auto finding = std::ranges::find(outcome.assessment.findings, "off_spec", &Finding::rule);
  ASSERT_NE(finding, outcome.assessment.findings.end());
  EXPECT_EQ((*finding)["found_at_once"], 0);
  EXPECT_NEAR((*finding)["found_at_customer"], 2000 * 3.255, 1e-6);
}

TEST(Plant, MistypedNamesAreFoundWithTheirPath) {
  Consequences c = distillation();
  c.rules[0].when.point = "column.presure";
  std::get<DirectDamage>(c.rules[2].law).asset = "colum";
  std::get<VesselBurst>(c.rules[0].law).people[1].probit = "lung_tnt";
  c.tasks[0].crew = "itt";
  c.costs[0].price = "forensic";
  c.claims[0].covers[0] = "injuries";
  std::vector<std::string> paths;
  for (const auto& p : problems(c, example_plant(), unit_costs(), distillation_names())) {
    paths.push_back(p.path);
  }
  EXPECT_EQ(paths, (std::vector<std::string>{"rules[0].when.point", "rules[0].law.people[1].probit",
                                             "rules[2].law.assets", "tasks[0].crew",
                                             "costs[0].price", "claims[0].covers"}));
}

// A service speaks of its lost output only, and must be told apart from a rule.
TEST(Plant, ACostOfAServiceAsksForWhatAServiceHas) {
  Consequences c = distillation();
  c.costs[0].follows = {"distillation"};
  c.costs[0].quantity = "lost_day";
  c.costs[1].follows = {"distilation"};
  c.rules[0].id = "distillation";
  std::vector<std::string> messages;
  for (const auto& p : problems(c, example_plant(), unit_costs(), distillation_names())) {
    if (p.path.starts_with("costs[0]") || p.path.starts_with("costs[1]")) {
      messages.push_back(p.message);
    }
  }
  EXPECT_EQ(messages, (std::vector<std::string>{
                          "'distillation' is a service and also a rule or task",
                          "no quantity of a service 'lost_day'; did you mean 'lost_days'?",
                          "no rule, task or service 'distilation'; did you mean 'distillation'?"}));
}

TEST(Plant, TasksInCirclesAndStopsWithoutRestartAreFound) {
  Consequences c = distillation();
  const auto task = [&](const char* id) -> Task& {
    return *std::ranges::find(c.tasks, id, &Task::id);
  };
  task("investigate").after = {"commission"};
  EXPECT_FALSE(problems(c, example_plant(), unit_costs(), distillation_names()).empty());
  c = distillation();
  task("verify_controllers").holds_down.clear();
  task("restart").holds_down.clear();
  const auto found = problems(c, example_plant(), unit_costs(), distillation_names());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NE(found[0].message.find("distillation"), std::string::npos);
}

TEST(Plant, IgnitionHappensInSevenOfTenSamples) {
  int fires = 0;
  constexpr int samples = 400;
  std::vector<std::vector<Placement>> placements;
  for (std::uint64_t i = 0; i < samples; ++i) {
    const Outcome outcome = judge(rupture(), Draw({5, i}));
    fires += outcome.assessment.has("fireball");
    placements.push_back(outcome.placements);
  }
  // Four standard deviations of a binomial: 4 sqrt(0.7 x 0.3 / 400) = 0.092.
  EXPECT_NEAR(fires / 400.0, 0.7, 0.092);
  // Without a fireball residents lose no lives, so their cloud has two parts.
  const auto summary = summarise(placements);
  const auto residents =
      std::ranges::find(summary.stakeholders, "residents", &StakeholderSummary::stakeholder);
  int dead = 0;
  for (const int cell : residents->cells[2]) dead += cell;
  EXPECT_GT(dead, 0);
  EXPECT_LE(dead, samples);
  EXPECT_LT(residents->loss_yen.p10, residents->loss_yen.p90);
}

TEST(Plant, OutcomeAsJsonSaysWhatDroveEachPlacement) {
  const auto json = nlohmann::json::parse(to_json(judge(rupture())));
  ASSERT_EQ(json["placements"].size(), 4u);
  for (const auto& p : json["placements"]) {
    if (p["axis1"]["level"] > 1) {
      EXPECT_NE(p["axis1"]["driver"], "");
      EXPECT_NE(p["axis1"]["reason"]["ja"], "");
    }
  }
  EXPECT_EQ(json["accident_class"], "A");
}

}  // namespace
}  // namespace twinaxis::analysis::test
