#pragma once
// The running network: hosts, links, messages. Home of SimGrid. One network per process.

#include <memory>
#include <string>

#include "sim/core/bus.h"
#include "sim/core/event.h"
#include "sim/core/random.h"
#include "sim/cyber/plan.h"
#include "sim/cyber/reachability.h"
#include "sim/intervene/schedule.h"

namespace twinaxis::cyber {

/// The event that a channel's receiver rejects a message, told once a channel: what came was
/// tampered with or is not new. Its detail is the name of the channel.
inline constexpr const char* kRejects = "network.rejects";

class Network {
 public:
  /// `table`, `bus` and `log` must outlive the network; messages write to the bus, tasks report to
  /// the log. A second network in one process is a ContractError: SimGrid bears one engine.
  Network(NetworkPlan plan, const PointTable& table, Bus& bus, EventLog& log, std::uint64_t seed,
          std::uint64_t sample);
  ~Network();
  Network(Network&&) noexcept;

  /// Lets the channel remember what it carried in the last `window`: what replay_messages needs to
  /// know before it starts. The longest of several calls counts.
  void remember(PointId channel, Duration window);

  /// Handles everything up to and including `t`: at one moment first the messages that arrive, then
  /// the tasks in plan order, then the channels that are due. What a task throws passes through.
  void run_until(Time t);
  /// Brings the truths that grow with time (h.copied_bytes) up to `now`.
  void publish(Time now);
  /// An intervention on a host or channel begins or ends.
  void apply(const Edge& edge, Time now);
  /// With the blocks, isolations and power of this moment.
  Route route(const std::string& from, const std::string& to, const std::string& service) const;

  /// From now on measures the wall-clock time that tasks take; for profiles only.
  void profile_tasks();
  double task_s() const;

  struct Counts {
    std::uint64_t sent = 0, delivered = 0, lost = 0, rejected = 0, on_the_way = 0;
  };
  /// sent = delivered + lost + rejected + on_the_way; each is counted where it happens. A duplicate
  /// counts as sent; a message that no route lets pass as lost.
  Counts counts() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace twinaxis::cyber
