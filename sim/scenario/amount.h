#pragma once
// Numbers in the unit of a point: its values, differences of them, and changes per second.

#include <string>
#include <string_view>

#include "sim/core/fields.h"
#include "sim/core/unit.h"

namespace twinaxis::scenario {

/// The SI unit of such an amount: "Pa/s" for a rate of a point in "Pa".
std::string unit_of_amount(const std::string& point_unit, Amount kind);
/// Reads it in that unit. A difference has no zero point: "5 degC" is 5 K.
UnitResult<double> amount_from_text(std::string_view text, const std::string& point_unit,
                                    Amount kind);

/// "-0.005 m^3/s": six digits, for messages.
std::string shown(double value, const std::string& si_unit);

}  // namespace twinaxis::scenario
