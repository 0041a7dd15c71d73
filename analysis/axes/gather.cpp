#include "analysis/axes/gather.h"

#include <algorithm>
#include <limits>
#include <map>

#include "analysis/words.h"
#include "sim/core/text.h"

namespace twinaxis::analysis {
namespace {

/// Keeps the fact if it is the greatest of its name so far.
void keep_greatest(Facts& facts, FactName name, double value, const std::string& driver,
                   const Text& because) {
  if (value <= 0) return;
  Fact& fact = facts[name];
  if (value > fact.value) fact = {value, driver, because};
}

Text cause(const Finding& finding) {
  return {"原因:" + finding.what.ja + "。", "Cause: " + finding.what.en + "."};
}

/// The finding that does most of a kind of harm to the people of a stakeholder.
const Finding* worst_harm(const Assessment& assessment, const std::string& stakeholder,
                          const char* quantity) {
  const Finding* worst = nullptr;
  for (const Finding& f : assessment.findings) {
    if (f.kind != FindingKind::harm || f.stakeholder != stakeholder) continue;
    if (worst == nullptr || f[quantity] > (*worst)[quantity]) worst = &f;
  }
  return worst;
}

void add_people(const std::string& stakeholder, const Assessment& assessment, Facts& facts) {
  const Casualties* casualties = assessment.casualties_of(stakeholder);
  if (casualties == nullptr) return;
  const Casualties& c = *casualties;
  // A count is a median; the risk of death behind it must not stay unsaid.
  const std::string dies = percent_words(c.probability_of_death);
  const Text death = c.probability_of_death < 0.005 ? Text{}
                                                    : Text{"死亡の確率 " + dies + "。",
                                                           "Probability of a death " + dies + ". "};
  const auto add = [&](FactName name, double count, const char* quantity, double expected,
                       double probability) {
    const Finding* worst = worst_harm(assessment, stakeholder, quantity);
    if (count <= 0 || worst == nullptr) return;
    const std::string mean = rounded(expected, 3);
    const std::string chance = percent_words(probability);
    const bool worse_exists = name != FactName::deaths;
    const Text odds{"期待値 " + mean + " 人、" + "1 人以上" +
                        (worse_exists ? "に同程度以上の被害が出る" : "の") + "確率 " + chance +
                        "。",
                    "Expected " + mean + ", probability of at least one " +
                        (worse_exists ? "of these or worse " : "") + chance + ". "};
    facts[name] = {count, worst->rule, odds + (worse_exists ? death : Text{}) + cause(*worst)};
  };
  const double fatal = c.drawn ? (c.deaths > 0 ? 1 : 0) : c.probability_of_death;
  if (const Finding* worst = worst_harm(assessment, stakeholder, "expected_deaths")) {
    keep_greatest(facts, FactName::death_probability, fatal, worst->rule, cause(*worst));
  }
  add(FactName::deaths, c.deaths, "expected_deaths", c.expected_deaths, c.probability_of_death);
  add(FactName::serious_injuries, c.serious, "expected_serious", c.expected_serious,
      c.probability_of_serious);
  add(FactName::slight_injuries, c.slight, "expected_slight", c.expected_slight,
      c.probability_of_injury);
}

void add_things_and_data(const std::string& stakeholder, const Assessment& assessment,
                         const Site& site, Facts& facts) {
  for (const Finding& f : assessment.findings) {
    if (f.kind == FindingKind::damage && f.stakeholder == stakeholder &&
        site.assets.at(f.subject).vital) {
      keep_greatest(facts, FactName::destroyed_fraction, f["repair_fraction"], f.rule, cause(f));
    }
    if (f.kind != FindingKind::leak) continue;
    const bool concerned =
        f.stakeholder == stakeholder || site.data_sets.at(f.subject).subjects == stakeholder;
    if (!concerned) continue;
    for (const auto& [name, quantity] : {std::pair{FactName::leaked_persons, "persons"},
                                         std::pair{FactName::leaked_secrets, "secrets"}}) {
      if (f[quantity] <= 0) continue;
      Fact& fact = facts[name];
      fact = {fact.value + f[quantity], f.rule, cause(f)};
    }
  }
}

/// Whether it counts as an accident by itself, not by the persons that it hurt.
bool is_accident(const Finding& finding, const Site& site) {
  const bool tagged = std::ranges::any_of(finding.tags, [&](const std::string& tag) {
    return std::ranges::find(site.criteria.accident_tags, tag) != site.criteria.accident_tags.end();
  });
  return tagged && finding["expected_deaths"] + finding["expected_serious"] < 0.5;
}

/// Adds to a fact; the greatest part names what drives it.
struct Part {
  FactName name;
  double value;
};
void add_part(Facts& facts, std::map<FactName, double>& greatest, Part part,
              const std::string& driver, const Text& because) {
  if (part.value <= 0) return;
  Fact& fact = facts[part.name];
  fact.value += part.value;
  double& most = greatest[part.name];
  if (part.value <= most) return;
  most = part.value;
  fact.driver = driver;
  fact.because = because;
}

/// That somebody of these parties dies, or of those before: they die independently.
void add_caused_probability(const Facts& theirs, Facts& facts) {
  const auto found = theirs.find(FactName::death_probability);
  if (found == theirs.end()) return;
  Fact& fact = facts[FactName::caused_death_probability];
  const double all = 1 - (1 - fact.value) * (1 - found->second.value);
  if (fact.value == 0) fact = found->second;
  fact.value = all;
}

void add_caused(const std::string& stakeholder, const Assessment& assessment, const Site& site,
                Facts& facts) {
  const std::vector<std::string>& others = site.stakeholders.at(stakeholder).answers_for;
  std::map<FactName, double> greatest;
  for (const std::string& other : others) {
    Facts theirs;
    add_people(other, assessment, theirs);
    add_caused_probability(theirs, facts);
    for (const auto& [name, caused] :
         {std::pair{FactName::deaths, FactName::caused_deaths},
          std::pair{FactName::serious_injuries, FactName::caused_serious_injuries}}) {
      const auto found = theirs.find(name);
      if (found == theirs.end()) continue;
      const Fact& fact = found->second;
      add_part(facts, greatest, {caused, fact.value}, fact.driver, fact.because);
      add_part(facts, greatest, {FactName::caused_accidents, fact.value}, fact.driver,
               fact.because);
    }
  }
  std::vector<std::string> counted;
  for (const Finding& f : assessment.findings) {
    const bool concerns = std::ranges::find(others, f.stakeholder) != others.end() ||
                          (!others.empty() && f.stakeholder == stakeholder);
    if (!concerns || !is_accident(f, site)) continue;
    if (std::ranges::find(counted, f.rule) != counted.end()) continue;
    counted.push_back(f.rule);
    add_part(facts, greatest, {FactName::caused_accidents, 1}, f.rule, cause(f));
  }
}

void add_recovery(const std::string& stakeholder, const Recovery& recovery, const Site& site,
                  Facts& facts) {
  for (const ServiceRecovery& service : recovery.services) {
    if (service.stakeholder != stakeholder) continue;
    const Work* last = nullptr;
    for (const Work& work : recovery.schedule.works) {
      if (!work.holds_down.contains(service.service)) continue;
      if (last == nullptr || work.finish_s > last->finish_s) last = &work;
    }
    const Text& name = site.services.at(service.service).name;
    Text because{name.ja + "の停止・低下。", "Reduced: " + name.en + ". "};
    if (last != nullptr) {
      because = because + Text{"最後に終わる作業:" + last->what.ja + "。",
                               "Last work to finish: " + last->what.en + "."};
    }
    keep_greatest(facts, FactName::time_to_recover, service.to_95_percent_s,
                  last != nullptr ? last->task : service.service, because);
  }
}

}  // namespace

Facts facts_of(const std::string& stakeholder, const Assessment& assessment,
               const Recovery& recovery, const Site& site) {
  Facts facts;
  add_people(stakeholder, assessment, facts);
  add_things_and_data(stakeholder, assessment, site, facts);
  add_caused(stakeholder, assessment, site, facts);
  add_recovery(stakeholder, recovery, site, facts);
  return facts;
}

void add_losses(const std::string& stakeholder, const Ledger& ledger, const Site& site,
                Facts& facts) {
  const double loss_yen = ledger.balance_of(stakeholder).loss_yen();
  const LedgerLine* greatest = nullptr;
  for (const LedgerLine& line : ledger.lines) {
    if (line.from != stakeholder) continue;
    if (greatest == nullptr || line.amount_yen > greatest->amount_yen) greatest = &line;
  }
  if (loss_yen <= 0 || greatest == nullptr) return;
  const Text amount = yen_words(greatest->amount_yen);
  const Text because{"最大の項目:" + greatest->what.ja + " " + amount.ja + "。",
                     "Greatest item: " + greatest->what.en + ", " + amount.en + "."};
  const auto add = [&](FactName name, double over) {
    if (over > 0) facts[name] = {loss_yen / over, greatest->id, because};
  };
  const Stakeholder& party = site.stakeholders.at(stakeholder);
  if (party.kind == PartyKind::company) {
    add(FactName::loss_yen, 1);
    add(FactName::loss_per_net_assets, party.net_assets_yen);
    add(FactName::loss_per_ordinary_profit, party.ordinary_profit_yen);
  } else {
    add(FactName::loss_per_household_income, party.household_count * party.household_income_yen);
  }
}

}  // namespace twinaxis::analysis
