// Vessels that burst: the blast wave.

#include <algorithm>

#include "analysis/harm/blast.h"
#include "analysis/harm/exposure/evaluate.h"
#include "analysis/harm/probit.h"
#include "analysis/harm/vessel_burst.h"
#include "analysis/words.h"
#include "sim/core/require.h"

namespace twinaxis::analysis {
namespace {

struct BurstEnergy {
  const char* name;
  double (*energy_J)(const harm::GasVessel&);
  const char* formula;
};
constexpr BurstEnergy kBurstEnergies[] = {
    {"isentropic", harm::isentropic_J, "P1 V / (g - 1) (1 - (P0/P1)^((g-1)/g))"},
    {"brode", harm::brode_J, "(P1 - P0) V / (g - 1)"},
    {"isothermal", harm::isothermal_J, "P1 V ln(P1/P0)"},
    {"availability", harm::availability_J, "P1 V (ln(P1/P0) - (1 - P0/P1))"},
};

const BurstEnergy& burst_energy(const std::string& name) {
  const auto* found = std::ranges::find(kBurstEnergies, name, &BurstEnergy::name);
  require(found != std::end(kBurstEnergies), "energy of a burst '" + name + "' is known");
  return *found;
}

/// The charge that makes the same wave, and how it was found.
struct Charge {
  double tnt_kg = 0;
  Text evidence;
  LawUse energy;
};

Charge charge_of(const VesselBurst& law, const Scene& scene) {
  const BurstEnergy& energy = burst_energy(law.energy);
  const harm::GasVessel vessel{.burst_Pa = column_of(scene, law.pressure).maximum,
                               .gas_m3 = column_of(scene, law.gas_volume).maximum,
                               .heat_capacity_ratio = law.heat_capacity_ratio};
  const double energy_J = energy.energy_J(vessel);
  const double tnt_kg = harm::tnt_kg(energy_J);
  const Text pressure = quantity_words(vessel.burst_Pa, "Pa");
  const Text volume = quantity_words(vessel.gas_m3, "m^3");
  const Text joule = quantity_words(energy_J, "J");
  const Text mass = quantity_words(tnt_kg, "kg");
  return {tnt_kg,
          {"破裂圧力" + pressure.ja + "、気相" + volume.ja + " → 膨張エネルギー" + joule.ja +
               " = TNT " + mass.ja,
           "burst at " + pressure.en + ", gas " + volume.en + " -> expansion energy " + joule.en +
               " = TNT " + mass.en},
          {{"破裂エネルギー", "burst energy"},
           energy.name,
           energy.formula,
           "Crowl, Understanding Explosions, CCPS 2003, Appendix B"}};
}

harm::BlastExposure exposure_of(const harm::BlastWave& wave) {
  harm::BlastExposure exposure;
  exposure.overpressure_Pa = wave.incident_overpressure_Pa.value;
  exposure.impulse_Pa_s = wave.incident_impulse_Pa_s.value;
  return exposure;
}

void explain(const Charge& charge, const harm::BlastWave& wave, double distance_m,
             Finding& finding) {
  const harm::Bounded pressure_Pa = wave.incident_overpressure_Pa;
  const double impulse_Pa_s = wave.incident_impulse_Pa_s.value;
  const Text far = quantity_words(distance_m, "m");
  const Text pressure = quantity_words(pressure_Pa.value, "Pa");
  const Text impulse = quantity_words(impulse_Pa_s, "Pa.s");
  finding.quantities["overpressure_Pa"] = {pressure_Pa.value, "Pa"};
  finding.quantities["impulse_Pa_s"] = {impulse_Pa_s, "Pa.s"};
  finding.quantities["distance_m"] = {distance_m, "m"};
  finding.evidence.push_back(charge.evidence);
  finding.evidence.push_back(
      {far.ja + "地点:入射過圧" + pressure.ja + "、力積" + impulse.ja,
       "at " + far.en + ": incident overpressure " + pressure.en + ", impulse " + impulse.en});
  if (pressure_Pa.validity != harm::Validity::inside) {
    finding.evidence.push_back({"爆風曲線の適用範囲外のため、範囲の端の値を用いた",
                                "outside the range of the blast curve; the value at its end "
                                "stands in"});
  }
  finding.laws.push_back(charge.energy);
  finding.laws.push_back({{"爆風曲線", "blast curve"},
                          "kingery_bulmash",
                          "ln y = sum c_i (ln Z)^i, Z = R / W^(1/3)",
                          "Swisdak 1994 (ADA526744), hemispherical surface burst"});
}

void burst_hits_group(const VesselBurst& law, const Scene& scene, const Charge& charge,
                      const std::string& group, Findings& findings) {
  const Group& people = scene.site.groups.at(group);
  const auto wave = harm::kingery_bulmash(charge.tnt_kg, people.distance_m);
  Finding finding = start_finding(scene, FindingKind::harm, group, people.stakeholder);
  explain(charge, wave, people.distance_m, finding);
  for (const HarmCurve& curve : law.people) {
    note(finding, role_of(curve), law_named(harm::overpressure_probits(), curve.probit).info);
  }
  const auto probability = [&](const std::string& probit, bool) {
    return law_named(harm::overpressure_probits(), probit).probability(exposure_of(wave));
  };
  if (expose(scene, group, law.people, probability, finding)) findings.push_back(finding);
}

/// Mean share of the value to repair: damage states are nested, each reached with its own
/// probability.
double expected_repair(std::vector<DamageCurve> curves, const harm::BlastExposure& wave) {
  std::ranges::stable_sort(curves, {}, &DamageCurve::repair_fraction);
  double mean = 0;
  double worse = 0;  // probability of a graver state
  for (auto curve = curves.rbegin(); curve != curves.rend(); ++curve) {
    const double p = law_named(harm::overpressure_probits(), curve->probit).probability(wave);
    mean += std::max(0.0, p - worse) * curve->repair_fraction;
    worse = std::max(worse, p);
  }
  return mean;
}

void burst_hits_asset(const VesselBurst& law, const Scene& scene, const Charge& charge,
                      const std::string& asset, Findings& findings) {
  const Asset& thing = scene.site.assets.at(asset);
  const auto wave = harm::kingery_bulmash(charge.tnt_kg, thing.distance_m);
  Finding finding = start_finding(scene, FindingKind::damage, asset, thing.stakeholder);
  explain(charge, wave, thing.distance_m, finding);
  for (const DamageCurve& curve : law.damage) {
    const std::string part = percent_words(curve.repair_fraction);
    note(finding, {"プロビット、修復率" + part, "probit, repair of " + part},
         law_named(harm::overpressure_probits(), curve.probit).info);
  }
  if (damage(scene, asset, expected_repair(law.damage, exposure_of(wave)), finding)) {
    findings.push_back(finding);
  }
}

}  // namespace

void evaluate(const VesselBurst& law, const Scene& scene, Findings& findings) {
  const Charge charge = charge_of(law, scene);
  if (charge.tnt_kg <= 0) return;
  for (const auto& group : named_or_all(law.groups, scene.site.groups)) {
    burst_hits_group(law, scene, charge, group, findings);
  }
  for (const auto& asset : named_or_all(law.assets, scene.site.assets)) {
    burst_hits_asset(law, scene, charge, asset, findings);
  }
}

}  // namespace twinaxis::analysis
