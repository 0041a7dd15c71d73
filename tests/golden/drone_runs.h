#pragma once
// Runs of models/drone that tests and golden targets share.

#include <algorithm>
#include <cmath>
#include <numbers>

#include "models/drone/lee_controller.h"

namespace twinaxis::drone {

constexpr double kRunStep_s = 1e-3;

/// AscTec Hummingbird: ethz-asl/rotors_simulator, hummingbird.xacro. Rotor drag left out: the
/// reference values do not mention it.
inline Vehicle hummingbird(bool lag) {
  Vehicle v;
  v.mass_kg = 0.716;
  v.inertia_kg_m2 = {0.007, 0.007, 0.012};
  v.rotors = {Rotor{{0.17, 0, 0}, -1}, {{0, 0.17, 0}, 1}, {{-0.17, 0, 0}, -1}, {{0, -0.17, 0}, 1}};
  v.thrust_N_s2 = 8.54858e-6;
  v.top_rad_per_s = 838;
  if (lag) v.rise_s = 0.0125, v.fall_s = 0.025;
  return v;
}

inline FlightState hovering(const Vehicle& v) {
  FlightState s;
  s.rotor_rad_per_s.fill(hover_rad_per_s(v, 9.81));
  return s;
}

struct Response {
  double overshoot_percent = 0, peak_s = 0, tilt_deg = 0;
};

/// A step of 1 m along axis 0 (x) or 2 (z).
inline Response step_response(const Vehicle& v, std::size_t axis, const LeeGains& gains = {}) {
  Setpoint wanted;
  wanted.position_m[axis] = 1;
  FlightState s = hovering(v);
  const Mixer mixer(v);
  Response seen;
  double peak_m = 0;
  for (int i = 1; i <= 6000; ++i) {
    fly(v, {}, lee_command(v, mixer, gains, 9.81, wanted, s), kRunStep_s, s);
    const double tilt = std::acos(std::min(1.0, axes_of(s.attitude).z[2]));
    seen.tilt_deg = std::max(seen.tilt_deg, tilt * 180 / std::numbers::pi);
    if (s.position_m[axis] <= peak_m) continue;
    peak_m = s.position_m[axis], seen.peak_s = i * kRunStep_s;
  }
  seen.overshoot_percent = 100 * (peak_m - 1);
  return seen;
}

/// 0.907 kg folding camera drone, tumbling (Cd 0.8 of JARUS Annex F times 0.05 m2, assumption).
inline Vehicle tumbling_drone() {
  Vehicle v;
  v.mass_kg = 0.907;
  v.drag_area_m2 = 0.04;
  return v;
}

struct Impact {
  double at_s = 0, away_m = 0, speed_m_s = 0, angle_deg = 0;
};

/// Motors off; the last step is cut where the height, linear within it, is zero.
inline Impact fall(double height_m, double level_m_s, double step_s = kRunStep_s,
                   const Air& air = {}) {
  FlightState s;
  s.position_m[2] = height_m, s.velocity_m_s[0] = level_m_s;
  double t_s = 0;
  while (s.position_m[2] + step_s * s.velocity_m_s[2] > 0) {
    fly(tumbling_drone(), air, {}, step_s, s);
    t_s += step_s;
  }
  const double rest_s = s.position_m[2] / -s.velocity_m_s[2];
  fly(tumbling_drone(), air, {}, rest_s, s);
  const double angle_rad = std::atan2(-s.velocity_m_s[2], s.velocity_m_s[0]);
  return {t_s + rest_s, s.position_m[0], norm(s.velocity_m_s), angle_rad * 180 / std::numbers::pi};
}

/// Where a steady wind along x holds the Hummingbird, away from where it shall stand.
inline double wind_offset_m(double wind_m_s) {
  Vehicle v = hummingbird(true);
  v.drag_area_m2 = 0.04;
  Air air;
  air.wind_m_s = {wind_m_s, 0, 0};
  FlightState s = hovering(v);
  const Mixer mixer(v);
  for (int i = 0; i < 20000; ++i)
    fly(v, air, lee_command(v, mixer, {}, 9.81, {}, s), kRunStep_s, s);
  return s.position_m[0];
}

/// 3DR Iris: ethz-asl/rotors_simulator, iris.xacro, without lag.
inline Vehicle iris() {
  Vehicle v;
  v.mass_kg = 1.52;
  v.inertia_kg_m2 = {0.0347563, 0.0458929, 0.0977};
  v.rotors = {Rotor{{0.13, -0.22, 0}, 1},
              {{-0.13, 0.2, 0}, 1},
              {{0.13, 0.22, 0}, -1},
              {{-0.13, -0.2, 0}, -1}};
  v.thrust_N_s2 = 8.54858e-6;
  v.top_rad_per_s = 838;
  return v;
}

/// Where the Hummingbird is after it saw itself drift along x for that long.
inline double spoofed_m(double drift_m_s, double time_s) {
  const Vehicle v = hummingbird(true);
  const Mixer mixer(v);
  FlightState s = hovering(v);
  for (int i = 0; i < std::lround(time_s / kRunStep_s); ++i) {
    FlightState seen = s;
    seen.position_m[0] += i * kRunStep_s * drift_m_s;
    fly(v, {}, lee_command(v, mixer, {}, 9.81, {}, seen), kRunStep_s, s);
  }
  return s.position_m[0];
}

}  // namespace twinaxis::drone
