#pragma once
// Published laws by their names.

#include <string>
#include <vector>

#include "analysis/harm/law.h"
#include "sim/core/require.h"

namespace twinaxis::golden {

/// Throws where no law of the list has the name.
template <class Law>
const Law& law(const std::vector<Law>& laws, const std::string& name) {
  const Law* found = harm::find_law(laws, name);
  require(found != nullptr, "there is a law " + name);
  return *found;
}

}  // namespace twinaxis::golden
