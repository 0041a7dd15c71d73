#pragma once
// The running network: hosts, links, messages. Home of SimGrid. One network per process.

#include <memory>
#include <string>

#include "sim/core/bus.h"
#include "sim/core/event.h"
#include "sim/core/random.h"
#include "sim/cyber/plan.h"
#include "sim/intervene/schedule.h"

namespace twinaxis::cyber {

/// Whether, and by which rule, one host may talk to another.
struct Route {
  bool open = false;
  std::string reason;  ///< the rule that lets it pass, or what forbids it
};

class Network {
 public:
  /// `bus` and `log` must outlive the network; messages write to the bus, tasks report to the log.
  Network(NetworkPlan plan, const PointTable& table, Bus& bus, EventLog& log, std::uint64_t seed,
          std::uint64_t sample);
  ~Network();
  Network(Network&&) noexcept;

  /// Handles everything up to and including `t`. Rethrows what a task threw.
  void run_until(Time t);
  /// Before decide: publishes h.running and the like, at `now`.
  void publish(Time now);
  /// An intervention on a host or channel begins or ends.
  void apply(const Edge& edge, Time now);
  /// With the blocks, isolations and power of this moment.
  Route route(const std::string& from, const std::string& to, const std::string& service) const;

  /// From now on adds the wall-clock time that tasks take to `seconds`; for profiles only.
  void profile_tasks(double* seconds);

  struct Counts {
    std::uint64_t sent = 0, delivered = 0, lost = 0, rejected = 0;
  };
  /// sent = delivered + lost + rejected + on the way.
  Counts counts() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace twinaxis::cyber
