#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <thread>

#include "sim/app/commands.h"
#include "sim/app/execution.h"
#include "sim/app/exit_code.h"
#include "sim/app/overview.h"
#include "sim/app/report_file.h"
#include "sim/app/workspace.h"

namespace twinaxis::app {
namespace {

struct DemoCommandOptions {
  std::string out = "out";
  std::string use_case;
  std::string language;
  bool quiet = false;
};

std::vector<std::string> folders_of_use_cases() {
  std::vector<std::string> folders;
  for (const UseCase& use_case : use_cases()) {
    if (use_case.judged) folders.push_back(use_case.folder);
  }
  return folders;
}

int run_demo(const DemoCommandOptions& o) {
  std::vector<std::string> scenarios;
  for (const std::string& id : shipped_scenarios()) {
    const bool wanted = o.use_case.empty() || id.starts_with(o.use_case + "/");
    if (wanted && id.find("/reference/") == std::string::npos) scenarios.push_back(id);
  }
  scenario::Problems problems;
  auto jobs = prepare_jobs(scenarios, std::nullopt, problems);
  check_writable(o.out, problems);
  if (!problems.empty()) {
    fmt::print(stderr, "{}", problems.text());
    return kBadInput;
  }
  const std::size_t wanted = jobs.size();
  const unsigned workers = std::max(1u, std::thread::hardware_concurrency());
  const auto finished = execute(
      std::move(jobs), {.out = o.out, .workers = workers, .profile = false, .quiet = o.quiet});
  std::vector<fs::path> folders;
  for (const Finished& f : finished) {
    if (f.ending == Ending::completed) folders.push_back(f.folder);
    for (const auto& sentence : f.unmet) {
      fmt::print(stderr, "{}: not as expected: {}\n", f.id, sentence);
    }
  }
  const auto runs = load_runs(folders, problems);
  if (!problems.empty()) throw std::runtime_error(problems.text());
  const Language language = language_option(o.language);
  fmt::print("{}", overview(runs, language));
  const fs::path page = fs::path(o.out) / "report.html";
  write_report(runs, page);
  fmt::print("\n{}: {}\n", language == Language::ja ? "報告書" : "report", page.string());
  return exit_code_of(finished, wanted);
}

}  // namespace

void add_demo(CLI::App& program, int& code) {
  auto* command = program.add_subcommand(
      "demo", "Run the incidents with their mitigated variants; table and report");
  auto o = std::make_shared<DemoCommandOptions>();
  command->add_option("--out", o->out, "folder for results")->capture_default_str();
  command->add_option("--use-case", o->use_case, "one folder of scenarios; without it all")
      ->check(CLI::IsMember(folders_of_use_cases()));
  command->add_option("--lang", o->language, "ja or en; without it as LANG says")
      ->check(CLI::IsMember({"ja", "en"}));
  command->add_flag("--quiet", o->quiet, "no progress");
  command->footer(
      "Example:\n  twinaxis demo --lang ja\nLeaves OUT/report.html, which opens from disk.");
  command->callback([o, &code] { code = run_demo(*o); });
}

}  // namespace twinaxis::app
