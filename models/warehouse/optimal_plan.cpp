#include "models/warehouse/optimal_plan.h"

#include <algorithm>
#include <queue>
#include <set>
#include <tuple>

#include "models/warehouse/timed_search.h"
#include "sim/core/require.h"

namespace twinaxis::warehouse {

namespace {

using Index = std::size_t;

/// Two agents at one step: in one cell (`back` is kNoCell), or the first from `back` to `cell` and
/// the second the other way.
struct Conflict {
  int step = 0;
  Index first = 0, second = 0;
  Cell cell = kNoCell, back = kNoCell;
};

/// The first of two paths, if they have any.
std::optional<Conflict> conflict_of(const Path& a, const Path& b) {
  const int steps = static_cast<int>(std::max(a.size(), b.size()));
  for (int t = 1; t < steps; ++t) {
    const Cell to = cell_at(a, t), from = cell_at(a, t - 1);
    if (to == cell_at(b, t)) return Conflict{t, 0, 0, to, kNoCell};
    if (from == cell_at(b, t) && to == cell_at(b, t - 1)) return Conflict{t, 0, 0, to, from};
  }
  return std::nullopt;
}

int cost(const Path& path) { return static_cast<int>(path.size()) - 1; }

/// What the whole plan has in common with that of its parent but for one agent.
struct Node {
  int parent = -1;
  Index agent = 0;  ///< who was planned anew, under one more constraint
  Forbidden forbidden;
  Path path;
  int sum_of_costs = 0, conflicts = 0;
};

class Search {
 public:
  Search(const Grid& grid, std::span<const Cell> starts, std::span<const Cell> goals)
      : timed_(grid), starts_(starts), goals_(goals), plan_(starts.size()) {
    for (const Cell goal : goals) to_goal_.push_back(distances_to(grid, goal));
  }

  OptimalPlan run(Index most_nodes) {
    OptimalPlan result;
    if (!plan_each_alone()) return result;
    while (!open_.empty()) {
      const int best = open_.top();
      result.sum_of_costs = nodes_[static_cast<Index>(best)].sum_of_costs;
      if (result.expanded_nodes == most_nodes) return result;
      open_.pop();
      recall(best);
      const auto conflict = first_conflict();
      if (!conflict) {
        result.optimal = true;
        for (const Path* path : plan_) {
          result.paths.push_back(*path);
          result.makespan = std::max(result.makespan, cost(*path));
        }
        return result;
      }
      ++result.expanded_nodes;
      const Conflict& c = *conflict;
      branch(best, c.first, {c.step, c.cell, c.back});
      recall(best);
      const bool swap = c.back != kNoCell;
      branch(best, c.second, swap ? Forbidden{c.step, c.back, c.cell} : Forbidden{c.step, c.cell});
    }
    return result;
  }

 private:
  bool plan_each_alone() {
    roots_.resize(starts_.size());
    std::vector<const Path*> others;
    int sum = 0;
    for (Index i = 0; i < starts_.size(); ++i) {
      roots_[i] = timed_.shortest(starts_[i], goals_[i], to_goal_[i], {}, others);
      if (roots_[i].empty()) return false;
      sum += cost(roots_[i]);
      others.push_back(&roots_[i]);
    }
    plan_ = others;
    Node root;
    root.sum_of_costs = sum, root.conflicts = all_conflicts();
    add(std::move(root));
    return true;
  }

  /// Puts the paths of a node into `plan_`.
  void recall(int node) {
    for (Index i = 0; i < plan_.size(); ++i) plan_[i] = nullptr;
    for (int i = node; i > 0; i = at(i).parent) {
      if (plan_[at(i).agent] == nullptr) plan_[at(i).agent] = &at(i).path;
    }
    for (Index i = 0; i < plan_.size(); ++i) {
      if (plan_[i] == nullptr) plan_[i] = &roots_[i];
    }
  }
  const Node& at(int node) const { return nodes_[static_cast<Index>(node)]; }

  /// A child of the node whose paths are in `plan_`.
  void branch(int parent, Index agent, const Forbidden& added) {
    std::vector<Forbidden> forbidden{added};
    for (int i = parent; i > 0; i = at(i).parent) {
      if (at(i).agent == agent) forbidden.push_back(at(i).forbidden);
    }
    std::vector<const Path*> others = plan_;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(agent));
    Path path = timed_.shortest(starts_[agent], goals_[agent], to_goal_[agent], forbidden, others);
    if (path.empty()) return;
    const int sum = at(parent).sum_of_costs - cost(*plan_[agent]) + cost(path);
    const int conflicts =
        at(parent).conflicts - conflicts_with(*plan_[agent], others) + conflicts_with(path, others);
    add({parent, agent, added, std::move(path), sum, conflicts});
  }

  void add(Node node) {
    nodes_.push_back(std::move(node));
    open_.push(static_cast<int>(nodes_.size()) - 1);
  }

  /// Pairs of agents in conflict.
  static int conflicts_with(const Path& path, std::span<const Path* const> others) {
    return static_cast<int>(std::count_if(others.begin(), others.end(), [&](const Path* other) {
      return conflict_of(path, *other).has_value();
    }));
  }
  int all_conflicts() const {
    int count = 0;
    for (Index i = 0; i < plan_.size(); ++i) {
      count += conflicts_with(*plan_[i], std::span(plan_).subspan(i + 1));
    }
    return count;
  }
  /// The earliest one; of one step that of the first agents.
  std::optional<Conflict> first_conflict() const {
    std::optional<Conflict> first;
    for (Index i = 0; i < plan_.size(); ++i) {
      for (Index j = i + 1; j < plan_.size(); ++j) {
        auto found = conflict_of(*plan_[i], *plan_[j]);
        if (!found || (first && found->step >= first->step)) continue;
        found->first = i, found->second = j;
        first = found;
      }
    }
    return first;
  }

  struct Later {
    const std::vector<Node>* nodes;
    /// Of equal cost and conflicts the youngest first: it goes on where the search just was.
    bool operator()(int a, int b) const {
      const auto key = [this](int i) {
        const Node& n = (*nodes)[static_cast<Index>(i)];
        return std::tuple(n.sum_of_costs, n.conflicts, -i);
      };
      return key(a) > key(b);
    }
  };

  TimedSearch timed_;
  std::span<const Cell> starts_, goals_;
  std::vector<Distances> to_goal_;
  std::vector<Path> roots_;  ///< of each agent alone
  std::vector<const Path*> plan_;
  std::vector<Node> nodes_;
  std::priority_queue<int, std::vector<int>, Later> open_{Later{&nodes_}};
};

bool all_different(std::span<const Cell> cells) {
  return std::set<Cell>(cells.begin(), cells.end()).size() == cells.size();
}

}  // namespace

OptimalPlan optimal_plan(const Grid& grid, std::span<const Cell> starts,
                         std::span<const Cell> goals, std::size_t most_nodes) {
  require(starts.size() == goals.size(), "every agent has a start and a goal");
  require(all_different(starts) && all_different(goals), "no two agents share a start or a goal");
  for (const auto& cells : {starts, goals}) {
    require(std::all_of(cells.begin(), cells.end(), [&](Cell c) { return grid.is_free(c); }),
            "starts and goals are free cells");
  }
  return Search(grid, starts, goals).run(most_nodes);
}

}  // namespace twinaxis::warehouse
