#pragma once
// Ledger lines that follow from findings and recovery without a cost item.

#include <map>
#include <string>

#include "analysis/axes/facts.h"
#include "analysis/loss/ledger.h"

namespace twinaxis::analysis {

/// Everything that money follows from.
struct Books {
  const Recording& recording;
  const Assessment& assessment;
  const Recovery& recovery;
  const Consequences& consequences;
  const Site& site;
  const UnitCosts& prices;
  std::map<std::string, Facts> facts;  ///< by stakeholder, without money
};

/// amount = quantity x unit price; nothing is added for nothing.
void add(Ledger& ledger, LedgerLine line);

/// One line per asset, after its worst finding: what is destroyed once is not repaired twice.
void book_damage(const Books& books, Ledger& ledger);
/// Lost operating profit and standing charges, after what stock bridges.
void book_interruption(const Books& books, const ServiceRecovery& recovered, Ledger& ledger);
/// Output of the region's sectors that is lost as the stop of services spreads through them.
void book_region(const Books& books, Ledger& ledger);
/// Leaked trade secrets: share leaked x probability that a rival uses it x yearly advantage x
/// annuity, lost to rivals by the party that the secret speaks of, or by its holder.
void book_secrets(const Books& books, Ledger& ledger);
/// The JO model beside what courts grant: an upper bound, shown and not added.
void inform_of_jo(const Books& books, Ledger& ledger);
/// Claims that arise, each once. One that covers `liability` waits for those against its claimant,
/// so that what the claimant pays others is known and passed on: along a chain of contracts from
/// its last link up. What the claimant pays the liable party itself is not passed back. Claims that
/// wait for each other are settled in the order of the file, each over what was paid by then. Of a
/// loss that several claims cover the later ones pay at most what the earlier ones have left.
void book_claims(const Books& books, Ledger& ledger);

}  // namespace twinaxis::analysis
