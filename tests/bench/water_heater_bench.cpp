// An evening of 6 h with the water heater, scan 100 ms, beside the bare half: the integrator with
// the same board in a plain loop. Wanted: at least 10,000 x real time, physics at most 3 x bare.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <vector>

#include "models/water_heater/board.h"
#include "models/water_heater/heater.h"
#include "sim/physics/rk4.h"
#include "sim/run/run.h"
#include "tests/bench/workload.h"

namespace {

using namespace twinaxis;

constexpr double kScan_s = 0.1;
const int kScans = bench::amount(216'000, 600);

/// Processor time of the run, then the share of it that its profile gives the physics, s.
std::vector<double> the_loop() {
  scenario::Problems problems;
  const std::filesystem::path data(TWINAXIS_SOURCE_DIR "/scenarios");
  const auto catalogue = scenario::load_catalogue(data / "catalogue", problems);
  const auto text = read_scenario(data / "water_heater/normal.yaml", problems);
  auto prepared = prepare(text.value(), {}, catalogue, use_cases(), problems);
  if (!prepared) {
    std::cerr << problems.text();
    return {};
  }
  prepared->scenario.run.length = duration_from_s(kScans * kScan_s);
  const double begin_s = bench::cpu_s();
  const auto result = run(std::move(*prepared), {.file = {}, .progress = {}, .profile = true});
  const double took_s = bench::cpu_s() - begin_s;
  if (result.recording.ending != Ending::completed) std::abort();
  const Profile& p = result.profile;
  const double of_wall = took_s / (p.network_s + p.control_s + p.physics_s + p.recording_s);
  return {took_s, of_wall * p.physics_s};
}

/// What the board reads, from the outputs of the plant.
water_heater::BoardReadings readings(const std::vector<double>& truth) {
  using namespace water_heater;
  return {truth[out_inlet_K],          truth[out_exchanger_K], truth[out_body_K],
          truth[out_outlet_K],         truth[out_outlet_flow], truth[out_flame] > 0.5,
          truth[out_bath_flame] > 0.5, truth[out_fan],         truth[out_room_co],
          truth[out_bath_K],           truth[out_bath_level],  truth[out_loop_flow]};
}

/// The evening of normal.yaml: who is in the water, when.
water_heater::HeaterParams evening() {
  using namespace water_heater;
  HeaterParams p;
  const auto visit = [&](const char* who, Place where, double at_min, double for_min) {
    p.visits.push_back({who, where, duration_from_s(60 * at_min), duration_from_s(60 * for_min)});
  };
  visit("elderly", Place::shower, 60, 8), visit("elderly", Place::bath, 70, 12);
  visit("child", Place::shower, 100, 7), visit("child", Place::bath, 108, 12);
  visit("adult", Place::shower, 180, 10), visit("adult", Place::bath, 192, 15);
  return p;
}

/// The same plant under the same board, nothing between them: RK4 without roots; what roots would
/// do (flames, who moves) is asked once a scan. Processor time, s.
std::vector<double> bare_integrator() {
  using namespace water_heater;
  const Heater heater(evening());
  auto state = heater.initial_state();
  auto input = heater.nominal_input();
  auto mode = heater.initial_mode();
  std::vector<double> truth(heater.output_names().size()), roots(heater.root_count());
  std::vector<double> scratch(rk4_scratch_size(state.size()));
  std::vector<int> signs(roots.size());
  const auto rate = [&](double t_s, std::span<const double> x, std::span<double> dx) {
    heater.derivative({t_s, x, input, mode}, dx);
  };
  BoardParams board;
  board.rated_gas_W = heater.params().burner.rated_gas_W();
  board.bath_gas_W = heater.params().burner.bath_gas_W();
  BoardMemory memory;
  BoardOrders orders;
  EventLog log;
  const double begin_s = bench::cpu_s();
  for (int k = 0; k < kScans; ++k) {
    const double t_s = k * kScan_s;
    const Instant now{t_s, state, input, mode};
    heater.outputs(now, truth);
    orders.automatic = t_s >= 300;
    const auto c = run_board(board, {}, orders, readings(truth), memory, kScan_s);
    const double commands[] = {c.gas,   c.bath_gas, c.igniter, c.fan,          c.bypass,
                               c.water, c.fill,     c.pump,    c.freeze_heater};
    std::copy(std::begin(commands), std::end(commands), input.begin());
    heater.roots(now, roots);
    for (std::size_t i = 0; i < roots.size(); ++i) {
      const int sign = roots[i] > 0 ? 1 : -1;
      if (signs[i] * sign < 0) {
        heater.cross({i, sign > 0, time_from_s(t_s)}, now, state, mode, log);
      }
      signs[i] = sign;
    }
    rk4_step(rate, t_s, kScan_s, state, scratch);
  }
  if (!(truth[out_bath_K] > 285 && truth[out_bath_K] < 330)) std::abort();
  return {bench::cpu_s() - begin_s};
}

/// Both in turn, so that a busy machine slows each; the fastest of several counts.
void WaterHeaterEvening(benchmark::State& state) {
  double loop_s = 1e9, physics_s = 1e9, integrator_s = 1e9;
  for (auto _ : state) {
    const auto loop = bench::in_child(the_loop);
    const auto integrator = bench::in_child(bare_integrator);
    if (loop.size() != 2 || integrator.empty()) {
      state.SkipWithError("a child failed");
      break;
    }
    loop_s = std::min(loop_s, loop[0]);
    physics_s = std::min(physics_s, loop[1]);
    integrator_s = std::min(integrator_s, integrator[0]);
    state.SetIterationTime(loop[0]);
  }
  state.counters["x_real_time"] = kScans * kScan_s / loop_s;
  state.counters["bare_x_real_time"] = kScans * kScan_s / integrator_s;
  state.counters["physics_over_bare"] = physics_s / integrator_s;
}

BENCHMARK(WaterHeaterEvening)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(bench::amount(5, 1));

}  // namespace

BENCHMARK_MAIN();
