#pragma once
// What the site can pick: the closed network of queues of its vehicles.
//
// N vehicles go round for ever: to a pod, with it to a station, where they may wait, and back. With
// Z the time of a round in which nobody waits, s the time of a pod at a picker, S pickers, and D
// the time for which a round holds the node that is held longest, at most min(S / s, N / Z, 1 / D)
// pods a second are served, whatever the distributions (asymptotic bounds; Denning, Buzen, ACM
// Computing Surveys 10 (1978) 225-261). How many are, is the rate of that network
// (closed_network.h), with stations and nodes of the roads as servers. A pod serves b lines.
//
// b: pods are fetched by the age of lines. In the time in which a station receives n lines, a pod
// with the share p of the demand gathers p n beside the one that called it, so it is called p / (1
// + p n) times a line; n follows from Little's law for the lines that are open at a station.
//
// A node is held for others from the moment at which a vehicle that waited before it is sent on,
// until it has reported the next node; where lanes join, the next but one, since nobody stops in a
// junction. Vehicles of one lane come one after another, so they meet the others at random only.
//
// Left out: charging, pods that another station has, vehicles that stand in the way of others for
// want of room ahead. Packing does not hold pickers up.

#include <algorithm>

#include "models/warehouse/plant_params.h"

namespace twinaxis::warehouse {

/// Delays of fleet control.
struct Answers {
  double respond_s = 1.25;  ///< from the report of a vehicle until somebody does what follows of it
  double corner_s = 0.125;  ///< until a vehicle goes on behind a corner, half of its scan
};

struct Throughput {
  double lines_per_pod = 0;
  double pod_s = 0;    ///< of a pod at a picker, until the next one stands there
  double round_s = 0;  ///< of a vehicle, without waiting
  double stations_per_s = 0, fleet_per_s = 0, roads_per_s = 0;  ///< lines, at most
  double capacity_per_s = 0;                                    ///< lines, with all queues
  double bound_per_s() const { return std::min({stations_per_s, fleet_per_s, roads_per_s}); }
};

/// Means over articles and at most 64 places spread over the floor.
Throughput throughput(const WarehouseParams& p, const Roads& roads, const Answers& answers);

/// Mean number of lines for which a pod comes, when so many are open at a station.
double lines_per_pod(const std::vector<double>& pod_shares, double open_lines);

}  // namespace twinaxis::warehouse
