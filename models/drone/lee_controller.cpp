#include "models/drone/lee_controller.h"

namespace twinaxis::drone {
RotorCommand lee_command(const Vehicle& v, const Mixer& mixer, const LeeGains& gains,
                         double gravity_m_s2, const Setpoint& wanted, const FlightState& seen) {
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
  return mixer.exact(dot(force_N, is.z), torque_Nm);
}

}  // namespace twinaxis::drone
