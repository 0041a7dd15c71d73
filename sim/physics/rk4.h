#pragma once
// The classical fixed-step Runge-Kutta method of order four, for a plant that is not stiff at its
// step. Source: Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, table II.1.2.

#include <cstddef>
#include <span>

namespace twinaxis {

/// Doubles of scratch that a step of `state_size` states needs.
constexpr std::size_t rk4_scratch_size(std::size_t state_size) { return 3 * state_size; }

/// Moves `state` from time_s to time_s + step_s. `rate(t, x, dx)` writes dx/dt: spans of the same
/// size. Allocates nothing; local error O(step^5).
template <class Rate>
void rk4_step(Rate&& rate, double time_s, double step_s, std::span<double> state,
              std::span<double> scratch) {
  const std::size_t n = state.size();
  const auto k = scratch.subspan(0, n);
  const auto sum = scratch.subspan(n, n);
  const auto stage = scratch.subspan(2 * n, n);
  // Three disjoint pieces of scratch beside the state: telling the compiler lets it vectorise.
  double* __restrict x = state.data();
  double* __restrict kp = k.data();
  double* __restrict sp = sum.data();
  double* __restrict gp = stage.data();
  const double half_s = 0.5 * step_s;
  const auto seen = [](std::span<double> s) { return std::span<const double>(s); };

  rate(time_s, seen(state), k);
  for (std::size_t i = 0; i < n; ++i) sp[i] = kp[i], gp[i] = x[i] + half_s * kp[i];
  rate(time_s + half_s, seen(stage), k);
  for (std::size_t i = 0; i < n; ++i) sp[i] += 2 * kp[i], gp[i] = x[i] + half_s * kp[i];
  rate(time_s + half_s, seen(stage), k);
  for (std::size_t i = 0; i < n; ++i) sp[i] += 2 * kp[i], gp[i] = x[i] + step_s * kp[i];
  rate(time_s + step_s, seen(stage), k);
  const double sixth_s = step_s / 6;
  for (std::size_t i = 0; i < n; ++i) x[i] += sixth_s * (sp[i] + kp[i]);
}

}  // namespace twinaxis
