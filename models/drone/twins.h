#pragma once
// The twin of this folder, for the list of use cases.

#include <memory>

#include "sim/run/use_case.h"

namespace twinaxis::drone {

/// A pilot, a park and a camera drone.
std::unique_ptr<Model> make_drone_twin();

}  // namespace twinaxis::drone
