#pragma once
// Tells people that a connection is silent.

#include <string>

#include "sim/cyber/plan.h"

namespace twinaxis::cyber {

/// Signal "<host>.link.<from>": 1 while messages of the channel come, 0 after `bears` without one.
struct LinkWatch {
  std::string host;  ///< where the channel ends
  std::string from;  ///< where it starts; names the signal
  std::string channel;
  Duration bears{60'000'000'000};
  Duration period{1'000'000'000};
  View view = View::controller;  ///< whose eyes see the signal
};
/// The channel must be in the plan already. Events "<host>.link.<from>.lost" and ".back".
void add(NetworkPlan& plan, PointTable& table, const LinkWatch& watch);

/// A server tells a screen that it lives, and people at the screen see when it does not: signal
/// "<from>.alive", its copy over the channel "<from>-><to>:alive", and the watch of that channel.
struct SignOfLife {
  std::string from, to, service;
  Duration bears{60'000'000'000};
  Duration period{10'000'000'000};
};
void add(NetworkPlan& plan, PointTable& table, const SignOfLife& sign);

}  // namespace twinaxis::cyber
