#include <set>

#include "analysis/consequences.h"
#include "analysis/each.h"
#include "analysis/law_problems.h"
#include "analysis/problem_list.h"

namespace twinaxis::analysis {
namespace {

/// Everything that names in consequences can refer to.
struct World {
  const Consequences& consequences;
  const Site& site;
  const UnitCosts& prices;
  const TwinNames& twin;
  std::vector<std::string> rules;
  std::vector<std::string> tasks;
  std::vector<std::string> parties;
};

template <class Named>
std::vector<std::string> unique_ids(const std::string& list_name, const std::vector<Named>& all,
                                    ProblemList& list) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (std::ranges::find(ids, all[i].id) != ids.end()) {
      list.add(at(list_name, i, "id"), "'" + all[i].id + "' is there twice");
    }
    ids.push_back(all[i].id);
  }
  return ids;
}

void check_follows(const std::string& path, std::string_view kind,
                   const std::vector<std::string>& follows, const std::vector<std::string>& known,
                   ProblemList& list) {
  for (const auto& id : follows) list.must_exist(path, kind, id, known);
}

/// Quantities of a service, of which a cost item speaks by its name.
const std::vector<std::string> kServiceQuantities = {"one", "lost", "lost_s", "lost_days"};

/// A service in `follows` is no rule or task too, and has the quantity.
void check_service(const World& world, const CostItem& cost, std::size_t i,
                   const std::vector<std::string>& others, ProblemList& list) {
  for (const auto& id : cost.follows) {
    if (!world.site.services.contains(id)) continue;
    if (std::ranges::find(others, id) != others.end()) {
      list.add(at("costs", i, "follows"), "'" + id + "' is a service and also a rule or task");
    }
    list.must_exist(at("costs", i, "quantity"), "quantity of a service", cost.quantity,
                    kServiceQuantities);
  }
}

/// A rule as it is for one of those for whom it holds; a problem says for whom.
void check_member(const World& world, const Rule& rule, std::size_t i, const std::string& member,
                  ProblemList& list) {
  ProblemList found;
  const Rule bound = bound_to(rule, member, world.site);
  check(bound.when, at("rules", i, "when"), world.twin, found);
  check_law(bound.law, at("rules", i, "law"), {world.site, world.twin.points}, found);
  for (auto& problem : found.take()) {
    if (!member.empty()) {
      problem.message +=
          "; rule '" + rule.id + "' holds for each '" + rule.for_each + "', here '" + member + "'";
    }
    list.add(problem.path, problem.message);
  }
}

void check_rules(const World& world, ProblemList& list) {
  const auto& rules = world.consequences.rules;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    check_each(rules[i], at("rules", i, "for_each"), world.twin, list);
    for (const auto& member : members_of(rules[i], world.twin.points)) {
      check_member(world, rules[i], i, member, list);
    }
    for (const auto& tag : rules[i].counts_as) {
      list.must_exist(at("rules", i, "counts_as"), "accident tag of the site", tag,
                      world.site.criteria.accident_tags);
    }
  }
}

void check_tasks(const World& world, ProblemList& list) {
  const auto& tasks = world.consequences.tasks;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const Task& task = tasks[i];
    check_follows(at("tasks", i, "follows"), "rule", task.follows, world.rules, list);
    for (const auto& before : task.after) {
      list.must_exist(at("tasks", i, "after"), "task", before, world.tasks);
    }
    list.must_exist(at("tasks", i, "restores"), "stakeholder", task.restores, world.parties);
    list.must_exist(at("tasks", i, "crew"), "crew", task.crew, keys_of(world.site.crews), false);
    const auto crew = world.site.crews.find(task.crew);
    if (crew != world.site.crews.end() && crew->second.count < task.crew_count) {
      list.add(at("tasks", i, "crew_count"),
               "crew '" + task.crew + "' has only " + std::to_string(crew->second.count));
    }
    for (const auto& [service, level] : task.holds_down) {
      list.must_exist(at("tasks", i, "holds_down"), "service", service,
                      keys_of(world.site.services));
    }
  }
}

/// Takes away tasks whose predecessors are gone until nothing moves; what is left goes in circles.
void check_cycles(const World& world, ProblemList& list) {
  std::set<std::string> left(world.tasks.begin(), world.tasks.end());
  bool moved = true;
  while (moved) {
    moved = false;
    for (const Task& task : world.consequences.tasks) {
      const bool waits = std::ranges::any_of(
          task.after, [&](const std::string& before) { return left.contains(before); });
      if (!waits) moved |= left.erase(task.id) > 0;
    }
  }
  const auto& tasks = world.consequences.tasks;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    if (left.contains(tasks[i].id)) {
      list.add(at("tasks", i, "after"), "'" + tasks[i].id + "' waits for itself");
    }
  }
}

/// A service that production can be missing from must have work that brings it back.
void check_restored(const World& world, ProblemList& list) {
  const auto& rules = world.consequences.rules;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const auto* law = std::get_if<ServiceInterruption>(&rules[i].law);
    if (law == nullptr) continue;
    const auto service = world.site.services.find(law->service);
    if (service != world.site.services.end() && service->second.supply) continue;  // others do
    const bool restored = std::ranges::any_of(world.consequences.tasks, [&](const Task& task) {
      return task.holds_down.contains(law->service) &&
             std::ranges::find(task.follows, rules[i].id) != task.follows.end();
    });
    if (!restored) {
      list.add(at("rules", i, "law.service"),
               "no task follows '" + rules[i].id + "' and restores '" + law->service + "'");
    }
  }
}

/// The supplier lives on nobody itself, the store is recorded, and no work holds the service down:
/// it would be overruled.
void check_supplies(const World& world, ProblemList& list) {
  for (const auto& [id, service] : world.site.services) {
    if (!service.supply) continue;
    const Supply& supply = *service.supply;
    const std::string path = "services." + id + ".supply";
    list.must_exist(path + ".service", "service", supply.service, keys_of(world.site.services));
    list.must_exist(path + ".stock", "recorded point", supply.stock, world.twin.points);
    const auto source = world.site.services.find(supply.service);
    if (source != world.site.services.end() && source->second.supply) {
      list.add(path + ".service", "'" + supply.service + "' lives on another service itself");
    }
    for (const Task& task : world.consequences.tasks) {
      if (!task.holds_down.contains(id)) continue;
      list.add(path, "it follows its supply, but task '" + task.id + "' holds it down");
    }
  }
}

void check_costs(const World& world, ProblemList& list) {
  auto known = world.rules;
  known.insert(known.end(), world.tasks.begin(), world.tasks.end());
  const auto services = keys_of(world.site.services);
  const auto others = known;
  known.insert(known.end(), services.begin(), services.end());
  const auto& costs = world.consequences.costs;
  for (std::size_t i = 0; i < costs.size(); ++i) {
    const CostItem& cost = costs[i];
    check_follows(at("costs", i, "follows"), "rule, task or service", cost.follows, known, list);
    check_follows(at("costs", i, "caused"), "rule", cost.caused, world.rules, list);
    check_follows(at("costs", i, "unless"), "rule", cost.unless, world.rules, list);
    check_service(world, cost, i, others, list);
    list.must_exist(at("costs", i, "of"), "stakeholder", cost.of, world.parties, false);
    list.must_exist(at("costs", i, "price"), "unit cost", cost.price, keys_of(world.prices.prices));
    list.must_exist(at("costs", i, "bearer"), "stakeholder", cost.bearer, world.parties);
    if (cost.follows.empty() && cost.of.empty()) {
      list.add(at("costs", i, "follows"), "give 'follows' or 'of', else nothing is counted");
    }
    if (cost.follows.empty() && !cost.of.empty()) {
      const std::vector<std::string> facts(kFactNames.begin(), kFactNames.end());
      list.must_exist(at("costs", i, "quantity"), "fact", cost.quantity, facts);
    }
  }
}

void check_claims(const World& world, ProblemList& list) {
  const std::vector<std::string> classes(kLossClassNames.begin(), kLossClassNames.end());
  const auto& claims = world.consequences.claims;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    check_follows(at("claims", i, "follows"), "rule", claim.follows, world.rules, list);
    check_follows(at("claims", i, "caused"), "rule", claim.caused, world.rules, list);
    check(claim.when, at("claims", i, "when"), world.twin, list);
    list.must_exist(at("claims", i, "contract"), "contract", claim.contract,
                    keys_of(world.site.contracts), false);
    const bool by_contract = !claim.contract.empty();
    list.must_exist(at("claims", i, "to"), "stakeholder", claim.to, world.parties, !by_contract);
    if (!by_contract && claim.from.empty()) list.add(at("claims", i, "from"), "names no payer");
    for (const auto& name : claim.covers) {
      list.must_exist(at("claims", i, "covers"), "class of loss", name, classes);
    }
  }
}

}  // namespace

std::vector<FieldProblem> problems(const Consequences& consequences, const Site& site,
                                   const UnitCosts& prices, const TwinNames& twin) {
  ProblemList list;
  World world{consequences, site, prices, twin, {}, {}, keys_of(site.stakeholders)};
  world.rules = unique_ids("rules", consequences.rules, list);
  world.tasks = unique_ids("tasks", consequences.tasks, list);
  unique_ids("costs", consequences.costs, list);
  unique_ids("claims", consequences.claims, list);
  check_rules(world, list);
  check_tasks(world, list);
  check_cycles(world, list);
  check_restored(world, list);
  check_supplies(world, list);
  check_costs(world, list);
  check_claims(world, list);
  return list.take();
}

}  // namespace twinaxis::analysis
