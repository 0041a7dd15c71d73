// Flight and control of models/drone.

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
  return t.all();
}

}  // namespace twinaxis::golden
