#pragma once
// Where text becomes a value in SI. Home of UDUNITS-2, to which yen, gauge pressures and a few
// counts are added. Everything behind this door is a double with the unit in its name.

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "sim/core/time.h"

namespace twinaxis {

/// Why a text is no quantity of the wanted unit: "expected a length such as '3 m', found '3 kg'".
struct UnitProblem {
  std::string expected;
  std::string found;
};

template <class T>
using UnitResult = std::variant<T, UnitProblem>;

/// "350 kPa" read as a quantity of `si_unit` ("Pa"). A dimensionless unit ("1") takes a plain
/// number or a percentage; everything else needs its unit written. NaN and infinities are problems.
/// Units are those of UDUNITS-2 and: yen, kyen, Myen, barg, kPag (gauge: zero at 101.325 kPa), ppm,
/// person, event, week, kmol. A number in `si_unit` itself is taken over without rounding.
UnitResult<double> quantity_from_text(std::string_view text, const std::string& si_unit);

/// "10 min" to the nanosecond. Durations need a unit.
UnitResult<Duration> duration_from_text(std::string_view text);

/// "5 m/s": the shortest text that reads back to the same bits, with the SI unit behind.
std::string quantity_to_text(double value, const std::string& si_unit);
std::string duration_to_text(Duration value);

/// True if the unit is known; models are checked with it when they declare points.
bool is_unit(const std::string& unit);
/// The value in another unit of the same dimension, for displays: convert(293.15, "K", "degC").
std::optional<double> convert(double value, const std::string& from, const std::string& to);
/// A unit and value that people of the field read: Pa -> kPa, K -> degC, kmol/s -> kmol/h, s ->
/// min.
struct Display {
  std::string unit;
  double factor = 1;  ///< shown = value * factor + offset
  double offset = 0;
};
Display display_of(const std::string& si_unit);

}  // namespace twinaxis
