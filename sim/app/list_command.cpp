#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "sim/app/commands.h"
#include "sim/app/exit_code.h"
#include "sim/app/report_file.h"
#include "sim/app/workspace.h"
#include "sim/run/use_case.h"
#include "sim/scenario/extends.h"

namespace twinaxis::app {
namespace {

/// The title of a scenario without checking the rest of it.
std::string title_of(const std::string& id, Language language) {
  scenario::Problems problems;
  const auto merged = scenario::load_merged(data_folder() / "scenarios" / (id + ".yaml"), problems);
  if (!merged) return "cannot be read: 'twinaxis check' says why";
  const scenario::Node* title = merged->document.find("title");
  if (title == nullptr) return "";
  if (title->is_scalar()) return title->text;
  const scenario::Node* wanted = title->find(language == Language::ja ? "ja" : "en");
  return wanted != nullptr ? wanted->text : "";
}

int run_list(const std::string& language_name) {
  const Language language = language_option(language_name);
  std::vector<std::vector<std::string>> twins{{"use case", "no.", "title"}};
  for (const UseCase& u : use_cases()) twins.push_back({u.name, u.number, in(language, u.title)});
  std::vector<std::vector<std::string>> rows{{"scenario", "title"}};
  for (const std::string& id : shipped_scenarios()) rows.push_back({id, title_of(id, language)});
  fmt::print("{}\n{}", table_text(twins), table_text(rows));
  return kDone;
}

}  // namespace

void add_list(CLI::App& program, int& code) {
  auto* command = program.add_subcommand("list", "List use cases and shipped scenarios");
  auto language = std::make_shared<std::string>();
  command->add_option("--lang", *language, "ja or en; without it as LANG says")
      ->check(CLI::IsMember({"ja", "en"}));
  command->footer("Example:\n  twinaxis list");
  command->callback([language, &code] { code = run_list(*language); });
}

}  // namespace twinaxis::app
