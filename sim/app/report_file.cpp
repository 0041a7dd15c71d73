#include "sim/app/report_file.h"

#include <algorithm>
#include <map>

#include "sim/app/workspace.h"

namespace twinaxis::app {

std::vector<FinishedRun> load_runs(const std::vector<fs::path>& folders,
                                   scenario::Problems& problems) {
  std::vector<FinishedRun> runs;
  for (const fs::path& folder : folders) {
    if (auto run = load_run(folder, problems)) runs.push_back(std::move(*run));
  }
  std::stable_sort(runs.begin(), runs.end(),
                   [](const FinishedRun& a, const FinishedRun& b) { return a.place < b.place; });
  return runs;
}

std::vector<RunGroup> grouped(const std::vector<FinishedRun>& runs) {
  std::vector<RunGroup> groups;
  for (const UseCase& use_case : use_cases()) {
    std::map<fs::path, RunGroup> by_site;
    for (const FinishedRun& run : runs) {
      if (run.report.recording.manifest.use_case != use_case.name) continue;
      RunGroup& group = by_site[run.judge.site_file];
      group.title = {use_case.number + " " + use_case.title.ja,
                     use_case.number + " " + use_case.title.en};
      group.runs.push_back(&run);
    }
    for (auto& [site, group] : by_site) groups.push_back(std::move(group));
  }
  return groups;
}

void write_report(const std::vector<FinishedRun>& runs, const fs::path& page) {
  std::vector<analysis::Chapter> chapters;
  for (const RunGroup& group : grouped(runs)) {
    const Judge& judge = group.runs.front()->judge;
    analysis::Chapter chapter{group.title, judge.site, judge.words, {}};
    for (const FinishedRun* run : group.runs) chapter.runs.push_back(run->report);
    chapters.push_back(std::move(chapter));
  }
  write_file(page, analysis::html_report(chapters));
}

Language language_option(const std::string& option) {
  if (option.empty()) return language_of_environment();
  return option == "ja" ? Language::ja : Language::en;
}

}  // namespace twinaxis::app
