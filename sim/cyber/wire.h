#pragma once
// Carries messages over LANs and links: latency plus size over bandwidth, shared by those who pass
// at once. Home of SimGrid.
//
// No actor lives here. SimGrid's maestro starts host-to-host communications and reports their ends
// through a callback: measured at 1.7 us a message against 3.9 us with a sending and a receiving
// actor, and nothing can be killed, can time out or can leave a context with an exception. Hosts
// are never turned off and latencies never changed, because SimGrid 3.32 bears neither while a
// message is on its way: power, loss and extra delay belong to the network above.

#include <memory>
#include <span>
#include <vector>

#include "sim/core/time.h"
#include "sim/cyber/topology.h"

namespace twinaxis::cyber {

struct Message;

/// Who sends to whom over which segments.
struct Line {
  std::size_t from = 0, to = 0;  ///< hosts; different ones
  std::vector<std::size_t> path;
};

struct Arrival {
  Time at;
  Message* message = nullptr;
};

class Wires {
 public:
  /// ContractError if there was an engine in this process before.
  Wires(const std::vector<Segment>& segments, std::size_t hosts, const std::vector<Line>& lines);
  ~Wires();
  Wires(Wires&&) noexcept;

  /// Puts a message on a line; it stays the caller's.
  void start(std::size_t line, double size_bytes, Message* message, Time now);
  /// Moves to `to`, at or after the time of any call before, and tells what arrived on the way, in
  /// order. The view holds until the next call.
  std::span<const Arrival> advance(Time to);
  std::size_t on_the_way() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace twinaxis::cyber
