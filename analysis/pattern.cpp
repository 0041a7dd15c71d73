#include "analysis/pattern.h"

#include <algorithm>

namespace twinaxis::analysis {

bool fits(std::string_view pattern, std::string_view name) {
  const auto blank = pattern.find_first_of("*#");
  if (blank == std::string_view::npos) return pattern == name;
  if (!name.starts_with(pattern.substr(0, blank))) return false;
  name.remove_prefix(blank);
  const std::string_view after = pattern.substr(blank + 1);
  if (pattern[blank] == '#') {
    const auto digits = std::min(name.find_first_not_of("0123456789"), name.size());
    return digits > 0 && fits(after, name.substr(digits));
  }
  for (std::size_t skipped = 0; skipped <= name.size(); ++skipped) {
    if (fits(after, name.substr(skipped))) return true;
  }
  return false;
}

}  // namespace twinaxis::analysis
