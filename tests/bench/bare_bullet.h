#pragma once
// The same arm and worker in bare Bullet, with nothing of ours around it.

#include "sim/physics/rigid/world_spec.h"

namespace twinaxis::bench {

/// Moves a world of fixed boxes, people and one arm `steps` times by 1 ms, the arm held by
/// proportional torques; returns the height of the last link, so that nothing is optimised away.
double bare_bullet(const rigid::WorldSpec& spec, int steps);

}  // namespace twinaxis::bench
