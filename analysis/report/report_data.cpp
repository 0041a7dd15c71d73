#include "analysis/report/report_data.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/report/curves.h"
#include "analysis/report/text_json.h"
#include "sim/core/hash.h"
#include "sim/core/text.h"

namespace twinaxis::analysis {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kShownDigits = 6;  ///< of a plotted value
/// Sides of interventions, with which the names of their events begin.
constexpr std::array<std::string_view, 4> kActSideNames = {"attack", "fault", "operation",
                                                           "countermeasure"};

/// Rounded to what a curve can show: the page stays small. JSON has no NaN: null is a gap.
Json shown(double value) {
  if (!std::isfinite(value)) return nullptr;
  return split_number(rounded(value, kShownDigits)).number.value_or(value);
}

/// What rounding left of nothing is nothing: an axis would stretch below zero for it.
Json shown(const std::vector<double>& values) {
  double largest = 0;
  for (const double value : values) {
    if (std::isfinite(value)) largest = std::max(largest, std::abs(value));
  }
  Json list = Json::array();
  for (const double value : values) {
    list.push_back(std::abs(value) < 1e-9 * largest ? Json(0) : shown(value));
  }
  return list;
}

Json json_of(const Plot& plot, const PlotWords& words) {
  Json json{{"point", words.point},  {"title", json_of(words.title)}, {"unit", plot.unit},
            {"t", shown(plot.at_s)}, {"series", Json::array()},       {"limits", Json::array()}};
  for (const Limit& limit : plot.limits) {
    json["limits"].push_back({{"v", shown(limit.value)}, {"text", json_of(limit.text)}});
  }
  for (const Curve& curve : plot.curves) {
    json["series"].push_back({{"view", kViewNames[static_cast<std::size_t>(curve.view)]},
                              {"names", curve.names},
                              {"v", shown(curve.low)}});
    if (!curve.high.empty()) json["series"].back()["high"] = shown(curve.high);
  }
  return json;
}

Json event_of(const Event& event, const Words& words) {
  const EventWords* text = words_of(words, event.name);
  const std::string side = event.name.substr(0, event.name.find('.'));
  const bool edge = std::ranges::find(kActSideNames, side) != kActSideNames.end();
  return {{"t", shown(to_s(event.at))},
          {"name", event.name},
          {"detail", event.detail},
          {"value", shown(event.value)},
          {"unit", event.unit},
          {"text", text ? json_of(text->text) : Json{{"ja", event.name}, {"en", event.name}}},
          {"physical", text != nullptr && text->physical},
          {"side", edge ? side
                        : std::string(kEventSideNames[static_cast<std::size_t>(
                              text != nullptr ? text->side : EventSide::process)])},
          {"shown", text != nullptr || edge}};
}

/// A host by the name that people give it, or by its own.
Json host_of(const std::string& host, const Words& words) {
  const auto found = words.names.find(host);
  return found == words.names.end() ? Json(host) : json_of(found->second.name);
}

Json path_of(const std::vector<PathLine>& lines, const Words& words) {
  Json path = Json::array();
  for (const PathLine& line : lines) {
    const bool told = !line.what.ja.empty() || !line.what.en.empty();
    path.push_back({{"id", line.id},
                    {"what", told ? json_of(line.what) : Json(line.technique)},
                    {"technique", line.technique},
                    {"after", line.after},
                    {"from", host_of(line.from, words)},
                    {"to", host_of(line.to, words)},
                    {"result", line.result},
                    {"detail", line.reason},
                    {"arrival_s", line.arrival_s},
                    {"likelihood", line.likelihood}});
  }
  return path;
}

Json acts_of(const std::vector<ActLine>& lines) {
  Json acts = Json::object();
  for (const ActLine& act : lines) {
    acts[act.id] = {{"effect", act.effect},     {"point", act.point},
                    {"amounts", act.amounts},   {"measure", act.measure},
                    {"cost_yen", act.cost_yen}, {"cost_yen_per_year", act.cost_yen_per_year},
                    {"source", act.source}};
  }
  return acts;
}

Json campaign_of(const ReportRun& run) {
  Json json{{"samples", 0}, {"failed", run.failed_samples}, {"stakeholders", Json::array()}};
  const auto spread = [](const Spread& s) {
    return Json{{"p10", s.p10}, {"p50", s.p50}, {"p90", s.p90}, {"mean", s.mean}};
  };
  for (const auto& s : run.campaign->stakeholders) {
    json["samples"] = s.samples;
    json["stakeholders"].push_back({{"stakeholder", s.stakeholder},
                                    {"samples", s.samples},
                                    {"cells", s.cells},
                                    {"outside_target", s.outside_target},
                                    {"loss_yen", spread(s.loss_yen)},
                                    {"days_to_recover", spread(s.days_to_recover)}});
  }
  return json;
}

Json balances_of(const Ledger& ledger, const Site& site) {
  Json balances = Json::array();
  for (const Balance& b : ledger.balances(site)) {
    balances.push_back({{"account", b.account},
                        {"stakeholder", b.stakeholder},
                        {"own_loss_yen", b.own_loss_yen},
                        {"compensation_paid_yen", b.compensation_paid_yen},
                        {"compensation_received_yen", b.compensation_received_yen},
                        {"gained_yen", b.gained_yen}});
  }
  return balances;
}

/// An incident and its variants, which are drawn on the same axes.
std::vector<const Recording*> row_of(const ReportRun& run, const std::vector<ReportRun>& runs) {
  const auto incident_of = [](const ReportRun& r) -> const std::string& {
    return r.mitigates.empty() ? r.recording.manifest.scenario : r.mitigates;
  };
  std::vector<const Recording*> row;
  for (const ReportRun& other : runs) {
    if (incident_of(other) == incident_of(run)) row.push_back(&other.recording);
  }
  return row;
}

double largest_in(const std::vector<const Recording*>& row, const std::string& point) {
  double largest = 0;
  for (const Recording* r : row) largest = std::max(largest, largest_of(*r, point));
  return largest;
}

Json run_of(const ReportRun& run, const std::vector<ReportRun>& runs, const Site& site,
            const Words& words) {
  const Recording& r = run.recording;
  Json json{{"id", r.manifest.scenario},
            {"title", json_of(r.manifest.title)},
            {"source", run.source},
            {"ending", kEndingNames[static_cast<std::size_t>(r.ending)]},
            {"reason", r.reason},
            {"end_s", to_s(r.end)},
            {"seed", r.manifest.seed},
            {"sample", r.manifest.sample},
            {"hash", hex(r.hash)},
            {"versions", r.manifest.versions},
            {"path", path_of(run.path, words)},
            {"acts", acts_of(run.acts)},
            {"events", Json::array()},
            {"plots", Json::array()},
            {"outcome", Json::parse(to_json(run.outcome))}};
  for (const Event& event : r.events) json["events"].push_back(event_of(event, words));
  const auto row = row_of(run, runs);
  for (const PlotWords& plot : plots_of(words, r)) {
    json["plots"].push_back(json_of(plot_of(r, plot, largest_in(row, plot.point)), plot));
  }
  json["outcome"]["ledger"]["balances"] = balances_of(run.outcome.ledger, site);
  if (run.campaign) json["campaign"] = campaign_of(run);
  return json;
}

/// Incidents in the order given, each with the variants that mitigate it.
Json groups_of(const std::vector<ReportRun>& runs) {
  Json groups = Json::array();
  const auto index_of = [&](const std::string& id) {
    return std::find_if(runs.begin(), runs.end(),
                        [&](const ReportRun& r) { return r.recording.manifest.scenario == id; }) -
           runs.begin();
  };
  const auto end = static_cast<std::ptrdiff_t>(runs.size());
  for (std::ptrdiff_t i = 0; i < end; ++i) {
    const auto& run = runs[static_cast<std::size_t>(i)];
    if (!run.mitigates.empty() && index_of(run.mitigates) != end) continue;
    Json after = Json::array();
    for (std::ptrdiff_t k = 0; k < end; ++k) {
      const auto& other = runs[static_cast<std::size_t>(k)];
      if (!other.mitigates.empty() && other.mitigates == run.recording.manifest.scenario) {
        after.push_back(k);
      }
    }
    groups.push_back({{"before", i}, {"after", std::move(after)}});
  }
  return groups;
}

Json phrases_of(const Words& words) {
  Json phrases = Json::object();
  for (const Phrase& phrase : words.phrases) phrases[phrase.en] = phrase.ja;
  return phrases;
}

/// Data write degrees in three ways, people read one.
std::string one_degree_sign(std::string text) {
  for (const std::string_view written : {"℃", " degC"}) {
    const std::string sign = written.front() == ' ' ? " °C" : "°C";
    for (auto at = text.find(written); at != std::string::npos; at = text.find(written, at)) {
      text.replace(at, written.size(), sign);
    }
  }
  return text;
}

Json chapter_of(const Chapter& chapter) {
  Json json{{"title", json_of(chapter.title)},
            {"site", Json::parse(site_json(chapter.site, chapter.words))},
            {"groups", groups_of(chapter.runs)},
            {"phrases", phrases_of(chapter.words)},
            {"runs", Json::array()}};
  for (const ReportRun& run : chapter.runs) {
    json["runs"].push_back(run_of(run, chapter.runs, chapter.site, chapter.words));
  }
  return json;
}

}  // namespace

std::string report_json(const std::vector<Chapter>& chapters) {
  Json json{{"chapters", Json::array()}};
  for (const Chapter& chapter : chapters) json["chapters"].push_back(chapter_of(chapter));
  json["note"] = {{"ja",
                   "TwinAxis "
                   "が生成。攻撃は影響モデルであり、実行可能な攻撃コードを含まない。第1軸・第2軸の"
                   "基準はサイトファイルの値による。"},
                  {"en",
                   "Made by TwinAxis. Attacks are models of effects; no exploit code is contained. "
                   "Levels follow the criteria of the site file."}};
  return one_degree_sign(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace twinaxis::analysis
