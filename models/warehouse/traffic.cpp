#include "models/warehouse/traffic.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "sim/core/require.h"

namespace twinaxis::warehouse {
namespace {

const std::vector<char> kNothing;

}  // namespace

void fields(FieldVisitor& v, TrafficParams& p) {
  v("stuck_ticks", p.stuck_ticks, above(0),
    "without a word of a vehicle that has nodes to drive, until others go round it");
  v("window", p.window, between(1, kWidestWindow), "nodes released ahead of the one reported last");
}

Traffic::Traffic(const Roads& roads, const std::vector<NodeIndex>& at, const TrafficParams& params)
    : roads_(&roads), p_(params), drives_(at.size()), owner_(roads.size(), -1), order_(at.size()) {
  for (std::size_t i = 0; i < at.size(); ++i) {
    auto& owner = owner_[static_cast<std::size_t>(at[i])];
    require(owner < 0, "vehicles stand on different nodes");
    owner = static_cast<std::int32_t>(i);
    drives_[i].base = {at[i]};
    drives_[i].goal = at[i];
    drives_[i].steps = roads.distances(at[i]);
  }
}

bool Traffic::arrived(std::size_t vehicle) const {
  const Drive& d = drives_[vehicle];
  return d.base.size() == 1 && d.base.front() == d.goal;
}

void Traffic::send(std::size_t vehicle, NodeIndex goal) {
  Drive& d = drives_[vehicle];
  if (d.goal == goal) return;
  d.goal = goal;
  find_way(d);
}

/// Round what is blocked; if there is no such way, as if nothing were.
void Traffic::find_way(Drive& d) {
  d.steps = roads_->distances(d.goal, blocked_);
  d.goes_round =
      d.base.back() == d.goal || roads_->next(d.base.back(), d.goal, d.steps, blocked_) != kNowhere;
  if (!d.goes_round) d.steps = roads_->distances(d.goal);
}

/// Nodes of who does not move, and a closed aisle.
void Traffic::go_round(const std::vector<char>& held) {
  std::vector<char> blocked;
  if (closed_zone_ >= 0) {
    blocked.resize(roads_->size());
    for (std::size_t n = 0; n < blocked.size(); ++n) {
      blocked[n] = (*roads_)[static_cast<NodeIndex>(n)].zone == closed_zone_;
    }
  }
  for (std::size_t i = 0; i < drives_.size(); ++i) {
    if (!stuck(i) && (held.empty() || held[i] == 0)) continue;
    blocked.resize(roads_->size());
    for (const NodeIndex n : drives_[i].base) blocked[static_cast<std::size_t>(n)] = 1;
  }
  if (blocked == blocked_) return;
  blocked_ = std::move(blocked);
  for (Drive& d : drives_) find_way(d);
}

bool Traffic::passed(std::size_t vehicle, NodeIndex node) {
  Drive& d = drives_[vehicle];
  const auto found = std::find(d.base.begin(), d.base.end(), node);
  if (found == d.base.end()) return false;
  if (found != d.base.begin()) d.silent = 0;
  while (d.base.front() != node) {
    owner_[static_cast<std::size_t>(d.base.front())] = -1;
    d.base.pop_front();
  }
  return true;
}

void Traffic::place(std::size_t vehicle, NodeIndex node) {
  Drive& d = drives_[vehicle];
  for (const NodeIndex n : d.base) owner_[static_cast<std::size_t>(n)] = -1;
  auto& owner = owner_[static_cast<std::size_t>(node)];
  require(owner < 0, "nobody stands there");
  owner = static_cast<std::int32_t>(vehicle);
  d.base = {node};
  d.waits = d.silent = 0;
}

NodeIndex Traffic::next(const Drive& d, NodeIndex from) const {
  return roads_->next(from, d.goal, d.steps, d.goes_round ? blocked_ : kNothing);
}

bool Traffic::release(std::size_t vehicle) {
  Drive& d = drives_[vehicle];
  const auto ahead = [&] { return static_cast<int>(d.base.size()) - 1; };
  const auto take = [&](NodeIndex n) {
    owner_[static_cast<std::size_t>(n)] = static_cast<std::int32_t>(vehicle);
    d.base.push_back(n);
  };
  bool any = false;
  while (ahead() < p_.window && d.base.back() != d.goal) {
    const std::vector<NodeIndex> wanted = together(d, d.base.back());
    if (wanted.empty()) break;
    NodeIndex from = d.base.back();
    const bool all_free = std::all_of(wanted.begin(), wanted.end(), [&](NodeIndex n) {
      return is_free(n, std::exchange(from, n));
    });
    if (ahead() + static_cast<int>(wanted.size()) > kLongestBase) break;
    if (!all_free || closes_ring(vehicle, wanted.back())) break;
    for (const NodeIndex each : wanted) take(each);
    any = true;
  }
  return any;
}

/// A junction only together with what lies behind it; nothing where there is no way.
std::vector<NodeIndex> Traffic::together(const Drive& d, NodeIndex from) const {
  std::vector<NodeIndex> nodes;
  do {
    from = next(d, from);
    if (from == kNowhere) return {};
    nodes.push_back(from);
  } while (from != d.goal && roads_->joins(from));
  return nodes;
}

/// Who waits for whom, if it stood there: each for those that stand where it has to go next.
bool Traffic::closes_ring(std::size_t vehicle, NodeIndex end) const {
  std::vector<std::size_t> waiting{vehicle};
  std::vector<char> seen(drives_.size());
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    const std::size_t who = waiting[i];
    const Drive& d = drives_[who];
    const NodeIndex stands = who == vehicle ? end : d.base.back();
    if (stands == d.goal) continue;
    for (const NodeIndex n : together(d, stands)) {
      if (n == end) {
        if (who != vehicle) return true;
        continue;
      }
      const std::int32_t owner = owner_[static_cast<std::size_t>(n)];
      const auto other = static_cast<std::size_t>(owner);
      // What it only passes it leaves by itself.
      if (owner < 0 || other == vehicle || drives_[other].base.back() != n) continue;
      if (std::exchange(seen[other], 1) == 0) waiting.push_back(other);
    }
  }
  return false;
}

const std::vector<std::size_t>& Traffic::tick(const std::vector<char>& held) {
  for (Drive& d : drives_) d.silent = d.base.size() > 1 ? d.silent + 1 : 0;
  go_round(held);
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
    return drives_[a].waits > drives_[b].waits;
  });
  grown_.clear();
  for (const std::size_t i : order_) {
    Drive& d = drives_[i];
    if (d.base.back() == d.goal || (!held.empty() && held[i] != 0)) {
      d.waits = 0;
      continue;
    }
    if (release(i)) {
      d.waits = 0;
      grown_.push_back(i);
    } else if (d.base.size() == 1) {
      ++d.waits;
    }
  }
  std::sort(grown_.begin(), grown_.end());
  return grown_;
}

}  // namespace twinaxis::warehouse
