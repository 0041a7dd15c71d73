#pragma once
// How a vehicle drives and stops, and what it weighs upon whom it meets: straight lines, level
// floor, constant accelerations.

namespace twinaxis::warehouse {

/// Default speed: drive unit of Kiva Systems, loaded, from memory. Acceleration: the slower of the
/// two instances of RAWSim-O, LayoutConfiguration.cs.
struct Drive {
  double speed_m_per_s = 1.3;
  double acceleration_m_per_s2 = 0.5;  ///< and deceleration in normal operation
};

/// From rest to rest: v/a + d/v if the speed is reached (d >= v^2/a), else 2 sqrt(d/a). A distance
/// that is not positive takes no time.
double travel_s(const Drive& drive, double distance_m);
/// From rest over a distance, and on without braking.
double start_s(const Drive& drive, double distance_m);

/// What it takes to stop for somebody: time until the brakes act, then a constant deceleration.
struct Braking {
  double reaction_s = 0.35;            ///< of scanner, safety controller and brakes together
  double deceleration_m_per_s2 = 0.9;  ///< in the worst case: full load, worn brakes
};
/// Way from the moment at which somebody is there: v T + v^2 / 2a.
double stopping_m(const Braking& braking, double speed_m_per_s);
/// Length of the protective field ahead of the vehicle: the stopping distance and a margin for
/// errors of the scanner. Source: ISO 3691-4 asks for a stop within the detection range.
double protective_field_m(const Braking& braking, double speed_m_per_s, double margin_m);

/// A load as a rigid block: tips about its edge where inertia at the centre of gravity wins over
/// weight, a = g b / h. b: from the centre of gravity to the edge, level; h: its height above it.
double tip_over_m_per_s2(double to_edge_m, double height_m);

double kinetic_energy_J(double mass_kg, double speed_m_per_s);
/// Speed that somebody at rest has after a plastic impact: v m / (m + M).
double carried_along_m_per_s(double vehicle_kg, double person_kg, double speed_m_per_s);

}  // namespace twinaxis::warehouse
