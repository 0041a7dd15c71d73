#include <nlohmann/json.hpp>

#include "analysis/assess.h"
#include "analysis/harm_words.h"
#include "analysis/words.h"

namespace twinaxis::analysis {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Text& text) { return {{"ja", text.ja}, {"en", text.en}}; }

template <class T, class Write>
Json list_of(const std::vector<T>& values, Write write) {
  Json list = Json::array();
  for (const T& value : values) list.push_back(write(value));
  return list;
}

template <class E, std::size_t N>
std::string name_of(E value, const std::array<std::string_view, N>& names) {
  return std::string(names[static_cast<std::size_t>(value)]);
}

Json json_of(const LawUse& law) {
  return {{"role", json_of(law.role)},
          {"name", law.name},
          {"formula", law.formula},
          {"source", law.source}};
}

Json json_of(const Exposed& e) {
  return {{"group", e.group},
          {"indoors", e.indoors},
          {"persons", e.persons},
          {"death_probability", e.death_probability},
          {"serious_probability", e.serious_probability},
          {"slight_probability", e.slight_probability}};
}

Json json_of(const Cause& c) {
  Json json{{"event", c.event},   {"point", c.point},
            {"at_s", to_s(c.at)}, {"value", c.value},
            {"unit", c.unit},     {"words", json_of(quantity_words(c.value, c.unit))}};
  if (!c.limit) return json;
  json["limit"] = *c.limit;
  json["limit_words"] = json_of(quantity_words(*c.limit, c.unit));
  return json;
}

Json json_of(const Finding& f) {
  Json quantities = Json::object();
  for (const auto& [name, q] : f.quantities) {
    quantities[name] = {{"value", q.value}, {"unit", q.unit}};
  }
  return {{"rule", f.rule},
          {"kind", name_of(f.kind, kFindingKindNames)},
          {"subject", f.subject},
          {"stakeholder", f.stakeholder},
          {"what", json_of(f.what)},
          {"source", f.source},
          {"from_s", to_s(f.from)},
          {"to_s", to_s(f.to)},
          {"quantities", quantities},
          {"exposed", list_of(f.exposed, [](const Exposed& e) { return json_of(e); })},
          {"causes", list_of(f.causes, [](const Cause& c) { return json_of(c); })},
          {"evidence", list_of(f.evidence, [](const Text& t) { return json_of(t); })},
          {"laws", list_of(f.laws, [](const LawUse& l) { return json_of(l); })},
          {"tags", f.tags}};
}

Json json_of(const Casualties& c) {
  return {{"stakeholder", c.stakeholder},
          {"persons", c.persons},
          {"expected",
           {{"deaths", c.expected_deaths},
            {"serious", c.expected_serious},
            {"slight", c.expected_slight}}},
          {"words", json_of(harm_words(c))},
          {"probability_of_at_least_one",
           {{"death", c.probability_of_death},
            {"serious_or_worse", c.probability_of_serious},
            {"injury", c.probability_of_injury}}},
          {"counted", {{"deaths", c.deaths}, {"serious", c.serious}, {"slight", c.slight}}}};
}

Json json_of(const Work& w) {
  return {{"task", w.task},
          {"what", json_of(w.what)},
          {"stakeholder", w.stakeholder},
          {"start_s", w.start_s},
          {"finish_s", w.finish_s},
          {"takes_s", w.takes_s},
          {"lead_s", w.lead_s},
          {"after", w.after},
          {"crew", w.crew},
          {"crew_count", w.crew_count},
          {"waited_for", w.waited_for},
          {"critical", w.critical},
          {"irreversible", json_of(w.irreversible)}};
}

Json json_of(const TimeLine& level) {
  return list_of(level, [](const Knot& k) { return Json{k.at_s, k.level}; });
}

Json json_of(const ServiceRecovery& s) {
  return {{"service", s.service},
          {"stakeholder", s.stakeholder},
          {"to_95_percent_s", s.to_95_percent_s},
          {"level", json_of(s.level)}};
}

Json json_of(const SectorRecovery& s) {
  return {
      {"sector", s.sector}, {"stakeholder", s.stakeholder},         {"service", s.service},
      {"lost_s", s.lost_s}, {"to_95_percent_s", s.to_95_percent_s}, {"level", json_of(s.level)}};
}

Json json_of(const Recovery& r) {
  const auto irreversible = [](const Irreversible& i) {
    return Json{{"stakeholder", i.stakeholder}, {"what", json_of(i.what)}, {"because", i.because}};
  };
  return {{"finish_s", r.schedule.finish_s},
          {"critical_path", r.schedule.critical_path},
          {"works", list_of(r.schedule.works, [](const Work& w) { return json_of(w); })},
          {"services", list_of(r.services, [](const ServiceRecovery& s) { return json_of(s); })},
          {"sectors", list_of(r.sectors, [](const SectorRecovery& s) { return json_of(s); })},
          {"irreversible", list_of(r.irreversible, irreversible)}};
}

Json json_of(const LedgerLine& l) {
  return {{"id", l.id},
          {"rule", l.rule},
          {"what", json_of(l.what)},
          {"from", l.from},
          {"to", l.to},
          {"category", name_of(l.category, kLossClassNames)},
          {"compensation", l.compensation},
          {"quantity", l.quantity},
          {"unit", l.unit},
          {"unit_price_yen", l.unit_price_yen},
          {"price", l.price},
          {"amount_yen", l.amount_yen},
          {"price_year", l.price_year},
          {"source", l.source}};
}

Json json_of(const AxisPlace& p) {
  return {{"level", p.level},
          {"criterion", p.criterion},
          {"fact", p.criterion.empty() ? "" : name_of(p.fact, kFactNames)},
          {"value", p.value},
          {"driver", p.driver},
          {"to_next_ratio", p.to_next_ratio},
          {"next_criterion", p.next_criterion},
          {"reason", json_of(p.reason)}};
}

Json json_of(const Placement& p) {
  Json facts = Json::object();
  for (const auto& [name, fact] : p.facts) {
    facts[name_of(name, kFactNames)] = {{"value", fact.value},
                                        {"unit", std::string(unit_of(name))},
                                        {"driver", fact.driver},
                                        {"because", json_of(fact.because)}};
  }
  return {{"stakeholder", p.stakeholder},
          {"axis1", json_of(p.axis1)},
          {"axis2", json_of(p.axis2)},
          {"inside_target", p.inside_target},
          {"verdict", json_of(p.verdict)},
          {"loss_yen", p.loss_yen},
          {"loss_after_compensation_yen", p.loss_after_compensation_yen},
          {"facts", facts}};
}

Json json_of(const Ruling& r) {
  return {{"id", r.id},
          {"stakeholder", r.stakeholder},
          {"what", json_of(r.what)},
          {"because", json_of(r.because)},
          {"provenance", name_of(r.provenance, kProvenanceNames)},
          {"source", r.source}};
}

}  // namespace

std::string to_json(const Outcome& o) {
  const auto finding = [](const Finding& f) { return json_of(f); };
  const auto casualties = [](const Casualties& c) { return json_of(c); };
  const auto line = [](const LedgerLine& l) { return json_of(l); };
  const Json json = {
      {"shift", o.assessment.shift},
      {"findings", list_of(o.assessment.findings, finding)},
      {"spared", list_of(o.assessment.spared, finding)},
      {"casualties", list_of(o.assessment.casualties, casualties)},
      {"recovery", json_of(o.recovery)},
      {"ledger",
       {{"lines", list_of(o.ledger.lines, line)},
        {"information", list_of(o.ledger.information, line)}}},
      {"placements", list_of(o.placements, [](const Placement& p) { return json_of(p); })},
      {"total_loss_yen", o.total_loss_yen},
      {"accident_class", o.accident_class},
      {"rulings", list_of(o.rulings, [](const Ruling& r) { return json_of(r); })}};
  return json.dump(2);
}

}  // namespace twinaxis::analysis
