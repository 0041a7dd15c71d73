#pragma once
// Whether what the author promises can be kept at all: events that may happen, people who are
// there.

#include <string>
#include <vector>

#include "analysis/report/report.h"
#include "analysis/site.h"
#include "sim/run/load.h"

namespace twinaxis::app {

/// Names of events that a run may log.
struct EventNames {
  /// Of the words of the use case; one that ends with a dot stands for all that it begins.
  std::vector<std::string> plant;
  std::vector<std::string> devices;   ///< of the devices of its network
  std::vector<std::string> scenario;  ///< of interventions and attack path

  /// A name under a prefix counts only where no device names its own.
  bool has(const std::string& name) const;
  std::vector<std::string> all() const;  ///< without the prefixes
};
EventNames event_names(const Prepared& prepared, const analysis::Words& words);

/// Events in `expect` that can never happen, at their places in the text.
void check_promised_events(const Prepared& prepared, const analysis::Words& words,
                           scenario::Problems& problems);
/// Likewise stakeholders that the site does not have.
void check_promised_stakeholders(const Prepared& prepared, const analysis::Site& site,
                                 scenario::Problems& problems);

}  // namespace twinaxis::app
