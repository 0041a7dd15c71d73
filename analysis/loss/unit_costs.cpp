#include "analysis/loss/unit_costs.h"

namespace twinaxis::analysis {

void fields(FieldVisitor& v, UnitCost& c) {
  v("price", c.price_yen, "yen", at_least(0), "of one", required);
  v("per", c.per, "what one is", required);
  v("low", c.low_yen, "yen", at_least(0), "lower end of what was seen");
  v("high", c.high_yen, "yen", at_least(0), "upper end of what was seen");
  v("price_year", c.price_year, between(1990, 2100), "year of the price", required);
  v("what", c.what, "in words", required);
  v("provenance", c.provenance, kProvenanceNames, "what kind of source", required);
  v("source", c.source, "where it comes from", required);
}

void fields(FieldVisitor& v, UnitCosts& c) { v("prices", c.prices, "by name", required); }

std::vector<FieldProblem> problems(const UnitCosts& costs) {
  std::vector<FieldProblem> problems;
  for (const auto& [name, cost] : costs.prices) {
    if (cost.low_yen && *cost.low_yen > cost.price_yen) {
      problems.push_back({"prices." + name + ".low", "must not be above 'price'"});
    }
    if (cost.high_yen && *cost.high_yen < cost.price_yen) {
      problems.push_back({"prices." + name + ".high", "must not be below 'price'"});
    }
  }
  return problems;
}

}  // namespace twinaxis::analysis
