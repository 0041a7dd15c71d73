#pragma once
// The twins of this folder, for the list of use cases.

#include <memory>

#include "sim/run/use_case.h"

namespace twinaxis::welding_robot {

/// Three welding robots with their servers, safety system, store and customer.
std::unique_ptr<Model> make_cell_twin();

}  // namespace twinaxis::welding_robot
