#pragma once
// Paths for several agents that together are as short as can be: conflict-based search. A yardstick
// for plans of few vehicles, not a planner for a running fleet (fleet_plan.h).
//
// Time goes in steps. An agent moves to a neighbour or waits; no two are in one cell, no two change
// places; who has arrived stays. The cost of an agent is the step after which it stays at its goal,
// and the sum of costs is least.
//
// Source: Sharon, Stern, Felner, Sturtevant, Conflict-based search for optimal multi-agent
// pathfinding, Artificial Intelligence 219 (2015) 40-66. Ties go to fewer conflicts, as they
// advise.

#include <cstddef>
#include <span>
#include <vector>

#include "models/warehouse/grid.h"

namespace twinaxis::warehouse {

/// One cell a step, from the start at step 0 on; the last one lasts for ever.
using Path = std::vector<Cell>;

struct OptimalPlan {
  /// Whether `paths` were found and shown to be optimal; false where the limit came first.
  bool optimal = false;
  std::vector<Path> paths;  ///< without conflict, one an agent; empty unless optimal
  /// Of the paths; if not optimal, a bound that no plan can be below.
  int sum_of_costs = 0;
  int makespan = 0;  ///< steps until the last has arrived; 0 unless optimal
  std::size_t expanded_nodes = 0;
};

/// As many goals as starts, all of them free and different (ContractError). Where an agent cannot
/// reach its goal there is no plan, which shows at once; where agents cannot pass each other it
/// shows only as the limit of nodes that were expanded.
OptimalPlan optimal_plan(const Grid& grid, std::span<const Cell> starts,
                         std::span<const Cell> goals, std::size_t most_nodes = 100'000);

}  // namespace twinaxis::warehouse
