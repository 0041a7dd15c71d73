#pragma once
// Prices, each with source and year. Read from scenarios/catalogue/unit_costs.yaml.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/provenance.h"
#include "sim/core/fields.h"

namespace twinaxis::analysis {

struct UnitCost {
  double price_yen = 0;
  std::string per = "event";  ///< "person", "kmol", "event"
  std::optional<double> low_yen;
  std::optional<double> high_yen;
  int price_year = 2024;
  Text what;
  Provenance provenance = Provenance::assumption;
  std::string source;
};
void fields(FieldVisitor& v, UnitCost& c);

struct UnitCosts {
  std::map<std::string, UnitCost> prices;
};
void fields(FieldVisitor& v, UnitCosts& c);

std::vector<FieldProblem> problems(const UnitCosts& costs);

}  // namespace twinaxis::analysis
