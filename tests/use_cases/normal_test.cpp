// For every use case of the list: where nothing happens, nothing is lost; what helps, helps; and
// the model says where it comes from.

#include <gtest/gtest.h>

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
