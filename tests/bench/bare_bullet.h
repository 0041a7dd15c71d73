#pragma once
// The same arm and worker in bare Bullet, with nothing of ours around it.

#include "sim/physics/rigid/drive.h"
#include "sim/physics/rigid/person.h"

namespace twinaxis::bench {

/// Moves them `steps` times by 1 ms, the arm held by proportional torques; returns the height of
/// the last link, so that nothing is optimised away.
double bare_bullet(const rigid::ArmSpec& arm, const rigid::PersonSpec& person, int steps);

}  // namespace twinaxis::bench
