#include "models/warehouse/roads.h"

#include "sim/core/require.h"

namespace twinaxis::warehouse {
namespace {

constexpr int kSide = 2;          // lanes of a vertical
constexpr int kFirstAisle_y = 3;  // highway 0 and 1, then places of the first aisle
constexpr int kAisle_y = 3;       // places, lane, places
constexpr int kStationWidth = 3;  // down, up, and room for the picker

int aisle_y(int aisle) { return kFirstAisle_y + kAisle_y * aisle; }
bool eastward(int aisle) { return aisle % 2 == 0; }
int width(const RoadParams& p) { return p.places + 2 * kSide; }
int all_aisles(const RoadParams& p) { return p.aisles + p.parking_aisles; }

}  // namespace

void fields(FieldVisitor& v, RoadParams& p) {
  v("pitch", p.pitch_m, "m", above(0), "between neighbouring nodes");
  v("aisles", p.aisles, between(1, 200), "with pods on both sides");
  v("places", p.places, between(2, 500), "of pods on one side of an aisle");
  v("stations", p.stations, between(1, 100), "for picking");
  v("lane", p.lane, between(1, 50), "nodes from the highway to the picker");
  v("levels", p.levels, between(1, 100), "floors, one above the other, alike");
  v("parking_aisles", p.parking_aisles, between(1, 200), "where vehicles park and charge");
}

std::vector<FieldProblem> problems(const RoadParams& p, const std::string& path) {
  const int room = (p.places - 2) / kStationWidth;
  if (p.stations <= room) return {};
  return {{path + ".stations", "the highway has room for " + std::to_string(room) +
                                   " beside aisles of " + std::to_string(p.places) + " places"}};
}

Roads::Roads(const RoadParams& params)
    : pitch_m_(params.pitch_m),
      levels_(static_cast<std::size_t>(params.levels)),
      width_(width(params)),
      level_(aisle_y(all_aisles(params)) + params.lane),
      height_(params.levels * level_),
      south_(params.lane) {
  require(problems(params, "").empty(), "stations fit beside the highway");
  grid_.assign(static_cast<std::size_t>(width_ * height_), kNowhere);
  for (int l = 0; l < params.levels; ++l, base_y_ += level_) {
    add_highway(params);
    add_verticals(params);
    for (int a = 0; a < all_aisles(params); ++a) add_aisle(params, a, l * all_aisles(params) + a);
    for (int s = 0; s < params.stations; ++s) add_station(params, s);
  }
  // One vehicle a level, then the next one.
  const std::vector<NodeIndex> by_level = parking_;
  const std::size_t each = by_level.size() / levels_;
  for (std::size_t i = 0; i < by_level.size(); ++i) {
    parking_[i] = by_level[i % levels_ * each + i / levels_];
  }
  before_.resize(nodes_.size());
  for (std::size_t c = 0; c < nodes_.size(); ++c) {
    for (const NodeIndex n : nodes_[c].next) {
      before_[static_cast<std::size_t>(n)].push_back(static_cast<NodeIndex>(c));
    }
  }
}

NodeIndex Roads::at(int x, int y) const {
  if (x < 0 || x >= width_ || y < -south_ || y + south_ >= height_) return kNowhere;
  return grid_[static_cast<std::size_t>((y + south_) * width_ + x)];
}

NodeIndex Roads::add(int x, int y, NodeKind kind, int zone) {
  NodeIndex& here = grid_[static_cast<std::size_t>((base_y_ + y + south_) * width_ + x)];
  if (here == kNowhere) {
    here = static_cast<NodeIndex>(nodes_.size());
    nodes_.push_back({x, base_y_ + y, kind, zone, {}});
  }
  return here;
}

void Roads::link(int x, int y, int to_x, int to_y) {
  const NodeIndex from = at(x, base_y_ + y);
  nodes_[static_cast<std::size_t>(from)].next.push_back(at(to_x, base_y_ + to_y));
}

/// Row 0 to the east, row 1 to the west.
void Roads::add_highway(const RoadParams& p) {
  const int w = width(p);
  for (int x = 0; x < w; ++x) add(x, 0, NodeKind::lane), add(x, 1, NodeKind::lane);
  for (int x = 0; x + 1 < w; ++x) link(x, 0, x + 1, 0);
  for (int x = w - 2; x > 1; --x) link(x, 1, x - 1, 1);
}

/// The outer lanes go on from row 0: south on the left, north on the right. The inner ones are the
/// other way about and go with row 1. So the two loops do not cross at the corners.
void Roads::add_verticals(const RoadParams& p) {
  const int w = width(p), top = aisle_y(all_aisles(p) - 1);
  for (int y = 1; y <= top; ++y) {
    for (const int x : {0, 1, w - 2, w - 1}) add(x, y, NodeKind::lane);
  }
  for (int y = 0; y < top; ++y) {
    link(0, y + 1, 0, y), link(w - 1, y, w - 1, y + 1);
    if (y > 0) link(1, y, 1, y + 1), link(w - 2, y + 1, w - 2, y);
  }
}

void Roads::add_aisle(const RoadParams& p, int aisle, int zone) {
  const int w = width(p), y = aisle_y(aisle), first = kSide, last = w - kSide - 1;
  const bool parks = aisle >= p.aisles, is_top = aisle + 1 == all_aisles(p);
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
      (parks ? parking_ : places_).push_back(place);
      link(x, y, x, side), link(x, side, x, y);
    }
  }
}

void Roads::add_station(const RoadParams& p, int station) {
  const int room = (width(p) - 2 * kSide) / p.stations;
  const int x = kSide + station * room + (room - kStationWidth) / 2;
  StationLane lane;
  for (int d = 1; d <= p.lane; ++d) {
    const bool picks = d == p.lane;
    lane.nodes.push_back(add(x, -d, picks ? NodeKind::pick : NodeKind::queue));
    add(x + 1, -d, NodeKind::lane);
    link(x, 1 - d, x, -d), link(x + 1, -d, x + 1, 1 - d);
  }
  link(x, -p.lane, x + 1, -p.lane);
  link(x, 1, x, 0);          // from the lane to the west,
  link(x + 1, 0, x + 1, 1);  // and back to it
  stations_.push_back(std::move(lane));
}

std::vector<std::uint16_t> Roads::distances(NodeIndex goal,
                                            const std::vector<char>& blocked) const {
  std::vector<std::uint16_t> steps(nodes_.size(), kFar);
  std::vector<NodeIndex> reached{goal};
  steps[static_cast<std::size_t>(goal)] = 0;
  for (std::size_t i = 0; i < reached.size(); ++i) {
    const auto here = static_cast<std::size_t>(reached[i]);
    for (const NodeIndex b : before_[here]) {
      const auto before = static_cast<std::size_t>(b);
      // Nobody passes through a place: it is left, never crossed.
      if (steps[before] != kFar) continue;
      steps[before] = static_cast<std::uint16_t>(steps[here] + 1);
      const NodeKind kind = nodes_[before].kind;
      const bool open = blocked.empty() || blocked[before] == 0;
      if (open && kind != NodeKind::place && kind != NodeKind::parking) reached.push_back(b);
    }
  }
  return steps;
}

}  // namespace twinaxis::warehouse
