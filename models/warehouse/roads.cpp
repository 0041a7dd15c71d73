#include "models/warehouse/roads.h"

#include <algorithm>

#include "sim/core/require.h"

namespace twinaxis::warehouse {

Roads::Roads(const RoadParams& params)
    : layout_(layout_of(params)), joins_(warehouse::joins(layout_)) {
  // One vehicle a level, then the next one.
  std::vector<NodeIndex>& parking = layout_.parking;
  const std::vector<NodeIndex> by_level = parking;
  const std::size_t each = by_level.size() / levels();
  for (std::size_t i = 0; i < by_level.size(); ++i) {
    parking[i] = by_level[i % levels() * each + i / levels()];
  }
  int north = 0;
  for (const RoadNode& n : layout_.nodes) {
    width_ = std::max(width_, n.x + 1);
    north = std::max(north, n.y + 1);
    south_ = std::max(south_, -n.y);
  }
  height_ = north + south_;
  grid_.assign(static_cast<std::size_t>(width_ * height_), kNowhere);
  before_.resize(size());
  for (std::size_t c = 0; c < size(); ++c) {
    const RoadNode& node = layout_.nodes[c];
    grid_[static_cast<std::size_t>((node.y + south_) * width_ + node.x)] =
        static_cast<NodeIndex>(c);
    for (const NodeIndex n : node.next) {
      before_[static_cast<std::size_t>(n)].push_back(static_cast<NodeIndex>(c));
    }
  }
}

NodeIndex Roads::at(int x, int y) const {
  if (x < 0 || x >= width_ || y < -south_ || y + south_ >= height_) return kNowhere;
  return grid_[static_cast<std::size_t>((y + south_) * width_ + x)];
}

NodeIndex Roads::next(NodeIndex from, NodeIndex goal, const std::vector<std::uint16_t>& steps,
                      const std::vector<char>& blocked) const {
  NodeIndex best = kNowhere;
  std::uint16_t least = kFar;
  for (const NodeIndex n : (*this)[from].next) {
    const auto to = static_cast<std::size_t>(n);
    const bool shut = is_leaf((*this)[n]) || (!blocked.empty() && blocked[to] != 0);
    if (steps[to] >= least || (shut && n != goal)) continue;
    least = steps[to];
    best = n;
  }
  return best;
}

std::vector<std::uint16_t> Roads::distances(NodeIndex goal,
                                            const std::vector<char>& blocked) const {
  std::vector<std::uint16_t> steps(size(), kFar);
  std::vector<NodeIndex> reached{goal};
  steps[static_cast<std::size_t>(goal)] = 0;
  for (std::size_t i = 0; i < reached.size(); ++i) {
    const std::uint16_t here = steps[static_cast<std::size_t>(reached[i])];
    require(here + 1 < kFar, "no way is longer than 65,534 steps");
    for (const NodeIndex b : before(reached[i])) {
      const auto from = static_cast<std::size_t>(b);
      // Nobody passes through a place: it is left, never crossed.
      if (steps[from] != kFar) continue;
      steps[from] = static_cast<std::uint16_t>(here + 1);
      const bool open = blocked.empty() || blocked[from] == 0;
      if (open && !is_leaf((*this)[b])) reached.push_back(b);
    }
  }
  return steps;
}

}  // namespace twinaxis::warehouse
