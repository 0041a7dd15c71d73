#pragma once
// The twins of this folder, for the list of use cases.

#include <memory>

#include "sim/run/use_case.h"

namespace twinaxis::distillation {

/// The benzene/toluene plant of the incidents.
std::unique_ptr<Model> make_bt1_twin();
/// Skogestad's Column A under two-point control over a network: the reference plant.
std::unique_ptr<Model> make_column_a_twin();

}  // namespace twinaxis::distillation
