#pragma once
// A vehicle that runs into somebody: bodies in contact, for as long as they touch.
//
// Until then a vehicle is a run along a line (vehicle.h); where it would touch somebody it is
// handed to rigid bodies: vehicle and pod as boxes, the pod held by friction only, the person as
// regions that give way by the springs of ISO/TS 15066. The drive falls out with the bumper, the
// brake acts after its reaction time. When nothing touches any more, or the step is over, the speed
// is handed back. A free blow of a mass m against a region of mass M and spring k has the peak v
// sqrt(k m M / (m + M)); a step of 0.25 ms keeps it within 1 % (sim/physics/rigid/README.md).

#include <string>
#include <vector>

#include "models/warehouse/vehicle.h"
#include "sim/core/time.h"
#include "sim/physics/rigid/person.h"

namespace twinaxis::warehouse {

struct BlowSpec {
  double speed_m_per_s = 0;
  bool loaded = false;  ///< with a pod
  double aside_m = 0;   ///< of the person from the middle of the vehicle
  Duration lasts = duration_from_s(0.25);
};

struct RegionForce {
  std::string region;  ///< as the laws of harm call it
  double peak_N = 0;
};

struct Blow {
  std::vector<RegionForce> forces;  ///< of the regions that were touched, by name
  std::string first;                ///< region
  double peak_N = 0;                ///< of all regions together at one moment
  double speed_after_m_per_s = 0;   ///< of the vehicle
  double pod_tilt_rad = 0;          ///< at the end
};

/// Names of the regions of a person, once each, sorted.
std::vector<std::string> region_names(const rigid::PersonSpec& person);

/// The vehicle drives along x into somebody who faces it.
Blow run_into(const VehicleParams& vehicle, const rigid::PersonSpec& person, const BlowSpec& blow);

}  // namespace twinaxis::warehouse
