#pragma once
// Loss on a wireless medium comes in bursts: a chain of two states that moves with every message.
//
//   good -> bad with probability p, bad -> good with probability q, before each message;
//   it is lost with probability l_good or l_bad, by the state that it meets.
//   At rest: share of bad p / (p + q), loss (q l_good + p l_bad) / (p + q); a stay in the bad state
//   lasts 1 / q messages in the mean.
//
// Sources: Gilbert, Bell System Technical Journal 39 (1960) 1253; Elliott, ibid. 42 (1963) 1977.
// The chain moves with the messages of a channel, not with time: assumption, right for channels
// with a period. Every channel has a chain of its own.

#include <cstdint>

#include "sim/core/fields.h"
#include "sim/core/random.h"

namespace twinaxis::cyber {

struct BurstLoss {
  double to_bad_probability = 0;
  double to_good_probability = 1;
  double lost_in_good_probability = 0;
  double lost_in_bad_probability = 1;
};
void fields(FieldVisitor& v, BurstLoss& l);

/// Share of messages that is lost in the long run.
double mean_loss_probability(const BurstLoss& law);

/// The chain of one channel on one medium. Starts at rest; draws are counted by message, so that no
/// other channel's draws move.
class BurstChain {
 public:
  BurstChain(const BurstLoss& law, const Stream& stream);
  /// Moves the chain and tells whether the next message is lost.
  bool loses_next();

 private:
  BurstLoss law_;
  Stream stream_;
  std::uint64_t drawn_ = 0;
  bool bad_ = false;
};

}  // namespace twinaxis::cyber
