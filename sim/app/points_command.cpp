#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <memory>

#include "sim/app/commands.h"
#include "sim/app/exit_code.h"
#include "sim/app/judge.h"
#include "sim/app/promises.h"
#include "sim/app/table.h"
#include "sim/app/workspace.h"
#include "sim/core/near.h"
#include "sim/core/text.h"
#include "sim/core/unit.h"
#include "sim/intervene/effect.h"
#include "sim/run/load.h"

namespace twinaxis::app {
namespace {

struct PointsCommandOptions {
  std::string scenario;
  std::string kind;
  std::string filter;
  bool events = false;
};

/// Whether a name contains what was asked for, whatever the case of its letters.
bool matches(const std::string& name, const std::string& filter) {
  const auto same = [](unsigned char a, unsigned char b) {
    return std::tolower(a) == std::tolower(b);
  };
  return filter.empty() || !std::ranges::search(name, filter, same).empty();
}

/// The table, or who looked for what is not there is told.
int print_found(const std::vector<std::vector<std::string>>& rows, const std::string& what,
                const PointsCommandOptions& o, const std::vector<std::string>& names) {
  if (rows.size() > 1 || o.filter.empty()) {
    fmt::print("{}", table_text(rows));
    return kDone;
  }
  fmt::print(stderr, "--filter: no {} of '{}' contains '{}'{}\n", what, o.scenario, o.filter,
             did_you_mean(o.filter, names));
  return kBadInput;
}

/// Everything that an expectation can wait for.
int list_events(const Prepared& prepared, const fs::path& file, const PointsCommandOptions& o) {
  scenario::Problems problems;
  const Judge judge = load_judge(prepared, file.parent_path(), problems);
  const EventNames names = event_names(prepared, judge.words);
  std::vector<std::vector<std::string>> rows{{"event", "what"}};
  for (const std::string& name : names.all()) {
    if (!matches(name, o.filter)) continue;
    const auto words = judge.words.events.find(name);
    rows.push_back({name, words != judge.words.events.end() ? words->second.text.en : ""});
  }
  return print_found(rows, "event", o, names.all());
}

int run_points(const PointsCommandOptions& o) {
  scenario::Problems problems;
  const auto catalogue = scenario::load_catalogue(data_folder() / "scenarios/catalogue", problems);
  const fs::path file = scenario_file(o.scenario, problems);
  std::optional<Prepared> prepared;
  if (!file.empty()) {
    if (auto text = read_scenario(file, problems, data_folder() / "scenarios")) {
      prepared = prepare(*text, {}, catalogue, use_cases(), problems);
    }
  }
  if (!prepared) {
    fmt::print(stderr, "{}", problems.text());
    return kBadInput;
  }
  if (o.events) return list_events(*prepared, file, o);
  std::vector<std::vector<std::string>> rows{
      {"point", "kind", "seen by", "unit", "at the start", "what"}};
  std::vector<std::string> names;
  for (const Point& p : prepared->table.all()) {
    const std::string kind(kPointKindNames[static_cast<std::size_t>(p.kind)]);
    if (!o.kind.empty() && kind != o.kind) continue;
    names.push_back(p.name);
    if (!matches(p.name, o.filter)) continue;
    const bool valued = p.kind != PointKind::host && p.kind != PointKind::channel;
    rows.push_back({p.name, kind, std::string(kViewNames[static_cast<std::size_t>(p.view)]),
                    valued ? p.unit : "", valued ? rounded(p.initial, 6) : "", p.doc});
  }
  const std::string what = o.kind.empty() ? "point" : o.kind;
  if (const int code = print_found(rows, what, o, names); code != kDone) return code;
  fmt::print(
      "\nEffects that fit (at one point attacks act first, then faults, then countermeasures;\n"
      "inside a side in the order of the file):\n");
  for (const PointKind kind :
       {PointKind::signal, PointKind::parameter, PointKind::host, PointKind::channel}) {
    fmt::print("  {:<10} {}\n", kPointKindNames[static_cast<std::size_t>(kind)],
               fmt::join(tags_for(kind), " "));
  }
  fmt::print("  rule       !block: a rule.<name> is a channel that nothing else acts on\n");
  fmt::print("  truth      none: it is recorded and judged, but nobody in the twin can touch it\n");
  return kDone;
}

}  // namespace

void add_points(CLI::App& program, int& code) {
  auto* command =
      program.add_subcommand("points", "List what a scenario's twin has: points and effects");
  auto o = std::make_shared<PointsCommandOptions>();
  command->add_option("scenario", o->scenario, "file, or id that 'twinaxis list' names")
      ->required();
  command->add_option("--kind", o->kind, "only these")
      ->check(CLI::IsMember({"truth", "signal", "parameter", "host", "channel"}));
  command->add_option("--filter", o->filter,
                      "only names that contain this, in capitals or small letters");
  command->add_flag("--events", o->events, "the events that an expectation may name, not points");
  command->footer("Example:\n  twinaxis points distillation/normal --kind signal --filter PT-101");
  command->callback([o, &code] { code = run_points(*o); });
}

}  // namespace twinaxis::app
