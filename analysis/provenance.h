#pragma once
// Where a number of a site or of a criterion comes from.

#include <array>
#include <cstdint>
#include <string_view>

namespace twinaxis::analysis {

enum class Provenance : std::uint8_t { law, survey, expert, published, assumption };
inline constexpr std::array<std::string_view, 5> kProvenanceNames = {"law", "survey", "expert",
                                                                     "published", "assumption"};

}  // namespace twinaxis::analysis
