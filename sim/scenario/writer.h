#pragma once
// From a tree back to YAML text: the resolved scenario that lies beside the results.

#include <string>

#include "sim/scenario/document.h"

namespace twinaxis::scenario {

/// Deterministic and readable: small lists and maps on one line, quotes only where needed, tags
/// kept, order kept. Parsing it gives the same tree (same() is true).
std::string to_yaml(const Node& document);

}  // namespace twinaxis::scenario
