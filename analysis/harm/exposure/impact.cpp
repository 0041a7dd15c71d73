// What strikes or squeezes a person.

#include "analysis/harm/impact.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "analysis/harm/blunt_injury.h"
#include "analysis/harm/contact_limits.h"
#include "analysis/harm/exposure/blow.h"
#include "analysis/harm/exposure/head_blow.h"
#include "analysis/harm/ground_risk.h"
#include "analysis/words.h"
#include "sim/core/text.h"

namespace twinaxis::analysis {
namespace {

/// Treatment of 30 days or more: a head injury from AIS 3 on, but any broken bone, which is AIS 2
/// at least. Assumption.
constexpr int kSeriousHead_ais = 3, kSeriousBone_ais = 2;

double stiffness_N_per_m(const BluntImpact& law, const harm::BodyRegion& region, const Blow& blow,
                         const Scene& scene) {
  double stiffness = region.stiffness_N_per_m;
  if (law.stiffness_low_N_per_m > 0) {
    const double high = std::max(law.stiffness_low_N_per_m, law.stiffness_high_N_per_m);
    stiffness = std::lerp(law.stiffness_low_N_per_m, high,
                          scene.draw.uniform("stiffness." + scene.rule.id));
  }
  const Column* protects = column_or_null(scene, law.protects);
  const bool worn = protects != nullptr && protects->values[blow.index] > 0.5;
  return worn ? law.padding_ratio * stiffness : stiffness;
}

/// By the measure that there is a curve for; the finding says which.
harm::AisExceedance severity_of(const BluntImpact& law, const harm::BodyRegion& region,
                                const harm::ContactPulse& pulse, Finding& finding) {
  if (harm::is_head(region)) {
    const auto& curves = law_named(harm::head_injury_laws(), law.law);
    note(finding, {"頭部傷害の曲線", "curves of head injury"}, curves.info);
    return curves.severity(pulse.hic);
  }
  harm::AisExceedance by_force = harm::force_severity(region, pulse.peak_force_N, false);
  note(finding, {"部位の耐性", "tolerance of the region"}, harm::force_tolerance());
  if (region.name == "chest") {
    const auto& curve = law_named(harm::injury_curves(), "chest_deflection");
    note(finding, {"胸部のたわみ", "deflection of the chest"}, curve.info);
    by_force[2] = std::max(by_force[2], curve.probability(1e3 * pulse.compression_m));
  }
  return harm::ordered(by_force);
}

/// Against the limit for robots that touch people.
void compare(const harm::BodyRegion& region, double force_N, bool clamped, Finding& finding) {
  const double limit_N = harm::force_limit_N(region, clamped);
  finding.quantities["force_ratio"] = {force_N / limit_N, "1"};
  const std::string ratio = quantity_words(force_N / limit_N, "1").en,
                    limit = quantity_words(limit_N, "N").en;
  finding.evidence.push_back({std::string("ISO/TS 15066の限度") +
                                  (clamped ? "(挟まれ)" : "(自由な接触)") + limit + "の" + ratio +
                                  "倍",
                              ratio + " times the limit of ISO/TS 15066, " + limit +
                                  (clamped ? " (clamped)" : " (free contact)")});
}

/// The greatest force on a region, free or clamped, and how bad that is.
struct Load {
  const harm::BodyRegion* region = nullptr;
  bool held = false;
  double force_N = 0;
  Time at{};
  harm::AisExceedance severity{};

  double ratio() const { return force_N / harm::force_limit_N(*region, held); }
  /// By death, broken bone, limit.
  std::array<double, 3> rank() const {
    return {harm::death_probability(severity), severity[kSeriousBone_ais - 1], ratio()};
  }
};

void add_load(const std::string& region, const Column& force, bool held, const Scene& scene,
              std::vector<Load>& loads) {
  Load load{.region = &region_named(region), .held = held};
  for (std::size_t i = 0; i < force.values.size(); ++i) {
    if (scene.recording.times[i] < scene.at || force.values[i] <= load.force_N) continue;
    load.force_N = force.values[i];
    load.at = scene.recording.times[i];
  }
  if (load.force_N <= 0) return;
  load.severity = harm::force_severity(*load.region, load.force_N, held);
  loads.push_back(load);
}

/// Of every region that is touched; of one that is clamped and was struck harder before that, both.
std::vector<Load> loads_of(const ContactForce& law, const Scene& scene) {
  std::vector<Load> loads;
  const auto add = [&](const std::string& form, bool held) {
    for (const Member& each : points_of_regions(form, law.region, scene)) {
      add_load(each.name, column_in(scene, each.point, "N"), held, scene, loads);
    }
  };
  add(law.clamped_force, true);
  add(law.force, false);
  const std::vector<Load> held(loads.begin(), std::ranges::find(loads, false, &Load::held));
  std::erase_if(loads, [&](const Load& load) {
    return !load.held && std::ranges::any_of(held, [&](const Load& other) {
      return other.region == load.region && other.force_N >= load.force_N;
    });
  });
  return loads;
}

template <class Explain>
void hurt_groups(const std::vector<std::string>& groups, double share, const Risk& risk,
                 const Scene& scene, Findings& findings, const Explain& explain_to) {
  for (const auto& group : named_or_all(groups, scene.site.groups)) {
    Finding finding =
        start_finding(scene, FindingKind::harm, group, scene.site.groups.at(group).stakeholder);
    expose_part(scene, group, share, risk, finding);
    explain_to(finding);
    if (count_harm(finding)) findings.push_back(finding);
  }
}

/// AIS 3+ by energy, death by Dalamagkidis.
Risk risk_of_energy(double energy_J, double transferred, double sheltering) {
  Risk risk;
  risk.serious_probability = harm::kinetic_energy_ais3_probability(transferred * energy_J);
  risk.death_probability =
      harm::Dalamagkidis{.sheltering = sheltering}.death_probability(transferred * energy_J);
  return risk;
}

void note_energy(Finding& finding) {
  note(finding, {"重傷(運動エネルギー)", "serious injury by energy"},
       harm::kinetic_energy_criterion());
  note(finding, {"死亡(運動エネルギー)", "death by energy"}, harm::dalamagkidis());
}

}  // namespace

void evaluate(const BluntImpact& law, const Scene& scene, Findings& findings) {
  const auto blow = hardest_blow(law.striker, scene);
  if (!blow) return;
  const harm::BodyRegion& region = region_named(law.region);
  const double stiffness = stiffness_N_per_m(law, region, *blow, scene);
  const double struck_kg = law.struck_kg > 0 ? law.struck_kg : region.effective_kg;
  const auto pulse =
      harm::contact_pulse({blow->mass_kg, struck_kg, stiffness}, blow->speed_m_per_s);
  Finding curves;
  const auto severity = severity_of(law, region, pulse, curves);
  const Risk risk = risk_of(severity, harm::is_head(region) ? kSeriousHead_ais : kSeriousBone_ais);
  hurt_groups(law.groups, law.share_fraction, risk, scene, findings, [&](Finding& f) {
    explain(*blow, f);
    explain(pulse, region, stiffness, f);
    compare(region, pulse.peak_force_N, false, f);
    note(f, {"力の限度", "limit of the force"}, harm::iso_ts_15066());
    f.laws.insert(f.laws.end(), curves.laws.begin(), curves.laws.end());
    explain(severity, f);
  });
}

void evaluate(const ContactForce& law, const Scene& scene, Findings& findings) {
  const std::vector<Load> loads = loads_of(law, scene);
  if (loads.empty()) return;
  const std::vector<HeadHit> hits =
      law.head ? head_hits(*law.head, law.region, scene) : std::vector<HeadHit>{};
  const Load& worst = *std::ranges::max_element(loads, {}, &Load::rank);
  harm::AisExceedance severity{};
  for (const Load& load : loads) {
    for (std::size_t i = 0; i < severity.size(); ++i) {
      severity[i] = std::max(severity[i], load.severity[i]);
    }
  }
  Risk risk = risk_of(severity, kSeriousBone_ais);
  for (const HeadHit& hit : hits) {
    const Risk head = risk_of(hit.severity, kSeriousHead_ais);
    risk.death_probability = std::max(risk.death_probability, head.death_probability);
    risk.serious_probability = std::max(risk.serious_probability, head.serious_probability);
    risk.slight_probability = std::max(risk.slight_probability, head.slight_probability);
    for (std::size_t i = 0; i < severity.size(); ++i) {
      severity[i] = std::max(severity[i], hit.severity[i]);
    }
  }
  hurt_groups(law.groups, law.share_fraction, risk, scene, findings, [&](Finding& f) {
    if (!hits.empty()) explain(hits.back(), f);
    f.from = worst.at;
    f.quantities["peak_force"] = {worst.force_N, "N"};
    for (const Load& load : loads) {
      const std::string newtons = quantity_words(load.force_N, "N").en;
      f.evidence.push_back({std::string(load.region->ja) + "に加わった最大の力" + newtons,
                            "greatest force on " + std::string(load.region->en) + ": " + newtons});
      compare(*load.region, load.force_N, load.held, f);
    }
    f.quantities["force_ratio"] = {worst.ratio(), "1"};
    note(f, {"力の限度", "limit of the force"}, harm::iso_ts_15066());
    note(f, {"部位の耐性", "tolerance of the region"}, harm::force_tolerance());
    explain(severity, f);
  });
}

void evaluate(const KineticEnergy& law, const Scene& scene, Findings& findings) {
  const auto blow = hardest_blow(law.striker, scene);
  if (!blow) return;
  Risk risk = risk_of_energy(blow->energy_J(), law.transferred_fraction, law.sheltering);
  risk.slight_probability = blow->energy_J() >= law.slight_from_J ? 1 : 0;
  hurt_groups(law.groups, law.share_fraction, risk, scene, findings, [&](Finding& f) {
    explain(*blow, f);
    note_energy(f);
  });
}

void evaluate(const GroundCasualty& law, const Scene& scene, Findings& findings) {
  const auto blow = hardest_blow(law.striker, scene);
  const Group& people = scene.site.groups.at(law.group);
  const auto present = people.present_persons.find(scene.shift);
  if (!blow || present == people.present_persons.end() || present->second <= 0) return;
  double angle_rad = law.angle_rad;
  if (!law.angle.empty()) {
    const double there = column_in(scene, law.angle, "rad").values[blow->index];
    angle_rad = there > 0.01 ? std::min(there, std::numbers::pi / 2) : 0.01;
  }
  const double width_m =
      law.width.empty() ? law.width_m : column_in(scene, law.width, "m").values[blow->index];
  const double area_m2 = harm::critical_area_m2(width_m, angle_rad);
  const double hit =
      harm::expected_casualties(1, area_m2, law.persons_per_m2, 1, law.sheltered_fraction);
  const double each = std::min(1.0, hit / present->second);  // any of those present may be the one
  Risk risk = risk_of_energy(blow->energy_J(), law.transferred_fraction, law.sheltering);
  risk.death_probability *= each;
  risk.serious_probability *= each;
  risk.slight_probability = each;
  hurt_groups({law.group}, 1, risk, scene, findings, [&](Finding& f) {
    explain(*blow, f);
    const std::string area = rounded(area_m2, 3) + " m2", persons = rounded(hit, 3);
    f.evidence.push_back({"落下の危険面積" + area + "、当たる人数の期待値" + persons,
                          "critical area " + area + ", " + persons + " persons hit on average"});
    f.quantities["critical_area"] = {area_m2, "m^2"};
    f.quantities["expected_hits"] = {hit, "1"};
    note(f, {"危険面積", "critical area"}, harm::jarus_critical_area());
    note_energy(f);
  });
}

}  // namespace twinaxis::analysis
