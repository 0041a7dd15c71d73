// The program itself, asked for many samples: how fast, how much faster with two workers, and what
// the parent keeps in memory. Wanted: 1,000 samples of an hour in 180 s with two workers, at least
// 1.8 x as fast as with one (beside it: what two unrelated programs reach on the same machine);
// memory after 10,000 samples as after 1,000.

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "tests/bench/workload.h"

namespace {

using namespace twinaxis;
using Clock = std::chrono::steady_clock;

/// Peak resident memory of a running process without its children; 0 once it has ended.
double peak_memory_bytes(pid_t process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string word; status >> word;) {
    if (word != "VmHWM:") continue;
    double kibibytes = 0;
    status >> kibibytes;
    return 1024 * kibibytes;
  }
  return 0;
}

struct Campaign {
  double wall_s = 0;
  double cpu_s = 0;  ///< of the program and all its samples
  double parent_bytes = 0;
};

/// A folder for each program, since two may run at once.
std::filesystem::path folder_of(pid_t program) {
  return std::filesystem::temp_directory_path() /
         ("twinaxis_campaign_bench_" + std::to_string(program));
}

[[noreturn]] void become_program(const std::string& scenario, int samples, int workers) {
  const int nowhere = open("/dev/null", O_WRONLY);
  dup2(nowhere, STDOUT_FILENO);
  dup2(nowhere, STDERR_FILENO);
  const std::string file = TWINAXIS_SOURCE_DIR "/tests/bench/" + scenario + ".yaml";
  const auto out = folder_of(getpid());
  execl(TWINAXIS_PROGRAM, "twinaxis", "run", file.c_str(), "--samples",
        std::to_string(samples).c_str(), "--workers", std::to_string(workers).c_str(), "--out",
        out.c_str(), "--quiet", nullptr);
  _exit(127);
}

/// No time if the program did not end well.
Campaign run_program(const std::string& scenario, int samples, int workers) {
  Campaign result;
  const auto begin = Clock::now();
  const pid_t program = fork();
  if (program == 0) become_program(scenario, samples, workers);
  int status = 0;
  rusage used{};
  // The peak never falls, so the last look before the end is the peak of all but 5 ms.
  while (wait4(program, &status, WNOHANG, &used) == 0) {
    result.parent_bytes = std::max(result.parent_bytes, peak_memory_bytes(program));
    usleep(5'000);
  }
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
  };
  result.cpu_s = seconds(used.ru_utime) + seconds(used.ru_stime);
  if (status == 0) result.wall_s = std::chrono::duration<double>(Clock::now() - begin).count();
  std::filesystem::remove_all(folder_of(program));
  return result;
}

void Samples(benchmark::State& state, const std::string& scenario, int samples, int workers) {
  for (auto _ : state) {
    const auto campaign = run_program(scenario, samples, workers);
    if (campaign.wall_s == 0) return state.SkipWithError("the program failed");
    state.SetIterationTime(campaign.wall_s);
    state.counters["samples_per_s"] = samples / campaign.wall_s;
    state.counters["cpu_ms_per_sample"] = 1e3 * campaign.cpu_s / samples;
    state.counters["parent_MiB"] = campaign.parent_bytes / (1024 * 1024);
  }
}

/// Two programs with one worker each, side by side; 0 if one failed. What the machine gives to two
/// processes that have nothing to do with each other.
double side_by_side_s(int samples) {
  Campaign other;
  const auto begin = Clock::now();
  std::thread beside([&] { other = run_program("campaign_hour", samples, 1); });
  const auto one = run_program("campaign_hour", samples, 1);
  beside.join();
  if (one.wall_s == 0 || other.wall_s == 0) return 0;
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// One worker and two in turn, so that a busy machine slows both.
void TwoWorkersOverOne(benchmark::State& state) {
  double one_s = 0, two_s = 0, beside_s = 0;
  for (auto _ : state) {
    const int samples = bench::amount(100, 2);
    const auto one = run_program("campaign_hour", samples, 1);
    const auto two = run_program("campaign_hour", samples, 2);
    const double beside = side_by_side_s(samples);
    if (one.wall_s == 0 || two.wall_s == 0 || beside == 0) {
      return state.SkipWithError("the program failed");
    }
    one_s += one.wall_s;
    two_s += two.wall_s;
    beside_s += beside;
    state.SetIterationTime(one.wall_s + two.wall_s + beside);
  }
  state.counters["times_as_fast"] = one_s / two_s;
  state.counters["unrelated_programs"] = 2 * one_s / beside_s;
}

void add(const char* name, const char* scenario, int samples, int workers) {
  benchmark::RegisterBenchmark(
      name, [=](benchmark::State& state) { Samples(state, scenario, samples, workers); })
      ->UseManualTime()
      ->Unit(benchmark::kSecond)
      ->Iterations(1);
}

}  // namespace

int main(int argc, char** argv) {
  add("hour/1000_samples", "campaign_hour", bench::amount(1'000, 2), 2);
  add("short/1000_samples", "campaign_short", bench::amount(1'000, 2), 2);
  add("short/10000_samples", "campaign_short", bench::amount(10'000, 4), 2);
  benchmark::RegisterBenchmark("hour/two_workers_over_one", TwoWorkersOverOne)
      ->UseManualTime()
      ->Unit(benchmark::kSecond)
      ->Iterations(bench::amount(2, 1));
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
