// The planner of the running fleet on the benchmark floor: processor time of a step by number of
// vehicles. Wanted: from 50 to 500 it grows no faster than n^1.3. Distances are known beforehand in
// Warm; in Cold they are found on the way, and few vehicles have fewer steps to share that work.

#include <benchmark/benchmark.h>

#include <cmath>
#include <map>

#include "models/warehouse/floor.h"
#include "tests/bench/workload.h"
#include "tests/models/warehouse_fleet.h"

namespace {

using namespace twinaxis;

const int kSteps = bench::amount(10'000, 20);

/// Of the planner alone, s.
double planning_s(std::size_t vehicles, bool warm) {
  const warehouse::Grid grid = warehouse::make_floor({}).grid;
  warehouse::RandomFleet fleet(grid, vehicles, 10);
  if (warm) fleet.warm_up();
  double planning_s = 0;
  for (int k = 0; k < kSteps; ++k) {
    const double begin_s = bench::cpu_s();
    const auto next = fleet.plan();
    planning_s += bench::cpu_s() - begin_s;
    fleet.apply(next);
  }
  return planning_s;
}

void fleet(benchmark::State& state, bool warm) {
  static std::map<bool, double> fifty_s;
  const auto vehicles = static_cast<double>(state.range(0));
  double spent_s = 0;
  for (auto _ : state) {
    spent_s = planning_s(static_cast<std::size_t>(state.range(0)), warm);
    state.SetIterationTime(spent_s);
  }
  state.counters["us_a_step"] = 1e6 * spent_s / kSteps;
  state.counters["us_a_vehicle"] = 1e6 * spent_s / kSteps / vehicles;
  if (state.range(0) == 50) fifty_s[warm] = spent_s;
  else state.counters["exponent"] = std::log(spent_s / fifty_s[warm]) / std::log(vehicles / 50);
}
void Warm(benchmark::State& state) { fleet(state, true); }
void Cold(benchmark::State& state) { fleet(state, false); }

void sizes(benchmark::internal::Benchmark* each) {
  for (const int vehicles : {50, 100, 200, 500}) each->Arg(vehicles);
  each->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(1);
}
BENCHMARK(Warm)->Apply(sizes);
BENCHMARK(Cold)->Apply(sizes);

}  // namespace

BENCHMARK_MAIN();
