#include "models/welding_robot/weld_heat.h"

#include <cmath>

namespace twinaxis::welding_robot {
namespace {

constexpr double kCelsiusZero_K = 273.15;
constexpr double kJoulePerMetre_kJ_per_mm = 1e-6;

/// 1 / (500 - T0)^n - 1 / (800 - T0)^n.
double span(double preheat_degC, double power) {
  return std::pow(500 - preheat_degC, -power) - std::pow(800 - preheat_degC, -power);
}

}  // namespace

double heat_input_J_per_m(double efficiency_fraction, double voltage_V, double current_A,
                          double travel_m_per_s) {
  return efficiency_fraction * voltage_V * current_A / travel_m_per_s;
}

double thick_cooling_s(double heat_J_per_m, double preheat_K, double shape_factor) {
  const double t0 = preheat_K - kCelsiusZero_K;
  return (6700 - 5 * t0) * heat_J_per_m * kJoulePerMetre_kJ_per_mm * span(t0, 1) * shape_factor;
}

double thin_cooling_s(double heat_J_per_m, double preheat_K, double thickness_m,
                      double shape_factor) {
  const double t0 = preheat_K - kCelsiusZero_K;
  const double ratio = heat_J_per_m * kJoulePerMetre_kJ_per_mm / (1e3 * thickness_m);
  return (4300 - 4.3 * t0) * 1e5 * ratio * ratio * span(t0, 2) * shape_factor;
}

double transition_thickness_m(double heat_J_per_m, double preheat_K) {
  // The thin law goes with 1 / d^2, the thick one not at all.
  return 1e-3 * std::sqrt(thin_cooling_s(heat_J_per_m, preheat_K, 1e-3) /
                          thick_cooling_s(heat_J_per_m, preheat_K));
}

}  // namespace twinaxis::welding_robot
