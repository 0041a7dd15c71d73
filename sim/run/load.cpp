#include "sim/run/load.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "sim/core/bus.h"
#include "sim/core/hash.h"
#include "sim/core/near.h"
#include "sim/core/text.h"
#include "sim/cyber/reachability.h"
#include "sim/scenario/check.h"
#include "sim/scenario/extends.h"
#include "sim/scenario/reader.h"
#include "sim/scenario/resolve.h"
#include "sim/scenario/value_writer.h"

namespace twinaxis {
namespace {

using scenario::Places;
using scenario::Problems;

/// So that a network plan and a model's parameters can be read like any struct.
struct Parameters {
  Model& model;
};
void fields(FieldVisitor& v, Parameters& p) { p.model.parameters(v); }

std::string hash_of_file(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return hex(hash_bytes(bytes.str()));
}

void report(const std::vector<FieldProblem>& found, const std::string& below, const Places& places,
            Problems& problems) {
  for (const auto& p : found) {
    // What the model itself planned stands nowhere in the text; the step that it meets does.
    const scenario::Place place = places.of(below + "." + p.path);
    problems.add(place.line > 0 ? place : places.of("run.step"), "'" + p.path + "': " + p.message);
  }
}

const scenario::Node& section(const scenario::Node& document, const char* key) {
  static const scenario::Node empty = [] {
    scenario::Node node;
    node.kind = scenario::Node::Kind::map;
    return node;
  }();
  const scenario::Node* node = document.find(key);
  return node != nullptr ? *node : empty;
}

/// The `twin` and `network` sections; afterwards all points are declared. What could not be read
/// keeps its default, and where parameters contradict each other all do, so that the rest of the
/// text can be checked all the same. False in the latter case: the twin is not what was meant.
bool read_twin(const scenario::Node& document, const UseCase& use_case, Prepared& p, Places& places,
               Problems& problems) {
  p.model = use_case.make();
  Parameters parameters{*p.model};
  scenario::read(section(document, "twin"), parameters, {problems, places, {}, "twin"});
  const auto contradictions = p.model->problems();
  report(contradictions, "twin", places, problems);
  if (!contradictions.empty()) p.model = use_case.make();
  p.model->draw_from({p.seed, p.sample});
  p.model->build(p.table, p.plan);
  scenario::read(section(document, "network"), p.plan, {problems, places, {}, "network"});
  cyber::declare_points(p.plan, p.table);
  return contradictions.empty();
}

scenario::ModelKnowledge knowledge_of(const cyber::NetworkPlan& plan) {
  return {.targets_of =
              [&plan](const std::string& name) {
                std::vector<std::string> targets;
                for (const auto& channel : plan.channels) {
                  if (channel.name != name) continue;
                  for (const auto& wire : channel.block) targets.push_back(wire.target);
                }
                return targets;
              },
          .logics_of = [&plan](const std::string& host) { return plan.logics_of(host); }};
}

/// The seed as written; a wrong one is reported when the scenario is read.
std::uint64_t seed_of(const scenario::Node& document) {
  const scenario::Node* node = document.find("seed");
  const auto number = node != nullptr ? split_number(node->text).number : std::nullopt;
  return number && *number >= 0 ? static_cast<std::uint64_t>(*number) : 1;
}

/// Null, with a problem, if it is missing or unknown.
const UseCase* use_case_of(const scenario::Node& document, const std::vector<UseCase>& use_cases,
                           Problems& problems) {
  const scenario::Node* node = document.find("use_case");
  if (node == nullptr || !node->is_scalar() || !node->tag.empty())
    return nullptr;  // reported with the scenario
  const auto found = std::find_if(use_cases.begin(), use_cases.end(),
                                  [&](const UseCase& u) { return u.name == node->text; });
  if (found != use_cases.end()) return &*found;
  std::vector<std::string> names;
  for (const auto& u : use_cases) names.push_back(u.name);
  problems.add(node->place, "no use case '" + node->text + "'" + did_you_mean(node->text, names) +
                                " ('twinaxis list' names them)");
  return nullptr;
}

/// All parameters of the twin, so that the text says what ran and keeps it when defaults change.
void write_parameters(Model& model, scenario::Node& document) {
  scenario::Node all = scenario::to_node(Parameters{model});
  if (scenario::Node* written = document.find("twin")) *written = std::move(all);
  else document.entries.push_back({"twin", {}, std::move(all)});
}

/// What hangs on a step of the path and names no time of its own begins when the path arrives.
void start_with_path(scenario::Scenario& s) {
  if (!s.attack.start) return;
  for (auto& i : s.interventions) {
    if (!i.after.empty() && !i.from) i.from = s.attack.start->time;
  }
}

/// The incident that this is the variant of; the report pairs the two.
void check_mitigated(const scenario::Scenario& s, const std::filesystem::path& folder,
                     const Places& places, Problems& problems) {
  if (s.mitigates.empty() || std::filesystem::exists(folder / s.mitigates)) return;
  problems.add(places.of("mitigates"),
               "'mitigates': no file " + scenario::in_marks(s.mitigates) + ", seen from this one");
}

/// "; rules from internet: mail_and_web (https to business_terminal)", to find the way that exists,
/// where a step between two hosts has no route.
std::string ways_instead_of(const PathStep& step, const cyber::NetworkPlan& plan) {
  const auto found = plan.hosts.find(step.from);
  if (found == plan.hosts.end() || !plan.hosts.contains(step.to)) return "";
  if (cyber::Reachability(plan).route(step.from, step.to, step.service).open) return "";
  const std::string& host = step.from;
  std::vector<std::string> ways;
  for (const auto& [name, rule] : plan.rules) {
    if (!rule.allowed || (rule.from != host && rule.from != found->second.zone)) continue;
    ways.push_back(name + " (" + rule.service + " to " + rule.to + ")");
  }
  return ways.empty() ? "; no rule leads from " + host
                      : "; rules from " + host + ": " + listed(ways);
}

/// A way that no rule opens even without countermeasures is a mistake of the scenario, not a
/// success of its measures.
void check_path(const Prepared& p, const Places& places, Problems& problems) {
  const Bus bus(p.table);
  const auto bare = cyber::evaluate(p.scenario.attack, p.plan, p.table, bus, {});
  for (std::size_t i = 0; i < bare.steps.size(); ++i) {
    if (bare.steps[i].outcome != cyber::StepOutcome::impossible) continue;
    problems.add(places.of("attack.path[" + std::to_string(i) + "]"),
                 "step '" + bare.steps[i].id + "' is impossible: " + bare.steps[i].reason +
                     ways_instead_of(p.scenario.attack.path[i], p.plan));
  }
}

}  // namespace

std::optional<ScenarioText> read_scenario(const std::filesystem::path& file, Problems& problems,
                                          const std::filesystem::path& shipped) {
  auto merged = scenario::load_merged(file, problems, shipped);
  if (!merged) return std::nullopt;
  ScenarioText text{file, std::move(merged->document), {}};
  for (const auto& input : merged->files) text.inputs[input] = hash_of_file(input);
  return text;
}

std::optional<Prepared> prepare(const ScenarioText& text, const SampleChoice& choice,
                                const scenario::Catalogue& catalogue,
                                const std::vector<UseCase>& use_cases, Problems& problems,
                                const FurtherChecks& further) {
  Prepared p;
  Places places;
  p.seed = choice.seed.value_or(seed_of(text.document));
  p.sample = choice.number;
  p.inputs = text.inputs;
  const auto resolved = choice.plain()
                            ? scenario::resolve_to_medians(text.document, problems)
                            : scenario::resolve(text.document, p.seed, p.sample, problems);
  const scenario::Node& document = resolved.document;

  const UseCase* use_case = use_case_of(document, use_cases, problems);
  const bool meant = use_case != nullptr && read_twin(document, *use_case, p, places, problems);
  const auto unit_of = [&](std::string_view point) -> std::optional<std::string> {
    const auto id = p.table.find(point);
    return id ? std::optional(p.table[*id].unit) : std::nullopt;
  };
  std::vector<std::string> elsewhere{"extends"};  // done, but a reader of messages may look for it
  elsewhere.insert(elsewhere.end(), scenario::kUseCaseKeys.begin(), scenario::kUseCaseKeys.end());
  scenario::read(document, p.scenario, {problems, places, unit_of, "", elsewhere});
  check_mitigated(p.scenario, text.file.parent_path(), places, problems);
  if (use_case == nullptr) return std::nullopt;

  p.scenario.id = scenario::scenario_id(text.file);
  start_with_path(p.scenario);
  scenario::check(p.scenario, p.table, places, catalogue, knowledge_of(p.plan), problems);
  if (p.scenario.run.step > Duration{}) {
    report(cyber::problems(p.plan, p.table, p.scenario.run.step), "network", places, problems);
  }
  if (problems.empty()) check_path(p, places, problems);
  p.document = document;
  write_parameters(*p.model, p.document);
  if (further && meant) further(p, problems);
  if (!problems.empty()) return std::nullopt;

  const cyber::PathSample luck{p.seed, p.sample};
  p.path = cyber::evaluate(p.scenario.attack, p.plan, p.table, Bus(p.table),
                           p.scenario.interventions, choice.draw_path ? &luck : nullptr);
  return p;
}

Declared declare(const UseCase& use_case) {
  Declared d{use_case.make(), {}, {}};
  d.model->build(d.table, d.plan);
  cyber::declare_points(d.plan, d.table);
  return d;
}

}  // namespace twinaxis
