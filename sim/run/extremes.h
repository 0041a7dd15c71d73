#pragma once
// Smallest and largest value of each point so far, and when.

#include <cstdint>
#include <span>
#include <vector>

#include "sim/core/time.h"
#include "sim/run/recording.h"

namespace twinaxis {

/// The first time counts if a value comes again. NaN is passed over; a column that never had a
/// number gets NaN for both, at time 0.
class Extremes {
 public:
  explicit Extremes(std::size_t width);
  void add(Time now, std::span<const double> values);
  /// Fills minimum, maximum and their times of each column.
  void write_to(std::vector<Column>& columns) const;

 private:
  /// Arrays, not an array of structs, so that one instruction compares several points.
  std::vector<double> minimum_;
  std::vector<double> maximum_;
  std::vector<std::int64_t> at_minimum_ns_;
  std::vector<std::int64_t> at_maximum_ns_;
};

}  // namespace twinaxis
