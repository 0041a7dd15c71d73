#include "tests/scenarios/variants.h"

#include <algorithm>
#include <fstream>
#include <string_view>

#include "sim/app/workspace.h"

namespace twinaxis::test {

std::string incident_of(const std::string& id) {
  constexpr std::string_view key = "mitigates: ";
  std::ifstream file(app::data_folder() / "scenarios" / (id + ".yaml"));
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with(key)) continue;
    const auto named = line.substr(key.size());
    return (std::filesystem::path(id).parent_path() / named).replace_extension().string();
  }
  return "";
}

std::vector<std::string> variants() {
  std::vector<std::string> ids = app::shipped_scenarios();
  std::erase_if(ids, [](const std::string& id) { return incident_of(id).empty(); });
  return ids;
}

std::vector<std::string> all_but_variants() {
  std::vector<std::string> ids = app::shipped_scenarios();
  std::erase_if(ids, [](const std::string& id) { return !incident_of(id).empty(); });
  return ids;
}

}  // namespace twinaxis::test
