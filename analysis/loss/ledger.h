#pragma once
// Who loses how much to whom. Double entry: every line takes from one account what it gives to
// another, so all balances sum to zero. Accounts are the site's stakeholders and outside ones.

#include <string>
#include <vector>

#include "analysis/assessment.h"
#include "analysis/consequences.h"
#include "analysis/loss/loss_class.h"
#include "analysis/loss/unit_costs.h"
#include "analysis/recovery/recovery.h"
#include "analysis/site.h"

namespace twinaxis::analysis {

struct LedgerLine {
  std::string id;    ///< of the cost item, claim or service: "repair_column"
  std::string rule;  ///< first rule or task behind it
  Text what;
  std::string from;  ///< account that loses
  std::string to;    ///< account that gains; "destroyed" for value that is gone
  LossClass category = LossClass::response;
  bool compensation = false;  ///< between stakeholders
  double quantity = 0;
  std::string unit;
  double unit_price_yen = 0;
  std::string price;  ///< key in UnitCosts, or where it stands in the site
  double amount_yen = 0;
  int price_year = 0;
  std::string source;
};

/// What an account has to bear. The placement looks at the loss before compensation received,
/// because IoT-SSF calls compensation a response after the fact; compensation that is paid is part
/// of the payer's loss. After compensation a loss can be negative: compensation for pain covers
/// what the ledger does not count.
struct Balance {
  std::string account;
  bool stakeholder = false;
  double own_loss_yen = 0;  ///< all but compensation
  double compensation_paid_yen = 0;
  double compensation_received_yen = 0;
  double gained_yen = 0;  ///< of outside accounts: suppliers, the state

  double loss_yen() const { return own_loss_yen + compensation_paid_yen; }
  double loss_after_compensation_yen() const { return loss_yen() - compensation_received_yen; }
};

struct Ledger {
  std::vector<LedgerLine> lines;
  /// Shown beside the loss and never added to it: value of life, JO model upper bound.
  std::vector<LedgerLine> information;

  Balance balance_of(const std::string& account) const;
  /// Stakeholders of the site in its order, then the outside accounts that occur.
  std::vector<Balance> balances(const Site& site) const;
};

Ledger settle(const Recording& recording, const Assessment& assessment, const Recovery& recovery,
              const Consequences& consequences, const Site& site, const UnitCosts& prices);

}  // namespace twinaxis::analysis
