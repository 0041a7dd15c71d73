#pragma once
// Names with blanks to fill: in a pattern '*' stands for any characters, also none.

#include <string_view>

namespace twinaxis::analysis {

/// "gw*->collector*:readings" fits "gw2->collector1:readings". Everything else is literal.
bool fits(std::string_view pattern, std::string_view name);

}  // namespace twinaxis::analysis
