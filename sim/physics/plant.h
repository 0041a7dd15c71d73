#pragma once
// The physical side of a twin.

#include <span>
#include <string>
#include <vector>

#include "sim/core/bus.h"
#include "sim/core/event.h"
#include "sim/core/point.h"
#include "sim/core/scene.h"
#include "sim/core/time.h"

namespace twinaxis {

class System;

/// Publishes what is true and moves from one grid time to the next. Owns its state.
class Plant {
 public:
  virtual ~Plant() = default;
  /// Writes the truth points as they are at `now`.
  virtual void publish(Bus& bus, Time now) = 0;
  /// Reads its inputs from the bus, holds them, and moves to exactly `to`. Located physical events
  /// are appended to `log` with their own times. Throws RunError when the numbers fail.
  virtual void advance(const Bus& bus, Time from, Time to, EventLog& log) = 0;
  /// Everything that decides the future, for the determinism hash.
  virtual std::span<const double> state() const = 0;

  /// The part of it that states what it conserves; null if there is none.
  virtual const System* balanced() const { return nullptr; }

  /// Bodies that move in space, by name; none in most plants. Does not change in a run.
  virtual std::vector<std::string> bodies() const { return {}; }
  /// Where they are and where they touch, as of the last publish(). Only asked if there are any.
  virtual void show(Scene& scene) const { (void)scene; }
};

}  // namespace twinaxis
