#include "tests/use_cases/parameters.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "sim/core/require.h"
#include "sim/core/text.h"

namespace twinaxis::test {

std::string name_of_use_case(const testing::TestParamInfo<UseCase>& info) {
  std::string name = info.param.name;
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

std::vector<const Point*> touchable_values(const PointTable& table) {
  std::vector<const Point*> points;
  for (const Point& p : table.all()) {
    if (p.kind == PointKind::signal || p.kind == PointKind::parameter) points.push_back(&p);
  }
  return points;
}

std::string in_unit(double value, const Point& point) {
  return number_to_text(value) + (point.unit == "1" ? "" : " " + point.unit);
}

double another_value(const Point& point) {
  const double x = point.initial;
  for (const double value : {1.1 * x, 0.9 * x, x + 1, x - 1, point.range.low, point.range.high}) {
    if (value != x && point.range.contains(value)) return value;
  }
  require(false, "a point that can be overridden has more than one value");
  return x;
}

std::string disturbance(const PointTable& table) {
  for (const Point* p : touchable_values(table)) {
    if (p->kind != PointKind::parameter) continue;
    return "interventions:\n  - {id: two_per_cent, side: fault, from: 1 min, on: '" + p->name +
           "', effect: !scale {by: 1.02}}\n";
  }
  require(false, "a twin has a parameter");
  return "";
}

}  // namespace twinaxis::test
