#include "analysis/loss/production.h"

#include <algorithm>

#include "sim/core/require.h"

namespace twinaxis::analysis {

TimeLine production_line(const ServiceInterruption& law, const Site& site,
                         const Recording& recording) {
  const Service& service = site.services.at(law.service);
  require(service.normal_per_s > 0, "service '" + law.service + "' has a normal production");
  TimeLine line;
  for (std::size_t i = 0; i < recording.times.size(); ++i) {
    double production = 0;
    for (const auto& point : law.points) {
      const Column* column = recording.find(point);
      require(column != nullptr, "no recorded point '" + point + "'");
      production += column->values[i];
    }
    const double part = production / service.normal_per_s;
    const double level = part >= law.enough_fraction ? 1 : std::max(0.0, part);
    const double at_s = to_s(recording.times[i]);
    if (!line.empty() && line.back().level == level) continue;
    if (!line.empty()) line.push_back({at_s, line.back().level});
    line.push_back({at_s, level});
  }
  if (!line.empty()) line.push_back({to_s(recording.end), line.back().level});
  return line;
}

}  // namespace twinaxis::analysis
