#pragma once
// Arms from URDF, the format of ROS. Home of urdfdom (urdf.cpp).

#include <string>
#include <string_view>
#include <vector>

#include "sim/physics/rigid/arm_spec.h"

namespace twinaxis::rigid {

struct UrdfArm {
  ArmSpec arm;                        ///< without meaning if there are problems
  std::vector<std::string> problems;  ///< in words, all of them
};
/// The chain of `text` from the link `from` (empty: the root) to the link `to` (empty: the only
/// tip). Joints that turn are kept with their limits; what is fixed is joined to the link before,
/// with its mass and shapes; the last fixed frame becomes the tool. Boxes, spheres and cylinders
/// of <collision> become shapes, meshes do not. A link that moves needs <inertial> with mass.
UrdfArm arm_from_urdf(const std::string& text, std::string_view from = {},
                      std::string_view to = {});

}  // namespace twinaxis::rigid
