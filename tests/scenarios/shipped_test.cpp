// Every scenario that is shipped keeps what it promises.

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "sim/app/judge.h"
#include "sim/app/promises.h"
#include "sim/app/workspace.h"
#include "sim/run/load.h"
#include "sim/run/recorder.h"
#include "tests/app/program.h"
#include "tests/scenarios/variants.h"

namespace twinaxis::test {
namespace {

/// The hash in the line "<id>: completed ... hash <16 digits>, <folder>"; empty if there is none.
std::string hash_in(const std::string& out) {
  const auto hash = out.find("hash ");
  return hash == std::string::npos ? "" : out.substr(hash + 5, 16);
}

/// The scenario as `twinaxis run` prepares it.
Prepared prepared(const std::string& id, const scenario::Catalogue& catalogue) {
  scenario::Problems problems;
  const auto text = read_scenario(app::data_folder() / "scenarios" / (id + ".yaml"), problems);
  if (!text) throw std::runtime_error(problems.text());
  auto result = prepare(*text, {}, catalogue, use_cases(), problems);
  if (!result) throw std::runtime_error(problems.text());
  return std::move(*result);
}

/// A scenario with what it is judged by.
struct Case {
  Prepared prepared;
  app::Judge judge;
};
Case case_of(const std::string& id) {
  scenario::Problems problems;
  const fs::path scenarios = app::data_folder() / "scenarios";
  Prepared p = prepared(id, scenario::load_catalogue(scenarios / "catalogue", problems));
  app::Judge judge = app::load_judge(p, (scenarios / (id + ".yaml")).parent_path(), problems);
  return {std::move(p), std::move(judge)};
}

/// Events of a run that no expectation could have named: they are in nobody's list.
std::vector<std::string> unlisted(const Case& c, const Recording& recording) {
  const app::EventNames names = app::event_names(c.prepared, c.judge.words);
  std::vector<std::string> found;
  for (const Event& event : recording.events) {
    if (!names.has(event.name)) found.push_back(event.name);
  }
  return found;
}

/// What a page shows by its key, because neither site nor words say what people call it.
std::set<std::string> unnamed(const Case& c, const Recording& recording) {
  std::set<std::string> found;
  const auto named = [&](const std::string& id) {
    const auto& [site, words] = std::tie(c.judge.site, c.judge.words);
    return words.names.contains(id) || site.groups.contains(id) || site.assets.contains(id) ||
           site.services.contains(id) || site.data_sets.contains(id) || site.products.contains(id);
  };
  const auto& scenario = c.prepared.scenario;
  for (const auto& intervention : scenario.interventions) {
    if (!named(intervention.on)) found.insert(intervention.on);
  }
  for (const auto& step : scenario.attack.path) {
    for (const auto& host : {step.from, step.to}) {
      if (!named(host)) found.insert(host);
    }
  }
  for (const auto& step : c.prepared.path.steps) {  // the rule or the zone that lets it pass
    for (const auto& [says, head] : {std::pair{"rule ", "rule."}, std::pair{"inside zone ", ""}}) {
      if (!step.reason.starts_with(says)) continue;
      const std::string rest = step.reason.substr(std::string(says).size());
      const std::string id = head + rest.substr(0, rest.find(' '));
      if (!named(id)) found.insert(id);
    }
  }
  for (const auto& finding : app::judge(c.judge, recording).assessment.findings) {
    if (!named(finding.subject)) found.insert(finding.subject);
  }
  return found;
}

/// Whether a formula says something in words: two of small letters side by side.
bool speaks(const std::string& formula) {
  std::istringstream words(formula);
  bool before = false;
  for (std::string word; words >> word;) {
    word.erase(0, word.find_first_not_of("("));
    word.erase(word.find_last_not_of(",;:.)") + 1);
    const bool now = word.size() > 1 && std::ranges::all_of(word, [](char c) {
                       return std::islower(static_cast<unsigned char>(c)) != 0;
                     });
    if (before && now) return true;
    before = now;
  }
  return false;
}

/// Sources and formulas that the Japanese page would show in English.
std::set<std::string> untranslated(const Case& c, const Recording& recording) {
  std::set<std::string> known, found;
  for (const auto& phrase : c.judge.words.phrases) known.insert(phrase.en);
  const auto needs = [&](const std::string& source) {
    const bool japanese = std::ranges::any_of(source, [](char byte) { return byte < 0; });
    if (!source.empty() && !japanese && !known.contains(source)) found.insert(source);
  };
  const auto outcome = app::judge(c.judge, recording);
  needs(c.prepared.scenario.source);
  for (const auto& intervention : c.prepared.scenario.interventions) needs(intervention.source);
  for (const auto& finding : outcome.assessment.findings) {
    needs(finding.source);
    for (const auto& law : finding.laws) {
      needs(law.source);
      if (speaks(law.formula)) needs(law.formula);
    }
  }
  for (const auto* lines : {&outcome.ledger.lines, &outcome.ledger.information}) {
    for (const auto& line : *lines) needs(line.source);
  }
  for (const auto& ruling : outcome.rulings) needs(ruling.source);
  for (const auto& level : c.judge.site.criteria.levels) needs(level.source);
  return found;
}

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kRunsAgain = false;  // ten times as slow; that hashes agree is shown by the release
#else
constexpr bool kRunsAgain = true;
#endif

class EveryScenario : public testing::TestWithParam<std::string> {};

TEST_P(EveryScenario, MeetsItsExpectationsAndRunsAgainFromItsResolvedText) {
  const std::string id = GetParam();
  const TemporaryFolder folder;
  const Ended first = shell("twinaxis run --quiet --out first " + id, folder.path());
  EXPECT_EQ(first.code, 0) << first.out << first.err;
  const Case c = case_of(id);
  const Recording recording = read_recording(folder.path() / "first" / id / "recording.h5");
  EXPECT_EQ(unlisted(c, recording), std::vector<std::string>{});
  if (!c.prepared.scenario.site.empty()) {  // a reference plant is judged by nothing
    EXPECT_EQ(unnamed(c, recording), std::set<std::string>{});
    EXPECT_EQ(untranslated(c, recording), std::set<std::string>{});
  }
  EXPECT_EQ(hash_in(first.out).size(), 16u) << first.out;
  if (!kRunsAgain) return;
  const Ended again = shell(
      "twinaxis run --quiet --out again first/" + id + "/scenario.resolved.yaml", folder.path());
  EXPECT_EQ(again.code, 0) << again.out << again.err;
  EXPECT_EQ(hash_in(again.out), hash_in(first.out));
}

// A test of its own for each, so that two run side by side and a failure names its scenario. Under
// the sanitizers variants are left out: they take the ways of their incidents with other numbers.
INSTANTIATE_TEST_SUITE_P(Shipped, EveryScenario, testing::ValuesIn(all_but_variants()),
                         name_of_scenario);
INSTANTIATE_TEST_SUITE_P(Variant, EveryScenario, testing::ValuesIn(variants()), name_of_scenario);

TEST(Scenarios, NameTechniquesMeasuresAndSources) {
  scenario::Problems problems;
  const auto catalogue =
      scenario::load_catalogue(app::data_folder() / "scenarios/catalogue", problems);
  ASSERT_TRUE(problems.empty()) << problems.text();
  ASSERT_FALSE(app::shipped_scenarios().empty());
  for (const std::string& id : app::shipped_scenarios()) {
    SCOPED_TRACE(id);
    const Prepared ready = prepared(id, catalogue);
    EXPECT_FALSE(ready.scenario.source.empty());
    EXPECT_FALSE(ready.scenario.expect.empty()) << "a shipped scenario promises something";
    for (const auto& step : ready.scenario.attack.path) {
      EXPECT_TRUE(catalogue.techniques.contains(step.technique)) << step.id;
    }
    for (const auto& i : ready.scenario.interventions) {
      if (i.side == Side::attack) {
        EXPECT_TRUE(catalogue.techniques.contains(i.technique)) << i.id;
      }
      if (i.side == Side::countermeasure) {
        EXPECT_TRUE(catalogue.requirements.contains(i.measure)) << i.id;
        EXPECT_TRUE(i.measure.starts_with("MR-")) << i.id;
      }
    }
    const bool answers = !ready.scenario.mitigates.empty();
    EXPECT_EQ(answers, !incident_of(id).empty());
    const auto measure = [](const auto& i) { return i.side == Side::countermeasure; };
    const auto& all = ready.scenario.interventions;
    EXPECT_EQ(answers, std::any_of(all.begin(), all.end(), measure))
        << "a scenario has countermeasures if and only if it mitigates another";
  }
}

}  // namespace
}  // namespace twinaxis::test
