// Roads on the map of a floor.
//
// A straight run of road cells carries a lane where it leads along shelves; where it only leads
// across a corridor, from lane to lane (at most kWidest cells, and not from wall to wall), it
// carries none. So lanes meet where corridors meet, and nowhere else.

#include <algorithm>
#include <array>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <cstdlib>
#include <utility>

#include "models/warehouse/road_layout.h"

namespace twinaxis::warehouse {
namespace {

constexpr int kRoad = 2;            // cells from a shelf that are road: two lanes beside open floor
constexpr int kWidest = 4;          // cells between shelves whose lanes are kept apart
constexpr std::size_t kSpread = 8;  // of the first vehicles over the parking

using Step = std::array<int, 2>;  // x, y: rows of a map go down
constexpr Step kEast{1, 0}, kWest{-1, 0}, kNorth{0, -1}, kSouth{0, 1};
constexpr std::array<Step, 4> kSteps{kSouth, kNorth, kWest, kEast};

class MapLayout {
 public:
  MapLayout(const Grid& floor, const RoadParams& p) : floor_(floor), p_(p) {
    const auto cells = static_cast<std::size_t>(floor.cell_count());
    shelf_.assign(cells, 0), road_.assign(cells, 0), taken_.assign(cells, 0);
    next_.resize(cells), before_.resize(cells);
    node_.assign(cells, kNowhere);
  }

  RoadLayout make() {
    find_shelves();
    find_road();
    for (const bool across : {true, false}) draw_lanes(across);
    keep_largest_part();
    add_lanes();
    add_stations();
    add_places();
    name_aisles();
    add_parking();
    stack();
    return std::move(out_);
  }

 private:
  static std::size_t at(Cell c) { return static_cast<std::size_t>(c); }
  Cell moved(Cell c, const Step& d, int by = 1) const {
    const int x = floor_.x(c) + by * d[0], y = floor_.y(c) + by * d[1];
    return floor_.holds(x, y) ? floor_.cell(x, y) : kNoCell;
  }
  bool is_road(Cell c) const { return c != kNoCell && road_[at(c)] != 0; }
  bool is_shelf(Cell c) const { return c != kNoCell && shelf_[at(c)] != 0; }
  bool is_wall(Cell c) const { return c == kNoCell || (!floor_.is_free(c) && !is_shelf(c)); }
  /// Free, and nothing else.
  bool is_open(Cell c) const {
    return c != kNoCell && floor_.is_free(c) && road_[at(c)] == 0 && taken_[at(c)] == 0;
  }
  RoadNode& node(Cell c) { return out_.nodes[static_cast<std::size_t>(node_[at(c)])]; }

  /// Blocked cells, but for those that hang together with the edge of the map.
  void find_shelves() {
    std::vector<Cell> walls;
    std::vector<char> seen(shelf_.size());
    const auto reach = [&](Cell c) {
      if (c == kNoCell || floor_.is_free(c) || seen[at(c)] != 0) return;
      seen[at(c)] = 1;
      walls.push_back(c);
    };
    for (Cell c = 0; c < floor_.cell_count(); ++c) {
      const bool edge = floor_.x(c) == 0 || floor_.y(c) == 0 || floor_.x(c) + 1 == floor_.width() ||
                        floor_.y(c) + 1 == floor_.height();
      if (edge) reach(c);
    }
    for (std::size_t i = 0; i < walls.size(); ++i) {
      for (const Step& d : kSteps) reach(moved(walls[i], d));
    }
    for (Cell c = 0; c < floor_.cell_count(); ++c) {
      shelf_[at(c)] = !floor_.is_free(c) && seen[at(c)] == 0;
    }
  }

  void find_road() {
    for (Cell c = 0; c < floor_.cell_count(); ++c) {
      if (shelf_[at(c)] == 0) continue;
      for (int dy = -kRoad; dy <= kRoad; ++dy) {
        for (int dx = -kRoad; dx <= kRoad; ++dx) {
          const int x = floor_.x(c) + dx, y = floor_.y(c) + dy;
          if (floor_.is_free(x, y)) road_[at(floor_.cell(x, y))] = 1;
        }
      }
    }
  }

  /// Rows (across) or columns with lanes are counted from the south or west; every other one leads
  /// back.
  void draw_lanes(bool across) {
    const int lines = across ? floor_.height() : floor_.width();
    bool forth = true;
    for (int i = 0; i < lines; ++i) {
      const Cell first =
          across ? floor_.cell(0, lines - 1 - i) : floor_.cell(i, floor_.height() - 1);
      if (draw_line(first, across ? kEast : kNorth, forth)) forth = !forth;
    }
  }
  bool draw_line(Cell first, const Step& along, bool forth) {
    bool any = false;
    for (Cell c = first; c != kNoCell;) {
      if (!is_road(c)) {
        c = moved(c, along);
        continue;
      }
      std::vector<Cell> run;
      for (; is_road(c); c = moved(c, along)) run.push_back(c);
      const bool walled = is_wall(c) && is_wall(moved(run.front(), along, -1));
      if (run.size() < 2 || (static_cast<int>(run.size()) <= kWidest && !walled)) continue;
      any = true;
      for (std::size_t k = 0; k + 1 < run.size(); ++k) {
        const Cell from = forth ? run[k] : run[k + 1], to = forth ? run[k + 1] : run[k];
        next_[at(from)].push_back(to), before_[at(to)].push_back(from);
      }
    }
    return any;
  }

  using Edges = std::vector<std::vector<Cell>>;
  /// Whoever is there comes everywhere else there, and back.
  void keep_largest_part() {
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> graph(road_.size());
    for (Cell c = 0; c < floor_.cell_count(); ++c) {
      for (const Cell to : next_[at(c)]) boost::add_edge(at(c), at(to), graph);
    }
    std::vector<std::size_t> part(road_.size());
    const std::size_t parts = boost::strong_components(graph, part.data());
    std::vector<std::size_t> sizes(parts);
    for (const std::size_t p : part) ++sizes[p];
    const auto largest =
        static_cast<std::size_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
    std::vector<char> kept(road_.size());
    for (Cell c = 0; c < floor_.cell_count(); ++c) {
      kept[at(c)] = part[at(c)] == largest && sizes[largest] > 1;
      if (kept[at(c)] != 0) lanes_.push_back(c);
    }
    for (Cell c = 0; c < floor_.cell_count(); ++c) {
      for (Edges* edges : {&next_, &before_}) {
        auto& there = (*edges)[at(c)];
        if (kept[at(c)] == 0) there.clear();
        else std::erase_if(there, [&](Cell n) { return kept[at(n)] == 0; });
      }
    }
    // From the south, then from the west.
    std::stable_sort(lanes_.begin(), lanes_.end(),
                     [&](Cell a, Cell b) { return floor_.y(a) > floor_.y(b); });
  }

  NodeIndex add(Cell c, NodeKind kind, int zone = -1) {
    node_[at(c)] = static_cast<NodeIndex>(out_.nodes.size());
    taken_[at(c)] = 1;
    out_.nodes.push_back({floor_.x(c), floor_.height() - 1 - floor_.y(c), kind, zone, {}});
    return node_[at(c)];
  }
  void link(Cell from, Cell to) { node(from).next.push_back(node_[at(to)]); }
  void add_leaf(Cell c, NodeKind kind, Cell lane) {
    add(c, kind);
    link(lane, c), link(c, lane);
  }

  void add_lanes() {
    for (const Cell c : lanes_) add(c, NodeKind::lane);
    for (const Cell c : lanes_) {
      for (const Cell to : next_[at(c)]) link(c, to);
    }
  }

  /// Nothing branches or joins there.
  bool is_plain(Cell c) { return next_[at(c)].size() == 1 && before_[at(c)].size() == 1; }

  struct StationSite {
    Cell out = kNoCell, back = kNoCell;  ///< of the lane
    Step away{};
  };
  /// Whether its lanes fit; cells that others have taken do not count as open.
  bool fits(const StationSite& s) {
    if (!is_plain(s.out) || !is_plain(s.back) || next_[at(s.out)].front() != s.back) return false;
    for (int k = 1; k <= p_.lane; ++k) {
      if (!is_open(moved(s.out, s.away, k)) || !is_open(moved(s.back, s.away, k))) return false;
    }
    return true;
  }

  void add_stations() {
    std::vector<StationSite> sites;
    for (const Step& away : {kWest, kEast, kSouth, kNorth}) {
      for (const Cell c : lanes_) {
        if (!is_plain(c)) continue;
        const StationSite site{c, next_[at(c)].front(), away};
        if (fits(site)) sites.push_back(site);
      }
    }
    // Evenly over the sites, or where the next one is left.
    const auto wanted = static_cast<std::size_t>(p_.stations);
    for (std::size_t i = 0; i < wanted && !sites.empty(); ++i) {
      const std::size_t middle = (2 * i + 1) * sites.size() / (2 * wanted);
      for (std::size_t k = 0; k < sites.size(); ++k) {
        const StationSite& site = sites[(middle + k) % sites.size()];
        if (!fits(site)) continue;
        add_station(site);
        break;
      }
    }
  }

  void add_station(const StationSite& s) {
    StationLane lane;
    for (int k = 1; k <= p_.lane; ++k) {
      const Cell out = moved(s.out, s.away, k), back = moved(s.back, s.away, k);
      lane.nodes.push_back(add(out, k == p_.lane ? NodeKind::pick : NodeKind::queue));
      add(back, NodeKind::lane);
      link(moved(out, s.away, -1), out), link(back, moved(back, s.away, -1));
    }
    link(moved(s.out, s.away, p_.lane), moved(s.back, s.away, p_.lane));
    next_[at(s.out)].push_back(kNoCell), before_[at(s.back)].push_back(kNoCell);  // plain no more
    out_.stations.push_back(std::move(lane));
  }

  /// A pod on every shelf, entered from a row rather than from a column. Articles are numbered by
  /// demand and so are places: what is ordered often lies near a station (assumption).
  void add_places() {
    std::vector<Cell> places;
    for (Cell c = 0; c < floor_.cell_count(); ++c) {
      if (shelf_[at(c)] == 0) continue;
      Cell lane = kNoCell;
      bool beside_floor = false;
      for (const Step& d : kSteps) {
        const Cell beside = moved(c, d);
        if (beside == kNoCell || !floor_.is_free(beside)) continue;
        beside_floor = true;
        if (lane == kNoCell && node_[at(beside)] != kNowhere) lane = beside;
      }
      if (lane != kNoCell) {
        add_leaf(c, NodeKind::place, lane);
        places.push_back(c);
      } else if (beside_floor && out_.unreached_shelves++ == 0) {
        out_.first_unreached = c;
      }
    }
    std::vector<int> far(out_.nodes.size());
    for (const Cell c : places) far[static_cast<std::size_t>(node_[at(c)])] = to_station(c);
    for (const Cell c : places) out_.places.push_back(node_[at(c)]);
    std::stable_sort(out_.places.begin(), out_.places.end(), [&](NodeIndex a, NodeIndex b) {
      return far[static_cast<std::size_t>(a)] < far[static_cast<std::size_t>(b)];
    });
  }
  /// Cells to the nearest picker, as the crow flies.
  int to_station(Cell c) const {
    int least = floor_.width() + floor_.height();
    const int x = floor_.x(c), y = floor_.height() - 1 - floor_.y(c);
    for (const StationLane& lane : out_.stations) {
      const RoadNode& pick = out_.nodes[static_cast<std::size_t>(lane.nodes.back())];
      least = std::min(least, std::abs(pick.x - x) + std::abs(pick.y - y));
    }
    return least;
  }

  /// Rows of lanes between their first and their last pod.
  void name_aisles() {
    for (int row = floor_.height() - 1; row >= 0; --row) {
      int first = -1, last = -1;
      const auto end = [&] {
        if (first >= 0) name_aisle(row, first, last);
        first = last = -1;
      };
      for (int x = 0; x < floor_.width(); ++x) {
        const Cell c = floor_.cell(x, row);
        if (!floor_.is_free(c) || node_[at(c)] == kNowhere) {
          end();
        } else if (has_pod(c, kNorth) || has_pod(c, kSouth)) {
          last = x;
          if (first < 0) first = x;
        }
      }
      end();
    }
  }
  bool has_pod(Cell lane, const Step& side) {
    const Cell c = moved(lane, side);
    return is_shelf(c) && node_[at(c)] != kNowhere && node(c).next.front() == node_[at(lane)];
  }
  void name_aisle(int row, int first, int last) {
    const int zone = static_cast<int>(out_.aisles.size());
    out_.aisles.push_back({first, floor_.height() - 1 - row, last - first + 1});
    for (int x = first; x <= last; ++x) {
      const Cell lane = floor_.cell(x, row);
      node(lane).zone = zone;
      for (const Step& side : {kNorth, kSouth}) {
        if (has_pod(lane, side)) node(moved(lane, side)).zone = zone;
      }
    }
  }

  void add_parking() {
    std::vector<NodeIndex> all;
    for (const Cell lane : lanes_) {
      if (!is_plain(lane)) continue;
      for (const Step& d : kSteps) {
        const Cell c = moved(lane, d);
        if (!is_open(c)) continue;
        add_leaf(c, NodeKind::parking, lane);
        all.push_back(node_[at(c)]);
      }
    }
    for (std::size_t first = 0; first < kSpread; ++first) {
      for (std::size_t i = first; i < all.size(); i += kSpread) out_.parking.push_back(all[i]);
    }
  }

  /// Levels are alike, one north of the other in the plan.
  void stack() {
    out_.pitch_m = p_.pitch_m;
    out_.levels = static_cast<std::size_t>(p_.levels);
    const RoadLayout one = out_;
    const auto size = static_cast<NodeIndex>(one.nodes.size());
    for (int l = 1; l < p_.levels; ++l) {
      const auto raised = [&](std::vector<NodeIndex> nodes) {
        for (NodeIndex& n : nodes) n += l * size;
        return nodes;
      };
      for (RoadNode n : one.nodes) {
        n.y += l * floor_.height();
        if (n.zone >= 0) n.zone += l * static_cast<int>(one.aisles.size());
        n.next = raised(std::move(n.next));
        out_.nodes.push_back(std::move(n));
      }
      const auto append = [&](std::vector<NodeIndex>& to, const std::vector<NodeIndex>& from) {
        const auto more = raised(from);
        to.insert(to.end(), more.begin(), more.end());
      };
      append(out_.places, one.places);
      append(out_.parking, one.parking);
      for (const StationLane& lane : one.stations) out_.stations.push_back({raised(lane.nodes)});
    }
  }

  const Grid& floor_;
  const RoadParams& p_;
  std::vector<char> shelf_, road_, taken_;
  Edges next_, before_;      ///< of lanes; kNoCell: of a station
  std::vector<Cell> lanes_;  ///< with a node
  std::vector<NodeIndex> node_;
  RoadLayout out_;
};

}  // namespace

RoadLayout map_layout(const Grid& floor, const RoadParams& p) { return MapLayout(floor, p).make(); }

}  // namespace twinaxis::warehouse
