#include "analysis/loss/ledger.h"

#include <algorithm>

namespace twinaxis::analysis {

Balance Ledger::balance_of(const std::string& account) const {
  Balance balance;
  balance.account = account;
  for (const LedgerLine& line : lines) {
    if (line.from == account) {
      (line.compensation ? balance.compensation_paid_yen : balance.own_loss_yen) += line.amount_yen;
    }
    if (line.to == account) {
      (line.compensation ? balance.compensation_received_yen : balance.gained_yen) +=
          line.amount_yen;
    }
  }
  return balance;
}

std::vector<Balance> Ledger::balances(const Site& site) const {
  std::vector<Balance> all;
  for (const std::string& id : ordered_stakeholders(site)) {
    all.push_back(balance_of(id));
    all.back().stakeholder = true;
  }
  std::vector<std::string> outside;
  for (const LedgerLine& line : lines) {
    for (const auto& account : {line.from, line.to}) {
      const bool known = site.stakeholders.contains(account) ||
                         std::ranges::find(outside, account) != outside.end();
      if (!known) outside.push_back(account);
    }
  }
  for (const auto& account : outside) all.push_back(balance_of(account));
  return all;
}

}  // namespace twinaxis::analysis
