// A photo flight of 10 min: physics at 1 kHz, control at 250 Hz, network and sensors, beside the
// bare half: the integrator with the cascade in a plain loop; and beside bare Bullet that moves the
// same bodies at 1 kHz, all the time. Wanted: at least 200 x real time and half the speed of bare
// Bullet. `awake` is the drone that stands on turning rotors, the dearest that contact can be.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "models/drone/cascade.h"
#include "models/drone/park_world.h"
#include "tests/bench/bare_bullet.h"
#include "tests/bench/whole_loop.h"
#include "tests/bench/workload.h"
#include "tests/physics/rigid/files.h"

namespace {

using namespace twinaxis;

constexpr double kScan_s = 4e-3;
const int kScans = bench::amount(150'000, 5'000);

std::vector<double> the_loop() {
  return bench::whole_loop_s("drone/normal", duration_from_s(kScans * kScan_s));
}

/// The same drone under the same cascade with perfect knowledge, nothing between them: processor
/// time, s.
std::vector<double> bare_flight() {
  using namespace drone;
  const Vehicle vehicle = camera_drone();
  const Mixer mixer(vehicle);
  FlightState state;
  CascadeMemory memory;
  Aim aim;
  aim.position_m = {20, 10, 30};
  const double begin_s = bench::cpu_s();
  for (int k = 0; k < kScans; ++k) {
    const Believed seen{state.position_m, state.velocity_m_s, state.attitude, state.rate_rad_per_s};
    const RotorCommand command = cascade({}, vehicle, mixer, aim, seen, memory, kScan_s);
    for (int i = 0; i < 4; ++i) fly(vehicle, {}, command, kScan_s / 4, state);
  }
  if (!(state.position_m[2] > 5 && state.position_m[2] < 35)) std::abort();
  return {bench::cpu_s() - begin_s};
}

const int kContactSteps = bench::amount(30'000, 500);
constexpr Duration kStep{1'000'000};

/// Processor time of a step of 1 ms, s.
std::vector<double> bare_world() {
  const auto spec = drone::spec_of(drone::camera_drone(), drone::usual_park(), rigid::worker(),
                                   drone::kGravity_m_s2, kStep);
  const double begin_s = bench::cpu_s();
  if (!(bench::bare_park(spec, kContactSteps) > -100)) std::abort();
  return {(bench::cpu_s() - begin_s) / kContactSteps};
}

std::vector<double> awake() {
  using namespace drone;
  const Vehicle vehicle = camera_drone();
  ParkWorld world(vehicle, usual_park(), rigid::worker(), kGravity_m_s2, kStep);
  FlightState state;
  const double most = 0.8 * hover_rad_per_s(vehicle, kGravity_m_s2);
  const double begin_s = bench::cpu_s();
  for (int k = 0; k < kContactSteps; ++k) {
    if (!world.carry(vehicle, {}, {most, most, most, most}, kStep, state)) std::abort();
  }
  if (world.sleeps()) std::abort();
  return {(bench::cpu_s() - begin_s) / kContactSteps};
}

/// All in turn, so that a busy machine slows each; the fastest of several counts.
void DroneFlight(benchmark::State& state) {
  double loop_s = 1e9, physics_s = 1e9, bare_s = 1e9, bullet_s = 1e9, awake_s = 1e9;
  for (auto _ : state) {
    const auto loop = bench::in_child(the_loop);
    const auto bare = bench::in_child(bare_flight);
    const auto bullet = bench::in_child(bare_world), near = bench::in_child(awake);
    if (loop.empty() || bare.empty() || bullet.empty() || near.empty()) {
      state.SkipWithError("a child failed");
      break;
    }
    loop_s = std::min(loop_s, loop[0]);
    physics_s = std::min(physics_s, loop[1]);
    bare_s = std::min(bare_s, bare[0]);
    bullet_s = std::min(bullet_s, bullet[0]);
    awake_s = std::min(awake_s, near[0]);
    state.SetIterationTime(loop[0]);
  }
  state.counters["x_real_time"] = kScans * kScan_s / loop_s;
  state.counters["bare_x_real_time"] = kScans * kScan_s / bare_s;
  state.counters["physics_over_bare"] = physics_s / bare_s;
  state.counters["speed_over_bare_bullet"] = bullet_s / (loop_s / kScans / kScan_s * 1e-3);
  state.counters["awake_over_bare_bullet"] = bullet_s / awake_s;
  state.counters["us_a_step_awake"] = 1e6 * awake_s;
}

BENCHMARK(DroneFlight)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(bench::amount(5, 1));

}  // namespace

BENCHMARK_MAIN();
