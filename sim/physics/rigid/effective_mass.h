#pragma once
// What an arm weighs where it strikes.

#include <span>

#include "sim/physics/rigid/chain.h"

namespace twinaxis::rigid {

/// Mass that a link shows at a point of it along a direction of length one, the other joints free
/// to yield: m = 1 / (n J M^-1 J' n), kg; infinite where no joint moves the point that way. For a
/// single joint that is I / r^2. `q_rad`: an angle for each joint; `link`: its index.
/// Source: Khatib, Int. J. Robotics Research 14 (1995) 19, inertial properties in a direction.
double effective_mass_kg(const Chain& chain, std::span<const double> q_rad, std::size_t link,
                         const Vector3& point_m, const Vector3& along);

}  // namespace twinaxis::rigid
