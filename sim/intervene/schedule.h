#pragma once
// Which interventions are active now. Signals and parameters are changed through taps on the bus;
// starts and stops on hosts and channels are handed to the network as edges.

#include <memory>
#include <span>
#include <vector>

#include "sim/core/bus.h"
#include "sim/core/event.h"
#include "sim/intervene/intervention.h"

namespace twinaxis {

/// An intervention on a host or channel begins or ends.
struct Edge {
  const Intervention* intervention = nullptr;
  PointId point;
  bool starts = false;
};

/// Everything is bound already: names exist, effects fit, edges are on the grid, conditions
/// compile. Order at a point: attacks, then faults, then countermeasures; inside a side, file
/// order.
class Schedule {
 public:
  /// `not_reached` names the path steps that did not succeed: what hangs on them never starts.
  /// Keeps a reference to nothing but the values it was given by copy.
  Schedule(std::vector<Intervention> interventions, const PointTable& table, std::uint64_t seed,
           std::uint64_t sample, const std::vector<std::string>& not_reached = {});
  ~Schedule();
  Schedule(Schedule&&) noexcept;

  /// Phase 2 of the step: evaluates windows and triggers on the fresh values, changes taps, reports
  /// starts and stops as events "attack.<id>.start", and returns the edges for the network.
  std::vector<Edge> refresh(Time now, Bus& bus, EventLog& log);

 private:
  struct Entry;
  std::vector<std::unique_ptr<Entry>> entries_;
  std::vector<std::vector<Entry*>> by_point_;  ///< those on one point, in the stated order
};

}  // namespace twinaxis
