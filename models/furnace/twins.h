#pragma once
// The twins of this folder, for the list of use cases.

#include <memory>

#include "sim/run/use_case.h"

namespace twinaxis::furnace {

/// Reheating furnace, fan and holding furnace under condition monitoring.
std::unique_ptr<Model> make_works_twin();

}  // namespace twinaxis::furnace
