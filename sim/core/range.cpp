#include <cmath>

#include "sim/core/range.h"
#include "sim/core/text.h"

namespace twinaxis {

bool Range::contains(double value) const {
  if (!std::isfinite(value)) return false;
  return (low_open ? value > low : value >= low) && (high_open ? value < high : value <= high);
}

std::string Range::text(const std::string& unit) const {
  const std::string suffix = unit == "1" ? "" : " " + unit;
  const bool has_low = std::isfinite(low);
  const bool has_high = std::isfinite(high);
  if (has_low && has_high) {
    return "between " + number_to_text(low) + " and " + number_to_text(high) + suffix;
  }
  if (has_low) return (low_open ? "> " : ">= ") + number_to_text(low) + suffix;
  if (has_high) return (high_open ? "< " : "<= ") + number_to_text(high) + suffix;
  return "";
}

}  // namespace twinaxis
