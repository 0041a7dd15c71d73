#include "models/warehouse/throughput.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include "models/warehouse/closed_network.h"

namespace twinaxis::warehouse {
namespace {

constexpr std::size_t kPlaces = 64;  // looked at: a large floor has thousands, and all pairs count

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Of the demand, by pod of a level (order_book.h: article k stands in pod k modulo pods).
std::vector<double> pod_shares(const DemandParams& p, std::size_t pods) {
  std::vector<double> shares(pods);
  for (int r = 0; r < p.skus; ++r) {
    shares[static_cast<std::size_t>(r) % pods] += std::pow(r + 1, -p.skew);
  }
  const double all = sum(shares);
  for (double& each : shares) each /= all;
  return shares;
}

/// Pods and their share of the calls: each of them or, of many, as many calls between one and the
/// next.
std::vector<std::pair<std::size_t, double>> sampled(const std::vector<double>& calls) {
  const double all = sum(calls);
  std::vector<std::pair<std::size_t, double>> seen;
  const bool few = calls.size() <= kPlaces;
  double passed = 0;
  for (std::size_t i = 0; i < calls.size(); ++i) {
    if (few) seen.emplace_back(i, calls[i] / all);
    passed += calls[i] / all;
    while (!few && seen.size() < kPlaces &&
           passed * static_cast<double>(kPlaces) > static_cast<double>(seen.size()) + 0.5) {
      seen.emplace_back(i, 1 / static_cast<double>(kPlaces));
    }
  }
  return seen;
}

int heading(const Roads& roads, NodeIndex from, NodeIndex to) {
  const RoadNode &a = roads[from], &b = roads[to];
  for (int h = 0; h < 4; ++h) {
    const auto [dx, dy] = kHeadings[static_cast<std::size_t>(h)];
    if (b.x - a.x == dx && b.y - a.y == dy) return h;
  }
  return 0;
}

/// How a vehicle that has come there looks: into a place from its aisle, to a picker down its lane.
int arrives(const Roads& roads, NodeIndex at) {
  if (roads[at].kind == NodeKind::pick) return heading(roads, roads.before(at).front(), at);
  return (heading(roads, at, roads[at].next.front()) + 2) % 4;
}

/// How often a vehicle comes over a node in a round, and from which side.
struct Passages {
  double all = 0;
  double held_s = 0;                ///< by all of them
  std::array<double, 4> heading{};  ///< of those that come
};

/// Rounds of a vehicle that is alone: means over the pods that are fetched, the stations, and the
/// pods that were fetched before.
class Rounds {
 public:
  Rounds(const VehicleParams& v, const Roads& roads, const Answers& answers)
      : v_(v),
        roads_(roads),
        answers_(answers),
        drive_{v.speed_m_per_s, v.acceleration_m_per_s2},
        passages_(roads.size()) {}

  /// Calls of the pods of a level.
  void drive_all(const std::vector<double>& calls) {
    const auto seen = sampled(calls);
    const std::size_t stations = roads_.stations().size() / roads_.levels();
    const double to_each = 1 / static_cast<double>(stations);
    for (const auto& [pod, share] : seen) {
      const NodeIndex place = roads_.places()[pod];
      const auto steps = roads_.distances(place);
      for (const auto& [last, of_last] : seen) {
        drive(roads_.places()[last], place, steps, share * of_last);
      }
      for (std::size_t s = 0; s < stations; ++s) {
        drive(roads_.stations()[s].nodes.back(), place, steps, share * to_each);
      }
    }
    for (std::size_t s = 0; s < stations; ++s) {
      const NodeIndex pick = roads_.stations()[s].nodes.back();
      const auto steps = roads_.distances(pick);
      for (const auto& [pod, share] : seen) {
        drive(roads_.places()[pod], pick, steps, to_each * share);
      }
    }
  }

  double driven_s() const { return driven_s_; }

  /// The nodes; lanes of stations belong to their pickers.
  std::vector<Server> servers() const {
    std::vector<Server> all;
    for (std::size_t n = 0; n < roads_.size(); ++n) {
      const auto node = static_cast<NodeIndex>(n);
      if (passages_[n].all == 0 || roads_[node].kind != NodeKind::lane) continue;
      all.push_back({passages_[n].all, held_s(node), randomness(node)});
    }
    return all;
  }

 private:
  /// From rest to rest: straight runs, and turns between them on the spot.
  void drive(NodeIndex from, NodeIndex goal, const std::vector<std::uint16_t>& steps,
             double share) {
    double time_s = 0, run_m = 0;
    int looks = arrives(roads_, from);
    for (NodeIndex at = from; at != goal;) {
      const NodeIndex next = roads_.next(at, goal, steps);
      const int towards = heading(roads_, at, next);
      if (at != from) {
        Passages& here = passages_[static_cast<std::size_t>(at)];
        here.all += share;
        here.held_s += share * hold_s(at, looks, goal, steps);
        here.heading[static_cast<std::size_t>(looks)] += share;
      }
      if (towards != looks) {
        const int quarters = (towards - looks + 4) % 4 == 2 ? 2 : 1;
        time_s += travel_s(drive_, run_m) + quarters * v_.quarter_turn_s;
        if (at != from) time_s += answers_.corner_s;
        run_m = 0;
      }
      run_m += roads_.pitch_m();
      looks = towards;
      at = next;
    }
    driven_s_ += share * (time_s + travel_s(drive_, run_m));
  }
  /// From the order to whom stands before that node until its way is clear for the next one.
  double hold_s(NodeIndex at, int looks, NodeIndex goal,
                const std::vector<std::uint16_t>& steps) const {
    const double pitch_m = roads_.pitch_m();
    double time_s = answers_.respond_s, run_m = pitch_m;
    bool turns = false;
    for (NodeIndex n = at; n != goal;) {
      const NodeIndex next = roads_.next(n, goal, steps);
      const int towards = heading(roads_, n, next);
      if (towards != looks) {
        time_s += travel_s(drive_, run_m) + answers_.corner_s + v_.quarter_turn_s;
        run_m = 0;
        turns = true;
      }
      run_m += pitch_m;
      looks = towards;
      if (!roads_.joins(n)) break;
      n = next;
    }
    // In a plain lane nobody has stood: they follow each other.
    if (!turns && !roads_.joins(at)) return time_s + pitch_m / drive_.speed_m_per_s;
    return time_s + start_s(drive_, run_m);
  }
  double held_s(NodeIndex n) const {
    const Passages& p = passages_[static_cast<std::size_t>(n)];
    return p.held_s / p.all;
  }

  /// Who follows in a lane has been kept apart by the node before, as far as that was held as long.
  double randomness(NodeIndex n) const {
    const Passages& p = passages_[static_cast<std::size_t>(n)];
    double random = 0;
    for (std::size_t h = 0; h < 4; ++h) {
      if (p.heading[h] == 0) continue;
      const auto [dx, dy] = kHeadings[h];
      const NodeIndex before = roads_.at(roads_[n].x - dx, roads_[n].y - dy);
      const double share = p.heading[h] / p.all;
      random += share * (1 - share * kept_apart(before, n));
    }
    return random;
  }

  /// From a place they come when they are called; from a picker long after each other.
  double kept_apart(NodeIndex before, NodeIndex n) const {
    if (is_leaf(roads_[before])) return 0;
    if (roads_[before].kind != NodeKind::lane) return 1;
    return std::min(held_s(before) / held_s(n), 1.0);
  }

  const VehicleParams& v_;
  const Roads& roads_;
  const Answers& answers_;
  Drive drive_;
  std::vector<Passages> passages_;
  double driven_s_ = 0;
};

/// Calls of each pod, a line, when a station receives n lines in the time that a line waits.
std::vector<double> calls_per_line(const std::vector<double>& shares, double n) {
  std::vector<double> calls;
  for (const double p : shares) calls.push_back(p / (1 + p * n));
  return calls;
}

/// Little: the line that calls waits the whole time, those that join it half of it.
double lines_while_waiting(const std::vector<double>& shares, double open_lines) {
  double low = 0, high = 2 * open_lines;
  for (int k = 0; k < 60; ++k) {
    const double n = 0.5 * (low + high);
    double open = 0;
    for (const double p : shares) open += n * p * (1 + 0.5 * p * n) / (1 + p * n);
    (open < open_lines ? low : high) = n;
  }
  return low;
}

}  // namespace

double lines_per_pod(const std::vector<double>& pod_shares, double open_lines) {
  return 1 / sum(calls_per_line(pod_shares, lines_while_waiting(pod_shares, open_lines)));
}

Throughput throughput(const WarehouseParams& p, const Roads& roads, const Answers& answers) {
  const VehicleParams& v = p.fleet.vehicle;
  const auto levels = static_cast<double>(roads.levels());
  const std::size_t pods = roads.places().size() / roads.levels();
  const auto shares = pod_shares(p.demand, pods);
  // An order is released only where all of its lines have room: half of one stays free.
  const double open = std::max(p.orders.station_lines - 0.5 * (p.demand.lines - 1), 1.0);
  const auto calls = calls_per_line(shares, lines_while_waiting(shares, open));
  Throughput t;
  t.lines_per_pod = 1 / sum(calls);
  const double picks_s = p.orders.hand_over_s + t.lines_per_pod * p.orders.pick_s;
  // Exchange: who is done turns and leaves by a node, who follows comes by a node; each of them
  // waits for an answer.
  const double node_s = travel_s({v.speed_m_per_s, v.acceleration_m_per_s2}, roads.pitch_m());
  t.pod_s = picks_s + 2 * (node_s + answers.respond_s) + v.quarter_turn_s;
  Rounds rounds(v, roads, answers);
  rounds.drive_all(calls);
  t.round_s = rounds.driven_s() + 2 * v.lift_s + picks_s + 3 * answers.respond_s;
  std::vector<Server> servers = rounds.servers();
  double longest_s = 0;
  for (const Server& s : servers) longest_s = std::max(longest_s, s.visits * s.service_s);
  const auto stations = static_cast<double>(roads.stations().size());
  for (int s = 0; s < static_cast<int>(stations / levels); ++s) {
    servers.push_back({levels / stations, t.pod_s, 1});
  }
  t.stations_per_s = stations * t.lines_per_pod / t.pod_s;
  t.fleet_per_s = p.fleet.count * t.lines_per_pod / t.round_s;
  t.roads_per_s = levels * t.lines_per_pod / longest_s;
  const int floors = static_cast<int>(roads.levels());
  for (int l = 0; l < floors; ++l) {
    const int here = p.fleet.count / floors + (l < p.fleet.count % floors ? 1 : 0);
    t.capacity_per_s += t.lines_per_pod * rounds_per_s(servers, t.round_s, here);
  }
  return t;
}

}  // namespace twinaxis::warehouse
