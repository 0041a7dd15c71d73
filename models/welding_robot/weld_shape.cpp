#include "models/welding_robot/weld_shape.h"

#include <cmath>
#include <numbers>

namespace twinaxis::welding_robot {

double fusion_half_width_m(const MovingSource& p, double melt_K) {
  const double decay_m = 2 * p.diffusivity_m2_per_s / p.travel_m_per_s;
  // On the isotherm  xi = -r - decay ln(r / tail), from r = tail behind the source forwards.
  const double tail_m =
      p.power_W / (2 * std::numbers::pi * p.conductivity_W_per_m_K * (melt_K - p.ambient_K));
  const auto ahead_m = [&](double r) { return -r - decay_m * std::log(r / tail_m); };
  // y^2 = r^2 - xi^2 is greatest where  r + xi (1 + decay / r) = 0;  negative at r = tail.
  double near_m = 1e-9 * tail_m, far_m = tail_m;
  for (int i = 0; i < 100; ++i) {  // 100 halvings: to rounding
    const double r = (near_m + far_m) / 2;
    (r + ahead_m(r) * (1 + decay_m / r) > 0 ? near_m : far_m) = r;
  }
  return std::sqrt(near_m * near_m - ahead_m(near_m) * ahead_m(near_m));
}

double penetration_m(double current_A, double voltage_V, double travel_m_per_s,
                     double process_factor) {
  constexpr double kInch_m = 0.0254;
  const double inches_per_min = travel_m_per_s * 60 / kInch_m;
  return kInch_m * process_factor *
         std::cbrt(std::pow(current_A, 4) / (inches_per_min * voltage_V * voltage_V));
}

double melting_m_per_s(const WireParams& p, double current_A) {
  return p.arc_m_per_A_s * current_A + p.resistance_per_A2_s * p.stickout_m * current_A * current_A;
}

double throat_m(const WireParams& p, double current_A, double travel_m_per_s) {
  const double wire_m2 = std::numbers::pi / 4 * p.diameter_m * p.diameter_m;
  return std::sqrt(p.deposited_fraction * wire_m2 * melting_m_per_s(p, current_A) / travel_m_per_s);
}

}  // namespace twinaxis::welding_robot
