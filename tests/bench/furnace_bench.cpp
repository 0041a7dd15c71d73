// A week of the metalworks, 20 slabs of 40 cells under control each second with 60 wireless
// sensors, beside the bare integrator of the same plant. Wanted: at least 25,000 x real time.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "models/furnace/works.h"
#include "sim/physics/rk4.h"
#include "tests/bench/whole_loop.h"
#include "tests/bench/workload.h"

namespace {

using namespace twinaxis;

const int kSteps = bench::amount(7 * 86'400, 60);

std::vector<double> the_loop() {
  return bench::whole_loop_s("furnace/normal_week", duration_from_s(kSteps));
}

/// The same plant with its burners at their mean power and slabs that move, nothing around it:
/// processor time, s.
std::vector<double> bare_integrator() {
  const furnace::Works plant;
  auto state = plant.initial_state();
  auto mode = plant.initial_mode();
  const auto input = plant.nominal_input();
  std::vector<double> scratch(rk4_scratch_size(state.size())), root(plant.root_count());
  EventLog log;
  const auto rate = [&](double t_s, std::span<const double> x, std::span<double> dx) {
    plant.derivative({t_s, x, input, mode}, dx);
  };
  const double begin_s = bench::cpu_s();
  for (int k = 0; k < kSteps; ++k) {
    rk4_step(rate, k, 1, state, scratch);
    if (state[plant.layout().progress] < 1) continue;
    plant.cross({.root = furnace::works::slab_leaves, .rising = true, .at = time_from_s(k + 1)},
                {k + 1.0, state, input, mode}, state, mode, log);
  }
  if (!(mode[furnace::works::on_spec] > 0)) std::abort();
  return {bench::cpu_s() - begin_s};
}

/// In turn, so that a busy machine slows both; the fastest of several counts.
void MetalworksWeek(benchmark::State& state) {
  double loop_s = 1e9, physics_s = 1e9, integrator_s = 1e9;
  for (auto _ : state) {
    const auto loop = bench::in_child(the_loop);
    const auto integrator = bench::in_child(bare_integrator);
    if (loop.empty() || integrator.empty()) {
      state.SkipWithError("a child failed");
      break;
    }
    loop_s = std::min(loop_s, loop[0]);
    physics_s = std::min(physics_s, loop[1]);
    integrator_s = std::min(integrator_s, integrator[0]);
    state.SetIterationTime(loop[0]);
  }
  state.counters["x_real_time"] = kSteps / loop_s;
  state.counters["us_a_step"] = 1e6 * loop_s / kSteps;
  state.counters["physics_over_bare"] = physics_s / integrator_s;
}

BENCHMARK(MetalworksWeek)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(bench::amount(3, 1));

}  // namespace

BENCHMARK_MAIN();
