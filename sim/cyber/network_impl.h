#pragma once
// The inside of a network: hosts, calendar, and the way of a message.

#include <map>
#include <memory>
#include <queue>
#include <string>
#include <utility>
#include <vector>

#include "sim/core/profile.h"
#include "sim/cyber/burst_loss.h"
#include "sim/cyber/channel.h"
#include "sim/cyber/flood.h"
#include "sim/cyber/network.h"
#include "sim/cyber/wire.h"

namespace twinaxis::cyber {

/// A host effect that is active now.
template <class T>
struct ActiveOn {
  const Intervention* intervention;
  T effect;
};

struct Host {
  std::string name;
  PointId running{}, encrypted{};
  PointId copied_bytes{}, logic{};  ///< invalid where there is none
  double data_bytes = 0;
  int off_count = 0, encrypted_count = 0;
  std::uint32_t generation = 0;
  std::vector<ActiveOn<Slow>> slowed{};
  std::vector<ActiveOn<CopyOut>> copying{};

  bool runs() const { return off_count == 0; }
  double slow_factor() const;
};

/// Something that comes again and again. The time of visit k is phase + k * period, computed, never
/// summed up.
struct Beat {
  Duration period, phase;
  Time next;

  void advance(Time now, double slow_factor);
};

struct Task {
  const TaskPlan* plan;
  std::size_t host;
  Beat beat;
  std::size_t logic_index = 0;
  Logic logic{}, when_off{};
};

/// A channel on its hosts and lines.
struct Path {
  std::size_t from, to;
  bool local = false;    ///< both ends on one host: wired, no network between
  std::size_t line = 0;  ///< where not local
  double size_bytes = 0;
  std::vector<std::size_t> segments{};
  Stream flood_stream{};
  std::vector<BurstChain> wireless{};  ///< one for each lossy medium on the way
  bool open = true;                    ///< by rules, blocks, isolation and power of this moment
  bool has_rejected = false;
  Beat beat{};
};

/// What is due once: a host comes back, or a held message goes on.
struct Later {
  Time at;
  std::uint64_t order;
  std::size_t host = 0;
  Message* message = nullptr;  ///< null: it is about the host
  bool operator>(const Later& other) const {
    return std::pair(at, order) > std::pair(other.at, other.order);
  }
};

struct Network::Impl {
  Impl(NetworkPlan plan, const PointTable& table, Bus& bus, EventLog& log, std::uint64_t seed,
       std::uint64_t sample);
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  class Context;

  // Calendar (network.cpp)
  void run_until(Time t);
  void advance(Time to);
  void run_due(Time now);
  void run(Task& task, Time now);
  Time next_due() const;

  // Messages (messages.cpp)
  void send(std::size_t channel, Time now);
  void start(Message* message, Time now);
  void arrive(Message* message, Time now);
  void release(Message* message);

  // Edges (edges.cpp)
  void apply(const Edge& edge, Time now);
  void apply_to_channel(const Edge& edge, std::size_t channel, Time now);
  void apply_to_host(const Edge& edge, std::size_t host, Time now);
  void lose_power(std::size_t host, Time now);
  void regain_power(std::size_t host, Time now);
  void install(Host& host, const std::string& logic, Time now);
  void refresh_routes();
  void make_logics(Task& task);

  NetworkPlan plan;
  const PointTable& table;
  Bus& bus;
  EventLog& log;
  Reachability reachability;
  std::vector<Host> hosts;  ///< in the order of their names
  std::map<std::string, std::size_t> host_by_name;
  std::map<PointId, std::size_t> channel_by_point, host_by_point;
  std::vector<Task> tasks;
  std::vector<Channel> channels;
  std::vector<Path> paths;
  Congestion congestion;
  std::unique_ptr<Wires> wires;
  std::priority_queue<Later, std::vector<Later>, std::greater<>> later;
  std::uint64_t later_count = 0;
  std::vector<std::unique_ptr<Message>> messages;  ///< all that were ever needed at once
  std::vector<Message*> idle_messages;
  std::size_t held = 0;
  Counts counts;
  Profile profile;  ///< of the tasks
  Time next_beat, published;
};

}  // namespace twinaxis::cyber
