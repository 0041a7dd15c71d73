// A countermeasure that is shipped shows its benefit through the simulation: the variant costs all
// parties together less than the incident and puts nobody on a higher level, and either it puts
// somebody on a lower level or it saves a tenth. That a normal run costs nothing, so that the
// variant lies between both, is asked of each use case in tests/use_cases.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/app/program.h"
#include "tests/scenarios/variants.h"

namespace twinaxis::test {
namespace {

using Json = nlohmann::json;

Json outcome_of(const std::string& id) {
  const TemporaryFolder folder;
  const Ended ended = shell("twinaxis run --quiet --out out " + id, folder.path());
  if (ended.code != 0) throw std::runtime_error(ended.out + ended.err);
  return Json::parse(text_of(folder.path() / "out" / id / "outcome.json"));
}

class EveryMeasure : public testing::TestWithParam<std::string> {};

TEST_P(EveryMeasure, LowersALevelOrTheLossAndRaisesNoLevel) {
  const Json before = outcome_of(incident_of(GetParam())), after = outcome_of(GetParam());
  const double before_yen = before.at("total_loss_yen"), after_yen = after.at("total_loss_yen");
  EXPECT_LT(after_yen, before_yen);
  // A tenth is no statement on any measure: less would hardly be seen in a table.
  bool better = after_yen < 0.9 * before_yen;
  const Json &without = before.at("placements"), &with = after.at("placements");
  ASSERT_EQ(with.size(), without.size());
  for (std::size_t i = 0; i < with.size(); ++i) {
    for (const char* axis : {"axis1", "axis2"}) {
      const int was = without[i].at(axis).at("level"), is = with[i].at(axis).at("level");
      EXPECT_LE(is, was) << axis << " of " << with[i].at("stakeholder");
      better |= is < was;
    }
  }
  EXPECT_TRUE(better) << before_yen << " to " << after_yen << " yen";
}

INSTANTIATE_TEST_SUITE_P(Shipped, EveryMeasure, testing::ValuesIn(variants()), name_of_scenario);

}  // namespace
}  // namespace twinaxis::test
