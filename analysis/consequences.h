#pragma once
// What may follow from a run of one kind of twin, as data beside its model
// (models/<use case>/consequences.yaml): exposures and their laws, work, money.

#include <string>
#include <vector>

#include "analysis/harm/exposure/laws.h"
#include "analysis/loss/cost_item.h"
#include "analysis/loss/unit_costs.h"
#include "analysis/recovery/task.h"
#include "analysis/site.h"
#include "analysis/when.h"
#include "sim/core/fields.h"

namespace twinaxis::analysis {

struct Rule {
  std::string id;
  Text what;             ///< one sentence, for the report
  std::string for_each;  ///< points such as "<each>.in_shower": the rule holds
                         ///< for every one
  When when;
  double probability = 1;  ///< that it follows, such as ignition
  Law law;
  std::vector<std::string> counts_as;  ///< tags of its findings: "fire", "co_poisoning"
  std::string source;
};
void fields(FieldVisitor& v, Rule& r);

struct Consequences {
  std::vector<Rule> rules;
  std::vector<Task> tasks;
  std::vector<CostItem> costs;
  std::vector<Claim> claims;
};
void fields(FieldVisitor& v, Consequences& c);

/// Names that do not exist: points, groups, assets, services, data sets, laws, crews, accounts,
/// prices, accident tags, rules and tasks; cycles among tasks. Dotted paths, all at once.
std::vector<FieldProblem> problems(const Consequences& consequences, const Site& site,
                                   const UnitCosts& prices, const TwinNames& twin);

}  // namespace twinaxis::analysis
