// An arm that moves and a worker who walks about it, in steps of 1 ms with control in each, beside
// bare Bullet with the same bodies. Wanted: 30 x real time and half the speed of bare Bullet.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "sim/core/hash.h"
#include "tests/bench/bare_bullet.h"
#include "tests/bench/workload.h"
#include "tests/physics/rigid/files.h"

namespace {

using namespace twinaxis;

const int kSteps = bench::amount(60'000, 50);

/// Out of reach of the arm: what is measured is the search for contacts, not a wrestling match.
rigid::PersonSpec worker_at_side() {
  rigid::PersonSpec person = rigid::worker();
  person.at.y_m = 1.8;
  return person;
}

rigid::WorldSpec arm_and_worker() {
  rigid::WorldSpec spec;
  spec.bodies["floor"] = {.shape = rigid::Box{10, 10, 1}, .at = {.z_m = -1.5}};
  spec.arms["robot"] = rigid::ur10().arm;
  spec.people["worker"] = worker_at_side();
  return spec;
}

/// Processor time, s: world, drive, scene and its hash.
std::vector<double> ours() {
  const rigid::RobotSpec robot = rigid::ur10();
  rigid::World world(arm_and_worker());
  rigid::Drive drive(robot.arm, robot.drive);
  const auto arm = world.arm("robot");
  RunningHash hash;
  Scene scene;
  Time now{};
  const double begin_s = bench::cpu_s();
  for (int k = 0; k < kSteps; ++k, now += world.step()) {
    const double there = (k / 3000) % 2 == 0 ? 0.8 : -0.8;
    if (k % 3000 == 0) {
      drive.move_to(std::vector<double>{there, -0.9, 1.1, there, 0.4, 0}, 0.7, now);
      world.walk(world.person("worker"), worker_at_side().at.pose(), {0.1 * there, 0, 0});
    }
    drive.drive(world, arm, now);
    world.advance(world.step());
    world.show(scene);
    hash.add(world.state());
  }
  if (!std::isfinite(world.angles_rad(arm)[0])) std::abort();
  return {bench::cpu_s() - begin_s};
}

std::vector<double> bare() {
  const rigid::WorldSpec spec = arm_and_worker();
  const double begin_s = bench::cpu_s();
  if (!std::isfinite(bench::bare_bullet(spec, kSteps))) std::abort();
  return {bench::cpu_s() - begin_s};
}

/// In turn, so that a busy machine slows both; the fastest of several counts.
void ArmAndWorker(benchmark::State& state) {
  double ours_s = 1e9, bare_s = 1e9;
  for (auto _ : state) {
    const auto a = bench::in_child(ours), b = bench::in_child(bare);
    if (a.empty() || b.empty()) {
      state.SkipWithError("a child failed");
      break;
    }
    ours_s = std::min(ours_s, a[0]), bare_s = std::min(bare_s, b[0]);
    state.SetIterationTime(a[0]);
  }
  state.counters["x_real_time"] = 0.001 * kSteps / ours_s;
  state.counters["us_a_step"] = 1e6 * ours_s / kSteps;
  state.counters["bare_us_a_step"] = 1e6 * bare_s / kSteps;
  state.counters["speed_over_bare"] = bare_s / ours_s;
}

BENCHMARK(ArmAndWorker)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(bench::amount(5, 1));

}  // namespace

BENCHMARK_MAIN();
