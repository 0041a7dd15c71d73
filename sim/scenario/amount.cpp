#include "sim/scenario/amount.h"

#include "sim/core/text.h"

namespace twinaxis::scenario {

std::string unit_of_amount(const std::string& point_unit, Amount kind) {
  return kind == Amount::rate ? point_unit + "/s" : point_unit;
}

UnitResult<double> amount_from_text(std::string_view text, const std::string& point_unit,
                                    Amount kind) {
  const auto value = quantity_from_text(text, unit_of_amount(point_unit, kind));
  if (kind != Amount::difference || !std::holds_alternative<double>(value)) return value;
  const NumberAndRest parts = split_number(text);
  const std::string unit(parts.rest);
  if (unit.empty() || unit == point_unit) return value;
  // Where the written unit has its own zero (degC, barg), only the size of its degree counts.
  const double zero = std::get<double>(quantity_from_text("0 " + unit, point_unit));
  if (zero == 0) return value;
  const double one = std::get<double>(quantity_from_text("1 " + unit, point_unit));
  return *parts.number * (one - zero);
}

std::string shown(double value, const std::string& si_unit) {
  return rounded(value, 6) + (si_unit == "1" ? "" : " " + si_unit);
}

}  // namespace twinaxis::scenario
