// An evening of 6 h with the water heater, scan 100 ms, beside the bare half: the integrator with
// the same board in a plain loop. Wanted: at least 10,000 x real time, physics at most 3 x bare.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "models/water_heater/board.h"
#include "models/water_heater/heater.h"
#include "sim/physics/rk4.h"
#include "tests/bench/whole_loop.h"
#include "tests/bench/workload.h"

namespace {

using namespace twinaxis;

constexpr double kScan_s = 0.1;
const int kScans = bench::amount(216'000, 600);

std::vector<double> the_loop() {
  return bench::whole_loop_s("water_heater/normal", duration_from_s(kScans * kScan_s));
}

/// What the board reads, from the outputs of the plant.
water_heater::BoardReadings readings(const std::vector<double>& truth) {
  using namespace water_heater;
  return {truth[out_inlet_K],     truth[out_exchanger_K],      truth[out_loop_K],
          truth[out_body_K],      truth[out_outlet_K],         truth[out_outlet_flow],
          truth[out_flame] > 0.5, truth[out_bath_flame] > 0.5, truth[out_fan],
          truth[out_room_co],     truth[out_bath_K],           truth[out_bath_level],
          truth[out_loop_flow]};
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
/// do (flames, who moves) is asked once a scan.
class Bare {
 public:
  void scan(double t_s) {
    using namespace water_heater;
    const Instant now{t_s, state_, input_, mode_};
    heater_.outputs(now, truth_);
    orders_.automatic = t_s >= 300;
    const auto c = run_board(board_, {}, orders_, readings(truth_), memory_, kScan_s);
    const double commands[] = {c.gas,   c.bath_gas, c.igniter, c.fan,          c.bypass,
                               c.water, c.fill,     c.pump,    c.freeze_heater};
    std::copy(std::begin(commands), std::end(commands), input_.begin());
    heater_.roots(now, roots_);
    for (std::size_t i = 0; i < roots_.size(); ++i) {
      const int sign = roots_[i] > 0 ? 1 : -1;
      if (signs_[i] * sign < 0) {
        heater_.cross({i, sign > 0, time_from_s(t_s)}, now, state_, mode_, log_);
      }
      signs_[i] = sign;
    }
    const auto rate = [&](double at_s, std::span<const double> x, std::span<double> dx) {
      heater_.derivative({at_s, x, input_, mode_}, dx);
    };
    rk4_step(rate, t_s, kScan_s, state_, scratch_);
  }
  double bath_K() const { return truth_[water_heater::out_bath_K]; }

 private:
  static water_heater::BoardParams board_of(const water_heater::BurnerParams& burner) {
    water_heater::BoardParams board;
    board.rated_gas_W = burner.rated_gas_W();
    board.bath_gas_W = burner.bath_gas_W();
    return board;
  }
  water_heater::Heater heater_{evening()};
  std::vector<double> state_ = heater_.initial_state(), input_ = heater_.nominal_input();
  std::vector<double> mode_ = heater_.initial_mode();
  std::vector<double> truth_ = std::vector<double>(heater_.output_names().size());
  std::vector<double> roots_ = std::vector<double>(heater_.root_count());
  std::vector<double> scratch_ = std::vector<double>(rk4_scratch_size(state_.size()));
  std::vector<int> signs_ = std::vector<int>(heater_.root_count());
  water_heater::BoardParams board_ = board_of(heater_.params().burner);
  water_heater::BoardMemory memory_;
  water_heater::BoardOrders orders_;
  EventLog log_;
};

/// Processor time, s.
std::vector<double> bare_integrator() {
  Bare bare;
  const double begin_s = bench::cpu_s();
  for (int k = 0; k < kScans; ++k) bare.scan(k * kScan_s);
  if (!(bare.bath_K() > 285 && bare.bath_K() < 330)) std::abort();
  return {bench::cpu_s() - begin_s};
}

/// Both in turn, so that a busy machine slows each; the fastest of several counts.
void WaterHeaterEvening(benchmark::State& state) {
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
