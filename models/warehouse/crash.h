#pragma once
// Two vehicles that run into each other: rigid bodies in contact, until both stand or the time is
// over. Without restitution (bumpers of foam; assumption) they leave at one speed along the blow,
// so that a free blow has the impulse mu v, mu = m M / (m + M); the solver gives back up to a
// seventh of the speed where a pod goes on pushing. Drives fall out with the bumpers, brakes act
// after their reaction. A pod goes with its unit as far as friction holds it, and tips when it
// leans further than its mass stands over its edge.

#include <array>

#include "models/warehouse/vehicle_bodies.h"

namespace twinaxis::warehouse {

struct Crash {
  double closing_m_per_s = 0;                   ///< speed at which they came nearer, along the blow
  double impulse_N_s = 0;                       ///< that the first one gave the second, and its pod
  std::array<double, 2> speed_after_m_per_s{};  ///< along their headings, when they have parted
  std::array<bool, 2> pod_tips{};
};

/// The places as they are when somebody notices; they may overlap by what a step is long, and are
/// drawn apart along the blow. `lasts`: until speeds are handed back; pods are watched for 2 s.
Crash run_together(const VehicleParams& v, std::array<VehiclePlace, 2> at, Duration lasts);

}  // namespace twinaxis::warehouse
