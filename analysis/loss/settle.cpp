#include <algorithm>
#include <limits>

#include "analysis/axes/gather.h"
#include "analysis/loss/book.h"
#include "sim/core/require.h"

namespace twinaxis::analysis {
namespace {

double quantity_of_work(const Work& work, const std::string& quantity) {
  const double days = work.takes_s / 86400;
  if (quantity == "days") return days;
  if (quantity == "crew_days") return days * work.crew_count;
  return quantity == "one" ? 1 : 0;
}

/// The quantity of a cost item, and the first rule or task behind it.
std::pair<double, std::string> quantity_of(const CostItem& item, const Books& books) {
  double sum = 0;
  std::string first;
  const auto count = [&](double value, const std::string& id) {
    sum = item.quantity == "one" ? 1 : sum + value;
    if (first.empty()) first = id;
  };
  const auto follows = [&](const std::string& id) {
    return std::ranges::find(item.follows, id) != item.follows.end();
  };
  for (const Finding& f : books.assessment.findings) {
    if (follows(f.rule)) count(f[item.quantity], f.rule);
  }
  for (const Work& work : books.recovery.schedule.works) {
    if (follows(work.task)) count(quantity_of_work(work, item.quantity), work.task);
  }
  if (item.of.empty()) return {sum, first};
  for (const auto& [name, fact] : books.facts.at(item.of)) {
    if (kFactNames[static_cast<std::size_t>(name)] == item.quantity) count(fact.value, fact.driver);
  }
  return {sum, first};
}

void book_cost(const Books& books, const CostItem& item, Ledger& ledger) {
  const auto [quantity, rule] = quantity_of(item, books);
  const auto price = books.prices.prices.find(item.price);
  require(price != books.prices.prices.end(), "unit cost '" + item.price + "' is in the catalogue");
  const UnitCost& cost = price->second;
  LedgerLine line;
  line.id = item.id;
  line.rule = rule;
  line.what = item.what;
  line.from = item.bearer;
  line.to = item.payee;
  line.category = item.category;
  line.compensation = books.site.stakeholders.contains(item.payee) && item.payee != item.bearer;
  line.quantity = quantity * item.times;
  if (item.cap_yen && line.quantity * cost.price_yen > *item.cap_yen) {
    line.quantity = *item.cap_yen / cost.price_yen;
  }
  line.unit = cost.per;
  line.unit_price_yen = cost.price_yen;
  line.price = item.price;
  line.price_year = cost.price_year;
  line.source = cost.source;
  if (!item.information) return add(ledger, std::move(line));
  line.amount_yen = line.quantity * line.unit_price_yen;
  if (line.amount_yen > 0) ledger.information.push_back(std::move(line));
}

bool arises(const Claim& claim, const Books& books) {
  if (!first_time(claim.when, books.recording)) return false;
  const auto any_found = [&](const std::vector<std::string>& rules) {
    return rules.empty() || std::ranges::any_of(rules, [&](const std::string& rule) {
             return books.assessment.has(rule);
           });
  };
  return any_found(claim.follows) && any_found(claim.caused);
}

/// What the claimant lost itself in the classes covered.
double covered_yen(const Claim& claim, const std::string& claimant, const Ledger& ledger) {
  double sum = 0;
  for (const LedgerLine& line : ledger.lines) {
    const auto name = kLossClassNames[static_cast<std::size_t>(line.category)];
    const bool covered =
        claim.covers.empty() || std::ranges::find(claim.covers, name) != claim.covers.end();
    if (line.from == claimant && !line.compensation && covered) sum += line.amount_yen;
  }
  return sum;
}

void book_claim(const Books& books, const Claim& claim, Ledger& ledger) {
  if (!arises(claim, books)) return;
  Contract terms;
  double cap_yen = std::numeric_limits<double>::infinity();
  if (claim.contract.empty()) {
    terms.liable = claim.from;
    terms.to = claim.to;
    terms.share_fraction = claim.share_fraction;
    terms.source = claim.source;
  } else {
    terms = books.site.contracts.at(claim.contract);
    cap_yen = terms.cap_yen;
  }
  LedgerLine line;
  line.id = claim.id;
  const auto met = std::ranges::find_if(
      claim.follows, [&](const std::string& rule) { return books.assessment.has(rule); });
  line.rule = met == claim.follows.end() ? claim.when.event : *met;
  line.what = claim.what;
  line.from = terms.liable;
  line.to = terms.to;
  line.category = LossClass::liability;
  line.compensation = true;
  line.quantity = 1;
  line.unit = "event";
  line.unit_price_yen =
      std::min(cap_yen, terms.share_fraction * covered_yen(claim, terms.to, ledger));
  line.price = claim.contract.empty() ? "" : "site.contracts." + claim.contract;
  line.price_year = books.site.price_year;
  line.source = terms.source;
  add(ledger, std::move(line));
}

}  // namespace

Ledger settle(const Recording& recording, const Assessment& assessment, const Recovery& recovery,
              const Consequences& consequences, const Site& site, const UnitCosts& prices) {
  Books books{recording, assessment, recovery, consequences, site, prices, {}};
  for (const auto& [id, party] : site.stakeholders) {
    books.facts[id] = facts_of(id, assessment, recovery, site);
  }
  Ledger ledger;
  book_damage(books, ledger);
  for (const auto& service : recovery.services) book_interruption(books, service, ledger);
  for (const auto& item : consequences.costs) book_cost(books, item, ledger);
  book_secrets(books, ledger);
  inform_of_jo(books, ledger);
  for (const auto& claim : consequences.claims) book_claim(books, claim, ledger);
  return ledger;
}

}  // namespace twinaxis::analysis
