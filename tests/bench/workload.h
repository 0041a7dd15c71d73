#pragma once
// What the benchmarks share: how much to do, and a process of its own for each piece of work.

#include <functional>
#include <vector>

namespace twinaxis::bench {

/// `full`, or `tiny` if the environment asks for it (TWINAXIS_BENCH_TINY=1): a benchmark that only
/// has to show that it still runs.
int amount(int full, int tiny);

/// Processor time of this process so far, s: other processes do not count.
double cpu_s();

/// Does the work in a child, because a process bears one engine, and returns its numbers; empty if
/// the child failed.
std::vector<double> in_child(const std::function<std::vector<double>()>& work);

/// Processor time of the work, in a child; 0 if it failed.
double cpu_in_child_s(const std::function<void()>& work);

}  // namespace twinaxis::bench
