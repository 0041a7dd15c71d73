#pragma once
// The roads of a warehouse as a graph: nodes on a grid of one pitch, and where a vehicle may go
// from each. How they are laid out: road_layout.h.

#include <limits>
#include <vector>

#include "models/warehouse/road_layout.h"

namespace twinaxis::warehouse {

class Roads {
 public:
  explicit Roads(const RoadParams& params = {});

  double pitch_m() const { return layout_.pitch_m; }
  std::size_t size() const { return layout_.nodes.size(); }
  std::size_t levels() const { return layout_.levels; }
  const RoadNode& operator[](NodeIndex c) const {
    return layout_.nodes[static_cast<std::size_t>(c)];
  }
  const std::vector<NodeIndex>& places() const { return layout_.places; }  ///< of pods
  /// Of vehicles: one on each level, then the next ones.
  const std::vector<NodeIndex>& parking() const { return layout_.parking; }
  const std::vector<StationLane>& stations() const { return layout_.stations; }
  const std::vector<Aisle>& aisles() const { return layout_.aisles; }
  /// kNowhere if there is none.
  NodeIndex at(int x, int y) const;
  /// From where it is reached.
  const std::vector<NodeIndex>& before(NodeIndex n) const {
    return before_[static_cast<std::size_t>(n)];
  }

  /// Where roads meet: reached from more than one node that is driven through.
  bool joins(NodeIndex n) const { return joins_[static_cast<std::size_t>(n)] != 0; }

  /// Steps from every node to `goal`, over the edges; kFar where there is no way. No way leads over
  /// blocked nodes, though one may begin there; `blocked` has an entry for each node or is empty.
  std::vector<std::uint16_t> distances(NodeIndex goal, const std::vector<char>& blocked = {}) const;
  static constexpr std::uint16_t kFar = std::numeric_limits<std::uint16_t>::max();
  /// The next node on the way by those steps, kNowhere if there is none: over no place but the
  /// goal, and, with steps that lead round what is blocked, over nothing of that.
  NodeIndex next(NodeIndex from, NodeIndex goal, const std::vector<std::uint16_t>& steps,
                 const std::vector<char>& blocked = {}) const;

 private:
  RoadLayout layout_;
  int width_ = 0, height_ = 0, south_ = 0;
  std::vector<NodeIndex> grid_;  ///< by y, then x
  std::vector<std::vector<NodeIndex>> before_;
  std::vector<char> joins_;
};

}  // namespace twinaxis::warehouse
