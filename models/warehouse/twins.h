#pragma once
// The twins of this folder, for the list of use cases.

#include <memory>

#include "sim/run/use_case.h"

namespace twinaxis::warehouse {

/// Warehouse with automated guided vehicles.
std::unique_ptr<Model> make_warehouse_twin();

}  // namespace twinaxis::warehouse
