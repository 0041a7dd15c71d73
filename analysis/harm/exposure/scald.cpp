// Hot water on skin.

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/harm/exposure/evaluate.h"
#include "analysis/harm/skin.h"
#include "analysis/words.h"
#include "sim/core/text.h"

namespace twinaxis::analysis {
namespace {

/// Colder water is not worth a second opinion.
constexpr double kWarm_K = harm::kIcePoint_K + 43;
/// Of what reddens: an exposure below this is everyday.
constexpr double kWorthTelling_dose = 0.1;

/// Whose skin the water touches.
struct Body {
  harm::Skin skin;
  double age_years;
};

Body body_of(const Scald& law, const Group& people) {
  return {law.skin.value_or(people.skin), law.age_years.value_or(people.age_years)};
}

/// What the water does to the skin.
struct Burn {
  double peak_K = std::nan("");
  Time at_peak;
  double contact_s = 0;                  ///< with any water
  double hot_s = 0;                      ///< with water that burns in the end
  harm::ScaldDose first, second, third;  ///< doses: 1 is a burn of that degree
  double damage = 0;                     ///< Omega, second opinion

  bool reddened() const { return first.dose >= 1; }
  bool worth_telling() const { return first.dose >= kWorthTelling_dose; }
};

void look_at_peak(const Recording& recording, const harm::SkinContact& contact, Burn& burn) {
  for (std::size_t i = 0; i + 1 < contact.time_s.size(); ++i) {
    if (!contact.touched.empty() && !(contact.touched[i] > 0.5)) continue;
    const double held_s = contact.time_s[i + 1] - contact.time_s[i];
    burn.contact_s += held_s;
    if (contact.water_K[i] >= kWarm_K) burn.hot_s += held_s;
    for (const std::size_t k : {i, i + 1}) {
      if (std::isnan(contact.water_K[k]) || contact.water_K[k] <= burn.peak_K) continue;
      burn.peak_K = contact.water_K[k];
      burn.at_peak = recording.times[k];
    }
  }
}

Burn burn_of(const Scald& law, const Body& body, const Scene& scene) {
  const auto time_s = seconds_of(scene.recording);
  const Column& water = column_of(scene, law.water);
  require(water.unit == "K", "'" + law.water + "' on the skin is a temperature in K");
  const Column* exposed = column_or_null(scene, law.exposed);
  harm::SkinContact contact{time_s, water.values, {}};
  if (exposed != nullptr) contact.touched = exposed->values;
  const auto& table = law_named(harm::scald_laws(), law.law);
  const double factor = harm::scald_time_factor(body.skin);
  Burn burn;
  look_at_peak(scene.recording, contact, burn);
  if (!(burn.peak_K >= kWarm_K)) return burn;
  using harm::BurnDegree;
  burn.first = harm::scald_dose(table, BurnDegree::second, contact,
                                factor * harm::kFirstDegreeOfSecond_ratio);
  burn.second = harm::scald_dose(table, BurnDegree::second, contact, factor);
  burn.third = harm::scald_dose(table, BurnDegree::third, contact, factor);
  burn.damage =
      harm::damage_of_contact({}, law_named(harm::damage_kinetics(), "henriques"), contact);
  return burn;
}

/// "second degree from 12 min 3 s on", or by how much it was missed.
Text degree_words(const Text& degree, const harm::ScaldDose& dose) {
  const std::string size = quantity_words(dose.dose, "1").en;
  if (!dose.reached_s) {
    return {degree.ja + ":至らず(必要量の" + size + "倍)",
            degree.en + ": not reached (dose " + size + " of what it takes)"};
  }
  const Text at = time_words(*dose.reached_s);
  return {
      degree.ja + ":開始から" + at.ja + "で到達(必要量の" + size + "倍)",
      degree.en + ": reached " + at.en + " into the run (dose " + size + " times what it takes)"};
}

/// 0 for none.
int degree_of(const Burn& burn) {
  return burn.third.dose >= 1 ? 3 : burn.second.dose >= 1 ? 2 : burn.reddened() ? 1 : 0;
}
int integral_degree(double damage) {
  return damage >= harm::kThirdDegreeDamage    ? 3
         : damage >= harm::kSecondDegreeDamage ? 2
         : damage >= harm::kFirstDegreeDamage  ? 1
                                               : 0;
}

/// Where the two differ, why, and which one counts.
Text second_opinion(const Burn& burn) {
  static const std::array<Text, 4> degrees{{{"熱傷なし", "no burn"},
                                            {"I度", "first degree"},
                                            {"II度", "second degree"},
                                            {"III度", "third degree"}}};
  const std::string omega = quantity_words(burn.damage, "1").en;
  const int degree = integral_degree(burn.damage);
  const Text& name = degrees[static_cast<std::size_t>(degree)];
  const Text opinion{"別法(Henriquesの損傷積分、成人):Ω = " + omega + "、" + name.ja,
                     "second opinion, damage integral of Henriques for an adult: Omega = " + omega +
                         ", " + name.en};
  if (degree == degree_of(burn)) return opinion;
  return opinion + Text{
                       "。別法は表より長い時間を要し(50 °C未満では約4倍)、"
                       "皮膚の薄さも考えない。判定は表による",
                       "; it asks for more time than the table (below 50 °C about four times as "
                       "much) and knows no thin skin: the table decides"};
}

void explain_contact(const Burn& burn, Finding& finding) {
  const Text peak = quantity_words(burn.peak_K, "K");
  const Text at = time_words(to_s(burn.at_peak));
  const Text hot = time_words(burn.hot_s), lasting = time_words(burn.contact_s);
  const Text from = quantity_words(kWarm_K, "K");
  finding.evidence.push_back(
      {"皮膚に触れた湯の最高温度" + peak.ja + "(開始から" + at.ja + ")、" + from.ja +
           "以上の湯に触れた時間" + hot.ja + "(湯に触れた全時間" + lasting.ja + ")",
       "hottest water on the skin " + peak.en + " (" + at.en + " into the run), in contact with " +
           from.en + " or more for " + hot.en + " (with any water for " + lasting.en + ")"});
  finding.evidence.push_back(
      degree_words({"I度(発赤、負傷に数えない)", "first degree (redness, no injury)"}, burn.first));
  finding.evidence.push_back(degree_words({"II度", "second degree"}, burn.second));
}

void explain(const Scald& law, const Body& body, const Burn& burn, Finding& finding) {
  explain_contact(burn, finding);
  finding.evidence.push_back(
      degree_words({"III度(皮膚全層)", "third degree (full thickness)"}, burn.third));
  finding.evidence.push_back(second_opinion(burn));
  finding.quantities["peak_K"] = {burn.peak_K, "K"};
  finding.quantities["contact_s"] = {burn.hot_s, "s"};
  finding.quantities["first_degree"] = {burn.reddened() ? 1.0 : 0.0, "1"};
  finding.quantities["second_degree_dose"] = {burn.second.dose, "1"};
  finding.quantities["third_degree_dose"] = {burn.third.dose, "1"};
  finding.quantities["damage_integral"] = {burn.damage, "1"};
  const std::string factor = rounded(harm::scald_time_factor(body.skin), 3);
  note(finding, {"熱傷までの時間(時間の係数" + factor + ")", "time to burn, times " + factor},
       law_named(harm::scald_laws(), law.law).info);
  note(finding, {"別法", "second opinion"}, law_named(harm::damage_kinetics(), "henriques").info);
}

}  // namespace

void evaluate(const Scald& law, const Scene& scene, Findings& findings) {
  for (const auto& group : named_or_all(law.groups, scene.site.groups)) {
    const Group& people = scene.site.groups.at(group);
    const Body body = body_of(law, people);
    const Burn burn = burn_of(law, body, scene);
    if (!burn.worth_telling()) continue;
    const bool deep = burn.third.dose >= 1;
    Risk risk;
    risk.slight_probability = burn.second.dose >= 1 ? 1 : 0;
    risk.serious_probability = deep ? 1 : 0;
    if (deep) {
      risk.death_probability =
          harm::burn_death_probability(body.age_years, law.body_fraction, false);
    }
    Finding finding = start_finding(scene, FindingKind::harm, group, people.stakeholder);
    finding.from = time_from_s(burn.first.reached_s.value_or(to_s(scene.at)));
    finding.spared = !burn.reddened();
    if (finding.spared) explain_contact(burn, finding);
    else explain(law, body, burn, finding);
    if (deep) note(finding, {"熱傷による死亡確率", "death by burns"}, harm::revised_baux());
    expose_part(scene, group, law.share_fraction, risk, finding);
    if (finding.exposed.empty()) continue;
    if (!finding.spared) count_harm(finding);
    findings.push_back(finding);  // redness is told although it is no injury
  }
}

}  // namespace twinaxis::analysis
