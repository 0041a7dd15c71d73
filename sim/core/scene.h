#pragma once
// What a viewer needs of a moment: where bodies are and where they touch.

#include <cstdint>
#include <vector>

#include "sim/core/pose.h"

namespace twinaxis {

/// Two bodies that touch, by their index; a < b.
struct Touch {
  std::uint32_t a = 0, b = 0;
  Vector3 point_m{};
  Vector3 force_N{};  ///< on a; on b the opposite
};

/// A moment. Bodies are known by their place in a list of names that does not change in a run.
struct Scene {
  std::vector<Pose> poses;     ///< one a body
  std::vector<Touch> touches;  ///< ordered by (a, b), one a pair
};

}  // namespace twinaxis
