#include "models/warehouse/timed_search.h"

#include <algorithm>
#include <queue>
#include <tuple>

namespace twinaxis::warehouse {

namespace {

bool is_forbidden(std::span<const Forbidden> forbidden, int step, Cell from, Cell to) {
  return std::any_of(forbidden.begin(), forbidden.end(), [&](const Forbidden& f) {
    return f.step == step && f.to == to && (f.from == kNoCell || f.from == from);
  });
}

int conflicts_at(std::span<const Path* const> others, int step, Cell from, Cell to) {
  return static_cast<int>(std::count_if(others.begin(), others.end(), [&](const Path* other) {
    const Cell now = cell_at(*other, step);
    return now == to || (now == from && cell_at(*other, step - 1) == to);
  }));
}

}  // namespace

/// Whether the agent was there before in this search; from now on it was.
bool TimedSearch::done(int step, Cell c) {
  const auto i = static_cast<std::size_t>(step);
  while (done_in_run_.size() <= i) {
    done_in_run_.emplace_back(static_cast<std::size_t>(grid_.cell_count()), 0);
  }
  int& mark = done_in_run_[i][static_cast<std::size_t>(c)];
  const bool before = mark == run_;
  mark = run_;
  return before;
}

Path TimedSearch::shortest(Cell start, Cell goal, const Distances& to_goal,
                           std::span<const Forbidden> forbidden,
                           std::span<const Path* const> others) {
  ++run_;
  // Who arrives must be able to stay; and once nothing is forbidden any more, waiting is idle.
  int last_at_goal = -1, last = 0;
  for (const Forbidden& f : forbidden) {
    last = std::max(last, f.step);
    if (f.to == goal && f.from == kNoCell) last_at_goal = std::max(last_at_goal, f.step);
  }
  const int longest = last + grid_.free_count();
  std::vector<Node> nodes;
  const auto later = [&nodes](int a, int b) {
    const auto key = [&nodes](int i) {
      const Node& n = nodes[static_cast<std::size_t>(i)];
      return std::tuple(n.length, n.conflicts, -n.step, i);
    };
    return key(a) > key(b);
  };
  std::priority_queue<int, std::vector<int>, decltype(later)> open(later);
  const auto push = [&](int parent, int conflicts, int step, Cell c) {
    const int left = to_goal[static_cast<std::size_t>(c)];
    if (left == kUnreachable || step + left > longest) return;
    nodes.push_back({step + left, conflicts, step, c, parent});
    open.push(static_cast<int>(nodes.size()) - 1);
  };
  push(-1, 0, 0, start);
  while (!open.empty()) {
    const int best = open.top();
    open.pop();
    const Node n = nodes[static_cast<std::size_t>(best)];
    if (n.cell == goal && n.step > last_at_goal) {
      Path path(static_cast<std::size_t>(n.step) + 1);
      for (int i = best; i >= 0; i = nodes[static_cast<std::size_t>(i)].parent) {
        const Node& on_it = nodes[static_cast<std::size_t>(i)];
        path[static_cast<std::size_t>(on_it.step)] = on_it.cell;
      }
      return path;
    }
    if (done(n.step, n.cell)) continue;
    const auto go = [&](Cell to) {
      if (to == kNoCell || is_forbidden(forbidden, n.step + 1, n.cell, to)) return;
      push(best, n.conflicts + conflicts_at(others, n.step + 1, n.cell, to), n.step + 1, to);
    };
    for (const Cell to : grid_.neighbours(n.cell)) go(to);
    go(n.cell);
  }
  return {};
}

}  // namespace twinaxis::warehouse
