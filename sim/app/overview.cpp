#include "sim/app/overview.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/app/report_file.h"

namespace twinaxis::app {
namespace {

std::string harm_text(const analysis::Outcome& outcome, Language language) {
  double deaths = 0, serious = 0, slight = 0;
  for (const auto& c : outcome.assessment.casualties) {
    deaths += c.deaths;
    serious += c.serious;
    slight += c.slight;
  }
  const bool ja = language == Language::ja;
  std::vector<std::string> parts;
  const auto add = [&](double count, const char* in_ja, const char* in_en) {
    if (count <= 0) return;
    parts.push_back(ja ? fmt::format("{}{:g}", in_ja, count)
                       : fmt::format("{:g} {}", count, in_en));
  };
  add(deaths, "死亡", "dead");
  add(serious, "重傷", "serious");
  add(slight, "軽傷", "slight");
  return parts.empty() ? "-" : fmt::format("{}", fmt::join(parts, ja ? "・" : ", "));
}

std::string story(const FinishedRun& run, Language language) {
  std::string text;
  for (const Text& line : analysis::physical_story(run.report.recording, run.judge.words, 3)) {
    text += (text.empty() ? "" : "\n") + in(language, line);
  }
  return text.empty() ? "-" : text;
}

std::vector<std::string> row_of(const FinishedRun& run, const std::string& label,
                                Language language) {
  const auto& r = run.report;
  double loss_yen = 0;
  for (const auto& p : r.outcome.placements) loss_yen += p.loss_after_compensation_yen;
  std::vector<std::string> row{label, story(run, language), harm_text(r.outcome, language),
                               yen_text(loss_yen, language)};
  for (const auto& p : r.outcome.placements) {
    row.push_back(
        fmt::format("{}·{}{}", p.axis1.level, p.axis2.level, p.inside_target ? "" : " ▲"));
  }
  return row;
}

/// Incidents in order, each followed by its variants.
std::string table_of(const std::vector<const FinishedRun*>& runs, Language language) {
  const bool ja = language == Language::ja;
  std::vector<std::string> head =
      ja ? std::vector<std::string>{"インシデント", "物理的に起きたこと", "人的被害", "損失"}
         : std::vector<std::string>{"incident", "what happened physically", "harm", "loss"};
  for (const auto& p : runs.front()->report.outcome.placements) {
    head.push_back(in(language, runs.front()->judge.site.stakeholders.at(p.stakeholder).name));
  }
  std::vector<std::vector<std::string>> rows{head};
  const auto id_of = [](const FinishedRun* r) { return r->report.recording.manifest.scenario; };
  for (const FinishedRun* run : runs) {
    const bool variant = std::ranges::any_of(
        runs, [&](const FinishedRun* other) { return id_of(other) == run->report.mitigates; });
    if (variant) continue;
    rows.push_back(row_of(*run, in(language, run->report.recording.manifest.title), language));
    for (const FinishedRun* other : runs) {
      if (other->report.mitigates != id_of(run)) continue;
      rows.push_back(
          row_of(*other, "  → " + in(language, other->report.recording.manifest.title), language));
    }
  }
  return table_text(rows);
}

}  // namespace

std::string overview(const std::vector<FinishedRun>& runs, Language language) {
  std::string text;
  for (const RunGroup& group : grouped(runs)) {
    text += (text.empty() ? "" : "\n") + in(language, group.title) + "\n\n" +
            table_of(group.runs, language);
  }
  if (text.empty()) return text;
  return text + (language == Language::ja
                     ? "第1軸·第2軸 (1〜3)、▲ 目標とするリスクの水準の外、→ 対策後\n"
                     : "axis 1 · axis 2 (1 to 3); ▲ outside the target risk level; → with "
                       "countermeasures\n");
}

}  // namespace twinaxis::app
