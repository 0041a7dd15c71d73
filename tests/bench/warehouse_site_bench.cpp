// A shift of the warehouse, network, fleet control, vehicles and orders, with 50 and with 500
// vehicles. Wanted: 50 at least 1,000 x real time, 500 at least 50 x; the cost of the loop grows no
// faster than n^1.3; the network at most 1.7 x bare SimGrid with as many messages.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>

#include "tests/bench/bare_simgrid.h"
#include "tests/bench/whole_loop.h"
#include "tests/bench/workload.h"

namespace {

using namespace twinaxis;

const int kFifty_s = bench::amount(8 * 3600, 60), kFiveHundred_s = bench::amount(3600, 20);

/// Processor time for a second of the shift, s, by number of vehicles.
double fifty_s_a_s = 0;

void shift(benchmark::State& state) {
  const auto vehicles = static_cast<int>(state.range(0));
  const int length_s = vehicles == 50 ? kFifty_s : kFiveHundred_s;
  const std::string scenario =
      TWINAXIS_SOURCE_DIR "/tests/bench/warehouse_" + std::to_string(vehicles);
  double loop_s = 1e9, network_s = 1e9, simgrid_s = 1e9, messages = 0;
  for (auto _ : state) {
    const auto loop = bench::in_child(
        [&] { return bench::whole_loop_s(scenario, duration_from_s(length_s)); });
    if (loop.empty()) {
      state.SkipWithError("a child failed");
      break;
    }
    messages = loop[3];
    const int scans = static_cast<int>(messages / 3);
    const double simgrid = bench::cpu_in_child_s([&] { bench::bare_simgrid(scans); });
    loop_s = std::min(loop_s, loop[0]);
    network_s = std::min(network_s, loop[2]);
    simgrid_s = std::min(simgrid_s, simgrid);
    state.SetIterationTime(loop[0]);
  }
  state.counters["x_real_time"] = length_s / loop_s;
  state.counters["messages_a_s"] = messages / length_s;
  state.counters["network_over_bare"] = network_s / simgrid_s;
  if (vehicles == 50) fifty_s_a_s = loop_s / length_s;
  else
    state.counters["exponent"] =
        std::log(loop_s / length_s / fifty_s_a_s) / std::log(vehicles / 50.0);
}

BENCHMARK(shift)
    ->Arg(50)
    ->Arg(500)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(bench::amount(2, 1));

}  // namespace

BENCHMARK_MAIN();
