#include "models/drone/lee_controller.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace twinaxis::drone {
namespace {

using Rows = std::array<std::array<double, kRotorCount + 1>, kRotorCount>;

/// Thrusts that give what the last column asks for: elimination with row exchange.
std::array<double, kRotorCount> solved(Rows m) {
  for (std::size_t c = 0; c < kRotorCount; ++c) {
    std::size_t best = c;
    for (std::size_t r = c + 1; r < kRotorCount; ++r)
      if (std::abs(m[r][c]) > std::abs(m[best][c])) best = r;
    if (std::abs(m[best][c]) < 1e-12)
      throw std::invalid_argument("rotors cannot give thrust and three torques independently");
    std::swap(m[c], m[best]);
    for (std::size_t r = 0; r < kRotorCount; ++r) {
      if (r == c) continue;
      const double share = m[r][c] / m[c][c];
      for (std::size_t k = c; k <= kRotorCount; ++k) m[r][k] -= share * m[c][k];
    }
  }
  std::array<double, kRotorCount> x{};
  for (std::size_t r = 0; r < kRotorCount; ++r) x[r] = m[r][kRotorCount] / m[r][r];
  return x;
}

RotorCommand mixed(const Vehicle& v, double thrust_N, const Vector& torque_Nm) {
  Rows m{};
  for (std::size_t i = 0; i < kRotorCount; ++i) {
    const Rotor& rotor = v.rotors[i];
    m[0][i] = 1;
    m[1][i] = rotor.position_m[1];
    m[2][i] = -rotor.position_m[0];
    m[3][i] = -rotor.spin * v.torque_m;
  }
  m[0][kRotorCount] = thrust_N;
  for (std::size_t k = 0; k < 3; ++k) m[k + 1][kRotorCount] = torque_Nm[k];
  RotorCommand command = solved(m);
  for (double& w : command) w = std::sqrt(std::max(w, 0.0) / v.thrust_N_s2);
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
