#include "models/drone/flight.h"

#include <algorithm>

#include "sim/physics/rk4.h"

namespace twinaxis::drone {
namespace {

// Places in the state: position, velocity, attitude, rate, rotors.
constexpr std::size_t kVelocity = 3, kAttitude = 6, kRate = 10, kRotor = 13, kSize = 17;

Vector at(std::span<const double> x, std::size_t i) { return {x[i], x[i + 1], x[i + 2]}; }

/// Force and torque of the rotors in body axes.
Wrench rotor_wrench(const Vehicle& v, const Vector& through_air_m_s, double thrust_ratio,
                    std::span<const double> speed) {
  Wrench sum;
  const Vector level{through_air_m_s[0], through_air_m_s[1], 0};
  for (std::size_t i = 0; i < kRotorCount; ++i) {
    const Rotor& rotor = v.rotors[i];
    const double w = speed[i];
    const double thrust_N = rotor.blades_fraction * thrust_ratio * v.thrust_N_s2 * w * w;
    const Vector force_N = Vector{0, 0, thrust_N} - w * v.rotor_drag_kg * level;
    sum.force_N = sum.force_N + force_N;
    sum.torque_Nm = sum.torque_Nm + cross(rotor.position_m, force_N) -
                    Vector{0, 0, rotor.spin * v.torque_m * thrust_N} - w * v.rolling_kg_m * level;
  }
  return sum;
}

/// With the drag of the body; the force in world axes.
Wrench wrench(const Vehicle& v, const Air& air, const Axes& body, double height_m,
              const Vector& velocity_m_s, std::span<const double> speed) {
  const Vector through = velocity_m_s - air.wind_m_s;
  const double ratio = ground_effect_ratio(v, height_m);
  const Wrench rotors = rotor_wrench(v, to_body(body, through), ratio, speed);
  const double drag = -0.5 * air.density_kg_per_m3 * v.drag_area_m2 * norm(through);
  return {to_world(body, rotors.force_N) + drag * through, rotors.torque_Nm};
}

/// Towards what a rotor moves in the end, and how slowly.
double lag_s(const Vehicle& v, double command, double speed) {
  return command > speed ? v.rise_s : v.fall_s;
}

void rate_of(const Vehicle& v, const Air& air, const RotorCommand& command,
             std::span<const double> x, std::span<double> dx) {
  const Quaternion q{x[kAttitude], x[kAttitude + 1], x[kAttitude + 2], x[kAttitude + 3]};
  const Vector velocity = at(x, kVelocity), turn = at(x, kRate);
  const Axes body = axes_of(q);
  const Wrench load = wrench(v, air, body, x[2], velocity, x.subspan(kRotor));
  const Vector& force_N = load.force_N;
  const Vector& inertia = v.inertia_kg_m2;
  const Vector spin{inertia[0] * turn[0], inertia[1] * turn[1], inertia[2] * turn[2]};
  const Vector torque_Nm = load.torque_Nm - cross(turn, spin);
  for (std::size_t i = 0; i < 3; ++i) {
    dx[i] = velocity[i];
    dx[kVelocity + i] = force_N[i] / v.mass_kg;
    dx[kRate + i] = torque_Nm[i] / inertia[i];
  }
  dx[kVelocity + 2] -= air.gravity_m_s2;
  const Vector axis{q[1], q[2], q[3]};
  const Vector dq = 0.5 * (q[0] * turn + cross(axis, turn));
  dx[kAttitude] = -0.5 * dot(axis, turn);
  for (std::size_t i = 0; i < 3; ++i) dx[kAttitude + 1 + i] = dq[i];
  for (std::size_t i = 0; i < kRotorCount; ++i) {
    const double lag = lag_s(v, command[i], x[kRotor + i]);
    dx[kRotor + i] = lag > 0 ? (command[i] - x[kRotor + i]) / lag : 0;
  }
}

}  // namespace

double ground_effect_ratio(const Vehicle& v, double height_m) {
  if (v.propeller_m <= 0) return 1;
  const double radius_m = v.propeller_m / 2;
  const double rotor_m = std::max(height_m + v.rotor_height_m, radius_m / 2);
  const double quarter = radius_m / (4 * rotor_m);
  return 1 / (1 - quarter * quarter);
}

Wrench wrench_of_air(const Vehicle& v, const Air& air, const FlightState& s) {
  return wrench(v, air, axes_of(s.attitude), s.position_m[2], s.velocity_m_s, s.rotor_rad_per_s);
}

void turn_rotors(const Vehicle& v, const RotorCommand& command_rad_per_s, double step_s,
                 FlightState& state) {
  for (std::size_t i = 0; i < kRotorCount; ++i) {
    const double command = std::clamp(command_rad_per_s[i], 0.0, v.top_rad_per_s);
    double& speed = state.rotor_rad_per_s[i];
    const double lag = lag_s(v, command, speed);
    speed = lag > 0 ? command + (speed - command) * std::exp(-step_s / lag) : command;
  }
}

void fly(const Vehicle& v, const Air& air, const RotorCommand& command_rad_per_s, double step_s,
         FlightState& state) {
  std::array<double, kSize> x{};
  std::array<double, rk4_scratch_size(kSize)> scratch{};
  RotorCommand command = command_rad_per_s;
  std::copy_n(state.position_m.begin(), 3, x.begin());
  std::copy_n(state.velocity_m_s.begin(), 3, x.begin() + kVelocity);
  std::copy_n(state.attitude.begin(), 4, x.begin() + kAttitude);
  std::copy_n(state.rate_rad_per_s.begin(), 3, x.begin() + kRate);
  for (std::size_t i = 0; i < kRotorCount; ++i) {
    command[i] = std::clamp(command[i], 0.0, v.top_rad_per_s);
    const double now = state.rotor_rad_per_s[i];
    x[kRotor + i] = lag_s(v, command[i], now) > 0 ? now : command[i];
  }
  rk4_step([&](double, std::span<const double> s,
               std::span<double> ds) { rate_of(v, air, command, s, ds); },
           0, step_s, x, scratch);
  double square = 0;
  for (std::size_t i = 0; i < 4; ++i) square += x[kAttitude + i] * x[kAttitude + i];
  const double length = std::sqrt(square);
  for (std::size_t i = 0; i < 4; ++i) state.attitude[i] = x[kAttitude + i] / length;
  std::copy_n(x.begin(), 3, state.position_m.begin());
  std::copy_n(x.begin() + kVelocity, 3, state.velocity_m_s.begin());
  std::copy_n(x.begin() + kRate, 3, state.rate_rad_per_s.begin());
  std::copy_n(x.begin() + kRotor, kRotorCount, state.rotor_rad_per_s.begin());
}

}  // namespace twinaxis::drone
