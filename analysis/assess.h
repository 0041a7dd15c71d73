#pragma once
// From a recording to the two axes in one call.

#include <string>
#include <vector>

#include "analysis/assessment.h"
#include "analysis/axes/placement.h"
#include "analysis/consequences.h"
#include "analysis/draw.h"
#include "analysis/loss/ledger.h"
#include "analysis/loss/unit_costs.h"
#include "analysis/recovery/recovery.h"
#include "analysis/site.h"
#include "sim/run/recording.h"

namespace twinaxis::analysis {

/// A class of accident in the law or a duty to report, with what made it apply.
struct Ruling {
  std::string id;
  std::string stakeholder;  ///< "" for the whole site
  Text what;
  Text because;
  Provenance provenance = Provenance::law;
  std::string source;
};

struct Outcome {
  Assessment assessment;
  Recovery recovery;
  Ledger ledger;
  std::vector<Placement> placements;  ///< in the order of the site's stakeholders
  double total_loss_yen = 0;          ///< of all parties; see total_loss_yen()
  std::string accident_class;         ///< "A", ..., or "" if nothing happened
  std::vector<Ruling> rulings;
};

/// Findings of all rules. Every name in `consequences` must exist in the recording and the site
/// (see problems()); ContractError otherwise.
Assessment assess(const Recording& recording, const Consequences& consequences, const Site& site,
                  const Draw& draw = {});

Outcome outcome_of(const Recording& recording, const Consequences& consequences, const Site& site,
                   const UnitCosts& prices, const Draw& draw = {});

/// Everything above as JSON (UTF-8, keys in a fixed order), for other programs.
std::string to_json(const Outcome& outcome);

}  // namespace twinaxis::analysis
