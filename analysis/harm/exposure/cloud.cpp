// Releases that drift with the wind: toxic load and flash fire.

#include <algorithm>
#include <cmath>

#include "analysis/harm/dispersion.h"
#include "analysis/harm/exposure/evaluate.h"
#include "analysis/harm/probit.h"
#include "analysis/words.h"
#include "sim/core/text.h"

namespace twinaxis::analysis {
namespace {

/// Where people breathe.
constexpr double kBreathing_m = 1.5;

struct Source {
  double height_m = 0;
  double molar_mass_kg_per_kmol = 0;
  std::string spread;
};

/// Concentration at a group for a release of 1 kg/s, at once along the whole way (a quasi-steady
/// plume: the release lasts much longer than the wind needs to the group).
double ppm_of_1_kg_per_s(const Scene& scene, const Source& source, const Group& people) {
  const Weather& weather = scene.site.weather;
  const double angle_rad = people.direction_rad - scene.wind_towards_rad;
  const harm::Place at{people.distance_m * std::cos(angle_rad),
                       people.distance_m * std::sin(angle_rad), kBreathing_m};
  if (at.x_m <= 0) return 0;
  // Below 10 m the power law of the wind is not trusted.
  const double wind_m_per_s =
      harm::wind_m_per_s(weather.wind_m_per_s, weather.wind_height_m,
                         std::max(source.height_m, 10.0), weather.stability, weather.terrain);
  const harm::PlumeSource plume{1, wind_m_per_s, source.height_m, weather.stability};
  const auto& law = law_named(harm::plume_spread_laws(), source.spread);
  return harm::ppm_of_mass_concentration(harm::plume_kg_per_m3(plume, law, at),
                                         source.molar_mass_kg_per_kmol, weather.temperature_K);
}

void explain(const Scene& scene, const Source& source, double ppm, double distance_m,
             Finding& finding) {
  const Text far = quantity_words(distance_m, "m");
  const Text wind = quantity_words(scene.site.weather.wind_m_per_s, "m/s");
  const std::string peak = quantity_words(ppm, "ppm").en;
  finding.quantities["peak_ppm"] = {ppm, "ppm"};
  finding.quantities["distance_m"] = {distance_m, "m"};
  finding.evidence.push_back(
      {far.ja + "地点:最大濃度" + peak + "(風速" + wind.ja + ")",
       "at " + far.en + ": peak concentration " + peak + " (wind " + wind.en + ")"});
  note(finding, {"拡散幅", "spread"}, law_named(harm::plume_spread_laws(), source.spread).info);
}

void plume_hits_group(const ToxicPlume& law, const Scene& scene, const std::string& group,
                      Findings& findings) {
  const Group& people = scene.site.groups.at(group);
  const Source source{law.height_m, law.molar_mass_kg_per_kmol, law.spread};
  const double ppm_per_unit = ppm_of_1_kg_per_s(scene, source, people) * law.kg_per_unit;
  if (ppm_per_unit <= 0) return;
  const Column& rate = column_of(scene, law.rate);
  const auto time_s = seconds_of(scene.recording);
  Finding finding = start_finding(scene, FindingKind::harm, group, people.stakeholder);
  explain(scene, source, ppm_per_unit * std::max(0.0, rate.maximum), people.distance_m, finding);
  for (const HarmCurve& curve : law.people) {
    note(finding, role_of(curve), law_named(harm::toxic_probits(), curve.probit).info);
  }
  const auto probability = [&](const std::string& name, bool indoors) {
    std::vector<double> ppm = rate.values;
    for (double& c : ppm) c *= ppm_per_unit * (indoors ? law.indoor_ratio : 1);
    const auto& probit = law_named(harm::toxic_probits(), name);
    return probit.probability(probit.load(time_s, ppm));
  };
  if (expose(scene, group, law.people, probability, finding)) findings.push_back(finding);
}

void fire_hits_group(const FlashFire& law, const Scene& scene, const std::string& group,
                     Findings& findings) {
  const Group& people = scene.site.groups.at(group);
  const Source source{law.height_m, law.molar_mass_kg_per_kmol, law.spread};
  const double ppm = ppm_of_1_kg_per_s(scene, source, people) * law.kg_per_unit *
                     std::max(0.0, column_of(scene, law.rate).maximum);
  const auto present = people.present_persons.find(scene.shift);
  if (ppm < law.flammable_from_ppm || present == people.present_persons.end()) return;
  Finding finding = start_finding(scene, FindingKind::harm, group, people.stakeholder);
  explain(scene, source, ppm, people.distance_m, finding);
  const double serious = std::max(law.death_probability, law.serious_probability);
  finding.exposed.push_back({group, false, present->second * (1 - people.indoor_fraction),
                             law.death_probability, serious, serious});
  if (count_harm(finding)) findings.push_back(finding);
}

}  // namespace

void evaluate(const ToxicPlume& law, const Scene& scene, Findings& findings) {
  for (const auto& group : named_or_all(law.groups, scene.site.groups)) {
    plume_hits_group(law, scene, group, findings);
  }
}

void evaluate(const FlashFire& law, const Scene& scene, Findings& findings) {
  for (const auto& group : named_or_all(law.groups, scene.site.groups)) {
    fire_hits_group(law, scene, group, findings);
  }
}

}  // namespace twinaxis::analysis
