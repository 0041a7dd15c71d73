#include "analysis/pattern.h"

namespace twinaxis::analysis {

bool fits(std::string_view pattern, std::string_view name) {
  const auto star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == name;
  if (!name.starts_with(pattern.substr(0, star))) return false;
  name.remove_prefix(star);
  pattern.remove_prefix(star + 1);
  for (std::size_t skipped = 0; skipped <= name.size(); ++skipped) {
    if (fits(pattern, name.substr(skipped))) return true;
  }
  return false;
}

}  // namespace twinaxis::analysis
