#pragma once
// The twin of this folder, for the list of use cases.

#include <memory>

#include "sim/run/use_case.h"

namespace twinaxis::water_heater {

/// A home with a gas water heater under remote control.
std::unique_ptr<Model> make_home_twin();

}  // namespace twinaxis::water_heater
