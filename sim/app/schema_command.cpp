#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "analysis/consequences.h"
#include "analysis/loss/unit_costs.h"
#include "analysis/site.h"
#include "sim/app/commands.h"
#include "sim/app/exit_code.h"
#include "sim/scenario/scenario.h"
#include "sim/scenario/schema.h"

namespace twinaxis::app {
namespace {

std::string schema_of(const std::string& what) {
  if (what == "site") return scenario::json_schema<analysis::Site>("TwinAxis site");
  if (what == "consequences") {
    return scenario::json_schema<analysis::Consequences>("TwinAxis consequences");
  }
  if (what == "prices") return scenario::json_schema<analysis::UnitCosts>("TwinAxis unit costs");
  return scenario::json_schema<scenario::Scenario>("TwinAxis scenario");
}

}  // namespace

void add_schema(CLI::App& program, int& code) {
  auto* command = program.add_subcommand("schema", "Print the JSON Schema of a kind of file");
  auto what = std::make_shared<std::string>("scenario");
  command->add_option("what", *what, "scenario, site, consequences or prices")
      ->capture_default_str()
      ->check(CLI::IsMember({"scenario", "site", "consequences", "prices"}));
  command->footer("Example:\n  twinaxis schema site > site.schema.json");
  command->callback([what, &code] {
    fmt::print("{}\n", schema_of(*what));
    code = kDone;
  });
}

}  // namespace twinaxis::app
