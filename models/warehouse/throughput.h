#pragma once
// What the site can pick at most: bounds of the closed network of its vehicles.
//
// N vehicles go round for ever: to a pod, with it to a station, where they may wait, and back. With
// Z the time of a round in which nobody waits, s the time of a pod at a picker and S pickers, at
// most min(S / s, N / Z) pods a second are served, whatever the distributions (asymptotic bounds;
// Denning, Buzen, ACM Computing Surveys 10 (1978) 225-261). A pod serves b lines.
//
// b: pods are fetched by the age of lines. In the time in which a station receives n lines, a pod
// with the share p of the demand gathers p n beside the one that called it, so it is called p / (1
// + p n) times a line; n follows from Little's law for the lines that are open at a station.
//
// Left out, so that the site stays below: queues of vehicles, charging, pods that another station
// has. Packing does not hold pickers up.

#include "models/warehouse/plant_params.h"

namespace twinaxis::warehouse {

struct ThroughputBound {
  double lines_per_pod = 0;
  double pod_s = 0;    ///< of a pod at a picker, until the next one stands there
  double round_s = 0;  ///< of a vehicle, without waiting
  double stations_per_s = 0, fleet_per_s = 0;  ///< lines
  double lines_per_s() const { return stations_per_s < fleet_per_s ? stations_per_s : fleet_per_s; }
};

/// `respond_s`: from the report of a vehicle until it, or another one, does what fleet control
/// makes of it. Means over articles and at most 64 places spread over the floor.
ThroughputBound throughput_bound(const WarehouseParams& p, const Roads& roads, double respond_s);

/// Mean number of lines for which a pod comes, when so many are open at a station.
double lines_per_pod(const std::vector<double>& pod_shares, double open_lines);

}  // namespace twinaxis::warehouse
