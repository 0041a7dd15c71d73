#include "sim/app/report_file.h"

#include <algorithm>

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

void write_report(const std::vector<FinishedRun>& runs, const fs::path& page) {
  std::vector<analysis::ReportRun> reports;
  for (const FinishedRun& run : runs) reports.push_back(run.report);
  write_file(page,
             analysis::html_report(reports, runs.front().judge.site, runs.front().judge.words));
}

Language language_option(const std::string& option) {
  if (option.empty()) return language_of_environment();
  return option == "ja" ? Language::ja : Language::en;
}

}  // namespace twinaxis::app
