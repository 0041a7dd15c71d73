#include "sim/run/extremes.h"

#include <algorithm>
#include <limits>

#include "sim/core/require.h"

namespace twinaxis {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Few points change an extreme in a step, most blocks of eight none: the times are touched only
/// where one did. A whole block is compared without a branch.
constexpr std::size_t kBlock = 8;

bool any_outside(const double* values, const double* minimum, const double* maximum) {
  int outside = 0;
  for (std::size_t i = 0; i < kBlock; ++i) {
    outside |= static_cast<int>(values[i] < minimum[i]) | static_cast<int>(values[i] > maximum[i]);
  }
  return outside != 0;
}

}  // namespace

Extremes::Extremes(std::size_t width)
    : minimum_(width, kInfinity),
      maximum_(width, -kInfinity),
      at_minimum_ns_(width),
      at_maximum_ns_(width) {}

void Extremes::add(Time now, std::span<const double> values) {
  const std::size_t width = std::min(minimum_.size(), values.size());
  for (std::size_t begin = 0; begin < width; begin += kBlock) {
    const std::size_t end = std::min(begin + kBlock, width);
    const bool whole = end == begin + kBlock;
    if (whole && !any_outside(&values[begin], &minimum_[begin], &maximum_[begin])) continue;
    for (std::size_t i = begin; i < end; ++i) {
      if (values[i] < minimum_[i]) minimum_[i] = values[i], at_minimum_ns_[i] = now.ns;
      if (values[i] > maximum_[i]) maximum_[i] = values[i], at_maximum_ns_[i] = now.ns;
    }
  }
}

void Extremes::write_to(std::vector<Column>& columns) const {
  require(columns.size() == minimum_.size(), "extremes are given to as many columns");
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool never = minimum_[i] > maximum_[i];
    columns[i].minimum = never ? std::numeric_limits<double>::quiet_NaN() : minimum_[i];
    columns[i].maximum = never ? std::numeric_limits<double>::quiet_NaN() : maximum_[i];
    columns[i].at_minimum = {at_minimum_ns_[i]};
    columns[i].at_maximum = {at_maximum_ns_[i]};
  }
}

}  // namespace twinaxis
