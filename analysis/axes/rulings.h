#pragma once
// What the law says of an outcome: its class of accident and who must be told.

#include "analysis/assess.h"

namespace twinaxis::analysis {

/// Adds accident class and rulings to an outcome whose other parts are complete.
void rule_on(const Site& site, Outcome& outcome);

/// Casualties and direct damage of the whole site, which accident classes look at.
struct Toll {
  double deaths = 0;
  double serious = 0;
  double slight = 0;
  double damage_yen = 0;
  std::vector<std::string> tags = {};  ///< of all findings, each once
  std::vector<Text> tagged = {};       ///< what the findings with tags say
};
Toll toll_of(const Assessment& assessment, const Ledger& ledger);
/// The gravest class that the toll reaches, or null.
const AccidentClass* class_of(const Toll& toll, const std::vector<AccidentClass>& classes);

}  // namespace twinaxis::analysis
