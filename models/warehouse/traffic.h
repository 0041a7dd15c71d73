#pragma once
// Who may drive where: fleet control releases nodes to vehicles, a few ahead, and takes them back
// when a vehicle reports that it has passed.
//
// A released node belongs to one vehicle until it reports a later one, so no two vehicles are ever
// sent to the same place, whatever gets lost on the way or stops: the invariant of execution by
// released nodes (the "base" of VDA 5050; Hoenig et al., IEEE Robotics and Automation Letters 4
// (2019) 1125-1131). At each tick the horizon rolls on by what has become free (windowed planning
// of a lifelong problem, Li et al., AAAI 2021). Vehicles that have waited longest choose first. A
// junction is entered only with the node behind it, so nobody stands in one; and nobody is sent to
// where it would wait for somebody who waits, by way of others, for it (avoidance of circular
// waits, looking one step ahead, as in Fanti, International Journal of Production Research 40
// (2002) 1453).

#include <cstdint>
#include <deque>
#include <vector>

#include "models/warehouse/roads.h"

namespace twinaxis::warehouse {

inline constexpr int kWidestWindow = 12;
/// Released nodes at most: an order names no more of them.
inline constexpr int kLongestBase = kWidestWindow + kLongestJunction;

struct TrafficParams {
  int stuck_ticks =
      120;         ///< without a word of a vehicle that has nodes to drive: others go round it
  int window = 5;  ///< nodes released ahead of the one reported last: 1.4 m to brake, 1.3 m a
                   ///< second of messages
};
void fields(FieldVisitor& v, TrafficParams& p);

class Traffic {
 public:
  /// Vehicles stand on different nodes (contract).
  Traffic(const Roads& roads, const std::vector<NodeIndex>& at, const TrafficParams& params);

  std::size_t vehicles() const { return drives_.size(); }
  NodeIndex goal(std::size_t vehicle) const { return drives_[vehicle].goal; }
  /// Where it was reported last, and everything released after that, up to where it may stop.
  const std::deque<NodeIndex>& base(std::size_t vehicle) const { return drives_[vehicle].base; }
  bool arrived(std::size_t vehicle) const;
  NodeIndex reported(std::size_t vehicle) const { return drives_[vehicle].base.front(); }

  /// From now on it drives there; what is released already it drives to its end.
  void send(std::size_t vehicle, NodeIndex goal);
  /// It says that it is there. False: the node is none of its base, it has lost its way.
  bool passed(std::size_t vehicle, NodeIndex node);
  /// Somebody has put it on that node, which must be free or its own; its base begins there.
  void place(std::size_t vehicle, NodeIndex node);
  /// Nobody is sent into this aisle while it is closed, nor through it where there is another way
  /// (who is inside drives on); -1: none is.
  void close_zone(int zone) { closed_zone_ = zone; }
  /// Releases what is free; gets none: vehicles that must not be sent on. In the order of vehicles,
  /// those whose base has grown.
  const std::vector<std::size_t>& tick(const std::vector<char>& held = {});
  /// Has nodes to drive, and does not: others go round it where there is a way.
  bool stuck(std::size_t vehicle) const {
    return drives_[vehicle].silent >= static_cast<std::uint32_t>(p_.stuck_ticks);
  }

 private:
  struct Drive {
    std::deque<NodeIndex> base;
    NodeIndex goal = kNowhere;
    std::vector<std::uint16_t> steps;  ///< to the goal
    bool goes_round = true;            ///< what is blocked; else there is no such way
    std::uint32_t waits = 0;           ///< ticks without anything released
    std::uint32_t silent = 0;          ///< ticks with nodes ahead and no word of progress
  };
  NodeIndex next(const Drive& d, NodeIndex from) const;
  bool is_free(NodeIndex n, NodeIndex from) const {
    const bool closed = closed_zone_ >= 0 && (*roads_)[n].zone == closed_zone_ &&
                        (*roads_)[from].zone != closed_zone_;
    return owner_[static_cast<std::size_t>(n)] < 0 && !closed;
  }
  bool release(std::size_t vehicle);
  std::vector<NodeIndex> together(const Drive& d, NodeIndex from) const;
  bool closes_ring(std::size_t vehicle, NodeIndex end) const;
  void find_way(Drive& d);
  void go_round(const std::vector<char>& held);

  const Roads* roads_;
  TrafficParams p_;
  std::vector<Drive> drives_;
  std::vector<std::int32_t> owner_;  ///< by node, -1: nobody
  std::vector<char> blocked_;        ///< others are led round it; empty if nothing is
  int closed_zone_ = -1;
  std::vector<std::size_t> order_, grown_;
};

}  // namespace twinaxis::warehouse
