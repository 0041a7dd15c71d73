// A shift of the welding cell, 100 ms a scan and 25 ms a step of the plant, beside the bare
// integrator of the same plant. Wanted: at least 2,000 x real time. And a minute in which somebody
// is inside: line, arm and worker in steps of 1 ms, beside bare Bullet with the same bodies.
// Wanted: 30 x real time, half the speed of bare Bullet.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "models/welding_robot/cell.h"
#include "sim/core/hash.h"
#include "sim/physics/experiment.h"
#include "tests/bench/bare_bullet.h"
#include "tests/bench/whole_loop.h"
#include "tests/bench/workload.h"
#include "tests/models/welding_stage.h"

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

const int kVisit_s = bench::amount(60, 1);

/// Somebody is inside, out of reach: what is measured is not a wrestling match.
welding_robot::CellParams visited() {
  welding_robot::CellParams p = welding_robot::shipped_cell();
  p.worker.walks_m_per_s = 0.02;
  return p;
}

/// Processor time, s: line, stage, scene and its hash.
std::vector<double> visit() {
  welding_robot::StagedCell cell(visited());
  cell.set("worker.enters", 2);
  RunningHash hash;
  Scene scene;
  const double begin_s = bench::cpu_s();
  for (int k = 0; k < 10 * kVisit_s; ++k) {
    cell.step(duration_from_s(0.1));
    cell.plant().show(scene);
    hash.add(cell.plant().state());
  }
  if (cell.truth("robot1.as_body") != 1) std::abort();
  return {bench::cpu_s() - begin_s};
}

std::vector<double> bare_bodies() {
  const rigid::WorldSpec spec = welding_robot::world_of(visited());
  const double begin_s = bench::cpu_s();
  if (!std::isfinite(bench::bare_bullet(spec, 1000 * kVisit_s))) std::abort();
  return {bench::cpu_s() - begin_s};
}

void WeldingVisit(benchmark::State& state) {
  double visit_s = 1e9, bare_s = 1e9;
  for (auto _ : state) {
    const auto ours = bench::in_child(visit);
    const auto bare = bench::in_child(bare_bodies);
    if (ours.empty() || bare.empty()) {
      state.SkipWithError("a child failed");
      break;
    }
    visit_s = std::min(visit_s, ours[0]), bare_s = std::min(bare_s, bare[0]);
    state.SetIterationTime(ours[0]);
  }
  state.counters["x_real_time"] = kVisit_s / visit_s;
  state.counters["us_a_step"] = 1e3 * visit_s / kVisit_s;
  state.counters["bare_us_a_step"] = 1e3 * bare_s / kVisit_s;
  state.counters["speed_over_bare"] = bare_s / visit_s;
}

BENCHMARK(WeldingVisit)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(bench::amount(3, 1));

}  // namespace

BENCHMARK_MAIN();
