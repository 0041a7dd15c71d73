#pragma once
// Where a stakeholder's risk lies on the two axes, and why. The axes are judged apart: axis 1 knows
// no money, axis 2 nothing else.

#include <map>
#include <string>
#include <vector>

#include "analysis/axes/criteria.h"
#include "analysis/axes/facts.h"
#include "analysis/site.h"

namespace twinaxis::analysis {

struct AxisPlace {
  int level = 1;
  std::string criterion;             ///< id of the one that set it, or "" at level 1
  FactName fact = FactName::deaths;  ///< that set the level; at level 1 the one nearest to more
  double value = 0;                  ///< of that fact
  std::string driver;                ///< rule, task or ledger line behind it
  /// Value over threshold of the criterion that is nearest to raising the level; 0 if there is none
  /// or nothing of the kind happened.
  double to_next_ratio = 0;
  std::string next_criterion;
  Text reason;  ///< sentences that name fact, threshold and cause
};

struct Placement {
  std::string stakeholder;
  AxisPlace axis1;
  AxisPlace axis2;
  bool inside_target = true;
  Text verdict;  ///< a sentence
  Facts facts;
  double loss_yen = 0;  ///< before compensation received: what the levels are judged by
  double loss_after_compensation_yen = 0;
};

/// What all parties together are left with after compensation. Who receives more than it lost, as
/// the injured do by damages for pain, has no loss: its gain lessens nobody else's.
double total_loss_yen(const std::vector<Placement>& placements);

AxisPlace place(const Criteria& criteria, Axis axis, const Facts& facts);
/// `work_s`: how long work of its own lasts that no criterion looks at.
Placement place(const std::string& stakeholder, const Site& site, const Facts& facts,
                double work_s = 0);

}  // namespace twinaxis::analysis
