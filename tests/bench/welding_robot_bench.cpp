// A shift of the welding cell, 100 ms a scan and 25 ms a step of the plant, beside the bare
// integrator of the same plant. Wanted: at least 2,000 x real time.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "models/welding_robot/cell.h"
#include "sim/physics/experiment.h"
#include "tests/bench/whole_loop.h"
#include "tests/bench/workload.h"

namespace {

using namespace twinaxis;

const int kSeconds = bench::amount(8 * 3600, 20);

std::vector<double> the_loop() {
  return bench::whole_loop_s("welding_robot/normal", duration_from_s(kSeconds));
}

/// The same plant with inputs that rest, nothing around it: processor time, s.
std::vector<double> bare_plant() {
  auto cell = std::make_unique<welding_robot::Cell>();
  const auto input = cell->nominal_input();
  IntegratorSpec spec;
  spec.step = duration_from_s(0.025);
  Experiment alone(std::move(cell), spec, input);
  const double begin_s = bench::cpu_s();
  alone.run_until(time_from_s(kSeconds));
  return {bench::cpu_s() - begin_s};
}

/// In turn, so that a busy machine slows both; the fastest of several counts.
void WeldingShift(benchmark::State& state) {
  double loop_s = 1e9, bare_s = 1e9;
  for (auto _ : state) {
    const auto loop = bench::in_child(the_loop);
    const auto bare = bench::in_child(bare_plant);
    if (loop.empty() || bare.empty()) {
      state.SkipWithError("a child failed");
      break;
    }
    loop_s = std::min(loop_s, loop[0]);
    bare_s = std::min(bare_s, bare[0]);
    state.SetIterationTime(loop[0]);
  }
  state.counters["x_real_time"] = kSeconds / loop_s;
  state.counters["us_a_step"] = 1e6 * loop_s / (10.0 * kSeconds);
  state.counters["loop_over_bare"] = loop_s / bare_s;
}

BENCHMARK(WeldingShift)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(bench::amount(3, 1));

}  // namespace

BENCHMARK_MAIN();
