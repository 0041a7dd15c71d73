// Column A, 41 stages with level control, 24 h in steps of 1 s: microseconds a step. Wanted: below
// 1 us with rk4.

#include <benchmark/benchmark.h>

#include "models/distillation/column_a.h"
#include "sim/physics/experiment.h"
#include "tests/bench/workload.h"

namespace {

using namespace twinaxis;

const int kSteps = bench::amount(86'400, 60);
const int kDays = bench::amount(3, 1);

/// Inputs held, one advance a second: the way in which a twin without control calls its plant.
void a_day(benchmark::State& state, const IntegratorSpec& spec, BalanceCheck check) {
  for (auto _ : state) {
    state.PauseTiming();
    auto column = std::make_unique<distillation::ColumnA>(distillation::ColumnAParams{});
    const auto input = column->nominal_input();
    Experiment run(std::move(column), spec, input, check);
    run.set("feed.rate", 1.01 / distillation::kSecondsPerMinute);
    state.ResumeTiming();
    for (int k = 1; k <= kSteps; ++k) run.run_until(time_from_s(k));
  }
  using benchmark::Counter;
  state.counters["per_step"] =
      Counter(kSteps, Counter::kIsIterationInvariantRate | Counter::kInvert);
}

void rk4(benchmark::State& state) { a_day(state, {}, BalanceCheck::off); }
void rk4_with_balance(benchmark::State& state) { a_day(state, {}, BalanceCheck::on); }
void arkode_erk(benchmark::State& state) {
  a_day(state, {.method = IntegratorSpec::Method::arkode_erk}, BalanceCheck::off);
}
void cvode(benchmark::State& state) {
  a_day(state, {.method = IntegratorSpec::Method::cvode}, BalanceCheck::off);
}

BENCHMARK(rk4)->Unit(benchmark::kMillisecond)->Iterations(kDays);
BENCHMARK(rk4_with_balance)->Unit(benchmark::kMillisecond)->Iterations(kDays);
BENCHMARK(arkode_erk)->Unit(benchmark::kMillisecond)->Iterations(kDays);
BENCHMARK(cvode)->Unit(benchmark::kMillisecond)->Iterations(kDays);

}  // namespace

BENCHMARK_MAIN();
