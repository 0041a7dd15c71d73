#include "models/warehouse/throughput.h"

#include <algorithm>
#include <cmath>
#include <numeric>

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

/// Drives alone, from rest to rest: straight runs, and turns between them on the spot.
double drive_s(const VehicleParams& v, const Roads& roads, NodeIndex from, NodeIndex goal,
               const std::vector<std::uint16_t>& steps) {
  double time_s = 0, run_m = 0;
  int looks = arrives(roads, from);
  for (NodeIndex at = from; at != goal;) {
    NodeIndex next = kNowhere;
    for (const NodeIndex n : roads[at].next) {
      if (is_leaf(roads[n]) && n != goal) continue;
      if (next == kNowhere ||
          steps[static_cast<std::size_t>(n)] < steps[static_cast<std::size_t>(next)]) {
        next = n;
      }
    }
    const int towards = heading(roads, at, next);
    if (towards != looks) {
      const int quarters = (towards - looks + 4) % 4 == 2 ? 2 : 1;
      time_s +=
          travel_s({v.speed_m_per_s, v.acceleration_m_per_s2}, run_m) + quarters * v.quarter_turn_s;
      run_m = 0;
    }
    run_m += roads.pitch_m();
    looks = towards;
    at = next;
  }
  return time_s + travel_s({v.speed_m_per_s, v.acceleration_m_per_s2}, run_m);
}

/// Means over the pods that are fetched, the stations, and the pods that were fetched before.
struct Ways {
  double to_pod_s = 0, to_station_s = 0, back_s = 0;
};

Ways mean_ways(const VehicleParams& v, const Roads& roads, const std::vector<double>& calls) {
  const std::size_t step = (calls.size() + kPlaces - 1) / kPlaces;
  std::vector<std::size_t> seen;
  double all = 0;
  for (std::size_t i = 0; i < calls.size(); i += step) {
    seen.push_back(i);
    all += calls[i];
  }
  const std::size_t stations = roads.stations().size() / roads.levels();
  Ways mean;
  const auto add_ways_to = [&](NodeIndex goal, double share, bool is_place) {
    const auto steps = roads.distances(goal);
    for (const std::size_t i : seen) {
      const double weight = share * calls[i] / all;
      (is_place ? mean.to_pod_s : mean.to_station_s) +=
          weight * drive_s(v, roads, roads.places()[i], goal, steps);
    }
    for (std::size_t s = 0; is_place && s < stations; ++s) {
      mean.back_s += share / static_cast<double>(stations) *
                     drive_s(v, roads, roads.stations()[s].nodes.back(), goal, steps);
    }
  };
  for (const std::size_t i : seen) add_ways_to(roads.places()[i], calls[i] / all, true);
  for (std::size_t s = 0; s < stations; ++s) {
    add_ways_to(roads.stations()[s].nodes.back(), 1 / static_cast<double>(stations), false);
  }
  return mean;
}

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

ThroughputBound throughput_bound(const WarehouseParams& p, const Roads& roads, double respond_s) {
  const VehicleParams& v = p.fleet.vehicle;
  const std::size_t pods = roads.places().size() / roads.levels();
  const auto shares = pod_shares(p.demand, pods);
  // An order is released only where all of its lines have room: half of one stays free.
  const double open = std::max(p.orders.station_lines - 0.5 * (p.demand.lines - 1), 1.0);
  const auto calls = calls_per_line(shares, lines_while_waiting(shares, open));
  ThroughputBound bound;
  bound.lines_per_pod = 1 / sum(calls);
  const double picks_s = p.orders.hand_over_s + bound.lines_per_pod * p.orders.pick_s;
  // Exchange: who is done turns and leaves by a node, who follows comes by a node; each of them
  // waits for an answer.
  const double node_s = travel_s({v.speed_m_per_s, v.acceleration_m_per_s2}, roads.pitch_m());
  bound.pod_s = picks_s + 2 * (node_s + respond_s) + v.quarter_turn_s;
  const Ways ways = mean_ways(v, roads, calls);
  bound.round_s =
      ways.to_pod_s + ways.to_station_s + ways.back_s + 2 * v.lift_s + picks_s + 3 * respond_s;
  bound.stations_per_s =
      static_cast<double>(roads.stations().size()) * bound.lines_per_pod / bound.pod_s;
  bound.fleet_per_s = p.fleet.count * bound.lines_per_pod / bound.round_s;
  return bound;
}

}  // namespace twinaxis::warehouse
