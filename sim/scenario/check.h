#pragma once
// What only the whole scenario shows: names that do not exist, effects that do not fit, times off
// the grid, expectations that contradict each other. Runs after reading, on a built point table.

#include <functional>
#include <string>
#include <vector>

#include "sim/core/point.h"
#include "sim/scenario/catalogue.h"
#include "sim/scenario/diagnostics.h"
#include "sim/scenario/reader.h"
#include "sim/scenario/scenario.h"

namespace twinaxis::scenario {

/// What the model knows beside its points.
struct ModelKnowledge {
  /// Points that the block of a channel is bound for: what !tamper may change.
  std::function<std::vector<std::string>(const std::string& channel)> targets_of;
  /// Logics that the tasks of a host can run: what !replace_logic may name.
  std::function<std::vector<std::string>(const std::string& host)> logics_of;
};

/// Reports every contradiction between the scenario, the points, the catalogue and itself. Values
/// that were problems already when read are passed over.
void check(const Scenario& scenario, const PointTable& points, const Places& places,
           const Catalogue& catalogue, const ModelKnowledge& model, Problems& problems);

}  // namespace twinaxis::scenario
