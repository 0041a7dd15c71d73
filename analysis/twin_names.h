#pragma once
// What the data beside a model may speak of in its twin.

#include <string>
#include <vector>

namespace twinaxis::analysis {

struct TwinNames {
  std::vector<std::string> points;           ///< recorded columns
  std::vector<std::string> attackable = {};  ///< those that an intervention can act on
  std::vector<std::string> effects = {};     ///< tags of all effects: "tamper"
};

}  // namespace twinaxis::analysis
