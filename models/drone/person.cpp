#include <algorithm>
#include <cmath>

#include "models/drone/park.h"

namespace twinaxis::drone {

double top_m(const Regions& regions) {
  double top = 0;
  for (const auto& [name, r] : regions)
    top = std::max(top, r.at.z_m + r.shape.length_m / 2 + r.shape.radius_m);
  return top;
}

double reach_m(const Regions& regions) {
  double reach = 0;
  for (const auto& [name, r] : regions)
    reach = std::max(reach, std::hypot(r.at.x_m, r.at.y_m) + r.shape.radius_m);
  return reach;
}

Regions scaled(const Regions& regions, double height_m) {
  const double factor = height_m / top_m(regions);
  Regions grown = regions;
  for (auto& [name, r] : grown) {
    for (double* each : {&r.at.x_m, &r.at.y_m, &r.at.z_m, &r.shape.radius_m, &r.shape.length_m})
      *each *= factor;
  }
  return grown;
}

}  // namespace twinaxis::drone
