#pragma once
// Flight control as a cascade: position -> velocity -> attitude -> rate -> rotors.
//
//   v* = P (p* - p), no faster than sqrt(a d) and the limits, changing by at most a
//   a* = Kp (v* - v) + Ki sum (v* - v) - Kd dv/dt;   F = m (a* + g z), tilted by at most the limit
//   W* = Pa e,  e = z x z* and the error of heading;   M = I (Kr (W* - W) + Ki sum (W* - W))
//
// Gains and limits of position, velocity and attitude are PX4's defaults (docs.px4.io, parameter
// reference: MPC_XY_P, MPC_XY_VEL_P_ACC, MC_ROLL_P, ...; PX4/PX4-Autopilot, 2024), the braking law
// its maximum speed from distance. Rate gains are per second here, where PX4's are torques without
// a unit: assumption, crossover at 20 rad/s under a rotor lag of 20 to 40 ms.
// Valid for attitudes up to the limits; beyond a right angle the error is held at its greatest.

#include "models/drone/flight.h"

namespace twinaxis::drone {

struct LoopGains {
  double p_per_s = 0, i_per_s2 = 0, d_factor = 0;
};
void fields(FieldVisitor& v, LoopGains& g);

struct CascadeParams {
  double position_per_s = 0.95, climb_per_s = 1.0;
  LoopGains level{1.8, 0.4, 0.2}, vertical{4, 2, 0};
  Vector attitude_per_s{6.5, 6.5, 2.8};
  LoopGains tilt_rate{20, 20, 0}, yaw_rate{6, 3, 0};
  double level_m_s = 12, up_m_s = 3, down_m_s = 1.5;
  double acceleration_m_s2 = 3;             ///< of the wanted velocity
  double brisk_m_s2 = 5;                    ///< the same when a fail-safe stops the drone
  double tilt_rad = 0.6109;                 ///< 35 degrees
  Vector rate_rad_per_s{3.84, 3.84, 3.49};  ///< 220 and 200 degrees per second
};
void fields(FieldVisitor& v, CascadeParams& p);

/// What shall be held. Without a known place only the attitude can be level.
struct Aim {
  enum class Level { position, velocity, attitude } level = Level::position;
  Vector position_m{};    ///< z counts if `hold_height`
  Vector velocity_m_s{};  ///< z counts if not
  bool hold_height = true;
  bool brisk = false;  ///< as fast as a fail-safe may
  double heading_rad = 0;
};

/// What the flight controller believes.
struct Believed {
  Vector position_m{}, velocity_m_s{};
  Quaternion attitude{1, 0, 0, 0};
  Vector rate_rad_per_s{};
};

struct CascadeMemory {
  Vector wanted_m_s{}, velocity_sum_m_s2{}, rate_sum_per_s2{}, velocity_m_s{};
  bool started = false;
};

/// One scan, `interval_s` after the last.
RotorCommand cascade(const CascadeParams& p, const Vehicle& v, const Mixer& mixer, const Aim& aim,
                     const Believed& seen, CascadeMemory& m, double interval_s);

/// As from_roll_pitch_yaw() takes them.
struct Angles {
  double roll_rad, pitch_rad, heading_rad;
};
Angles angles_of(const Quaternion& q);

}  // namespace twinaxis::drone
