#include "analysis/assessment.h"

#include <algorithm>

namespace twinaxis::analysis {

double Finding::operator[](std::string_view quantity) const {
  const auto found = quantities.find(std::string(quantity));
  return found == quantities.end() ? 0 : found->second.value;
}

bool Assessment::has(std::string_view rule) const {
  return std::ranges::any_of(findings, [&](const Finding& f) { return f.rule == rule; });
}

const Casualties* Assessment::casualties_of(std::string_view stakeholder) const {
  const auto found = std::ranges::find(casualties, stakeholder, &Casualties::stakeholder);
  return found == casualties.end() ? nullptr : &*found;
}

}  // namespace twinaxis::analysis
