#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "sim/app/campaign.h"
#include "sim/app/commands.h"
#include "sim/app/execution.h"
#include "sim/app/exit_code.h"
#include "sim/app/workspace.h"

namespace twinaxis::app {
namespace {

struct RunCommandOptions {
  std::vector<std::string> scenarios;
  std::string out = "out";
  std::optional<std::uint64_t> seed;
  std::uint64_t samples = 0;
  unsigned workers = 1;
  bool draw_path = false;
  bool profile = false;
  bool quiet = false;
};

void tell(const Finished& f) {
  const std::string ending(kEndingNames[static_cast<std::size_t>(f.ending)]);
  if (f.ending == Ending::completed) {
    fmt::print("{}: completed {:.0f} s in {:.2f} s, hash {}, {}\n", f.id, f.end_s, f.wall_s, f.hash,
               f.folder.string());
  } else {
    fmt::print("{}: {} at {:.3f} s: {}; what was recorded is kept in {}\n", f.id, ending, f.end_s,
               f.reason, f.folder.string());
  }
  if (!f.outcome.empty()) fmt::print("  {}\n", f.outcome);
  for (const auto& sentence : f.unmet) fmt::print("  not as expected: {}\n", sentence);
  fmt::print("{}", f.profile);
}

int run_command(const RunCommandOptions& o) {
  scenario::Problems problems;
  auto jobs = prepare_jobs(o.scenarios, o.seed, problems);
  check_writable(o.out, problems);
  if (!problems.empty()) {
    fmt::print(stderr, "{}", problems.text());
    return kBadInput;
  }
  if (o.samples > 0) {
    int code = kDone;
    for (const Job& job : jobs) {
      code = std::max(code, run_campaign(job, {.out = o.out,
                                               .samples = o.samples,
                                               .workers = o.workers,
                                               .seed = o.seed,
                                               .draw_path = o.draw_path,
                                               .quiet = o.quiet}));
    }
    return code;
  }
  const std::size_t wanted = jobs.size();
  const auto finished =
      execute(std::move(jobs),
              {.out = o.out, .workers = o.workers, .profile = o.profile, .quiet = o.quiet});
  for (const Finished& f : finished) tell(f);
  return exit_code_of(finished, wanted);
}

}  // namespace

void add_run(CLI::App& program, int& code) {
  auto* command = program.add_subcommand("run", "Run scenarios and keep recording and outcome");
  auto o = std::make_shared<RunCommandOptions>();
  command->add_option("scenarios", o->scenarios, "files, or ids that 'twinaxis list' names")
      ->required();
  command->add_option("--out", o->out, "folder for results")->capture_default_str();
  command->add_option("--seed", o->seed, "seed in place of the scenario's");
  auto* samples =
      command->add_option("--samples", o->samples, "draw what is uncertain so many times")
          ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{100'000'000}));
  command->add_option("--workers", o->workers, "processes at once")
      ->capture_default_str()
      ->check(CLI::Range(1, 256));
  command
      ->add_flag("--draw-path", o->draw_path,
                 "in samples, draw also whether the attack path succeeds")
      ->needs(samples);
  command->add_flag("--profile", o->profile, "print where the time went");
  command->add_flag("--quiet", o->quiet, "no progress");
  command->footer(
      "Example:\n"
      "  twinaxis run distillation/cooling_lost\n"
      "  twinaxis run my.yaml --samples 1000 --workers 2\n"
      "Leaves OUT/<scenario>/recording.h5, scenario.resolved.yaml and outcome.json; with samples\n"
      "campaign.json and samples.jsonl.");
  command->callback([o, &code] { code = run_command(*o); });
}

}  // namespace twinaxis::app
