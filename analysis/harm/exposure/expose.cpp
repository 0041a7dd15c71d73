#include <algorithm>
#include <array>

#include "analysis/harm/exposure/evaluate.h"
#include "analysis/words.h"

namespace twinaxis::analysis {
namespace {

/// Less than one case in a million runs is not worth a line.
constexpr double kNegligible_count = 1e-6;

bool applies(const HarmCurve& curve, bool indoors) {
  return curve.where == Whereabouts::anywhere || (curve.where == Whereabouts::indoors) == indoors;
}

/// Several ways to come to that severity act independently.
double probability_of(Severity severity, const std::vector<HarmCurve>& curves, bool indoors,
                      const ProbitAt& probability) {
  double none = 1;
  for (const HarmCurve& curve : curves) {
    if (curve.severity != severity || !applies(curve, indoors)) continue;
    none *= 1 - curve.share_fraction * probability(curve.probit, indoors);
  }
  return 1 - none;
}

}  // namespace

Finding start_finding(const Scene& scene, FindingKind kind, std::string subject,
                      std::string stakeholder) {
  Finding finding;
  finding.rule = scene.rule.id;
  finding.kind = kind;
  finding.subject = std::move(subject);
  finding.stakeholder = std::move(stakeholder);
  finding.what = scene.rule.what;
  finding.source = scene.rule.source;
  finding.from = scene.at;
  finding.to = scene.recording.end;
  finding.tags = scene.rule.counts_as;
  return finding;
}

const Column& column_of(const Scene& scene, const std::string& point) {
  const Column* column = scene.recording.find(point);
  require(column != nullptr,
          "rule '" + scene.rule.id + "' names a recorded point, not '" + point + "'");
  return *column;
}

void note(Finding& finding, const Text& role, const harm::LawInfo& info) {
  finding.laws.push_back({role, info.name, info.formula, info.source});
}

Text role_of(const HarmCurve& curve) {
  constexpr std::array<const char*, 3> severity_ja = {"死亡", "重傷以上", "負傷"};
  constexpr std::array<const char*, 3> where_ja = {"屋内外", "屋外", "屋内"};
  const auto severity = static_cast<std::size_t>(curve.severity);
  const auto where = static_cast<std::size_t>(curve.where);
  return {std::string("プロビット、") + severity_ja[severity] + "、" + where_ja[where],
          "probit, " + std::string(kSeverityNames[severity]) + ", " +
              std::string(kWhereaboutsNames[where])};
}

std::vector<double> seconds_of(const Recording& recording) {
  std::vector<double> time_s;
  for (const Time t : recording.times) time_s.push_back(to_s(t));
  return time_s;
}

const Column* column_or_null(const Scene& scene, const std::string& point) {
  return point.empty() ? nullptr : &column_of(scene, point);
}

std::optional<Time> first_above_0(const Recording& recording, const Column& column) {
  for (std::size_t i = 0; i < column.values.size(); ++i) {
    if (column.values[i] > 0) return recording.times[i];
  }
  return std::nullopt;
}

double mass_kg(const Scene& scene, const std::vector<Content>& contents) {
  double sum_kg = 0;
  for (const Content& content : contents) {
    sum_kg += std::max(0.0, column_of(scene, content.point).maximum) * content.kg_per_unit;
  }
  return sum_kg;
}

bool expose(const Scene& scene, const std::string& group, const std::vector<HarmCurve>& curves,
            const ProbitAt& probability, Finding& finding) {
  const Group& people = scene.site.groups.at(group);
  const auto present = people.present_persons.find(scene.shift);
  if (present == people.present_persons.end()) return false;
  for (const bool indoors : {false, true}) {
    const double part = indoors ? people.indoor_fraction : 1 - people.indoor_fraction;
    Exposed exposed{group, indoors, present->second * part, 0, 0, 0};
    if (exposed.persons <= 0) continue;
    const auto worst_of = [&](Severity severity, double worse) {
      return std::max(worse, probability_of(severity, curves, indoors, probability));
    };
    exposed.death_probability = worst_of(Severity::death, 0);
    exposed.serious_probability = worst_of(Severity::serious, exposed.death_probability);
    exposed.slight_probability = worst_of(Severity::slight, exposed.serious_probability);
    finding.exposed.push_back(exposed);
  }
  return count_harm(finding);
}

void expose_part(const Scene& scene, const std::string& group, double part_fraction, Risk risk,
                 Finding& finding) {
  const Group& people = scene.site.groups.at(group);
  const auto present = people.present_persons.find(scene.shift);
  if (present == people.present_persons.end()) return;
  const double serious = std::max(risk.death_probability, risk.serious_probability);
  const double slight = std::max(serious, risk.slight_probability);
  for (const bool indoors : {false, true}) {
    const double place = indoors ? people.indoor_fraction : 1 - people.indoor_fraction;
    const double persons = present->second * part_fraction * place;
    if (persons <= 0) continue;
    finding.exposed.push_back({group, indoors, persons, risk.death_probability, serious, slight});
  }
}

bool count_harm(Finding& finding) {
  double persons = 0, deaths = 0, serious = 0, slight = 0;
  for (const Exposed& e : finding.exposed) {
    persons += e.persons;
    deaths += e.persons * e.death_probability;
    serious += e.persons * (e.serious_probability - e.death_probability);
    slight += e.persons * (e.slight_probability - e.serious_probability);
    const std::string place_ja = e.indoors ? "屋内" : "屋外";
    const std::string place_en = e.indoors ? "indoors" : "outdoors";
    finding.evidence.push_back({place_ja + ":死亡" + percent_words(e.death_probability) +
                                    "、重傷以上" + percent_words(e.serious_probability) + "、負傷" +
                                    percent_words(e.slight_probability),
                                place_en + ": death " + percent_words(e.death_probability) +
                                    ", serious or worse " + percent_words(e.serious_probability) +
                                    ", any injury " + percent_words(e.slight_probability)});
  }
  finding.quantities["persons"] = {persons, "1"};
  finding.quantities["expected_deaths"] = {deaths, "1"};
  finding.quantities["expected_serious"] = {serious, "1"};
  finding.quantities["expected_slight"] = {slight, "1"};
  return deaths + serious + slight > kNegligible_count;
}

bool damage(const Scene& scene, const std::string& asset, double repair_fraction,
            Finding& finding) {
  const Asset& thing = scene.site.assets.at(asset);
  finding.quantities["repair_fraction"] = {repair_fraction, "1"};
  finding.quantities["count"] = {thing.count, "1"};
  finding.quantities["value_yen"] = {thing.count * thing.value_yen, "yen"};
  finding.quantities["repair_yen"] = {repair_fraction * thing.count * thing.value_yen, "yen"};
  return repair_fraction > kNegligible_count;
}

}  // namespace twinaxis::analysis
