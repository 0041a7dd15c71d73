#pragma once
// Angles that bring the tool of an arm to a place, pointing some way. How it is turned about that
// way is left free: a torch or a gripper's axis is the same all round.
//
//   dq = (J' J + lambda I)^-1 J' e,   e: 3 of place, 3 of direction (1 m and 1 rad weigh the same)
//
// lambda is half of |e|^2: far from the goal a short step down, near it Gauss and Newton. Source:
// Levenberg-Marquardt with the damping of Sugihara, IEEE Trans. Robotics 27 (2011) 984.

#include <span>
#include <vector>

#include "sim/physics/rigid/chain.h"

namespace twinaxis::rigid {

struct ToolGoal {
  Vector3 position_m{};
  Vector3 axis{0, 0, 1};     ///< of the tool in the frame of the last link, of length one
  Vector3 points{0, 0, -1};  ///< where it has to point in the world
};

/// The nearest that was found, and what is missing there.
struct ToolReached {
  std::vector<double> q_rad;
  double off_m = 0;
  double off_rad = 0;

  /// To what arithmetic leaves: 1e-9 m and rad.
  bool there() const { return off_m < 1e-9 && off_rad < 1e-9; }
};

/// Within the angles of the joints, from `start_rad` if it leads there, else from the first of 60
/// other beginnings that does; they are the same in every run. Contract: an angle for each joint,
/// `points` not zero.
ToolReached reach(const ArmSpec& arm, const ToolGoal& goal, std::span<const double> start_rad);

}  // namespace twinaxis::rigid
