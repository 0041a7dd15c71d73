// Fireballs of what a burst vessel sets free.

#include <algorithm>

#include "analysis/harm/exposure/evaluate.h"
#include "analysis/harm/fireball.h"
#include "analysis/harm/probit.h"
#include "analysis/harm/release.h"
#include "analysis/words.h"

namespace twinaxis::analysis {
namespace {

/// A fireball and the heat it sends.
class Fire {
 public:
  Fire(const FireballBurn& law, const Scene& scene) : law_(law), scene_(scene) {
    const double airborne = harm::airborne_fraction(column_of(scene, law.flash_fraction).maximum);
    const double burning_kg = airborne * mass_kg(scene, law.contents);
    ball_ = law_named(harm::fireball_laws(), law.law).fireball(burning_kg);
    if (law.law == "gost") return;  // has an emissive power of its own
    const double burst_Pa = column_of(scene, law.pressure).maximum;
    emissive_W_per_m2_ = harm::surface_emissive_power_W_per_m2(
        ball_, law.combustion_J_per_kg, harm::radiant_fraction_roberts(burst_Pa));
  }

  bool burns() const { return ball_.mass_kg > 0; }
  double flux_W_per_m2(double distance_m) const {
    if (law_.law == "gost") return harm::gost_received_flux_W_per_m2(ball_, distance_m);
    return harm::received_flux_W_per_m2(ball_, emissive_W_per_m2_, distance_m,
                                        scene_.site.weather.water_vapour_Pa);
  }
  double dose(double distance_m) const {
    return harm::thermal_dose(flux_W_per_m2(distance_m), ball_.duration_s);
  }

  void explain(double distance_m, Finding& finding) const {
    const Text mass = quantity_words(ball_.mass_kg, "kg");
    const Text size = quantity_words(ball_.diameter_m, "m");
    const Text lasting = time_words(ball_.duration_s);
    const Text far = quantity_words(distance_m, "m");
    const Text flux = quantity_words(flux_W_per_m2(distance_m), "W/m^2");
    finding.quantities["flux_W_per_m2"] = {flux_W_per_m2(distance_m), "W/m^2"};
    finding.quantities["distance_m"] = {distance_m, "m"};
    finding.evidence.push_back(
        {"ファイアボール:質量" + mass.ja + "、直径" + size.ja + "、継続" + lasting.ja,
         "fireball: mass " + mass.en + ", diameter " + size.en + ", duration " + lasting.en});
    finding.evidence.push_back(
        {far.ja + "地点:熱放射" + flux.ja, "at " + far.en + ": thermal radiation " + flux.en});
    note(finding, {"ファイアボール", "fireball"}, law_named(harm::fireball_laws(), law_.law).info);
  }

 private:
  const FireballBurn& law_;
  const Scene& scene_;
  harm::Fireball ball_;
  double emissive_W_per_m2_ = 0;
};

void fire_hits_group(const FireballBurn& law, const Scene& scene, const Fire& fire,
                     const std::string& group, Findings& findings) {
  const Group& people = scene.site.groups.at(group);
  Finding finding = start_finding(scene, FindingKind::harm, group, people.stakeholder);
  fire.explain(people.distance_m, finding);
  for (const HarmCurve& curve : law.people) {
    note(finding, role_of(curve), law_named(harm::thermal_probits(), curve.probit).info);
  }
  const double dose = fire.dose(people.distance_m);
  const auto probability = [&](const std::string& probit, bool) {
    return law_named(harm::thermal_probits(), probit).probability(dose);
  };
  if (expose(scene, group, law.people, probability, finding)) findings.push_back(finding);
}

void fire_hits_asset(const FireballBurn& law, const Scene& scene, const Fire& fire,
                     const std::string& asset, Findings& findings) {
  const Asset& thing = scene.site.assets.at(asset);
  Finding finding = start_finding(scene, FindingKind::damage, asset, thing.stakeholder);
  fire.explain(thing.distance_m, finding);
  double repair = 0;
  for (const HeatDamage& step : law.damage) {
    if (fire.flux_W_per_m2(thing.distance_m) < step.above_W_per_m2) continue;
    repair = std::max(repair, step.repair_fraction);
  }
  if (damage(scene, asset, repair, finding)) findings.push_back(finding);
}

}  // namespace

void evaluate(const FireballBurn& law, const Scene& scene, Findings& findings) {
  const Fire fire(law, scene);
  if (!fire.burns()) return;
  for (const auto& group : named_or_all(law.groups, scene.site.groups)) {
    fire_hits_group(law, scene, fire, group, findings);
  }
  for (const auto& asset : named_or_all(law.assets, scene.site.assets)) {
    fire_hits_asset(law, scene, fire, asset, findings);
  }
}

}  // namespace twinaxis::analysis
