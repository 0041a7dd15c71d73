#pragma once
// A service that lives on another one's output stands when the store between them is used up.

#include <optional>

#include "analysis/recovery/timeline.h"

namespace twinaxis::analysis {

/// What lies between a service and the one whose output it uses, at the end of a run.
struct Store {
  double lasts_s = 0;                     ///< at normal use
  double enough_fraction = 1;             ///< of the source's output; with less the store shrinks
  double arrives_s = 0;                   ///< from when the source is back until the service is
  std::optional<double> replaced_s = {};  ///< from when it stands until others supply it
};

/// `own` up to `end_s`, the end of the run, and after it what `source` gives. A service that the
/// run left below normal stays there; another one lives on the store, which shrinks by the missing
/// part of the source's output. It is back `arrives` after the source is, or `replaced` after it
/// stood still, whatever comes first. A line that misses one part stands: no level lies between.
TimeLine supplied(const TimeLine& own, const TimeLine& source, double end_s, const Store& store);

}  // namespace twinaxis::analysis
