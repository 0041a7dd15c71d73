// Conflict-based search against published optima and against the whole joint space.

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "models/warehouse/optimal_plan.h"
#include "models/warehouse/timed_search.h"
#include "sim/core/random.h"
#include "tests/models/warehouse_files.h"

namespace twinaxis::warehouse {
namespace {

/// The sum of costs of the plan by its own paths, after a look at every step and pair.
int checked_cost(const Grid& grid, const Agents& agents, const OptimalPlan& plan) {
  int sum = 0;
  EXPECT_EQ(plan.paths.size(), agents.starts.size());
  for (std::size_t i = 0; i < plan.paths.size(); ++i) {
    const Path& path = plan.paths[i];
    EXPECT_EQ(path.front(), agents.starts[i]);
    EXPECT_EQ(path.back(), agents.goals[i]);
    EXPECT_TRUE(path.size() == 1 || path[path.size() - 2] != agents.goals[i]);
    sum += static_cast<int>(path.size()) - 1;
    const int steps = static_cast<int>(path.size());
    for (int t = 1; t < steps; ++t) {
      const int moved = std::abs(grid.x(cell_at(path, t)) - grid.x(cell_at(path, t - 1))) +
                        std::abs(grid.y(cell_at(path, t)) - grid.y(cell_at(path, t - 1)));
      EXPECT_LE(moved, 1);
      EXPECT_TRUE(grid.is_free(cell_at(path, t)));
    }
    for (std::size_t j = 0; j < plan.paths.size(); ++j) {
      const Path& other = plan.paths[j];
      for (int t = 1; j != i && t < steps; ++t) {
        EXPECT_NE(cell_at(path, t), cell_at(other, t)) << i << ", " << j << " at " << t;
        EXPECT_FALSE(cell_at(path, t) == cell_at(other, t - 1) &&
                     cell_at(path, t - 1) == cell_at(other, t))
            << i << " and " << j << " change places at " << t;
      }
    }
  }
  return sum;
}

/// Dijkstra over the cells of all agents at once. An agent at its goal may end there, for ever and
/// for nothing; every other step costs one. -1: no plan.
int joint_optimum(const Grid& grid, const Agents& agents) {
  struct State {
    std::vector<Cell> at;
    std::vector<bool> ended;
    auto operator<=>(const State&) const = default;
  };
  const std::size_t n = agents.starts.size();
  std::map<State, int> best;
  std::set<std::pair<int, State>> open;
  const auto reach = [&](int cost, const State& s) {
    const auto [known, is_new] = best.try_emplace(s, cost);
    if (!is_new && known->second <= cost) return;
    known->second = cost;
    open.insert({cost, s});
  };
  reach(0, {agents.starts, std::vector<bool>(n, false)});
  while (!open.empty()) {
    const auto [cost, s] = *open.begin();
    open.erase(open.begin());
    if (cost > best.at(s)) continue;
    if (std::count(s.ended.begin(), s.ended.end(), true) == static_cast<long>(n)) return cost;
    for (std::size_t i = 0; i < n; ++i) {
      if (s.ended[i] || s.at[i] != agents.goals[i]) continue;
      State ends = s;
      ends.ended[i] = true;
      reach(cost, ends);
    }
    const auto move = [&](const auto& self, std::size_t i, State next, int added) -> void {
      if (i == n) return reach(cost + added, next);
      std::vector<Cell> to{s.at[i]};
      if (!s.ended[i])
        to.insert(to.end(), grid.neighbours(s.at[i]).begin(), grid.neighbours(s.at[i]).end());
      for (const Cell c : to) {
        if (c == kNoCell) continue;
        bool free = true;
        for (std::size_t j = 0; j < i; ++j) {
          free = free && next.at[j] != c && !(next.at[j] == s.at[i] && s.at[j] == c);
        }
        if (!free) continue;
        next.at[i] = c;
        self(self, i + 1, next, added + (s.ended[i] ? 0 : 1));
      }
    };
    move(move, 0, s, 0);
  }
  return -1;
}

TEST(OptimalPlan, HasThePublishedSumsOfCosts) {
  const Grid grid = benchmark_map();
  for (const auto& [count, cost] : {std::pair{1, 174}, {5, 363}, {10, 611}, {20, 1505}}) {
    const Agents agents = benchmark_agents(grid, static_cast<std::size_t>(count));
    const OptimalPlan plan = optimal_plan(grid, agents.starts, agents.goals);
    EXPECT_TRUE(plan.optimal);
    EXPECT_EQ(plan.sum_of_costs, cost);
    EXPECT_EQ(plan.makespan, 174);
    EXPECT_EQ(checked_cost(grid, agents, plan), cost);
  }
}

TEST(OptimalPlan, IsThatOfTheWholeJointSpaceOnSmallFloors) {
  const std::vector<std::vector<std::string>> floors{
      {"....", ".@..", "...."}, {"...", "@.@", "..."}, {".....", "@.@.@"}};
  int longer = 0;
  for (std::size_t f = 0; f < floors.size(); ++f) {
    const Grid grid = drawn(floors[f]);
    std::vector<Cell> free;
    for (Cell c = 0; c < grid.cell_count(); ++c) {
      if (grid.is_free(c)) free.push_back(c);
    }
    const Stream luck = stream(7, f, "small floors");
    std::uint64_t drawn_count = 0;
    const auto three = [&] {
      std::vector<Cell> left = free, taken;
      while (taken.size() < 3) {
        const auto i = static_cast<std::size_t>(uniform(luck, drawn_count++) *
                                                static_cast<double>(left.size()));
        taken.push_back(left[i]);
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
      }
      return taken;
    };
    for (int trial = 0; trial < 25; ++trial) {
      const Agents agents{three(), three()};
      const int expected = joint_optimum(grid, agents);
      const OptimalPlan plan = optimal_plan(grid, agents.starts, agents.goals, 3000);
      if (expected < 0) {
        EXPECT_FALSE(plan.optimal);
        continue;
      }
      if (!plan.optimal) {  // narrow floors may need more nodes than that: then a bound, no more
        EXPECT_LE(plan.sum_of_costs, expected);
        continue;
      }
      EXPECT_EQ(plan.sum_of_costs, expected) << "floor " << f << ", trial " << trial;
      EXPECT_EQ(checked_cost(grid, agents, plan), expected);
      int alone = 0;
      for (std::size_t i = 0; i < 3; ++i) {
        alone += distances_to(grid, agents.goals[i])[static_cast<std::size_t>(agents.starts[i])];
      }
      longer += expected > alone;
    }
  }
  EXPECT_GT(longer, 15);  // not all of them were easy
}

TEST(OptimalPlan, LetsWhoHasArrivedStandInTheWayOnlyAfterwards) {
  // The goal of the first lies in the corridor of the second: it lets it pass, two steps late or
  // by way of the bay.
  const Grid grid = drawn({"@.@@", "....", "@@@@"});
  const Agents agents{{grid.cell(0, 1), grid.cell(3, 1)}, {grid.cell(1, 1), grid.cell(0, 1)}};
  const OptimalPlan plan = optimal_plan(grid, agents.starts, agents.goals);
  ASSERT_TRUE(plan.optimal);
  EXPECT_EQ(plan.sum_of_costs, joint_optimum(grid, agents));
  EXPECT_EQ(checked_cost(grid, agents, plan), plan.sum_of_costs);
}

TEST(OptimalPlan, SaysHonestlyThatItsLimitCameFirst) {
  // In a blind corridor two cannot pass each other.
  const Grid grid = drawn({"...."});
  const std::vector<Cell> starts{0, 3}, goals{3, 0};
  const OptimalPlan plan = optimal_plan(grid, starts, goals, 50);
  EXPECT_FALSE(plan.optimal);
  EXPECT_TRUE(plan.paths.empty());
  EXPECT_EQ(plan.expanded_nodes, 50u);
  EXPECT_GT(plan.sum_of_costs, 6);  // the bound is beyond both alone
}

TEST(OptimalPlan, SaysAtOnceThatAGoalCannotBeReached) {
  const Grid grid = drawn({".@."});
  const std::vector<Cell> starts{0}, goals{2};
  const OptimalPlan plan = optimal_plan(grid, starts, goals);
  EXPECT_FALSE(plan.optimal);
  EXPECT_EQ(plan.expanded_nodes, 0u);
}

TEST(OptimalPlan, IsTheSameTwice) {
  const Grid grid = benchmark_map();
  const Agents agents = benchmark_agents(grid, 30);
  EXPECT_EQ(optimal_plan(grid, agents.starts, agents.goals).paths,
            optimal_plan(grid, agents.starts, agents.goals).paths);
}

}  // namespace
}  // namespace twinaxis::warehouse
