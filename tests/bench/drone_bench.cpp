// A photo flight of 10 min: physics at 1 kHz, control at 250 Hz, network and sensors, beside the
// bare half: the integrator with the cascade in a plain loop. Wanted: at least 200 x real time.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "models/drone/cascade.h"
#include "tests/bench/whole_loop.h"
#include "tests/bench/workload.h"

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
    const Angles a = angles_of(state.attitude);
    const Believed seen{state.position_m, state.velocity_m_s, a.roll_rad,
                        a.pitch_rad,      a.heading_rad,      state.rate_rad_per_s};
    const RotorCommand command = cascade({}, vehicle, mixer, aim, seen, memory, kScan_s);
    for (int i = 0; i < 4; ++i) fly(vehicle, {}, command, kScan_s / 4, state);
  }
  if (!(state.position_m[2] > 5 && state.position_m[2] < 35)) std::abort();
  return {bench::cpu_s() - begin_s};
}

/// Both in turn, so that a busy machine slows each; the fastest of several counts.
void DroneFlight(benchmark::State& state) {
  double loop_s = 1e9, physics_s = 1e9, bare_s = 1e9;
  for (auto _ : state) {
    const auto loop = bench::in_child(the_loop);
    const auto bare = bench::in_child(bare_flight);
    if (loop.size() != 3 || bare.empty()) {
      state.SkipWithError("a child failed");
      break;
    }
    loop_s = std::min(loop_s, loop[0]);
    physics_s = std::min(physics_s, loop[1]);
    bare_s = std::min(bare_s, bare[0]);
    state.SetIterationTime(loop[0]);
  }
  state.counters["x_real_time"] = kScans * kScan_s / loop_s;
  state.counters["bare_x_real_time"] = kScans * kScan_s / bare_s;
  state.counters["physics_over_bare"] = physics_s / bare_s;
}

BENCHMARK(DroneFlight)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(bench::amount(5, 1));

}  // namespace

BENCHMARK_MAIN();
