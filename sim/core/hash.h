#pragma once
// Hashes that name results: 64-bit XXH3 over exact bytes (home of xxHash).

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace twinaxis {

std::uint64_t hash_bytes(std::string_view bytes);
/// 16 lower-case hexadecimal digits.
std::string hex(std::uint64_t hash);

/// Folds the values of every step into one number; -0.0 and 0.0, and every NaN, count as different
/// bits.
class RunningHash {
 public:
  void add(std::span<const double> values);
  std::uint64_t digest() const { return state_; }

 private:
  std::uint64_t state_ = 0;
};

}  // namespace twinaxis
