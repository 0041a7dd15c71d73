// Three messages a scan of 1 s over two LANs, for 24 h: through Network, and through bare SimGrid
// (an actor that puts and an actor that gets on every host), in processor time. Ratio wanted: at
// most 1.7.

#include <benchmark/benchmark.h>

#include <functional>

#include "sim/cyber/network.h"
#include "tests/bench/bare_simgrid.h"
#include "tests/bench/workload.h"

namespace {

using namespace twinaxis;
using namespace twinaxis::cyber;

const int kScans = bench::amount(86'400, 60);
constexpr Duration kScan{1'000'000'000};

NetworkPlan three_hosts() {
  NetworkPlan plan;
  plan.zones = {{"field", {}}, {"control", {}}};
  plan.links = {{.from = "field", .to = "control", .latency = {}}};
  plan.rules["all"] = {"field", "control", "fieldbus", true, ""};
  plan.hosts = {
      {"station", {"field", "", 0}}, {"plc", {"control", "", 0}}, {"hmi", {"control", "", 0}}};
  plan.rules["back"] = {"control", "field", "fieldbus", true, ""};
  for (const auto& [from, to] : {std::pair("station", "plc"), {"plc", "station"}, {"plc", "hmi"}}) {
    ChannelPlan channel;
    channel.name = std::string(from) + "->" + to;
    channel.from = from;
    channel.to = to;
    channel.service = "fieldbus";
    for (int i = 0; i < 10; ++i) {
      const std::string number = std::to_string(i);
      channel.block.push_back({channel.name + ".out" + number, channel.name + ".in" + number});
    }
    channel.period = kScan;
    plan.channels.push_back(channel);
  }
  return plan;
}

void run_network() {
  const NetworkPlan plan = three_hosts();
  PointTable table;
  for (const ChannelPlan& channel : plan.channels) {
    for (const Wire& wire : channel.block) {
      table.signal(wire.source, "1", View::controller, "");
      table.signal(wire.target, "1", View::controller, "");
    }
  }
  declare_points(plan, table);
  Bus bus(table);
  EventLog log;
  Network network(plan, table, bus, log, 1, 0);
  for (int k = 0; k < kScans; ++k) {
    const Time t{k * kScan.ns};
    if (k > 0) network.run_until(t - Duration{1'000});
    network.publish(t);
    network.run_until(t);
  }
  network.run_until(Time{kScans * kScan.ns});
  if (network.counts().delivered != 3u * static_cast<unsigned>(kScans)) std::abort();
}

void measure(benchmark::State& state, const std::function<void()>& work) {
  double sum_s = 0;
  for (auto _ : state) {
    const double seconds = bench::cpu_in_child_s(work);
    if (seconds == 0) return state.SkipWithError("the child failed");
    state.SetIterationTime(seconds);
    sum_s += seconds;
  }
  const double messages = 3.0 * kScans * static_cast<double>(state.iterations());
  state.counters["us_per_message"] = 1e6 * sum_s / messages;
}

void Bare(benchmark::State& state) {
  measure(state, [] { bench::bare_simgrid(kScans); });
}
void ThroughNetwork(benchmark::State& state) { measure(state, run_network); }

/// The two in turn, so that a busy machine slows both.
void Ratio(benchmark::State& state) {
  double bare_s = 0, ours_s = 0;
  for (auto _ : state) {
    bare_s += bench::cpu_in_child_s([] { bench::bare_simgrid(kScans); });
    ours_s += bench::cpu_in_child_s(run_network);
    state.SetIterationTime(1e-3);
  }
  state.counters["network_over_bare"] = ours_s / bare_s;
}

BENCHMARK(Bare)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(ThroughNetwork)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(Ratio)->UseManualTime()->Iterations(5);

}  // namespace

BENCHMARK_MAIN();
