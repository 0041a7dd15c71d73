#include "analysis/axes/hurt.h"

#include <algorithm>
#include <functional>

#include "analysis/words.h"
#include "sim/core/text.h"

namespace twinaxis::analysis {
namespace {

/// A kind of harm: as findings, and as casualties count it.
struct Severity {
  FactName name;
  std::vector<const char*> quantities;
  double (*count)(const Casualties&);
  double (*mean)(const Casualties&);
  double Casualties::*probability;  ///< of at least one such, or worse

  double expected(const Finding& finding) const {
    double sum = 0;
    for (const char* quantity : quantities) sum += finding[quantity];
    return sum;
  }
};

const Severity kDead{FactName::deaths,
                     {"expected_deaths"},
                     [](const Casualties& c) { return c.deaths; },
                     [](const Casualties& c) { return c.expected_deaths; },
                     &Casualties::probability_of_death};
const Severity kSerious{FactName::serious_injuries,
                        {"expected_serious"},
                        [](const Casualties& c) { return c.serious; },
                        [](const Casualties& c) { return c.expected_serious; },
                        &Casualties::probability_of_serious};
const Severity kSlight{FactName::slight_injuries,
                       {"expected_slight"},
                       [](const Casualties& c) { return c.slight; },
                       [](const Casualties& c) { return c.expected_slight; },
                       &Casualties::probability_of_injury};
/// Each person who dies or is hurt seriously is an accident of the product.
const Severity kAccident{FactName::caused_accidents,
                         {"expected_deaths", "expected_serious"},
                         [](const Casualties& c) { return c.deaths + c.serious; },
                         [](const Casualties& c) { return c.expected_deaths + c.expected_serious; },
                         &Casualties::probability_of_serious};

/// Those hurt so badly or worse: what has to count to have a chance, not a class of its own.
const Severity kGrave{FactName::serious_probability,
                      {"expected_deaths", "expected_serious"},
                      [](const Casualties& c) { return c.deaths + c.serious; },
                      [](const Casualties& c) { return c.expected_deaths + c.expected_serious; },
                      &Casualties::probability_of_serious};
const Severity kHurtAtAll{
    FactName::injury_probability,
    {"expected_deaths", "expected_serious", "expected_slight"},
    [](const Casualties& c) { return c.deaths + c.serious + c.slight; },
    [](const Casualties& c) { return c.expected_deaths + c.expected_serious + c.expected_slight; },
    &Casualties::probability_of_injury};

/// Below this an expected number or a probability is not worth naming.
constexpr double kWorthNaming = 0.005;

/// What befell the people of some parties, who are hurt independently of each other.
struct Hurt {
  double count = 0;
  double expected = 0;
  double probability = 0;              ///< of at least one
  double death_probability = 0;        ///< of at least one
  std::vector<const Finding*> causes;  ///< the greatest of each rule, greatest first
};

double either(double p, double q) { return 1 - (1 - p) * (1 - q); }

Hurt hurt_of(const Severity& kind, const std::vector<std::string>& parties,
             const Assessment& assessment) {
  Hurt hurt;
  for (const std::string& party : parties) {
    const Casualties* c = assessment.casualties_of(party);
    if (c == nullptr) continue;
    hurt.count += kind.count(*c);
    hurt.expected += kind.mean(*c);
    hurt.probability = either(hurt.probability, c->*kind.probability);
    const double fatal = c->drawn ? (c->deaths > 0 ? 1 : 0) : c->probability_of_death;
    hurt.death_probability = either(hurt.death_probability, fatal);
  }
  for (const Finding& f : assessment.findings) {
    const bool theirs = std::ranges::find(parties, f.stakeholder) != parties.end();
    if (f.kind == FindingKind::harm && theirs && kind.expected(f) > 0) hurt.causes.push_back(&f);
  }
  std::ranges::stable_sort(hurt.causes, std::greater(),
                           [&](const Finding* f) { return kind.expected(*f); });
  return hurt;
}

/// The worst cause, or each rule that is worth naming where the people of several parties count.
Text causes_of(const Severity& kind, const Hurt& hurt, bool all) {
  std::vector<std::string> ja, en;
  for (const Finding* f : hurt.causes) {
    const bool worth = kind.expected(*f) >= kWorthNaming || !f->tags.empty();
    if ((!ja.empty() && !(all && worth)) || std::ranges::find(en, f->what.en) != en.end()) continue;
    ja.push_back(f->what.ja);
    en.push_back(f->what.en);
  }
  Text text{"原因:", en.size() > 1 ? "Causes: " : "Cause: "};
  for (std::size_t i = 0; i < ja.size(); ++i) {
    text = text + Text{(i > 0 ? "、" : "") + ja[i], (i > 0 ? "; " : "") + en[i]};
  }
  return text + Text{"。", "."};
}

Text odds_of(const Severity& kind, const Hurt& hurt) {
  const std::string mean = rounded(hurt.expected, 3), chance = percent_words(hurt.probability);
  const bool worse_exists =
      kind.name == FactName::serious_injuries || kind.name == FactName::slight_injuries;
  const std::string unit = kind.name == FactName::caused_accidents ? "件" : "人";
  const Text odds{"期待値" + mean + unit + "、1" + unit + "以上" +
                      (worse_exists ? "に同程度以上の被害が出る" : "の") + "確率" + chance + "。",
                  "Expected " + mean + ", probability of at least one " +
                      (worse_exists ? "of these or worse " : "") + chance + ". "};
  // A count is a median; the risk of death behind it must not stay unsaid.
  if (!worse_exists || hurt.death_probability < kWorthNaming) return odds;
  const std::string dies = percent_words(hurt.death_probability);
  return odds + Text{"死亡の確率" + dies + "。", "Probability of a death " + dies + ". "};
}

/// People of these parties as facts of those names.
struct Names {
  FactName dead, serious, death_probability;
};
void add_people(const std::vector<std::string>& parties, const Names& names, bool all_causes,
                const Assessment& assessment, Facts& facts) {
  const auto add = [&](const Severity& kind, FactName name) {
    const Hurt hurt = hurt_of(kind, parties, assessment);
    if (hurt.count <= 0 || hurt.causes.empty()) return;
    facts[name] = {hurt.count, hurt.causes.front()->rule,
                   odds_of(kind, hurt) + causes_of(kind, hurt, all_causes)};
  };
  add(kDead, names.dead);
  add(kSerious, names.serious);
  const Hurt dead = hurt_of(kDead, parties, assessment);
  if (dead.death_probability <= 0 || dead.causes.empty()) return;
  facts[names.death_probability] = {dead.death_probability, dead.causes.front()->rule,
                                    causes_of(kDead, dead, all_causes)};
}

/// The chance that anybody of a party is hurt so badly or worse; 0 or 1 where people were drawn.
void add_chance(const Severity& kind, const std::string& party, const Assessment& assessment,
                Facts& facts) {
  const Casualties* c = assessment.casualties_of(party);
  const Hurt hurt = hurt_of(kind, {party}, assessment);
  if (c == nullptr || hurt.causes.empty()) return;
  const double chance = c->drawn ? (kind.count(*c) > 0 ? 1 : 0) : c->*kind.probability;
  if (chance <= 0) return;
  facts[kind.name] = {chance, hurt.causes.front()->rule,
                      odds_of(kind, hurt) + causes_of(kind, hurt, false)};
}

/// Whether it counts as an accident by itself, not by the persons that it hurt.
bool is_accident(const Finding& finding, const Site& site) {
  const bool tagged = std::ranges::any_of(finding.tags, [&](const std::string& tag) {
    return std::ranges::find(site.criteria.accident_tags, tag) != site.criteria.accident_tags.end();
  });
  return tagged && finding["expected_deaths"] + finding["expected_serious"] < 0.5;
}

/// Rules whose finding, for one of these parties or for who answers for them, is an accident.
std::vector<const Finding*> accidents_of(const std::string& stakeholder,
                                         const std::vector<std::string>& others,
                                         const Assessment& assessment, const Site& site) {
  std::vector<const Finding*> found;
  for (const Finding& f : assessment.findings) {
    const bool concerns =
        f.stakeholder == stakeholder || std::ranges::find(others, f.stakeholder) != others.end();
    if (!concerns || !is_accident(f, site)) continue;
    const auto same_rule = [&](const Finding* other) { return other->rule == f.rule; };
    if (std::ranges::none_of(found, same_rule)) found.push_back(&f);
  }
  return found;
}

}  // namespace

void add_own_people(const std::string& stakeholder, const Assessment& assessment, Facts& facts) {
  constexpr Names kOwn{FactName::deaths, FactName::serious_injuries, FactName::death_probability};
  add_people({stakeholder}, kOwn, false, assessment, facts);
  add_chance(kGrave, stakeholder, assessment, facts);
  add_chance(kHurtAtAll, stakeholder, assessment, facts);
  const Hurt slight = hurt_of(kSlight, {stakeholder}, assessment);
  if (slight.count <= 0 || slight.causes.empty()) return;
  facts[FactName::slight_injuries] = {slight.count, slight.causes.front()->rule,
                                      odds_of(kSlight, slight) + causes_of(kSlight, slight, false)};
}

void add_caused(const std::string& stakeholder, const Assessment& assessment, const Site& site,
                Facts& facts) {
  const std::vector<std::string>& others = site.stakeholders.at(stakeholder).answers_for;
  if (others.empty()) return;
  constexpr Names kCaused{FactName::caused_deaths, FactName::caused_serious_injuries,
                          FactName::caused_death_probability};
  add_people(others, kCaused, true, assessment, facts);
  Hurt hurt = hurt_of(kAccident, others, assessment);
  if (hurt.count <= 0) hurt.causes.clear();
  for (const Finding* accident : accidents_of(stakeholder, others, assessment, site)) {
    hurt.count += 1;
    hurt.expected += 1;
    hurt.probability = 1;
    hurt.causes.push_back(accident);
  }
  if (hurt.count <= 0 || hurt.causes.empty()) return;
  facts[FactName::caused_accidents] = {hurt.count, hurt.causes.front()->rule,
                                       odds_of(kAccident, hurt) + causes_of(kAccident, hurt, true)};
}

}  // namespace twinaxis::analysis
