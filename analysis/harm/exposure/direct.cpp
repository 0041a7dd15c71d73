// What a rule states outright.

#include <algorithm>

#include "analysis/harm/exposure/evaluate.h"

namespace twinaxis::analysis {

void evaluate(const DirectHarm& law, const Scene& scene, Findings& findings) {
  const Group& people = scene.site.groups.at(law.group);
  const auto present = people.present_persons.find(scene.shift);
  if (present == people.present_persons.end()) return;
  Finding finding = start_finding(scene, FindingKind::harm, law.group, people.stakeholder);
  const double serious = std::max(law.death_probability, law.serious_probability);
  const double slight = std::max(serious, law.slight_probability);
  for (const bool indoors : {false, true}) {
    const double part = indoors ? people.indoor_fraction : 1 - people.indoor_fraction;
    const double persons = present->second * law.exposed_fraction * part;
    if (persons <= 0) continue;
    finding.exposed.push_back(
        {law.group, indoors, persons, law.death_probability, serious, slight});
  }
  if (count_harm(finding)) findings.push_back(finding);
}

void evaluate(const DirectDamage& law, const Scene& scene, Findings& findings) {
  const Asset& thing = scene.site.assets.at(law.asset);
  Finding finding = start_finding(scene, FindingKind::damage, law.asset, thing.stakeholder);
  if (damage(scene, law.asset, law.repair_fraction, finding)) findings.push_back(finding);
}

}  // namespace twinaxis::analysis
