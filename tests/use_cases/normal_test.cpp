// For every use case of the list: where nothing happens, nothing is lost; what helps, helps; and
// the model says where it comes from.

#include <gtest/gtest.h>

#include <map>
#include <regex>

#include "sim/app/judge.h"
#include "sim/app/workspace.h"
#include "tests/use_cases/parameters.h"

namespace twinaxis::test {
namespace {

class UseCases : public testing::TestWithParam<UseCase> {};

analysis::Outcome outcome_of(const fs::path& scenario) {
  const ScenarioText text = read_text(scenario);
  scenario::Problems problems;
  const app::Judge judge = app::load_judge(prepared(text), scenario.parent_path(), problems);
  if (!problems.empty()) throw std::runtime_error(problems.text());
  return app::judge(judge, run_apart(text));
}

double total_loss_yen(const analysis::Outcome& outcome) {
  double sum_yen = 0;
  for (const auto& p : outcome.placements) sum_yen += p.loss_yen;
  return sum_yen;
}

TEST_P(UseCases, NormalRunRaisesNoAlarm) {
  const Recording run = run_apart(read_text(quiet_scenario(GetParam())));
  EXPECT_EQ(run.ending, Ending::completed) << run.reason;
  for (const Event& e : run.events) ADD_FAILURE() << e.name << " at " << to_s(e.at) << " s";
}

TEST_P(UseCases, NormalRunLosesNothing) {
  if (!GetParam().judged) GTEST_SKIP() << "a reference plant is not judged";
  const analysis::Outcome outcome = outcome_of(quiet_scenario(GetParam()));
  ASSERT_FALSE(outcome.placements.empty());
  for (const auto& p : outcome.placements) {
    EXPECT_EQ(p.loss_yen, 0) << p.stakeholder;
    EXPECT_EQ(p.axis1.level, 1) << p.stakeholder << ": " << p.axis1.reason.en;
    EXPECT_EQ(p.axis2.level, 1) << p.stakeholder << ": " << p.axis2.reason.en;
  }
  EXPECT_TRUE(outcome.ledger.lines.empty());
  EXPECT_EQ(outcome.accident_class, "");
}

/// Files of the shipped scenarios of a use case that answer another, with that other.
std::map<fs::path, fs::path> mitigated(const UseCase& use_case) {
  std::map<fs::path, fs::path> pairs;
  for (const std::string& id : app::shipped_scenarios()) {
    const fs::path file = app::data_folder() / "scenarios" / (id + ".yaml");
    const ScenarioText text = read_text(file);
    const auto* name = text.document.find("use_case");
    const auto* attack = text.document.find("mitigates");
    if (name == nullptr || name->text != use_case.name || attack == nullptr) continue;
    pairs[file] = (file.parent_path() / attack->text).lexically_normal();
  }
  return pairs;
}

// "A measure that does nothing shows no difference": then it has no place among the examples.
TEST_P(UseCases, MitigatedLiesBetweenNormalAndAttack) {
  if (!GetParam().judged) GTEST_SKIP() << "a reference plant is not judged";
  const double normal_yen = total_loss_yen(outcome_of(quiet_scenario(GetParam())));
  for (const auto& [measure, attack] : mitigated(GetParam())) {
    const double with_yen = total_loss_yen(outcome_of(measure));
    const double without_yen = total_loss_yen(outcome_of(attack));
    EXPECT_GE(with_yen, normal_yen) << measure;
    EXPECT_LT(with_yen, without_yen) << measure;
  }
}

TEST_P(UseCases, ModelNamesItsSources) {
  const fs::path readme = app::data_folder() / "models" / GetParam().folder / "README.md";
  ASSERT_TRUE(fs::exists(readme)) << readme;
  const std::string text = text_of(readme);
  // A source is somebody's publication: a name, and the year somewhere behind it.
  EXPECT_TRUE(std::regex_search(text, std::regex("[Ss]ource"))) << readme;
  EXPECT_TRUE(std::regex_search(text, std::regex("[A-Z][a-z]+[^.|]{0,60}\\b(19|20)[0-9]{2}\\b")))
      << readme;
}

INSTANTIATE_TEST_SUITE_P(All, UseCases, testing::ValuesIn(use_cases()), name_of_use_case);

}  // namespace
}  // namespace twinaxis::test
