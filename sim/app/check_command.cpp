#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "sim/app/commands.h"
#include "sim/app/execution.h"
#include "sim/app/exit_code.h"
#include "sim/app/table.h"

namespace twinaxis::app {
namespace {

std::string duration_words(Duration d) {
  const double s = to_s(d);
  if (s >= 172800) return fmt::format("{:.1f} days", s / 86400);
  if (s >= 7200) return fmt::format("{:.1f} h", s / 3600);
  return fmt::format("{:.0f} s", s);
}

/// Checks the sites and price lists among the files and returns the rest: scenarios.
std::vector<std::string> check_data_files(const std::vector<std::string>& names,
                                          std::vector<std::string>& fine,
                                          scenario::Problems& problems) {
  std::vector<std::string> scenarios;
  for (const std::string& name : names) {
    const DataKind kind =
        std::filesystem::is_regular_file(name) ? check_data(name, problems) : DataKind::none;
    if (kind == DataKind::none) scenarios.push_back(name);
    else fine.push_back(name + (kind == DataKind::site ? ": fine, a site" : ": fine, prices"));
  }
  return scenarios;
}

/// What is allowed and may all the same not be what its author thinks.
void tell_notes(const scenario::Scenario& s) {
  if (s.attack.path.empty()) return;
  for (const Intervention& i : s.interventions) {
    if (i.side != Side::attack || !i.after.empty()) continue;
    fmt::print("  note: attack '{}' has no 'after': it acts even if the path does not arrive\n",
               i.id);
  }
}

void tell_path(const Prepared& p) {
  if (p.path.steps.empty()) return;
  for (const auto& step : p.path.steps) {
    fmt::print("  {:<14} {:<10} {}\n", step.id,
               cyber::kStepOutcomeNames[static_cast<std::size_t>(step.outcome)], step.reason);
  }
  const auto& start = p.scenario.attack.start;
  const std::string& goal = start ? start->at : p.path.steps.back().id;
  if (p.path.arrives) {
    fmt::print("  the path reaches '{}' with probability {:.3g}, after {}\n", goal,
               p.path.likelihood, duration_words(p.path.arrival));
  } else {
    fmt::print("  the path does not reach '{}'\n", goal);
  }
}

int run_check(const std::vector<std::string>& names, bool whole) {
  scenario::Problems problems;
  std::vector<std::string> fine;
  const auto scenarios = check_data_files(names, fine, problems);
  const auto jobs = prepare_jobs(scenarios, std::nullopt, problems);
  if (!problems.empty()) {
    fmt::print(stderr, "{}", problems.text());
    return kBadInput;
  }
  if (whole) {
    for (const Job& job : jobs)
      fmt::print("{}", resolved_yaml(job, std::filesystem::current_path()));
    return kDone;
  }
  for (const std::string& line : fine) fmt::print("{}\n", line);
  for (const Job& job : jobs) {
    const Prepared& p = job.prepared;
    fmt::print("{}: fine; {} interventions, {} points, {} steps of {:g} s\n", p.scenario.id,
               p.scenario.interventions.size(), p.table.size(),
               p.scenario.run.length / p.scenario.run.step, to_s(p.scenario.run.step));
    tell_path(p);
    tell_notes(p.scenario);
  }
  return kDone;
}

}  // namespace

void add_check(CLI::App& program, int& code) {
  auto* command =
      program.add_subcommand("check", "Check scenarios, sites and price lists; run nothing");
  auto scenarios = std::make_shared<std::vector<std::string>>();
  command
      ->add_option("scenarios", *scenarios,
                   "files (scenarios, sites, prices), or ids that 'twinaxis list' names")
      ->required();
  auto whole = std::make_shared<bool>(false);
  command->add_flag("--resolved", *whole,
                    "print the scenario as it would run: with what it extends, medians in place of "
                    "distributions, and every parameter of the twin");
  command->footer(
      "Examples:\n"
      "  twinaxis check my_scenario.yaml\n"
      "  twinaxis check --resolved furnace/normal > all_parameters.yaml");
  command->callback([=, &code] { code = run_check(*scenarios, *whole); });
}

}  // namespace twinaxis::app
