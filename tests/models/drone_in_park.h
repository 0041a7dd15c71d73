#pragma once
// A drone without drag in still air, with what stands around it: its flight, its world and what it
// strikes, without a bus.

#include <algorithm>

#include "models/drone/strikes.h"
#include "tests/physics/rigid/files.h"

namespace twinaxis::drone {

inline constexpr double kG = kGravity_m_s2;

class InPark {
 public:
  explicit InPark(const Park& park, Vehicle v = without_drag(), Duration step = {1'000'000})
      : vehicle(v),
        world(v, park, rigid::worker(), kG, step),
        strikes({}, park, rigid::worker().regions),
        step_(step) {
    world.wake();  // tests put it into the air
  }
  static Vehicle without_drag() {
    Vehicle v = camera_drone();
    v.drag_area_m2 = 0;
    return v;
  }
  void run(double time_s, const RotorCommand& command = {}) {
    for (const Time end = now_ + duration_from_s(time_s); now_ < end;) {
      const Vector before = state.velocity_m_s;
      const Duration step = world.pace(state, step_);
      if (world.carry(vehicle, {}, command, step, state)) ++carried;
      else fly(vehicle, {}, command, to_s(step), state);
      now_ += step;
      strikes.see(world.meetings(), before, now_, to_s(step), events);
      highest_m = state.velocity_m_s[2] > 0 ? std::max(highest_m, state.position_m[2]) : highest_m;
    }
  }
  double energy_J() const {
    const Vector &w = state.rate_rad_per_s, &i = vehicle.inertia_kg_m2;
    const double turning = i[0] * w[0] * w[0] + i[1] * w[1] * w[1] + i[2] * w[2] * w[2];
    return vehicle.mass_kg *
               (dot(state.velocity_m_s, state.velocity_m_s) / 2 + kG * state.position_m[2]) +
           turning / 2;
  }
  std::vector<double> everything() const {
    std::vector<double> all;
    world.put_state(all);
    strikes.look(all);
    return all;
  }

  Vehicle vehicle;
  ParkWorld world;
  Strikes strikes;
  FlightState state;
  EventLog events;
  double highest_m = 0;
  int carried = 0;

 private:
  Duration step_;
  Time now_;
};

inline Park with(const std::string& name, const Standing& s) { return {{name, s}}; }

}  // namespace twinaxis::drone
