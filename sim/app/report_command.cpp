#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "sim/app/commands.h"
#include "sim/app/exit_code.h"
#include "sim/app/overview.h"
#include "sim/app/report_file.h"
#include "sim/app/workspace.h"

namespace twinaxis::app {
namespace {

struct PageOptions {
  std::vector<std::string> runs;
  std::string page = "out/report.html";
  std::string language;
};

std::vector<fs::path> paths(const std::vector<std::string>& names) {
  std::vector<fs::path> all;
  for (const std::string& name : names) {
    for (fs::path& run : runs_in(name)) all.push_back(std::move(run));
  }
  return all;
}

int run_report(const PageOptions& o) {
  scenario::Problems problems;
  const auto runs = load_runs(paths(o.runs), problems);
  if (!problems.empty()) {
    fmt::print(stderr, "{}", problems.text());
    return kBadInput;
  }
  write_report(runs, o.page);
  fmt::print("{}\nreport: {}\n", overview(runs, language_option(o.language)), o.page);
  return kDone;
}

int run_assess(const PageOptions& o) {
  scenario::Problems problems;
  for (const fs::path& folder : paths(o.runs)) {
    const auto run = load_run(folder, problems);
    if (!run) continue;
    const RunFolder where{fs::is_directory(folder) ? folder : folder.parent_path()};
    write_file(where.outcome(), analysis::to_json(run->report.outcome));
    std::vector<FinishedRun> one;
    one.push_back(*run);
    const Language language = language_option(o.language);
    fmt::print("{}", overview(one, language));
    for (const auto& p : run->report.outcome.placements) {
      fmt::print("\n{}: {}\n  1: {}\n  2: {}\n",
                 in(language, run->judge.site.stakeholders.at(p.stakeholder).name),
                 in(language, p.verdict), in(language, p.axis1.reason),
                 in(language, p.axis2.reason));
    }
    fmt::print("\n{}\n", where.outcome().string());
  }
  if (problems.empty()) return kDone;
  fmt::print(stderr, "{}", problems.text());
  return kBadInput;
}

std::shared_ptr<PageOptions> common_options(CLI::App& command) {
  auto o = std::make_shared<PageOptions>();
  command.add_option("runs", o->runs, "folders that 'twinaxis run' left, or one around them")
      ->required();
  command.add_option("--lang", o->language, "ja or en; without it as LANG says")
      ->check(CLI::IsMember({"ja", "en"}));
  return o;
}

}  // namespace

void add_report(CLI::App& program, int& code) {
  auto* command = program.add_subcommand("report", "One HTML page about runs");
  auto o = common_options(*command);
  command->add_option("--page", o->page, "file to write")->capture_default_str();
  command->footer("Example:\n  twinaxis report out --page my_report.html");
  command->callback([o, &code] { code = run_report(*o); });
}

void add_assess(CLI::App& program, int& code) {
  auto* command = program.add_subcommand(
      "assess", "Judge a recording again, with the site and the rules as they are now");
  auto o = common_options(*command);
  command->footer("Example:\n  twinaxis assess out/distillation/normal");
  command->callback([o, &code] { code = run_assess(*o); });
}

}  // namespace twinaxis::app
