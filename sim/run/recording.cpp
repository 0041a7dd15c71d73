#include "sim/run/recording.h"

#include <algorithm>

#include "sim/core/require.h"

namespace twinaxis {

const Column* Recording::find(std::string_view name) const {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const Column& column) { return column.name == name; });
  return found == columns.end() ? nullptr : &*found;
}

double Recording::value_at(const Column& column, Time at) const {
  if (column.values.empty() || column.values.size() != times.size()) {
    require(false, "column '" + column.name + "' has a value for each time");
  }
  const auto after = std::upper_bound(times.begin(), times.end(), at);
  const auto index = std::max<std::ptrdiff_t>(after - times.begin() - 1, 0);
  return column.values[static_cast<std::size_t>(index)];
}

const Event* Recording::first(std::string_view event_name) const {
  const auto found = std::find_if(events.begin(), events.end(),
                                  [&](const Event& event) { return event.name == event_name; });
  return found == events.end() ? nullptr : &*found;
}

double Recording::integral(const Column& column) const {
  double sum = 0;
  for (std::size_t i = 1; i < column.values.size(); ++i) {
    const double mean = 0.5 * (column.values[i - 1] + column.values[i]);
    sum += mean * to_s(times[i] - times[i - 1]);
  }
  return sum;
}

}  // namespace twinaxis
