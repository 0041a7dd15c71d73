#include <algorithm>
#include <limits>

#include "analysis/loss/book.h"

namespace twinaxis::analysis {
namespace {

/// A claim with the terms that hold: those of its contract, or its own.
struct Due {
  const Claim* claim;
  Contract terms;
  double cap_yen;
};

Due due(const Claim& claim, const Site& site) {
  if (!claim.contract.empty()) {
    const Contract& contract = site.contracts.at(claim.contract);
    return {&claim, contract, contract.cap_yen};
  }
  Contract terms;
  terms.liable = claim.from;
  terms.to = claim.to;
  terms.share_fraction = claim.share_fraction;
  terms.source = claim.source;
  return {&claim, terms, std::numeric_limits<double>::infinity()};
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

bool covers(const Claim& claim, LossClass loss) {
  const auto name = kLossClassNames[static_cast<std::size_t>(loss)];
  return claim.covers.empty() || std::ranges::find(claim.covers, name) != claim.covers.end();
}

/// Whether the line is a loss that the claim makes good: what the claimant lost itself in the
/// classes covered, and what it pays third parties.
bool makes_good(const Due& due, const LedgerLine& line) {
  if (line.from != due.terms.to) return false;
  return line.compensation ? covers(*due.claim, LossClass::liability) && line.to != due.terms.liable
                           : covers(*due.claim, line.category);
}

/// What claims have made good of each line of the ledger, so that nobody recovers a loss twice.
using Recovered = std::vector<double>;

/// The share of all that the claim covers, at most its cap and what earlier claims have left of it,
/// which is taken from every line by the same part.
double recover_yen(const Due& due, const Ledger& ledger, Recovered& recovered) {
  recovered.resize(ledger.lines.size(), 0);
  double covered_yen = 0, left_yen = 0;
  for (std::size_t i = 0; i < recovered.size(); ++i) {
    if (!makes_good(due, ledger.lines[i])) continue;
    covered_yen += ledger.lines[i].amount_yen;
    left_yen += ledger.lines[i].amount_yen - recovered[i];
  }
  const double owed_yen = std::min(due.cap_yen, due.terms.share_fraction * covered_yen);
  const double paid_yen = std::min(owed_yen, left_yen);
  for (std::size_t i = 0; i < recovered.size() && paid_yen > 0; ++i) {
    if (!makes_good(due, ledger.lines[i])) continue;
    const double still_yen = ledger.lines[i].amount_yen - recovered[i];
    recovered[i] = paid_yen < left_yen ? recovered[i] + still_yen * (paid_yen / left_yen)
                                       : ledger.lines[i].amount_yen;
  }
  return paid_yen;
}

void book_claim(const Books& books, const Due& due, Recovered& recovered, Ledger& ledger) {
  const Claim& claim = *due.claim;
  LedgerLine line;
  line.id = claim.id;
  const auto met = std::ranges::find_if(
      claim.follows, [&](const std::string& rule) { return books.assessment.has(rule); });
  line.rule = met == claim.follows.end() ? claim.when.event : *met;
  line.what = claim.what;
  line.from = due.terms.liable;
  line.to = due.terms.to;
  line.category = LossClass::liability;
  line.compensation = true;
  line.quantity = 1;
  line.unit = "event";
  line.unit_price_yen = recover_yen(due, ledger, recovered);
  line.price = claim.contract.empty() ? "" : "site.contracts." + claim.contract;
  line.price_year = books.site.price_year;
  line.source = due.terms.source;
  add(ledger, std::move(line));
}

/// Whether what `other` makes the claimant pay is part of what `one` makes good.
bool waits_for(const Due& one, const Due& other) {
  return covers(*one.claim, LossClass::liability) && other.terms.liable == one.terms.to &&
         other.terms.to != one.terms.liable;
}

}  // namespace

void book_claims(const Books& books, Ledger& ledger) {
  std::vector<Due> left;
  Recovered recovered;
  for (const Claim& claim : books.consequences.claims) {
    if (arises(claim, books)) left.push_back(due(claim, books.site));
  }
  while (!left.empty()) {
    const auto waits = [&](const Due& one) {
      return std::ranges::any_of(left, [&](const Due& other) { return waits_for(one, other); });
    };
    auto next = std::ranges::find_if_not(left, waits);
    if (next == left.end()) next = left.begin();
    book_claim(books, *next, recovered, ledger);
    left.erase(next);
  }
}

}  // namespace twinaxis::analysis
