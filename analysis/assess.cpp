#include "analysis/assess.h"

#include <algorithm>
#include <numbers>

#include "analysis/axes/gather.h"
#include "analysis/axes/rulings.h"
#include "analysis/each.h"
#include "analysis/harm/exposure/casualties.h"
#include "analysis/harm/exposure/evaluate.h"

namespace twinaxis::analysis {
namespace {

/// The shift of the site in a plain run; in a sample, one drawn by its part of the year.
std::string shift_of(const Site& site, const Draw& draw) {
  if (draw.plain()) return site.shift;
  double left = draw.uniform("shift");
  for (const auto& [shift, part] : site.shift_fraction) {
    if ((left -= part) < 0) return shift;
  }
  return site.shift;
}

double wind_towards_rad(const Site& site, const Draw& draw) {
  if (draw.plain() || !site.weather.random_direction) return site.weather.wind_towards_rad;
  return 2 * std::numbers::pi * draw.uniform("wind");
}

/// The findings of one rule at one scene, each with what made the rule apply.
Findings findings_of(const Scene& scene) {
  Findings findings;
  std::visit([&](const auto& law) { evaluate(law, scene, findings); }, scene.rule.law);
  const auto causes = causes_of(scene.rule.when, scene.recording);
  for (Finding& finding : findings) {
    finding.causes.insert(finding.causes.begin(), causes.begin(), causes.end());
  }
  return findings;
}

/// Seconds until the last work of a stakeholder is done; 0 if it has none.
double work_of(const std::string& stakeholder, const Schedule& schedule) {
  double finish_s = 0;
  for (const Work& work : schedule.works) {
    if (work.stakeholder == stakeholder) finish_s = std::max(finish_s, work.finish_s);
  }
  return finish_s;
}

}  // namespace

Assessment assess(const Recording& recording, const Consequences& consequences, const Site& site,
                  const Draw& draw) {
  Assessment assessment;
  assessment.shift = shift_of(site, draw);
  const double wind_rad = wind_towards_rad(site, draw);
  std::vector<std::string> points;
  for (const Column& column : recording.columns) points.push_back(column.name);
  for (const Rule& rule : consequences.rules) {
    for (const std::string& member : members_of(rule, points)) {
      const Rule bound = bound_to(rule, member, site);
      const auto at = first_time(bound.when, recording);
      const std::string stream = "rule." + rule.id + (member.empty() ? "" : "." + member);
      if (!at || !draw.happens(stream, rule.probability)) continue;
      const Scene scene{recording, site, bound, assessment.shift, wind_rad, *at, draw};
      for (Finding& finding : findings_of(scene)) {
        auto& list = finding.spared ? assessment.spared : assessment.findings;
        list.push_back(std::move(finding));
      }
    }
  }
  assessment.casualties = count_casualties(assessment.findings, draw);
  return assessment;
}

Outcome outcome_of(const Recording& recording, const Consequences& consequences, const Site& site,
                   const UnitCosts& prices, const Draw& draw) {
  Outcome outcome;
  outcome.assessment = assess(recording, consequences, site, draw);
  outcome.recovery = recover(recording, outcome.assessment, consequences, site, draw);
  outcome.ledger =
      settle(recording, outcome.assessment, outcome.recovery, consequences, site, prices);
  for (const std::string& id : ordered_stakeholders(site)) {
    Facts facts = facts_of(id, outcome.assessment, outcome.recovery, site);
    add_losses(id, outcome.ledger, site, facts);
    Placement placement = place(id, site, facts, work_of(id, outcome.recovery.schedule));
    const Balance balance = outcome.ledger.balance_of(id);
    placement.loss_yen = balance.loss_yen();
    placement.loss_after_compensation_yen = balance.loss_after_compensation_yen();
    outcome.placements.push_back(std::move(placement));
  }
  outcome.total_loss_yen = total_loss_yen(outcome.placements);
  rule_on(site, outcome);
  return outcome;
}

}  // namespace twinaxis::analysis
