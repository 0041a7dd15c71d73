// The whole loop of a day of Column A, 1 s a scan, beside its two bare halves: the integrator with
// the same control in a plain loop, and SimGrid with the same three messages a scan. Wanted: at
// least 50,000 x real time, physics at most 3 x bare, network at most 1.7 x bare.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "models/distillation/two_point_control.h"
#include "sim/physics/rk4.h"
#include "tests/bench/bare_simgrid.h"
#include "tests/bench/whole_loop.h"
#include "tests/bench/workload.h"

namespace {

using namespace twinaxis;

const int kScans = bench::amount(86'400, 60);

std::vector<double> the_loop() {
  return bench::whole_loop_s("distillation/reference/column_a_day", duration_from_s(kScans));
}

/// The same control on the same column with nothing between them: processor time, s.
std::vector<double> bare_integrator() {
  using namespace distillation;
  const ColumnA column{ColumnAParams{}};
  auto state = column.initial_state();
  auto input = column.nominal_input();
  std::vector<double> truth(column.output_names().size());
  std::vector<double> scratch(rk4_scratch_size(state.size()));
  const auto compositions = [&](double t_s) {
    column.outputs({t_s, state, input, {}}, truth);
    return TwoPointControl::Compositions{truth[0], truth[1]};
  };
  const auto rate = [&](double t_s, std::span<const double> x, std::span<double> dx) {
    column.derivative({t_s, x, input, {}}, dx);
  };
  TwoPointControl control({}, column.params(), duration_from_s(1), compositions(0));
  const double begin_s = bench::cpu_s();
  for (int k = 0; k < kScans; ++k) {
    const auto flows = control.decide(compositions(k), {.top = 0.99, .bottom = 0.01});
    input[0] = flows.reflux_kmol_per_s;
    input[1] = flows.boilup_kmol_per_s;
    rk4_step(rate, k, 1, state, scratch);
  }
  if (!(truth[0] > 0.98 && truth[0] < 1)) std::abort();
  return {bench::cpu_s() - begin_s};
}

/// All four in turn, so that a busy machine slows each; the fastest of several counts.
void ColumnADay(benchmark::State& state) {
  double loop_s = 1e9, physics_s = 1e9, network_s = 1e9, integrator_s = 1e9, simgrid_s = 1e9;
  for (auto _ : state) {
    const auto loop = bench::in_child(the_loop);
    const auto integrator = bench::in_child(bare_integrator);
    const double simgrid = bench::cpu_in_child_s([] { bench::bare_simgrid(kScans); });
    if (loop.empty() || integrator.empty() || simgrid == 0) {
      state.SkipWithError("a child failed");
      break;
    }
    loop_s = std::min(loop_s, loop[0]);
    physics_s = std::min(physics_s, loop[1]);
    network_s = std::min(network_s, loop[2]);
    integrator_s = std::min(integrator_s, integrator[0]);
    simgrid_s = std::min(simgrid_s, simgrid);
    state.SetIterationTime(loop[0]);
  }
  state.counters["x_real_time"] = kScans / loop_s;
  state.counters["physics_over_bare"] = physics_s / integrator_s;
  state.counters["network_over_bare"] = network_s / simgrid_s;
}

BENCHMARK(ColumnADay)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(bench::amount(5, 1));

}  // namespace

BENCHMARK_MAIN();
