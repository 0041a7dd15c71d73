#include "analysis/harm/exposure/head_blow.h"

#include <algorithm>

#include "analysis/harm/blunt_injury.h"
#include "analysis/words.h"
#include "sim/core/text.h"

namespace twinaxis::analysis {

const harm::BodyRegion& region_named(const std::string& name) {
  const harm::BodyRegion* region = harm::find_body_region(name);
  require(region != nullptr, "'" + name + "' is a region of the body");
  return *region;
}

void explain(const harm::ContactPulse& pulse, const harm::BodyRegion& region,
             double stiffness_N_per_m, Finding& finding) {
  const std::string force = quantity_words(pulse.peak_force_N, "N").en;
  const std::string g = quantity_words(pulse.peak_g, "1").en + " g";
  const std::string ms = rounded(1e3 * pulse.pulse_s, 3) + " ms";
  const std::string k = rounded(stiffness_N_per_m / 1e3, 3) + " N/mm";
  const std::string hic =
      harm::is_head(region) ? ", HIC15 " + quantity_words(pulse.hic, "1").en : "";
  finding.evidence.push_back({"接触(" + std::string(region.ja) + "、剛性" + k + "):最大" + force +
                                  "、" + g + "、" + ms + hic,
                              "contact (" + std::string(region.en) + ", stiffness " + k +
                                  "): peak " + force + ", " + g + ", " + ms + hic});
  finding.quantities["peak_force"] = {pulse.peak_force_N, "N"};
  finding.quantities["peak_g"] = {pulse.peak_g, "1"};
  finding.quantities["pulse_s"] = {pulse.pulse_s, "s"};
  finding.quantities["stiffness"] = {stiffness_N_per_m, "N/m"};
  if (harm::is_head(region)) finding.quantities["hic"] = {pulse.hic, "1"};
  note(finding, {"接触", "contact"}, harm::two_mass_contact());
}

std::vector<HeadHit> head_hits(const HeadBlow& law, const std::string& region, const Scene& scene) {
  const auto& curves = law_named(harm::head_injury_laws(), law.law);
  std::vector<HeadHit> hits;
  for (const Member& member : points_of_regions(law.speed, region, scene)) {
    const Striker striker{
        .speed = member.point, .struck = {}, .mass = filled(law.mass, member.name)};
    const auto blow = hardest_blow(striker, scene);
    if (!blow) continue;
    HeadHit hit{.region = &region_named(member.name), .blow = *blow, .curves = &curves.info};
    hit.pulse = harm::contact_pulse(
        {blow->mass_kg, hit.region->effective_kg, hit.region->stiffness_N_per_m},
        blow->speed_m_per_s);
    hit.severity = curves.severity(hit.pulse.hic);
    hits.push_back(hit);
  }
  std::ranges::stable_sort(hits, {}, [](const HeadHit& hit) { return hit.pulse.hic; });
  return hits;
}

void explain(const HeadHit& hit, Finding& finding) {
  explain(hit.blow, finding);
  explain(hit.pulse, *hit.region, hit.region->stiffness_N_per_m, finding);
  note(finding, {"頭部傷害の曲線", "curves of head injury"}, *hit.curves);
}

}  // namespace twinaxis::analysis
