#pragma once
// Counter-based random numbers: a number is a pure function of (seed, sample, stream name,
// counter). Home of Random123 (Philox 4x64-10); quantiles come from Boost.Math, so they are
// specified bit for bit by the library and not by the standard's unspecified distributions.

#include <cstdint>
#include <string_view>

namespace twinaxis {

/// Names one stream of numbers; adding a stream moves no number of another.
struct Stream {
  std::uint64_t seed = 0;
  std::uint64_t sample = 0;
  std::uint64_t name_hash = 0;
};

Stream stream(std::uint64_t seed, std::uint64_t sample, std::string_view name);

/// Of a run: what its model draws noise and weather from.
struct Luck {
  std::uint64_t seed = 1;
  std::uint64_t sample = 0;
};
inline Stream stream(const Luck& luck, std::string_view name) {
  return stream(luck.seed, luck.sample, name);
}

/// Uniform on the open interval (0, 1), never an end point.
double uniform(const Stream& stream, std::uint64_t counter);
/// Standard normal: the Boost.Math quantile of `uniform`.
double normal(const Stream& stream, std::uint64_t counter);
/// A 64-bit seed for other generators.
std::uint64_t bits(const Stream& stream, std::uint64_t counter);

}  // namespace twinaxis
