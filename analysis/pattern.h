#pragma once
// Names with blanks to fill: in a pattern '*' stands for any characters, also none, and '#' for a
// whole number.

#include <string_view>

namespace twinaxis::analysis {

/// "gw*->collector*:readings" fits "gw2->collector1:readings", "agv#" fits "agv12". Everything else
/// is literal.
bool fits(std::string_view pattern, std::string_view name);

}  // namespace twinaxis::analysis
