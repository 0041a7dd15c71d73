#include "sim/core/hash.h"

#include <xxhash.h>

#include <array>

namespace twinaxis {

std::uint64_t hash_bytes(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

std::string hex(std::uint64_t hash) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text(16, '0');
  for (std::size_t i = 0; i < 16; ++i) text[15 - i] = digits[(hash >> (4 * i)) & 15];
  return text;
}

void RunningHash::add(std::span<const double> values) {
  state_ = XXH3_64bits_withSeed(values.data(), values.size_bytes(), state_);
}

}  // namespace twinaxis
