#pragma once
// How the stop of a site's services spreads through the businesses around it, over the whole
// recovery: the dynamic inoperability input-output model, dq/dt = K [(A* - I) q + c*(t)].
//
// c*(t) of a sector is the sum over the services that it needs of part x missing supply, after its
// stock of each. A stock lasts while the supply missed adds up to less than it holds, and is not
// filled again meanwhile (assumption). Source of inventories in the model: Barker, Santos,
// Measuring the efficacy of inventory with a dynamic input-output model, International Journal of
// Production Economics 126 (2010) 130-143.

#include <map>
#include <string>
#include <vector>

#include "analysis/loss/sector.h"
#include "analysis/recovery/timeline.h"

namespace twinaxis::analysis {

struct SectorRecovery {
  std::string sector;
  std::string stakeholder;
  std::string service;         ///< whose stop weighs most on it, or on the region if none does
  TimeLine level;              ///< 1 - q over time, since the start of the run
  double lost_s = 0;           ///< normal output lost: the integral of q to its end
  double to_95_percent_s = 0;  ///< from below 0.95 until the level stays at it or above
};

/// The sectors that lose something, in the order of their keys. A service counts to its last knot;
/// between knots it has its mean, so that what is missing in all is exact. Levels by service.
std::vector<SectorRecovery> spread(const Region& region,
                                   const std::map<std::string, TimeLine>& services);

}  // namespace twinaxis::analysis
