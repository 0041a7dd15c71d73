#pragma once
// The businesses around a site, by sector: what each makes, and which services of the site and
// which other sectors it needs. Data of the inoperability input-output model
// (analysis/loss/inoperability.h).

#include <map>
#include <string>
#include <vector>

#include "analysis/provenance.h"
#include "sim/core/fields.h"

namespace twinaxis::analysis {

struct Sector {
  Text name;
  std::string stakeholder;      ///< who loses when it does not work
  double output_yen_per_s = 0;  ///< value added: gross output would count supplies twice
  double recovers_in_s = 0;     ///< alone, inoperability falls to a hundredth in this time
  double stock_s = 0;           ///< of each service, in time of normal supply
  /// Service of the site -> part of the sector's output that is lost while it delivers nothing.
  std::map<std::string, double> needs_services;
  /// A row of A*: sector -> part of this sector's output that is lost while that one stands still.
  std::map<std::string, double> needs_sectors;
  Provenance provenance = Provenance::assumption;
  std::string source;
};
void fields(FieldVisitor& v, Sector& s);

using Region = std::map<std::string, Sector>;

/// Names that do not exist, and sectors that need more than all of their output: with needs that
/// sum to at most 1 every inoperability lies between 0 and 1. Dotted paths below "region".
std::vector<FieldProblem> problems(const Region& region, const std::vector<std::string>& parties,
                                   const std::vector<std::string>& services);

}  // namespace twinaxis::analysis
