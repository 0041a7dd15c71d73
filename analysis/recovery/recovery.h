#pragma once
// From findings to the time when everything is as before, as far as it ever will be.

#include <string>
#include <vector>

#include "analysis/assessment.h"
#include "analysis/consequences.h"
#include "analysis/draw.h"
#include "analysis/recovery/schedule.h"
#include "analysis/recovery/sectors.h"
#include "analysis/recovery/timeline.h"
#include "analysis/site.h"
#include "sim/run/recording.h"

namespace twinaxis::analysis {

/// A service over time, from the start of the run to the end of its recovery.
struct ServiceRecovery {
  std::string service;
  std::string stakeholder;
  TimeLine level;              ///< seconds since the start of the run -> part of normal
  double to_95_percent_s = 0;  ///< from the first shortfall until the level stays at 0.95 or above
};

struct Irreversible {
  std::string stakeholder;
  Text what;
  std::string because;  ///< rule or task id
};

struct Recovery {
  Schedule schedule;
  std::vector<ServiceRecovery> services;
  std::vector<SectorRecovery> sectors;     ///< of the region, those that lose something
  std::vector<Irreversible> irreversible;  ///< deaths, leaked data, what tasks mark

  const ServiceRecovery* find(const std::string& service) const;
};

/// Tasks that findings call for are drawn and scheduled. A service follows the recording during the
/// run (one that no rule measures is held down from the time of the findings). Afterwards it stays
/// at the level that the run ended with until the work that allows no more than that is finished;
/// from then on, and never above, it is at what unfinished work allows. A service that lives on
/// another one (`Service::supply`) follows that one through the store that the run left. Sectors of
/// the region follow from the services.
Recovery recover(const Recording& recording, const Assessment& assessment,
                 const Consequences& consequences, const Site& site, const Draw& draw);

}  // namespace twinaxis::analysis
