#pragma once
// Simulated time: integer nanoseconds since the start of a run. Seconds appear at one door, here.

#include <compare>
#include <cstdint>

namespace twinaxis {

/// A span of simulated time, exact in nanoseconds.
struct Duration {
  std::int64_t ns = 0;
  friend constexpr auto operator<=>(Duration, Duration) = default;
};

/// A moment of simulated time: nanoseconds since the start of the run.
struct Time {
  std::int64_t ns = 0;
  friend constexpr auto operator<=>(Time, Time) = default;
};

constexpr std::int64_t kNanosecondsPerSecond = 1'000'000'000;

constexpr Duration operator+(Duration a, Duration b) { return {a.ns + b.ns}; }
constexpr Duration operator-(Duration a, Duration b) { return {a.ns - b.ns}; }
constexpr Duration operator*(std::int64_t n, Duration d) { return {n * d.ns}; }
constexpr std::int64_t operator/(Duration a, Duration b) { return a.ns / b.ns; }
constexpr Duration operator%(Duration a, Duration b) { return {a.ns % b.ns}; }
constexpr Time operator+(Time t, Duration d) { return {t.ns + d.ns}; }
constexpr Time operator-(Time t, Duration d) { return {t.ns - d.ns}; }
constexpr Duration operator-(Time a, Time b) { return {a.ns - b.ns}; }
constexpr Time& operator+=(Time& t, Duration d) { return t = t + d; }

/// The one door between integer time and seconds. A division, because 1e-9 is no binary number:
/// 0.3 s must come out as 0.3.
constexpr double to_s(Duration d) {
  return static_cast<double>(d.ns) / static_cast<double>(kNanosecondsPerSecond);
}
constexpr double to_s(Time t) { return to_s(Duration{t.ns}); }
/// Nearest nanosecond up to 26 days (2^51 ns); beyond, doubles lie up to 1 us apart in a century.
/// |seconds| must stay below 292 years (9.2e9 s).
constexpr Duration duration_from_s(double seconds) {
  return {static_cast<std::int64_t>(seconds * 1e9 + (seconds < 0 ? -0.5 : 0.5))};
}
constexpr Time time_from_s(double seconds) { return {duration_from_s(seconds).ns}; }

/// True if `t` falls on the grid 0, step, 2 step, ...
constexpr bool on_grid(Duration t, Duration step) { return t.ns % step.ns == 0; }

}  // namespace twinaxis
