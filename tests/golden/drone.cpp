// Flight and control of models/drone.

#include "models/drone/radio.h"
#include "tests/golden/drone_runs.h"
#include "tests/golden/rows.h"

namespace twinaxis::golden {
namespace {

using namespace drone;

double hover(double mass_kg, double thrust_N_s2) {
  Vehicle v;
  v.mass_kg = mass_kg, v.thrust_N_s2 = thrust_N_s2;
  return hover_rad_per_s(v, 9.81);
}

/// Terminal speed of a fall, by a fall from 400 m.
double terminal_m_s(double mass_kg, double drag_area_m2) {
  Vehicle v;
  v.mass_kg = mass_kg, v.drag_area_m2 = drag_area_m2;
  FlightState s;
  for (int i = 0; i < 20'000; ++i) fly(v, {}, {}, kRunStep_s, s);
  return norm(s.velocity_m_s);
}

Impact thrown_in_tailwind() {
  Air air;
  air.wind_m_s = {5, 0, 0};
  return fall(60, 15, kRunStep_s, air);
}

/// Revolutions per minute.
double crazyflie_hover_rpm() {
  const double per_rpm = 2 * std::numbers::pi / 60;
  Vehicle v;
  v.mass_kg = 0.027, v.thrust_N_s2 = 3.16e-10 / (per_rpm * per_rpm);
  return hover_rad_per_s(v, 9.8) / per_rpm;
}

LeeGains iris_gains() {
  LeeGains gains;
  gains.position_N_per_m = 6, gains.velocity_N_s_per_m = 4.7;
  gains.attitude_Nm = {2, 3, 0.15}, gains.rate_Nm_s = {0.4, 0.52, 0.18};
  return gains;
}

void published_and_linear(Targets& t) {
  t.row({"A1", "Drone", "Crazyflie 2 (cf2x), hover, g 9.8 m/s2", "independent run",
         "vehicle data of utiasDSL/gym-pybullet-drones"},
        1e-6)
      .relative("rotor speed", "1/min", 14468.43, [] { return crazyflie_hover_rpm(); });
  t.row({"A2 linear", "Drone", "Iris, climb of 1 m", "exact", "m e'' + kv e' + kx e = 0"}, 1e-2)
      .absolute("overshoot", "%", 2.040, 0.1,
                [] { return step_response(iris(), 2, iris_gains()).overshoot_percent; });
  t.row({"A2 lag", "Drone", "Hummingbird with motor lag, climb of 1 m", "independent run",
         "six degrees of freedom, steps of 1 ms"},
        1e-2)
      .absolute("overshoot", "%", 7.28, 0.15,
                [] { return step_response(hummingbird(true), 2).overshoot_percent; })
      .absolute("time of the peak", "s", 1.693, 0.02,
                [] { return step_response(hummingbird(true), 2).peak_s; });
  t.row({"A2 spoofed", "Drone", "Hummingbird, false drift of 1 m/s for 30 s", "exact",
         "-r t + kv r / kx"},
        1e-2)
      .absolute("true place", "m", -29.45, 0.01, [] { return spoofed_m(1, 30); });
}

void radio(Targets& t) {
  t.row({"A3", "Drone", "radio link", "exact", "free space; burn-through range"}, 1e-4)
      .absolute("loss over 1 km at 2.4 GHz", "dB", 100.054, 5e-3,
                [] { return free_space_loss_dB(1000, 2.4e9); })
      .absolute("0.2 W against 40 W in 500 m, 10 dB", "m", 111.80, 0.01,
                [] { return burn_through_m(0.2, 40, 500, 10); });
}

void falls(Targets& t) {
  t.row({"A4 terminal", "Drone", "terminal speed", "exact", "sqrt(2 m g / (rho CdA))"}, 1e-5)
      .relative("0.249 kg, 0.020 m2", "m/s", 14.1210, [] { return terminal_m_s(0.249, 0.02); })
      .relative("0.907 kg, 0.040 m2", "m/s", 19.0570, [] { return terminal_m_s(0.907, 0.04); })
      .relative("1.388 kg, 0.064 m2", "m/s", 18.6374, [] { return terminal_m_s(1.388, 0.064); });
  t.row({"A4 high", "Drone", "thrown level at 20 m/s from 120 m", "independent run",
         "coupled ballistic flight integrated to 1e-11"},
        1e-4)
      .relative("time", "s", 7.87530, [] { return fall(120, 20).at_s; })
      .absolute("range", "m", 43.2103, 0.02, [] { return fall(120, 20).away_m; })
      .absolute("angle", "degree", 88.596, 0.02, [] { return fall(120, 20).angle_deg; });
  t.row({"A4 wind", "Drone", "thrown level at 15 m/s from 60 m, tailwind of 5 m/s",
         "independent run", "coupled ballistic flight integrated to 1e-11"},
        1e-4)
      .absolute("range", "m", 46.1084, 0.02, [] { return thrown_in_tailwind().away_m; })
      .absolute("speed at the ground", "m/s", 19.7042, 0.005,
                [] { return thrown_in_tailwind().speed_m_s; })
      .absolute("angle", "degree", 70.488, 0.02, [] { return thrown_in_tailwind().angle_deg; });
}

}  // namespace

std::vector<Target> drone_targets() {
  Targets t;
  t.row({"F1", "Drone", "hover, g 9.81 m/s2", "independent run",
         "vehicle data of ethz-asl/rotors_simulator and PX4/PX4-SITL_gazebo-classic"},
        1e-6)
      .relative("Hummingbird, rotor speed", "rad/s", 453.225,
                [] { return hover(0.716, 8.54858e-6); })
      .relative("Iris (RotorS), rotor speed", "rad/s", 660.358,
                [] { return hover(1.52, 8.54858e-6); })
      .relative("Iris (PX4), rotor speed", "rad/s", 802.883, [] { return hover(1.535, 5.84e-6); });
  t.row({"F2", "Drone", "fall from 60 m, 0.907 kg, CdA 0.04 m2", "exact",
         "closed form of fall with quadratic drag"},
        1e-4)
      .relative("time", "s", 4.47568, [] { return fall(60, 0).at_s; })
      .relative("speed at the ground", "m/s", 18.68068, [] { return fall(60, 0).speed_m_s; });
  t.row({"F3", "Drone", "thrown level at 15 m/s from 60 m", "independent run",
         "coupled ballistic flight integrated to 1e-11"},
        1e-4)
      .absolute("range", "m", 32.0742, 0.02, [] { return fall(60, 15).away_m; })
      .absolute("speed at the ground", "m/s", 18.6119, 0.005,
                [] { return fall(60, 15).speed_m_s; });
  t.row({"F4", "Drone", "Hummingbird, step of 1 m", "independent run",
         "linear loop (climb); six degrees of freedom, motor lag (sideways)"},
        1e-2)
      .absolute("climb, overshoot", "%", 6.81, 0.15,
                [] { return step_response(hummingbird(false), 2).overshoot_percent; })
      .absolute("climb, time of the peak", "s", 1.747, 0.02,
                [] { return step_response(hummingbird(false), 2).peak_s; })
      .absolute("sideways, overshoot", "%", 11.35, 0.6,
                [] { return step_response(hummingbird(true), 0).overshoot_percent; })
      .absolute("sideways, largest tilt", "degree", 26.4, 1,
                [] { return step_response(hummingbird(true), 0).tilt_deg; });
  t.row({"F5", "Drone", "Hummingbird in 5 m/s wind, CdA 0.04 m2", "exact", "1/2 rho CdA u^2 / kx"},
        1e-2)
      .absolute("offset", "m", 0.153125, 0.002, [] { return wind_offset_m(5); });
  published_and_linear(t);
  radio(t);
  falls(t);
  return t.all();
}

}  // namespace twinaxis::golden
