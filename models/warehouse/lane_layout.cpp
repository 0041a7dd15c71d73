// Roads made of parameters.

#include "models/warehouse/road_layout.h"
#include "sim/core/require.h"

namespace twinaxis::warehouse {
namespace {

constexpr int kSide = 2;          // lanes of a vertical
constexpr int kFirstAisle_y = 3;  // highway 0 and 1, then places of the first aisle
constexpr int kAisle_y = 3;       // places, lane, places
constexpr int kStationWidth = 3;  // down, up, and room for the picker

int aisle_y(int aisle) { return kFirstAisle_y + kAisle_y * aisle; }
bool eastward(int aisle) { return aisle % 2 == 0; }

class LaneLayout {
 public:
  explicit LaneLayout(const RoadParams& params)
      : p_(params),
        width_(params.places + 2 * kSide),
        all_aisles_(params.aisles + params.parking_aisles),
        level_(aisle_y(all_aisles_) + params.lane) {
    out_.pitch_m = params.pitch_m;
    out_.levels = static_cast<std::size_t>(params.levels);
    at_.assign(static_cast<std::size_t>(width_ * params.levels * level_), kNowhere);
  }

  RoadLayout make() {
    for (int l = 0; l < p_.levels; ++l, base_y_ += level_) {
      add_highway();
      add_verticals();
      for (int a = 0; a < all_aisles_; ++a) add_aisle(a, a < p_.aisles ? l * p_.aisles + a : -1);
      for (int s = 0; s < p_.stations; ++s) add_station(s);
    }
    for (int a = 0; a < p_.aisles; ++a) out_.aisles.push_back({kSide, aisle_y(a), p_.places});
    return std::move(out_);
  }

 private:
  NodeIndex& at(int x, int y) {
    return at_[static_cast<std::size_t>((base_y_ + y + p_.lane) * width_ + x)];
  }
  NodeIndex add(int x, int y, NodeKind kind, int zone = -1) {
    NodeIndex& here = at(x, y);
    if (here == kNowhere) {
      here = static_cast<NodeIndex>(out_.nodes.size());
      out_.nodes.push_back({x, base_y_ + y, kind, zone, {}});
    }
    return here;
  }
  void link(int x, int y, int to_x, int to_y) {
    out_.nodes[static_cast<std::size_t>(at(x, y))].next.push_back(at(to_x, to_y));
  }

  /// Row 0 to the east, row 1 to the west.
  void add_highway() {
    const int w = width_;
    for (int x = 0; x < w; ++x) add(x, 0, NodeKind::lane), add(x, 1, NodeKind::lane);
    for (int x = 0; x + 1 < w; ++x) link(x, 0, x + 1, 0);
    for (int x = w - 2; x > 1; --x) link(x, 1, x - 1, 1);
  }

  /// The outer lanes go on from row 0: south on the left, north on the right. The inner ones are
  /// the other way about and go with row 1. So the two loops do not cross at the corners.
  void add_verticals() {
    const int w = width_, top = aisle_y(all_aisles_ - 1);
    for (int y = 1; y <= top; ++y) {
      for (const int x : {0, 1, w - 2, w - 1}) add(x, y, NodeKind::lane);
    }
    for (int y = 0; y < top; ++y) {
      link(0, y + 1, 0, y), link(w - 1, y, w - 1, y + 1);
      if (y > 0) link(1, y, 1, y + 1), link(w - 2, y + 1, w - 2, y);
    }
  }

  void add_aisle(int aisle, int zone) {
    const int w = width_, y = aisle_y(aisle), first = kSide, last = w - kSide - 1;
    const bool parks = aisle >= p_.aisles, is_top = aisle + 1 == all_aisles_;
    for (int x = first; x <= last; ++x) add(x, y, NodeKind::lane, zone);
    if (eastward(aisle)) {
      // Into it from both lanes on the left, out of it into the inner one on the right.
      for (int x = 0; x < w - 2; ++x) link(x, y, x + 1, y);
      if (is_top) link(w - 1, y, w - 2, y);
    } else {
      for (int x = w - 1; x > 0; --x) link(x, y, x - 1, y);
    }
    for (int x = first; x <= last; ++x) {
      for (const int side : {y - 1, y + 1}) {
        const NodeIndex place = add(x, side, parks ? NodeKind::parking : NodeKind::place, zone);
        (parks ? out_.parking : out_.places).push_back(place);
        link(x, y, x, side), link(x, side, x, y);
      }
    }
  }

  void add_station(int station) {
    const int room = (width_ - 2 * kSide) / p_.stations;
    const int x = kSide + station * room + (room - kStationWidth) / 2;
    StationLane lane;
    for (int d = 1; d <= p_.lane; ++d) {
      const bool picks = d == p_.lane;
      lane.nodes.push_back(add(x, -d, picks ? NodeKind::pick : NodeKind::queue));
      add(x + 1, -d, NodeKind::lane);
      link(x, 1 - d, x, -d), link(x + 1, -d, x + 1, 1 - d);
    }
    link(x, -p_.lane, x + 1, -p_.lane);
    link(x, 1, x, 0);          // from the lane to the west,
    link(x + 1, 0, x + 1, 1);  // and back to it
    out_.stations.push_back(std::move(lane));
  }

  const RoadParams& p_;
  int width_, all_aisles_, level_, base_y_ = 0;
  std::vector<NodeIndex> at_;  ///< by y, then x
  RoadLayout out_;
};

}  // namespace

int station_room(const RoadParams& p) { return (p.places - 2) / kStationWidth; }

RoadLayout lane_layout(const RoadParams& p) {
  require(p.stations <= station_room(p), "stations fit beside the highway");
  return LaneLayout(p).make();
}

}  // namespace twinaxis::warehouse
