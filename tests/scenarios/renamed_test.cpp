// Judgement looks at what an attack touches, never at what a scenario calls it: with every
// intervention and every step of the attack path renamed, all that was judged is the same to the
// letter. Asked of every shipped scenario, so of every future use case.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "sim/app/workspace.h"
#include "sim/scenario/document.h"
#include "sim/scenario/writer.h"
#include "tests/app/program.h"

namespace twinaxis::test {
namespace {

using scenario::Node;
using Names = std::map<std::string, std::string>;

/// Gives every entry of a list another id.
Names rename_all(Node* list, const std::string& head) {
  Names names;
  if (list == nullptr) return names;
  for (Node& item : list->items) {
    Node& id = *item.find("id");
    const std::string name = head + std::to_string(names.size() + 1);
    names[id.text] = name;
    id.text = name;
  }
  return names;
}

void follow(Node* name, const Names& names) {
  if (name != nullptr) name->text = names.at(name->text);
}

/// The resolved text of a run with other names. What was promised of events goes: it names them.
std::string renamed(const std::string& text) {
  scenario::Problems problems;
  auto document = scenario::parse_document(text, "scenario.resolved.yaml", problems);
  if (!document) throw std::runtime_error(problems.text());
  std::erase_if(document->entries, [](const auto& entry) { return entry.key == "expect"; });
  Node* attack = document->find("attack");
  Node* interventions = document->find("interventions");
  Node* path = attack != nullptr ? attack->find("path") : nullptr;
  const Names steps = rename_all(path, "step_");
  if (path != nullptr) {
    for (Node& step : path->items) follow(step.find("after"), steps);
  }
  rename_all(interventions, "deed_");
  if (Node* start = attack != nullptr ? attack->find("start") : nullptr) {
    follow(start->find("at"), steps);
  }
  for (Node& each : interventions->items) follow(each.find("after"), steps);
  return scenario::to_yaml(*document);
}

/// The outcome in a folder that holds one run; without the names of the events that it cites as
/// evidence, since those are the ids.
std::string outcome_in(const fs::path& folder) {
  for (const std::string& file : files_in(folder)) {
    if (!file.ends_with("outcome.json")) continue;
    auto outcome = nlohmann::json::parse(text_of(folder / file));
    for (const char* list : {"findings", "spared"}) {
      for (auto& finding : outcome[list]) {
        for (auto& cause : finding["causes"]) cause.erase("event");
      }
    }
    return outcome.dump(1);
  }
  return "";
}

std::vector<std::string> attacked_scenarios() {
  std::vector<std::string> ids = app::shipped_scenarios();
  std::erase_if(ids, [](const std::string& id) {
    return text_of(app::data_folder() / "scenarios" / (id + ".yaml")).find("interventions:") ==
           std::string::npos;
  });
  return ids;
}

class EveryAttack : public testing::TestWithParam<std::string> {};

TEST_P(EveryAttack, IsJudgedByWhatItTouchesAndNotByItsName) {
  const std::string id = GetParam();
  const TemporaryFolder folder;
  ASSERT_EQ(shell("twinaxis run --quiet --out named " + id, folder.path()).code, 0);
  const fs::path run = folder.path() / "named" / id;
  folder.file("named/" + id + "/other.yaml", renamed(text_of(run / "scenario.resolved.yaml")));
  const Ended other =
      shell("twinaxis run --quiet --out renamed named/" + id + "/other.yaml", folder.path());
  ASSERT_EQ(other.code, 0) << other.out << other.err;
  const std::string expected = outcome_in(folder.path() / "named");
  EXPECT_NE(expected, "");
  const std::string found = outcome_in(folder.path() / "renamed");
  const auto end = std::ranges::mismatch(found, expected).in1;
  EXPECT_TRUE(found == expected) << "apart from '" << std::string(end, found.cend()).substr(0, 80)
                                 << "'";
}

INSTANTIATE_TEST_SUITE_P(Shipped, EveryAttack, testing::ValuesIn(attacked_scenarios()),
                         name_of_scenario);

}  // namespace
}  // namespace twinaxis::test
