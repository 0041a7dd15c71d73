#pragma once
// Production as recorded.

#include "analysis/harm/exposure/laws.h"
#include "analysis/recovery/timeline.h"
#include "analysis/site.h"
#include "sim/run/recording.h"

namespace twinaxis::analysis {

/// Output over normal during the run, at most 1; what is `enough` counts as 1, so that ordinary
/// ripple costs nothing. Each recorded value holds until the next.
TimeLine production_line(const ServiceInterruption& law, const Site& site,
                         const Recording& recording);

}  // namespace twinaxis::analysis
