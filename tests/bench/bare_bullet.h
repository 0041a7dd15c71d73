#pragma once
// The same bodies in bare Bullet, with nothing of ours around them.

#include "sim/physics/rigid/world_spec.h"

namespace twinaxis::bench {

/// Moves a world of fixed boxes, people and one arm `steps` times by 1 ms, the arm held by
/// proportional torques; returns the height of the last link, so that nothing is optimised away.
double bare_bullet(const rigid::WorldSpec& spec, int steps);

/// Moves ground, buildings, people and whatever else of boxes and cylinders `steps` times by 1 ms;
/// nothing pushes. Returns a height.
double bare_park(const rigid::WorldSpec& spec, int steps);

}  // namespace twinaxis::bench
