#pragma once
// How far from a hazard a protective device must stand. Source: ISO 13855.

namespace twinaxis::welding_robot {

/// Light curtain, normal approach, resolution up to 40 mm: S = 2 m/s T + 8 (d - 14 mm), at least
/// 100 mm; beyond 500 mm with 1.6 m/s, then at least 500 mm. T: device and machine together.
double curtain_distance_m(double stopping_s, double resolution_m);
/// Scanner with a horizontal field at a height: S = 1.6 m/s T + C, C the greater of 850 mm and
/// 1200 mm - 0.4 H.
double scanner_distance_m(double stopping_s, double height_m);

}  // namespace twinaxis::welding_robot
