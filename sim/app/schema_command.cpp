#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "analysis/consequences.h"
#include "analysis/loss/unit_costs.h"
#include "analysis/site.h"
#include "sim/app/commands.h"
#include "sim/app/exit_code.h"
#include "sim/run/use_case.h"
#include "sim/scenario/scenario.h"
#include "sim/scenario/schema.h"

namespace twinaxis::app {
namespace {

using Json = nlohmann::ordered_json;

Json extends(const char* what) {
  return {{"type", "string"},
          {"description", std::string(what) + " by its id, or a file relative to this one"}};
}

/// A map may be inherited in part: nothing in it is required, and it may extend a file of its own.
void let_inherit(Json& schema) {
  if (!schema.is_structured()) return;
  for (Json& part : schema) let_inherit(part);
  if (!schema.is_object()) return;
  schema.erase("required");
  if (schema.contains("properties") && schema["properties"].is_object() &&
      schema.value("additionalProperties", true) == false) {
    schema["properties"]["extends"] = extends("shipped file");
  }
}

/// The schema of the `twin:` section of a use case.
Json twin_schema(const UseCase& use_case) {
  scenario::SchemaWriter writer;
  while (writer.unfinished()) {
    const auto model = use_case.make();
    writer.begin_pass();
    model->parameters(writer);
  }
  Json schema = Json::parse(writer.text("twin"));
  for (const char* key : {"$schema", "title", "$defs"}) schema.erase(key);
  let_inherit(schema);
  return schema;
}

/// An entry of a list that grows: nothing in it is required but what names it.
void let_amend(Json& list) {
  let_inherit(list);
  Json& entry = list["items"];
  entry["required"] = {"id"};
  entry["properties"]["remove"] = {{"const", true}, {"description", "take out an inherited entry"}};
}

/// What the reader takes: nothing is required where it may be inherited, and others read `extends`,
/// `twin` and `network`. `use_case` "" admits any twin.
std::string scenario_schema(const std::string& use_case) {
  Json schema = Json::parse(scenario::json_schema<scenario::Scenario>("TwinAxis scenario"));
  schema.erase("required");
  Json& keys = schema["properties"];
  let_inherit(keys["run"]);
  let_inherit(keys["attack"]);
  let_amend(keys["attack"]["properties"]["path"]);
  let_amend(keys["interventions"]);
  keys["extends"] = extends("shipped scenario");
  keys["twin"] = {{"type", "object"}, {"description", "parameters of the use case"}};
  keys["network"] = {{"type", "object"}, {"description", "amends zones, links, rules and hosts"}};
  for (const UseCase& known : use_cases()) {
    if (known.name == use_case) keys["twin"] = twin_schema(known);
  }
  return schema.dump(2);
}

std::string schema_of(const std::string& what, const std::string& use_case) {
  if (what == "site") return scenario::json_schema<analysis::Site>("TwinAxis site");
  if (what == "consequences") {
    return scenario::json_schema<analysis::Consequences>("TwinAxis consequences");
  }
  if (what == "prices") return scenario::json_schema<analysis::UnitCosts>("TwinAxis unit costs");
  return scenario_schema(use_case);
}

}  // namespace

void add_schema(CLI::App& program, int& code) {
  auto* command = program.add_subcommand("schema", "Print the JSON Schema of a kind of file");
  auto what = std::make_shared<std::string>("scenario");
  command->add_option("what", *what, "scenario, site, consequences or prices")
      ->capture_default_str()
      ->check(CLI::IsMember({"scenario", "site", "consequences", "prices"}));
  std::vector<std::string> names;
  for (const UseCase& use_case : use_cases()) names.push_back(use_case.name);
  auto use_case = std::make_shared<std::string>();
  command->add_option("--use-case", *use_case, "of a scenario: describe the parameters of its twin")
      ->check(CLI::IsMember(names));
  command->footer(
      "Example:\n"
      "  twinaxis schema site > site.schema.json\n"
      "  twinaxis schema scenario --use-case distillation/bt1 > scenario.schema.json");
  command->callback([what, use_case, &code] {
    fmt::print("{}\n", schema_of(*what, *use_case));
    code = kDone;
  });
}

}  // namespace twinaxis::app
