#pragma once
// Chance in the analysis. A plain run takes every quantity at its median; a sample draws it from a
// stream of its own name. Both go through the same functions of a number between 0 and 1.

#include <cstdint>
#include <optional>
#include <string_view>

namespace twinaxis::analysis {

struct Sample {
  std::uint64_t seed = 1;
  std::uint64_t number = 0;
};

class Draw {
 public:
  /// Plain run: everything at its median.
  Draw() = default;
  explicit Draw(Sample sample) : sample_(sample) {}

  /// On the open interval (0, 1); 0.5 in a plain run. The same name gives the same number.
  double uniform(std::string_view name, std::uint64_t counter = 0) const;
  /// Whether something of that probability happens; in a plain run, whether it is above 0.5.
  bool happens(std::string_view name, double probability) const;
  bool plain() const { return !sample_; }

 private:
  std::optional<Sample> sample_;
};

}  // namespace twinaxis::analysis
