// What happens to production, computers, data and surroundings.

#include <algorithm>
#include <cmath>

#include "analysis/harm/exposure/evaluate.h"
#include "analysis/loss/production.h"
#include "analysis/recovery/timeline.h"
#include "analysis/words.h"
#include "sim/core/text.h"

namespace twinaxis::analysis {
namespace {

/// Seconds that recorded value `i` stands for: until the next one; none for the last.
double held_s(const Recording& recording, std::size_t i) {
  return i + 1 < recording.times.size() ? to_s(recording.times[i + 1] - recording.times[i]) : 0;
}

bool is_on(const Column* column, std::size_t i) {
  return column != nullptr && column->values[i] > 0.5;
}

}  // namespace

void evaluate(const ServiceInterruption& law, const Scene& scene, Findings& findings) {
  const Service& service = scene.site.services.at(law.service);
  const TimeLine line = production_line(law, scene.site, scene.recording);
  const double lost_s = shortfall_s(line, 0);
  const double final_level = line.empty() ? 1 : line.back().level;
  if (lost_s < law.least_lost_s && final_level >= law.enough_fraction) return;
  Finding finding =
      start_finding(scene, FindingKind::interruption, law.service, service.stakeholder);
  const auto first = std::ranges::find_if(line, [](const Knot& k) { return k.level < 1; });
  if (first != line.end()) finding.from = time_from_s(first->at_s);
  finding.quantities["lost_s"] = {lost_s, "s"};
  finding.quantities["lost_days"] = {lost_s / 86400, "day"};
  finding.quantities["lost"] = {lost_s * service.normal_per_s, service.unit};
  finding.quantities["final_level"] = {final_level, "1"};
  finding.quantities["final_shortfall"] = {1 - final_level, "1"};
  const Text lost = time_words(lost_s);
  finding.evidence.push_back({"運転記録の間に失った量:通常の" + lost.ja + "に相当、終了時の水準" +
                                  percent_words(final_level),
                              "lost during the recorded run: " + lost.en +
                                  " of normal operation; level at its end " +
                                  percent_words(final_level)});
  findings.push_back(finding);
}

void evaluate(const OffSpec& law, const Scene& scene, Findings& findings) {
  const Column& production = column_of(scene, law.production);
  const Column& good = column_of(scene, law.on_spec);
  const Column* shown = column_or_null(scene, law.analyser);
  const Column* noticed = column_or_null(scene, law.noticed);
  double at_once = 0, at_customer = 0;
  std::optional<Time> first;
  for (std::size_t i = 0; i < good.values.size(); ++i) {
    if (is_on(&good, i)) continue;
    if (!first) first = scene.recording.times[i];
    const bool seems_good =
        shown && shown->values[i] >= law.analyser_low && shown->values[i] <= law.analyser_high;
    const bool unnoticed = seems_good || (noticed && !is_on(noticed, i));
    (unnoticed ? at_customer : at_once) +=
        std::max(0.0, production.values[i]) * held_s(scene.recording, i);
  }
  if (!first || at_once + at_customer <= law.least) return;
  Finding finding = start_finding(scene, FindingKind::product, law.product, law.stakeholder);
  finding.from = *first;
  finding.quantities["amount"] = {at_once + at_customer, law.unit};
  finding.quantities["found_at_once"] = {at_once, law.unit};
  finding.quantities["found_at_customer"] = {at_customer, law.unit};
  const Text seen = quantity_words(at_once, law.unit);
  const Text unseen = quantity_words(at_customer, law.unit);
  // An analyser shows what leaves; that nobody noticed in time does not say what was shipped.
  const Text fate = noticed
                        ? Text{"、誰も気付かずに作られたもの", " made before anybody noticed"}
                        : Text{"、正常に見えて出荷されるもの", " that looks good and is shipped"};
  finding.evidence.push_back(
      {"規格外の間に作られたもの:その場で気付いたもの" + seen.ja + fate.ja + unseen.ja,
       "made while off specification: " + seen.en + " noticed at once, " + unseen.en + fate.en});
  findings.push_back(finding);
}

void evaluate(const DataLeak& law, const Scene& scene, Findings& findings) {
  const DataSet& data = scene.site.data_sets.at(law.data_set);
  const Column& copied = column_of(scene, law.copied_bytes);
  const double bytes = std::min(copied.maximum, data.bytes);
  const double share = std::max(bytes, 0.0) / data.bytes;
  const double persons = std::floor(share * data.persons);
  if (share <= 0 || (persons < 1 && !data.secret)) return;
  Finding finding = start_finding(scene, FindingKind::leak, law.data_set, data.stakeholder);
  finding.from = first_above_0(scene.recording, copied).value_or(scene.at);
  finding.quantities["persons"] = {persons, "1"};
  finding.quantities["share"] = {share, "1"};
  finding.quantities["secrets"] = {data.secret ? 1.0 : 0.0, "1"};
  const Text size = quantity_words(bytes, "bytes");
  Text left{data.name.ja + ":" + size.ja + "(全体の" + percent_words(share) + ")が流出",
            data.name.en + ": " + size.en + " (" + percent_words(share) + " of it) left"};
  // A trade secret is of nobody; data of persons say of how many.
  if (persons >= 1) {
    const std::string people = count_words(persons);
    left = left + Text{"(" + people + "人分)",
                       ", data of " + people + (people == "1" ? " person" : " persons")};
  }
  finding.evidence.push_back(left);
  findings.push_back(finding);
}

void evaluate(const HostOutage& law, const Scene& scene, Findings& findings) {
  const Column* running = column_or_null(scene, law.running);
  const Column* encrypted = column_or_null(scene, law.encrypted);
  double down_s = 0;
  bool locked = false;
  std::optional<Time> first;
  for (std::size_t i = 0; i < scene.recording.times.size(); ++i) {
    locked = is_on(encrypted, i);
    if (!locked && (!running || is_on(running, i))) continue;
    if (!first) first = scene.recording.times[i];
    down_s += held_s(scene.recording, i);
  }
  // Without a point to look at, the rule's condition alone says that it cannot be trusted.
  if ((running || encrypted) && !locked && down_s < law.least_s) return;
  Finding finding = start_finding(scene, FindingKind::outage, law.host, law.stakeholder);
  if (first) finding.from = *first;
  finding.quantities["down_s"] = {down_s, "s"};
  finding.quantities["down_days"] = {down_s / 86400, "day"};
  finding.quantities["encrypted"] = {locked ? 1.0 : 0.0, "1"};
  if (running || encrypted) {
    const Text down = time_words(down_s);
    finding.evidence.push_back(
        {"記録中に" + down.ja + "使えず" + (locked ? "、暗号化されたまま" : ""),
         "down for " + down.en + " of the recorded run" +
             (locked ? ", encrypted at its end" : "")});
  }
  findings.push_back(finding);
}

void evaluate(const SubstanceRelease& law, const Scene& scene, Findings& findings) {
  double kg = mass_kg(scene, law.contents);
  std::optional<Time> first;
  for (const Content& content : law.contents) {
    if (!first) first = first_above_0(scene.recording, column_of(scene, content.point));
  }
  if (!law.rate.empty()) {
    const Column& rate = column_of(scene, law.rate);
    kg += scene.recording.integral(rate) * law.kg_per_unit;
    if (!first) first = first_above_0(scene.recording, rate);
  }
  if (kg < law.least_kg) return;
  Finding finding = start_finding(scene, FindingKind::environment, law.medium, law.stakeholder);
  finding.from = first.value_or(scene.at);
  finding.quantities["mass_kg"] = {kg, "kg"};
  const Text mass = quantity_words(kg, "kg");
  finding.evidence.push_back({"放出量" + mass.ja, "released: " + mass.en});
  findings.push_back(finding);
}

}  // namespace twinaxis::analysis
