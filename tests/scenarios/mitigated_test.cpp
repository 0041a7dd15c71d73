// A countermeasure that is shipped shows its benefit through the simulation: the variant costs all
// parties together less than the incident and puts nobody on a higher level, and either it puts
// somebody on a lower level or it saves a tenth. That a normal run costs nothing, so that the
// variant lies between both, is asked of each use case in tests/use_cases.

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/app/workspace.h"
#include "sim/run/load.h"
#include "tests/app/program.h"

namespace twinaxis::test {
namespace {

using Json = nlohmann::json;

fs::path file_of(const std::string& id) {
  return app::data_folder() / "scenarios" / (id + ".yaml");
}

/// The incident that a scenario mitigates, by its id; "" if it is none that does.
std::string incident_of(const std::string& id) {
  scenario::Problems problems;
  const auto document = scenario::load_document(file_of(id), problems);
  const scenario::Node* named = document ? document->find("mitigates") : nullptr;
  if (named == nullptr) return "";
  return (fs::path(id).parent_path() / named->text).replace_extension().string();
}

std::vector<std::string> variants() {
  std::vector<std::string> ids = app::shipped_scenarios();
  std::erase_if(ids, [](const std::string& id) { return incident_of(id).empty(); });
  return ids;
}

Json placements_of(const std::string& id) {
  const TemporaryFolder folder;
  const Ended ended = shell("twinaxis run --quiet --out out " + id, folder.path());
  if (ended.code != 0) throw std::runtime_error(ended.out + ended.err);
  return Json::parse(text_of(folder.path() / "out" / id / "outcome.json")).at("placements");
}

double loss_yen(const Json& placements) {
  double sum = 0;
  for (const Json& p : placements) sum += p.at("loss_yen").get<double>();
  return sum;
}

class EveryMeasure : public testing::TestWithParam<std::string> {};

TEST_P(EveryMeasure, LowersALevelOrTheLossAndRaisesNoLevel) {
  const Json without = placements_of(incident_of(GetParam()));
  const Json with = placements_of(GetParam());
  ASSERT_EQ(with.size(), without.size());
  EXPECT_LT(loss_yen(with), loss_yen(without));
  // A tenth is no statement on any measure: less would hardly be seen in a table.
  bool better = loss_yen(with) < 0.9 * loss_yen(without);
  for (std::size_t i = 0; i < with.size(); ++i) {
    for (const char* axis : {"axis1", "axis2"}) {
      const int before = without[i].at(axis).at("level"), after = with[i].at(axis).at("level");
      EXPECT_LE(after, before) << axis << " of " << with[i].at("stakeholder");
      better |= after < before;
    }
  }
  EXPECT_TRUE(better) << loss_yen(without) << " to " << loss_yen(with) << " yen";
}

INSTANTIATE_TEST_SUITE_P(Shipped, EveryMeasure, testing::ValuesIn(variants()), name_of_scenario);

}  // namespace
}  // namespace twinaxis::test
