#include "analysis/problem_list.h"

namespace twinaxis::analysis {

void ProblemList::must_exist(const std::string& path, std::string_view kind,
                             const std::string& name, const std::vector<std::string>& known,
                             bool wanted) {
  if (name.empty() && !wanted) return;
  if (std::ranges::find(known, name) != known.end()) return;
  if (name.empty()) return add(path, "names no " + std::string(kind));
  add(path, "no " + std::string(kind) + " '" + name + "'" + did_you_mean(name, known));
}

void ProblemList::append(const std::string& path, const std::vector<FieldProblem>& inner) {
  for (const auto& problem : inner) add(path + "." + problem.path, problem.message);
}

}  // namespace twinaxis::analysis
