#include "analysis/draw.h"

#include "sim/core/random.h"

namespace twinaxis::analysis {

double Draw::uniform(std::string_view name, std::uint64_t counter) const {
  if (!sample_) return 0.5;
  return twinaxis::uniform(stream(sample_->seed, sample_->number, name), counter);
}

bool Draw::happens(std::string_view name, double probability) const {
  return uniform(name) < probability;
}

}  // namespace twinaxis::analysis
