#pragma once
// Which money follows from which finding, as data beside the model.

#include <optional>
#include <string>
#include <vector>

#include "analysis/loss/loss_class.h"
#include "analysis/when.h"
#include "sim/core/fields.h"

namespace twinaxis::analysis {

/// amount = quantity x times x price. The quantity is summed over the findings of `follows` (a task
/// id stands for its work, with quantities "days" and "crew_days", a service id for its output lost
/// in the run and in the recovery, "lost", "lost_s" and "lost_days"); without `follows` it is a
/// fact of stakeholder `of` ("deaths", "serious_injuries", ...). "one" counts 1 if there is
/// anything. Who answers hangs on why: it arises only if a rule of `caused` found something, and
/// none of `unless`.
struct CostItem {
  std::string id;
  Text what;
  std::vector<std::string> follows;
  std::vector<std::string> caused;  ///< ids of rules, one of which must have come of it
  std::vector<std::string> unless;  ///< ids of rules, none of which may have
  std::string of;
  std::string quantity = "one";
  double times = 1;
  std::optional<double> cap_yen;  ///< the amount ends here: a penalty per day with a ceiling
  std::string price;              ///< key of UnitCosts::prices
  std::string bearer;             ///< account that loses: a stakeholder
  std::string payee;  ///< account that gains: a stakeholder (then it is compensation) or outside
  LossClass category = LossClass::response;
  bool information = false;  ///< shown beside the loss, not part of it (value of life)
};
void fields(FieldVisitor& v, CostItem& c);

/// One party makes good a share of what another lost if any rule of `follows` found something and
/// the condition holds. Under a contract its parties, share and cap hold. Insurers are a payer too.
/// One that covers `liability` makes good also what that party has to pay third parties.
struct Claim {
  std::string id;
  Text what;
  std::vector<std::string> follows;  ///< ids of rules; empty: any
  std::vector<std::string> caused;   ///< ids of rules, one of which must have come of it
  When when;
  std::string from;                 ///< who pays; "" with a contract
  std::string to;                   ///< who receives; "" with a contract
  std::string contract;             ///< key of Site::contracts, or ""
  std::vector<std::string> covers;  ///< names of loss classes; empty: all
  double share_fraction = 1;
  std::string source;
};
void fields(FieldVisitor& v, Claim& c);

}  // namespace twinaxis::analysis
