#pragma once
// The current value of each point.

#include <functional>
#include <span>
#include <vector>

#include "sim/core/point.h"
#include "sim/core/time.h"

namespace twinaxis {

/// What an active intervention does to a value that passes: pure but for the memory it owns, and
/// idempotent at one `now`: the same value again at the same time gives the same result.
using Tap = std::function<double(double value, Time now)>;

/// Values by point. A write passes through the taps of that point; what comes out is what all read.
class Bus {
 public:
  explicit Bus(const PointTable& table);

  double read(PointId id) const { return values_[id.index]; }
  void write(PointId id, double value, Time now) {
    written_[id.index] = value;
    values_[id.index] = tapped_[id.index] ? through_taps(id, value, now) : value;
  }
  /// What was last written, before the taps.
  double written(PointId id) const { return written_[id.index]; }

  /// Replaces the taps of a point and lets the last written value pass through them again.
  void set_taps(PointId id, std::vector<Tap> taps, Time now);
  /// Lets the last written value of every tapped point pass again: effects that vary with time.
  void refresh(Time now);

  std::span<const double> values() const { return values_; }

 private:
  double through_taps(PointId id, double value, Time now) const;
  std::vector<double> written_;
  std::vector<double> values_;
  std::vector<char> tapped_;
  std::vector<PointId> tapped_points_;  ///< ascending, so that a refresh has one order
  std::vector<std::vector<Tap>> taps_;
};

}  // namespace twinaxis
