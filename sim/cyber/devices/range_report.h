#pragma once
// Condition monitoring: a server that holds copies of readings and reports whether they are in
// range.

#include <string>
#include <vector>

#include "sim/core/fields.h"
#include "sim/cyber/plan.h"

namespace twinaxis::cyber {

/// Readings that share a range. A reading that is not a number is out of it.
struct RangeGroup {
  std::string id;                   ///< "bearings"
  std::vector<std::string> points;  ///< signals of one unit, as this host has them
  double low = 0, high = 0;         ///< first values of the parameters
  double band = 0;                  ///< distance back inside at which a finding ends
  std::string doc;
};

/// Readings that should agree: each with its neighbour.
struct NeighbourGroup {
  std::string id;  ///< "neighbours"
  struct Pair {
    std::string one, other;
  };
  std::vector<Pair> pairs;
  double allowed = 0;  ///< difference that is still agreement, in their unit
  std::string doc;
  std::string wanted = {};  ///< parameter that is 1 while they are compared; left out: always
};

/// Points: signal "<host>.<group>.state", for a range -1 below, 0 inside, 1 above (above wins), for
/// neighbours 1 while any pair disagrees; parameters "<host>.<group>.low" and ".high", or
/// ".allowed". Events "<host>.<group>.high", ".low", ".disagree" when a finding begins, with the
/// point as detail, and ".back" when it ends.
struct RangeReport {
  std::string host;             ///< declared by the model
  std::string name = "report";  ///< of the task
  std::vector<RangeGroup> ranges;
  std::vector<NeighbourGroup> neighbours;
  Duration period{10'000'000'000};
  Duration phase{};
};
void add(NetworkPlan& plan, PointTable& table, const RangeReport& report);
/// The state signals, in order: what the report says.
std::vector<std::string> state_points(const RangeReport& report);

}  // namespace twinaxis::cyber
