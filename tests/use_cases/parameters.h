#pragma once
// Every use case as a test parameter, and the interventions that fit any of them.

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "sim/run/use_case.h"
#include "tests/use_cases/battery.h"

namespace twinaxis {

inline void PrintTo(const UseCase& use_case, std::ostream* out) { *out << use_case.name; }

}  // namespace twinaxis

namespace twinaxis::test {

/// "distillation_bt1".
std::string name_of_use_case(const testing::TestParamInfo<UseCase>& info);

/// Signals and parameters, in the order of the table.
std::vector<const Point*> touchable_values(const PointTable& table);

/// "112000 Pa" with all digits; without a unit where the point has none.
std::string in_unit(double value, const Point& point);

/// A value inside the point's range that differs from its first one.
double another_value(const Point& point);

/// `interventions:` that move the first parameter of the table by two per cent after a minute: by
/// custom the plant's disturbances are declared first.
std::string disturbance(const PointTable& table);

}  // namespace twinaxis::test
