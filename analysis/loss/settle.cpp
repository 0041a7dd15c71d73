#include <algorithm>

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

/// Output lost in the run and until the service was back, whatever stock bridged of it.
double quantity_of_service(const ServiceRecovery& recovered, const std::string& quantity,
                           const Site& site) {
  const double lost_s = shortfall_s(recovered.level, 0);
  if (quantity == "lost_s") return lost_s;
  if (quantity == "lost_days") return lost_s / 86400;
  if (quantity == "lost") return lost_s * site.services.at(recovered.service).normal_per_s;
  return 0;
}

/// The quantity of a cost item, and the first rule, task or service behind it.
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
  for (const ServiceRecovery& recovered : books.recovery.services) {
    if (!follows(recovered.service) || shortfall_s(recovered.level, 0) <= 0) continue;
    count(quantity_of_service(recovered, item.quantity, books.site), recovered.service);
  }
  if (item.of.empty()) return {sum, first};
  for (const auto& [name, fact] : books.facts.at(item.of)) {
    if (kFactNames[static_cast<std::size_t>(name)] == item.quantity) count(fact.value, fact.driver);
  }
  return {sum, first};
}

bool arises(const CostItem& item, const Assessment& assessment) {
  const auto found = [&](const std::string& rule) { return assessment.has(rule); };
  return (item.caused.empty() || std::ranges::any_of(item.caused, found)) &&
         std::ranges::none_of(item.unless, found);
}

void book_cost(const Books& books, const CostItem& item, Ledger& ledger) {
  if (!arises(item, books.assessment)) return;
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
  book_region(books, ledger);
  for (const auto& item : consequences.costs) book_cost(books, item, ledger);
  book_secrets(books, ledger);
  inform_of_jo(books, ledger);
  book_claims(books, ledger);
  return ledger;
}

}  // namespace twinaxis::analysis
