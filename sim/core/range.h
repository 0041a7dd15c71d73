#pragma once
// The admissible values of a number, in its SI unit.

#include <limits>
#include <string>

namespace twinaxis {

struct Range {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool low_open = false;   ///< the bound itself is outside
  bool high_open = false;  ///< the bound itself is outside

  /// False for NaN and infinities.
  bool contains(double value) const;
  /// "> 0 m^3/s", "between 0 and 1", "" if unbounded.
  std::string text(const std::string& unit) const;
};

constexpr Range any_value() { return {}; }
constexpr Range above(double low) { return {.low = low, .low_open = true}; }
constexpr Range at_least(double low) { return {.low = low}; }
constexpr Range between(double low, double high) { return {.low = low, .high = high}; }
constexpr Range fraction() { return between(0, 1); }

}  // namespace twinaxis
