#include "sim/app/overview.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/harm_words.h"
#include "analysis/words.h"
#include "sim/app/report_file.h"

namespace twinaxis::app {
namespace {

/// The people of all parties together.
std::string harm_text(const analysis::Outcome& outcome, Language language) {
  const std::string text =
      in(language, analysis::harm_words(analysis::together(outcome.assessment.casualties)));
  return text.empty() ? "-" : text;
}

std::string story(const FinishedRun& run, Language language) {
  std::string text;
  for (const Text& line : analysis::physical_story(run.report.recording, run.judge.words, 3)) {
    text += (text.empty() ? "" : "\n") + in(language, line);
  }
  return text.empty() ? "-" : text;
}

std::string cell_text(const analysis::Placement& p) {
  return fmt::format("{}·{}{}", p.axis1.level, p.axis2.level, p.inside_target ? "" : " ▲");
}

/// A run that was cut short is judged as far as it went, and says so.
std::string title_of(const FinishedRun& run, Language language) {
  const Recording& r = run.report.recording;
  const std::string title = in(language, r.manifest.title);
  if (r.ending == Ending::completed) return title;
  return title + (language == Language::ja ? "【途中で終了 " : " [ended early at ") +
         clock_text(r.end) + (language == Language::ja ? "】" : "]");
}

std::vector<std::string> row_of(const FinishedRun& run, const std::string& label,
                                Language language) {
  const auto& r = run.report;
  std::vector<std::string> row{label, story(run, language), harm_text(r.outcome, language),
                               in(language, analysis::yen_words(r.outcome.total_loss_yen))};
  for (const auto& p : r.outcome.placements) row.push_back(cell_text(p));
  return row;
}

/// Incidents in order, each followed by its variants.
std::string table_of(const std::vector<const FinishedRun*>& runs, Language language) {
  const bool ja = language == Language::ja;
  std::vector<std::string> head =
      ja ? std::vector<std::string>{"インシデント", "起きたこと", "人的被害", "損失"}
         : std::vector<std::string>{"incident", "what happened", "harm", "loss"};
  for (const auto& p : runs.front()->report.outcome.placements) {
    head.push_back(in(language, runs.front()->judge.site.stakeholders.at(p.stakeholder).name));
  }
  std::vector<std::vector<std::string>> rows{head};
  const auto id_of = [](const FinishedRun* r) { return r->report.recording.manifest.scenario; };
  for (const FinishedRun* run : runs) {
    const bool variant = std::ranges::any_of(
        runs, [&](const FinishedRun* other) { return id_of(other) == run->report.mitigates; });
    if (variant) continue;
    rows.push_back(row_of(*run, title_of(*run, language), language));
    for (const FinishedRun* other : runs) {
      if (other->report.mitigates != id_of(run)) continue;
      rows.push_back(row_of(*other, "  → " + title_of(*other, language), language));
    }
  }
  return table_text(rows);
}

}  // namespace

std::string outcome_line(const analysis::Outcome& outcome, const analysis::Site& site,
                         Language language) {
  const bool ja = language == Language::ja;
  std::string line = fmt::format("{}{}{}{}", ja ? "人的被害 " : "harm ",
                                 harm_text(outcome, language), ja ? "、損失 " : ", loss ",
                                 in(language, analysis::yen_words(outcome.total_loss_yen)));
  for (const auto& p : outcome.placements) {
    line += (ja ? "、" : ", ") + in(language, site.stakeholders.at(p.stakeholder).name) + " " +
            cell_text(p);
  }
  return line;
}

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
