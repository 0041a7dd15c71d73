#include "models/warehouse/motion.h"

#include <cmath>

namespace twinaxis::warehouse {

namespace {
constexpr double kGravity_m_per_s2 = 9.81;  // of the reference values
}  // namespace

double travel_s(const Drive& drive, double distance_m) {
  const double v = drive.speed_m_per_s, a = drive.acceleration_m_per_s2;
  if (!(distance_m > 0)) return 0;
  return distance_m >= v * v / a ? v / a + distance_m / v : 2 * std::sqrt(distance_m / a);
}

double start_s(const Drive& drive, double distance_m) {
  const double v = drive.speed_m_per_s, a = drive.acceleration_m_per_s2;
  if (!(distance_m > 0)) return 0;
  return distance_m >= v * v / (2 * a) ? v / (2 * a) + distance_m / v
                                       : std::sqrt(2 * distance_m / a);
}

double stopping_m(const Braking& braking, double speed_m_per_s) {
  return speed_m_per_s * braking.reaction_s +
         speed_m_per_s * speed_m_per_s / (2 * braking.deceleration_m_per_s2);
}

double protective_field_m(const Braking& braking, double speed_m_per_s, double margin_m) {
  return stopping_m(braking, speed_m_per_s) + margin_m;
}

double tip_over_m_per_s2(double to_edge_m, double height_m) {
  return kGravity_m_per_s2 * to_edge_m / height_m;
}

double kinetic_energy_J(double mass_kg, double speed_m_per_s) {
  return mass_kg * speed_m_per_s * speed_m_per_s / 2;
}

double carried_along_m_per_s(double vehicle_kg, double person_kg, double speed_m_per_s) {
  return speed_m_per_s * vehicle_kg / (vehicle_kg + person_kg);
}

}  // namespace twinaxis::warehouse
