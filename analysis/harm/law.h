#pragma once
// What all published laws share: a name to be picked by, and what a report prints beside a result.

#include <string>
#include <string_view>
#include <vector>

namespace twinaxis::harm {

/// Standard atmosphere, ISO 2533.
inline constexpr double kStandardAtmosphere_Pa = 101325;
/// Molar gas constant, CODATA 2018 (exact).
inline constexpr double kGasConstant_J_per_kmol_K = 8314.462618;

/// Names are lower case with underscores and never change: consequence rules refer to them.
struct LawInfo {
  std::string name;     ///< "tsao_perry"
  std::string effect;   ///< what the law gives: "fatality, bare skin"
  std::string formula;  ///< for print, with units
  std::string source;   ///< "primary not seen" marks a law known from secondary sources only
};

/// Whether a fitted curve was used inside the range for which it was published. Outside, the value
/// at the nearest end of that range stands in, so it is never extrapolated.
enum class Validity { inside, below_range, above_range };
inline constexpr std::string_view kValidityNames[] = {"inside", "below_range", "above_range"};

struct Bounded {
  double value = 0;
  Validity validity = Validity::inside;
};

/// The law of that name in a registry, or nullptr.
template <class Law>
const Law* find_law(const std::vector<Law>& laws, std::string_view name) {
  for (const Law& law : laws) {
    if (law.info.name == name) return &law;
  }
  return nullptr;
}

}  // namespace twinaxis::harm
