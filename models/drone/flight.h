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
// Valid for one rigid body away from the ground; no contact, downwash or blade stall.
// Source: Furrer et al., RotorS - a modular Gazebo MAV simulator framework (2016), section 3.

#include <array>
#include <span>

#include "models/drone/vector.h"

namespace twinaxis::drone {

constexpr std::size_t kRotorCount = 4;

struct Rotor {
  Vector position_m{};
  double spin = 1;  ///< +1 counter-clockwise seen from above, -1 clockwise
};

struct Vehicle {
  double mass_kg = 1;
  Vector inertia_kg_m2{0.01, 0.01, 0.02};
  std::array<Rotor, kRotorCount> rotors{};
  double thrust_N_s2 = 1e-5;    ///< kf, per (rad/s)^2
  double torque_m = 0.016;      ///< cm, torque per thrust
  double rise_s = 0;            ///< time constant of speeding up; 0: at once
  double fall_s = 0;            ///< the same of slowing down
  double top_rad_per_s = 1000;  ///< fastest rotor
  double rotor_drag_kg = 0;     ///< cd
  double rolling_kg_m = 0;      ///< cr
  double drag_area_m2 = 0;      ///< CdA, alike in all directions
};

/// Speed of each rotor in hover: sqrt(m g / (4 kf)). Mass and kf above zero.
double hover_rad_per_s(const Vehicle& v, double gravity_m_s2);

struct Air {
  Vector wind_m_s{};
  double density_kg_per_m3 = 1.225;  ///< ISO 2533, sea level
  double gravity_m_s2 = 9.81;
};

struct FlightState {
  Vector position_m{}, velocity_m_s{};
  Quaternion attitude{1, 0, 0, 0};
  Vector rate_rad_per_s{};  ///< in body axes
  std::array<double, kRotorCount> rotor_rad_per_s{};
};

using RotorCommand = std::array<double, kRotorCount>;  ///< rad/s, held over a step

/// Moves the body by one step (classical Runge-Kutta). Commands are held within [0, top]; the
/// quaternion is brought back to length one after the step.
void fly(const Vehicle& v, const Air& air, const RotorCommand& command_rad_per_s, double step_s,
         FlightState& state);

}  // namespace twinaxis::drone
