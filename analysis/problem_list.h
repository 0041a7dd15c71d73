#pragma once
// Collects what is wrong with data that refer to each other by name.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/fields.h"
#include "sim/core/near.h"

namespace twinaxis::analysis {

class ProblemList {
 public:
  void add(const std::string& path, const std::string& message) {
    problems_.push_back({path, message});
  }
  /// Says which name was probably meant. An empty name is a problem only if one is wanted.
  void must_exist(const std::string& path, std::string_view kind, const std::string& name,
                  const std::vector<std::string>& known, bool wanted = true);
  std::vector<FieldProblem> take() { return std::move(problems_); }
  void append(const std::string& path, const std::vector<FieldProblem>& inner);

 private:
  std::vector<FieldProblem> problems_;
};

/// "tasks[2].after": the path of a field in a list, as the reader of scenarios writes it.
inline std::string at(const std::string& list, std::size_t index, std::string_view field = {}) {
  return list + "[" + std::to_string(index) + "]" + (field.empty() ? "" : "." + std::string(field));
}

template <class Map>
std::vector<std::string> keys_of(const Map& map) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : map) keys.push_back(key);
  return keys;
}

}  // namespace twinaxis::analysis
