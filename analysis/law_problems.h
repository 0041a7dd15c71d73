#pragma once
// Names in the laws of consequence rules that exist nowhere.

#include <string>
#include <vector>

#include "analysis/harm/exposure/laws.h"
#include "analysis/problem_list.h"
#include "analysis/site.h"

namespace twinaxis::analysis {

/// Names that a law may refer to.
struct KnownNames {
  const Site& site;
  const std::vector<std::string>& points;
};

void check_law(const Law& law, const std::string& path, const KnownNames& known, ProblemList& list);

}  // namespace twinaxis::analysis
