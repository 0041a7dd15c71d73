#include "sim/core/random.h"

#include <Random123/philox.h>

#include <boost/math/distributions/normal.hpp>

#include "sim/core/hash.h"

namespace twinaxis {

Stream stream(std::uint64_t seed, std::uint64_t sample, std::string_view name) {
  return {seed, sample, hash_bytes(name)};
}

std::uint64_t bits(const Stream& stream, std::uint64_t counter) {
  // Key: seed and name; counter: sample and draw. No two draws of a campaign share a block.
  const r123::Philox4x64 philox;
  const r123::Philox4x64::ctr_type block{{counter, stream.sample, 0, 0}};
  const r123::Philox4x64::key_type key{{stream.seed, stream.name_hash}};
  return philox(block, key)[0];
}

double uniform(const Stream& stream, std::uint64_t counter) {
  // 52 bits plus a half: the 2^52 mid-points of equal cells, so neither 0 nor 1 is possible.
  return (static_cast<double>(bits(stream, counter) >> 12) + 0.5) * 0x1p-52;
}

double normal(const Stream& stream, std::uint64_t counter) {
  return boost::math::quantile(boost::math::normal_distribution<double>{},
                               uniform(stream, counter));
}

}  // namespace twinaxis
