#pragma once
// A channel while the network runs: its block, what interventions do to its messages, and what its
// receiver remembers.

#include <cstdint>
#include <deque>
#include <span>
#include <vector>

#include "sim/core/bus.h"
#include "sim/core/random.h"
#include "sim/cyber/flood.h"
#include "sim/cyber/plan.h"
#include "sim/intervene/intervention.h"

namespace twinaxis::cyber {

/// One block on its way.
struct Message {
  std::size_t channel = 0;
  std::uint64_t number = 0;  ///< counted by the sender, from 1; a copy or replay keeps it
  std::uint32_t generation =
      0;  ///< of the receiver when it was sent: a restart forgets connections
  bool tampered = false;
  std::vector<double> values;
};

/// Order of effects: attacks, faults, countermeasures; inside a side, the order in which they
/// began. Random numbers come from one stream for each channel and intervention, counted by
/// message.
class Channel {
 public:
  Channel(const ChannelPlan& plan, const PointTable& table, std::uint64_t seed,
          std::uint64_t sample);

  void begin(const Intervention& intervention, Time now);
  void end(const Intervention& intervention);
  void remember(Duration window);

  /// The sender's side: numbers the message and fills in what its sources say now.
  void compose(Message& message, const Bus& bus, Time now);
  /// The way: replays, tampers, loses, delays, copies.
  Passage pass(Message& message, Time now);
  /// The receiver's side: false if the message does not prove to be genuine and new.
  bool accept(const Message& message, Time now);
  void deliver(const Message& message, Bus& bus, Time now) const;

  Time last_accepted() const { return last_accepted_; }
  double flood_bytes_per_s() const;

 private:
  struct Sent {
    Time at;
    std::uint64_t number;
    std::vector<double> values;
  };
  struct Active {
    const Intervention* intervention;
    EffectMemory memory;
    std::size_t tampered = 0;  ///< index in the block
    std::vector<Sent> tape{};
    std::size_t played = 0;
  };
  void pass(Active& active, Message& message, Passage& passage, Time now);
  void record(const Message& message, Time now);

  std::string name_;
  std::vector<PointId> sources_, targets_;
  std::vector<std::string> target_names_;
  std::uint64_t seed_, sample_;
  std::vector<Active> active_;
  int authenticated_ = 0;
  Duration window_{};
  std::deque<Sent> sent_;
  std::uint64_t last_number_ = 0, newest_accepted_ = 0;
  Time last_accepted_;
};

}  // namespace twinaxis::cyber
