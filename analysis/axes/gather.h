#pragma once
// The facts of one stakeholder, from findings, recovery and ledger.

#include <string>

#include "analysis/assessment.h"
#include "analysis/axes/facts.h"
#include "analysis/loss/ledger.h"
#include "analysis/recovery/recovery.h"
#include "analysis/site.h"

namespace twinaxis::analysis {

/// All but money. Data that leaked count for who held them and for whom they speak of. What befell
/// the parties that a stakeholder answers for counts for it too: the dead, the seriously hurt, and
/// as accidents these persons and every rule whose finding for such a party, or for itself, carries
/// a tag of the site's `accident_tags` and did not hurt them.
Facts facts_of(const std::string& stakeholder, const Assessment& assessment,
               const Recovery& recovery, const Site& site);

/// Money, before compensation received.
void add_losses(const std::string& stakeholder, const Ledger& ledger, const Site& site,
                Facts& facts);

}  // namespace twinaxis::analysis
