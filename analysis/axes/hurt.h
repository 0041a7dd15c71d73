#pragma once
// People as facts: those of a stakeholder, and those that it answers for.

#include <string>

#include "analysis/assessment.h"
#include "analysis/axes/facts.h"
#include "analysis/site.h"

namespace twinaxis::analysis {

/// The dead and the hurt among the people of a stakeholder; the reason names the worst cause.
void add_own_people(const std::string& stakeholder, const Assessment& assessment, Facts& facts);

/// The same among the parties that it answers for, and accidents: the dead, the seriously hurt, and
/// each rule whose finding, for such a party or for itself, carries a tag of the site's
/// `accident_tags` and did not hurt anybody so. The reason counts all of them and names all causes.
void add_caused(const std::string& stakeholder, const Assessment& assessment, const Site& site,
                Facts& facts);

}  // namespace twinaxis::analysis
