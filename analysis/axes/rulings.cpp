#include "analysis/axes/rulings.h"

#include <algorithm>

#include "analysis/words.h"
#include "sim/core/text.h"

namespace twinaxis::analysis {
namespace {

bool reaches(double value, double threshold) { return threshold > 0 && value >= threshold; }

bool is_among(const std::string& tag, const std::vector<std::string>& tags) {
  return std::ranges::find(tags, tag) != tags.end();
}

bool reaches(const Toll& toll, const AccidentClass& c) {
  const double grave = toll.deaths + toll.serious;
  return reaches(toll.deaths, c.deaths) || reaches(grave, c.deaths_and_serious) ||
         reaches(grave + toll.slight, c.casualties) || reaches(toll.damage_yen, c.damage_yen) ||
         std::ranges::any_of(c.tags,
                             [&](const std::string& tag) { return is_among(tag, toll.tags); });
}

/// The fact that calls for a duty, its value and from which value on.
Text trigger_words(const Duty& duty, const Fact& fact) {
  const Text value = fact_words(duty.fact, fact.value);
  const Text limit = fact_words(duty.fact, duty.at_least);
  return Text{text_of(duty.fact).ja + ":" + value.ja + "(基準" + limit.ja + "以上)。",
              text_of(duty.fact).en + ": " + value.en + " (from " + limit.en + "). "} +
         fact.because;
}

Text toll_words(const Toll& toll) {
  const Text damage = yen_words(toll.damage_yen);
  Text also;
  for (const Text& what : toll.tagged) also = also + Text{"、" + what.ja, "; " + what.en};
  return {"死者" + count_words(toll.deaths) + "人、重傷" + count_words(toll.serious) + "人、軽傷" +
              count_words(toll.slight) + "人、物的損害" + damage.ja + also.ja,
          count_words(toll.deaths) + " dead, " + count_words(toll.serious) + " seriously and " +
              count_words(toll.slight) + " slightly injured, property damage " + damage.en +
              also.en};
}

}  // namespace

Toll toll_of(const Assessment& assessment, const Ledger& ledger) {
  Toll toll;
  for (const Casualties& c : assessment.casualties) {
    toll.deaths += c.deaths;
    toll.serious += c.serious;
    toll.slight += c.slight;
  }
  for (const Finding& finding : assessment.findings) {
    if (!finding.tags.empty()) toll.tagged.push_back(finding.what);
    for (const std::string& tag : finding.tags) {
      if (!is_among(tag, toll.tags)) toll.tags.push_back(tag);
    }
  }
  for (const LedgerLine& line : ledger.lines) {
    if (line.category == LossClass::property && !line.compensation) {
      toll.damage_yen += line.amount_yen;
    }
  }
  return toll;
}

const AccidentClass* class_of(const Toll& toll, const std::vector<AccidentClass>& classes) {
  const auto found =
      std::ranges::find_if(classes, [&](const AccidentClass& c) { return reaches(toll, c); });
  return found == classes.end() ? nullptr : &*found;
}

void rule_on(const Site& site, Outcome& outcome) {
  const Toll toll = toll_of(outcome.assessment, outcome.ledger);
  if (const auto* c = class_of(toll, site.criteria.accident_classes)) {
    outcome.accident_class = c->name;
    outcome.rulings.push_back({c->name, "", c->what, toll_words(toll), c->provenance, c->source});
  }
  for (const Placement& placement : outcome.placements) {
    // Those who are hurt, or whose data leaked, have nothing to report.
    const auto party = site.stakeholders.find(placement.stakeholder);
    if (party != site.stakeholders.end() && party->second.kind == PartyKind::persons) continue;
    for (const Duty& duty : site.criteria.duties) {
      const auto fact = placement.facts.find(duty.fact);
      if (fact == placement.facts.end() || fact->second.value < duty.at_least) continue;
      outcome.rulings.push_back({duty.id, placement.stakeholder, duty.what,
                                 trigger_words(duty, fact->second), duty.provenance, duty.source});
    }
  }
}

}  // namespace twinaxis::analysis
