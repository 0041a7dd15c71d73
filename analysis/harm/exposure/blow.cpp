#include "analysis/harm/exposure/blow.h"

#include <algorithm>

#include "analysis/words.h"
#include "sim/core/text.h"

namespace twinaxis::analysis {

const Column& column_in(const Scene& scene, const std::string& point, const char* unit) {
  const Column& column = column_of(scene, point);
  require(column.unit == unit, "'" + point + "' is in " + unit);
  return column;
}

std::optional<Blow> hardest_blow(const Striker& striker, const Scene& scene) {
  const Column& speed = column_in(scene, striker.speed, "m/s");
  const Column* struck = column_or_null(scene, striker.struck);
  const Column* mass = striker.mass.empty() ? nullptr : &column_in(scene, striker.mass, "kg");
  std::optional<Blow> hardest;
  for (std::size_t i = 0; i < speed.values.size(); ++i) {
    if (scene.recording.times[i] < scene.at) continue;
    if (struck != nullptr && !(struck->values[i] > 0.5)) continue;
    const Blow blow{scene.recording.times[i], speed.values[i],
                    mass == nullptr ? striker.mass_kg : mass->values[i], i};
    if (!(blow.speed_m_per_s > 0) || !(blow.mass_kg > 0)) continue;  // NaN: none
    if (!hardest || blow.energy_J() > hardest->energy_J()) hardest = blow;
  }
  return hardest;
}

std::vector<Member> points_of_regions(const std::string& form, const std::string& region,
                                      const Scene& scene) {
  if (form.empty()) return {};
  if (!region.empty()) return {{form, region}};
  std::vector<std::string> points;
  for (const Column& column : scene.recording.columns) points.push_back(column.name);
  return points_like(form, points);
}

void explain(const Blow& blow, Finding& finding) {
  const std::string speed = rounded(blow.speed_m_per_s, 3) + " m/s";
  const std::string mass = rounded(blow.mass_kg, 3) + " kg";
  const std::string energy = quantity_words(blow.energy_J(), "1").en + " J";
  const Text at = time_words(to_s(blow.at));
  finding.from = blow.at;
  finding.evidence.push_back(
      {"最も強い衝突:" + speed + "、有効質量" + mass + "、" + energy + "(開始から" + at.ja + ")",
       "hardest blow: " + speed + ", effective mass " + mass + ", " + energy + " (" + at.en +
           " into the run)"});
  finding.quantities["impact_speed"] = {blow.speed_m_per_s, "m/s"};
  finding.quantities["impact_energy"] = {blow.energy_J(), "J"};
}

Risk risk_of(const harm::AisExceedance& severity, int serious_from_ais) {
  return {harm::death_probability(severity),
          severity[static_cast<std::size_t>(serious_from_ais - 1)], severity[0]};
}

void explain(const harm::AisExceedance& severity, Finding& finding) {
  double persons = 0;
  for (const Exposed& e : finding.exposed) persons += e.persons;
  std::string levels;
  for (int ais = 1; ais <= harm::kWorstAis; ++ais) {
    const double p = severity[static_cast<std::size_t>(ais - 1)];
    levels += (ais == 1 ? "" : ", ") + std::to_string(ais) + "+ " + percent_words(p);
    finding.quantities["ais_" + std::to_string(ais)] = {p, "1"};
  }
  const double days = harm::expected_lost_days(severity);
  finding.evidence.push_back(
      {"AIS " + levels + "、1人あたりの労働損失日数の期待値" + rounded(days, 3) + "日",
       "AIS " + levels + "; " + rounded(days, 3) + " lost working days expected for each person"});
  finding.quantities["lost_working_days"] = {persons * days, "day"};
  finding.quantities["expected_off_4_days"] = {
      persons * severity[static_cast<std::size_t>(harm::kFourDaysOffFromAis - 1)], "1"};
  note(finding, {"AIS からの死亡確率", "death by AIS"}, harm::neal_sturgess());
  note(finding, {"労働損失日数", "lost working days"}, harm::japanese_lost_days());
}

}  // namespace twinaxis::analysis
