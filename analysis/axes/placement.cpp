#include "analysis/axes/placement.h"

#include <algorithm>

#include "analysis/words.h"
#include "sim/core/require.h"
#include "sim/core/text.h"

namespace twinaxis::analysis {
namespace {

/// Why the level is what it is; `c` reached it.
Text reason_of(const Criterion& c, const Fact& fact) {
  const Text value = fact_words(c.fact, fact.value);
  const Text limit = fact_words(c.fact, c.at_least);
  const std::string level = std::to_string(c.level);
  return Text{text_of(c.fact).ja + ":" + value.ja + "(基準" + limit.ja + "以上でレベル" + level +
                  "、" + c.what.ja + ")。",
              "Level " + level + " because of " + text_of(c.fact).en + ": " + value.en +
                  " (level " + level + " from " + limit.en + "; " + c.what.en + "). "} +
         fact.because;
}

Text nothing_happened(Axis axis) {
  if (axis == Axis::economic) return {"損失はない。", "No loss."};
  return {"回復を要する事象はない。", "Nothing that has to be recovered from."};
}

Text soon_recovered(double work_s) {
  const Text time = time_words(work_s);
  return {"復旧作業は" + time.ja + "で終わり、どの基準にも当たらない。",
          "Recovered within " + time.en + "; no criterion is met."};
}

/// Why the level is no higher: how near the closest criterion `c` of a higher level is.
Text calm_reason(const Criterion& c, const Fact& fact, double ratio) {
  const Text value = fact_words(c.fact, fact.value);
  const Text limit = fact_words(c.fact, c.at_least);
  const std::string level = std::to_string(c.level);
  return Text{text_of(c.fact).ja + ":" + value.ja + "(レベル" + level + "の基準" + limit.ja + "の" +
                  percent_words(ratio) + ")。",
              text_of(c.fact).en + ": " + value.en + ", " + percent_words(ratio) +
                  " of what means level " + level + " (" + limit.en + "). "} +
         fact.because;
}

/// The closest criterion of a higher level. At level 1 it also tells what there was to judge.
void find_next(const Criteria& criteria, Axis axis, const Facts& facts, AxisPlace& place) {
  for (const Criterion& c : criteria.levels) {
    if (c.axis != axis || c.level <= place.level) continue;
    const auto fact = facts.find(c.fact);
    if (fact == facts.end()) continue;
    const double ratio = fact->second.value / c.at_least;
    if (ratio <= place.to_next_ratio) continue;
    place.to_next_ratio = ratio;
    place.next_criterion = c.id;
    if (place.level > 1) continue;
    place.fact = c.fact;
    place.value = fact->second.value;
    place.driver = fact->second.driver;
    place.reason = calm_reason(c, fact->second, ratio);
  }
}

Text verdict_of(const Site& site, const Stakeholder& party, const Placement& p) {
  const Text& one = site.criteria.axis1_names[p.axis1.level];
  const Text& two = site.criteria.axis2_names[p.axis2.level];
  return {
      party.name.ja + "のリスクは第1軸「" + one.ja + "」、第2軸「" + two.ja + "」で、" +
          (p.inside_target ? "目標とするリスクの水準に収まっている。"
                           : "目標とするリスクの水準に収まっておらず、何らかの対処が望まれる。"),
      "The risk of the " + party.name.en + " is '" + one.en + "' on axis 1 and '" + two.en +
          "' on axis 2: " +
          (p.inside_target ? "within the target."
                           : "outside the target, so some treatment is wanted.")};
}

}  // namespace

AxisPlace place(const Criteria& criteria, Axis axis, const Facts& facts) {
  AxisPlace place;
  place.reason = nothing_happened(axis);
  for (const Criterion& c : criteria.levels) {
    const auto fact = facts.find(c.fact);
    if (c.axis != axis || c.level <= place.level || fact == facts.end()) continue;
    if (fact->second.value < c.at_least) continue;
    place.level = c.level;
    place.criterion = c.id;
    place.fact = c.fact;
    place.value = fact->second.value;
    place.driver = fact->second.driver;
    place.reason = reason_of(c, fact->second);
  }
  find_next(criteria, axis, facts, place);
  return place;
}

double total_loss_yen(const std::vector<Placement>& placements) {
  double sum = 0;
  for (const Placement& p : placements) sum += std::max(0.0, p.loss_after_compensation_yen);
  return sum;
}

Placement place(const std::string& stakeholder, const Site& site, const Facts& facts,
                double work_s) {
  const auto party = site.stakeholders.find(stakeholder);
  require(party != site.stakeholders.end(), "'" + stakeholder + "' is a stakeholder of the site");
  Placement placement;
  placement.stakeholder = stakeholder;
  placement.axis1 = place(site.criteria, Axis::recovery, facts);
  const bool calm = placement.axis1.level == 1 && placement.axis1.next_criterion.empty();
  if (calm && work_s > 0) placement.axis1.reason = soon_recovered(work_s);
  placement.axis2 = place(site.criteria, Axis::economic, facts);
  placement.inside_target =
      party->second.target.accepts(placement.axis1.level, placement.axis2.level);
  placement.facts = facts;
  placement.verdict = verdict_of(site, party->second, placement);
  return placement;
}

}  // namespace twinaxis::analysis
