// What a rule states outright.

#include <algorithm>

#include "analysis/harm/exposure/evaluate.h"

namespace twinaxis::analysis {
namespace {

/// As stated, or the greatest value of the point that says it.
double repair_fraction(const DirectDamage& law, const Scene& scene, Finding& finding) {
  if (law.fraction.empty()) return law.repair_fraction;
  const Column& column = column_of(scene, law.fraction);
  const double part = column.maximum > 0 ? std::min(1.0, column.maximum) : 0;  // NaN: none
  finding.from = std::max(scene.at, first_above_0(scene.recording, column).value_or(scene.at));
  finding.causes.push_back({"", law.fraction, finding.from, column.maximum, column.unit, {}});
  return part;
}

}  // namespace

void evaluate(const DirectHarm& law, const Scene& scene, Findings& findings) {
  const Group& people = scene.site.groups.at(law.group);
  Finding finding = start_finding(scene, FindingKind::harm, law.group, people.stakeholder);
  expose_part(scene, law.group, law.exposed_fraction,
              {law.death_probability, law.serious_probability, law.slight_probability}, finding);
  if (count_harm(finding)) findings.push_back(finding);
}

void evaluate(const DirectDamage& law, const Scene& scene, Findings& findings) {
  const Asset& thing = scene.site.assets.at(law.asset);
  Finding finding = start_finding(scene, FindingKind::damage, law.asset, thing.stakeholder);
  if (damage(scene, law.asset, repair_fraction(law, scene, finding), finding)) {
    findings.push_back(finding);
  }
}

}  // namespace twinaxis::analysis
