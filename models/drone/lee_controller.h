#pragma once
// Geometric tracking of a position with level heading along world x.
//
//   F = -kx (p - p*) - kv (v - v*) + m g z + m a*,   f = F . z_b
//   z_d = F / |F|,  y_d = z_d x (1,0,0) / |.|,  x_d = y_d x z_d
//   M = -kR eR - kW W + W x I W,   eR = 1/2 vee(Rd^T R - R^T Rd)
//
// Rotor speeds from f and M: the rotors' matrix is solved, a negative thrust is taken as zero.
// Valid while F is neither zero nor along world x. No integral part: a steady wind of force D
// leaves the offset D / kx.
// Source: Lee, Leok, McClamroch, Geometric tracking control of a quadrotor UAV on SE(3) (2010).

#include "models/drone/flight.h"

namespace twinaxis::drone {

/// Defaults: Hummingbird, ethz-asl/rotors_simulator, lee_controller_hummingbird.yaml.
struct LeeGains {
  double position_N_per_m = 4;      ///< kx
  double velocity_N_s_per_m = 2.2;  ///< kv
  Vector attitude_Nm{0.7, 0.7, 0.035};
  Vector rate_Nm_s{0.1, 0.1, 0.025};
};

struct Setpoint {
  Vector position_m{}, velocity_m_s{}, acceleration_m_s2{};
};

/// Commands of the rotors; `mixer` is that of the vehicle.
RotorCommand lee_command(const Vehicle& v, const Mixer& mixer, const LeeGains& gains,
                         double gravity_m_s2, const Setpoint& wanted, const FlightState& seen);

}  // namespace twinaxis::drone
