#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "sim/core/fields.h"

namespace twinaxis::analysis {

/// Classes of loss. The first six are those of JNSA's incident cost report (2nd ed., 2024); it
/// speaks of data incidents, so property and injury are added for physical ones.
enum class LossClass : std::uint8_t {
  response,     ///< finding out, informing, restoring systems
  liability,    ///< compensation paid to others
  lost_profit,  ///< operating profit and standing charges, as business interruption insurance
                ///< counts
  money_paid,   ///< ransom, fraud
  fines,        ///< administrative
  intangible,   ///< reputation
  property,     ///< destroyed or repaired things, scrapped product
  injury,       ///< treatment and lost income of the injured
};
inline constexpr std::array<std::string_view, 8> kLossClassNames = {
    "response", "liability",  "lost_profit", "money_paid",
    "fines",    "intangible", "property",    "injury"};
const Text& text_of(LossClass loss_class);

}  // namespace twinaxis::analysis
