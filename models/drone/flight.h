#pragma once
// Free flight of a rigid body with four rotors, six degrees of freedom.
//
//   m dv/dt = sum T_i z_b - m g z + D,   T_i = kf w_i^2,   D = 1/2 rho CdA |u| u,   u = wind - v
//   I dW/dt = -W x I W + sum r_i x (T_i z_b + H_i) - s_i cm T_i z_b + M_i
//   H_i = -|w_i| cd v_perp (rotor drag),  M_i = -|w_i| cr v_perp (rolling moment)
//   dw_i/dt = (command - w_i) / tau, tau up or down;  dq/dt = 1/2 q (0, W)
//
// v_perp is the body's velocity through the air, level with the rotor disc. s_i is +1 for a rotor
// that turns counter-clockwise seen from above: it turns the body the other way.
// Near the ground T_i grows by 1 / (1 - (R / 4 h)^2), h above half the radius R.
// Valid for one rigid body; no contact (park_world.h), downwash or blade stall; the ground effect
// for level rotors. Sources: Furrer et al., RotorS - a modular Gazebo MAV simulator framework
// (2016), section 3; Cheeseman and Bennett, The effect of the ground on a helicopter rotor, ARC R&M
// 3021 (1955).

#include <array>
#include <span>

#include "models/drone/vehicle.h"

namespace twinaxis::drone {

/// Thrust at this height of the body above the ground over that far away; 1 without a radius.
double ground_effect_ratio(const Vehicle& v, double height_m);

struct Air {
  Vector wind_m_s{};
  double density_kg_per_m3 = 1.225;  ///< ISO 2533, sea level
  double gravity_m_s2 = kGravity_m_s2;
};

struct FlightState {
  Vector position_m{}, velocity_m_s{};
  Quaternion attitude{1, 0, 0, 0};
  Vector rate_rad_per_s{};  ///< in body axes
  std::array<double, kRotorCount> rotor_rad_per_s{};
};

/// What rotors and air do to the body: all but its weight and what it touches.
struct Wrench {
  Vector force_N{};    ///< world axes
  Vector torque_Nm{};  ///< about the centre of mass, body axes
};
Wrench wrench_of_air(const Vehicle& v, const Air& air, const FlightState& state);
/// Moves the rotors alone by one step, exactly; for whoever moves the body by other means.
void turn_rotors(const Vehicle& v, const RotorCommand& command_rad_per_s, double step_s,
                 FlightState& state);

/// Moves the body by one step (classical Runge-Kutta). Commands are held within [0, top]; the
/// quaternion is brought back to length one after the step.
void fly(const Vehicle& v, const Air& air, const RotorCommand& command_rad_per_s, double step_s,
         FlightState& state);

}  // namespace twinaxis::drone
