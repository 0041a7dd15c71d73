#include "models/drone/lee_controller.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "sim/physics/linear.h"

namespace twinaxis::drone {
namespace {

RotorCommand mixed(const Vehicle& v, double thrust_N, const Vector& torque_Nm) {
  Matrix m(kRotorCount, kRotorCount);
  for (std::size_t i = 0; i < kRotorCount; ++i) {
    const Rotor& rotor = v.rotors[i];
    m(0, i) = 1;
    m(1, i) = rotor.position_m[1];
    m(2, i) = -rotor.position_m[0];
    m(3, i) = -rotor.spin * v.torque_m;
  }
  const std::array wrench{thrust_N, torque_Nm[0], torque_Nm[1], torque_Nm[2]};
  const auto thrusts_N = solve(m, wrench);
  if (!thrusts_N)
    throw std::invalid_argument("rotors cannot give thrust and three torques independently");
  RotorCommand command{};
  for (std::size_t i = 0; i < kRotorCount; ++i)
    command[i] = std::sqrt(std::max((*thrusts_N)[i], 0.0) / v.thrust_N_s2);
  return command;
}

}  // namespace

RotorCommand lee_command(const Vehicle& v, const LeeGains& gains, double gravity_m_s2,
                         const Setpoint& wanted, const FlightState& seen) {
  const Vector force_N = -gains.position_N_per_m * (seen.position_m - wanted.position_m) -
                         gains.velocity_N_s_per_m * (seen.velocity_m_s - wanted.velocity_m_s) +
                         v.mass_kg * (wanted.acceleration_m_s2 + Vector{0, 0, gravity_m_s2});
  const Vector up = 1 / norm(force_N) * force_N;
  const Vector side = cross(up, {1, 0, 0});
  const Vector left = 1 / norm(side) * side;
  const Axes aim{cross(left, up), left, up};
  const Axes is = axes_of(seen.attitude);
  // vee of Rd^T R - R^T Rd: entries (3,2), (1,3), (2,1).
  const Vector error =
      0.5 * Vector{dot(aim.z, is.y) - dot(is.z, aim.y), dot(aim.x, is.z) - dot(is.x, aim.z),
                   dot(aim.y, is.x) - dot(is.y, aim.x)};
  const Vector& turn = seen.rate_rad_per_s;
  const Vector& inertia = v.inertia_kg_m2;
  Vector torque_Nm =
      cross(turn, {inertia[0] * turn[0], inertia[1] * turn[1], inertia[2] * turn[2]});
  for (std::size_t i = 0; i < 3; ++i)
    torque_Nm[i] -= gains.attitude_Nm[i] * error[i] + gains.rate_Nm_s[i] * turn[i];
  return mixed(v, dot(force_N, is.z), torque_Nm);
}

}  // namespace twinaxis::drone
