#include <gtest/gtest.h>

#include <algorithm>

#include "tests/scenario/tank.h"

namespace twinaxis::test {
namespace {

TEST(Catalogue, HoldsTheRequirementsOfAnnexAByViewpoint) {
  // The slides list 24, 14, 2 and 1 requirements under the four viewpoints of axis 3.
  std::array<int, 5> counts{};
  for (const auto& [id, requirement] : catalogue().requirements) {
    ++counts[static_cast<std::size_t>(requirement.viewpoint)];
  }
  EXPECT_EQ(counts, (std::array<int, 5>{0, 24, 14, 2, 1}));
  EXPECT_EQ(catalogue().requirements.at("MR-19").title.ja,
            "セキュリティ設計と両立するセーフティ設計の仕様化");
}

TEST(Catalogue, OnlyThePolicyRequirementHasCpsfIdsFromTheSlides) {
  for (const auto& [id, requirement] : catalogue().requirements) {
    EXPECT_EQ(requirement.cpsf_from == scenario::Requirement::CpsfFrom::slides, id == "MR-01")
        << id;
    EXPECT_EQ(requirement.cpsf.empty(), id == "MR-41") << id;
  }
}

TEST(Catalogue, UncertainPlacesAndDifferingSlideTagsAreKept) {
  std::vector<std::string> uncertain, tagged_otherwise;
  for (const auto& [id, requirement] : catalogue().requirements) {
    if (requirement.where_uncertain) uncertain.push_back(id);
    if (requirement.slide_viewpoint != 0) tagged_otherwise.push_back(id);
  }
  EXPECT_EQ(uncertain, (std::vector<std::string>{"MR-05", "MR-06", "MR-28", "MR-33"}));
  EXPECT_EQ(tagged_otherwise, (std::vector<std::string>{"MR-29", "MR-32", "MR-37"}));
}

TEST(Catalogue, EveryMitigationAnswersTechniquesThatExist) {
  EXPECT_EQ(catalogue().attack_version, "18.1");
  EXPECT_EQ(catalogue().techniques.at("T0856").name, "Spoof Reporting Message");
  for (const auto& [id, mitigation] : catalogue().mitigations) {
    for (const auto& technique : mitigation.techniques) {
      EXPECT_EQ(catalogue().techniques.count(technique), 1u) << id << " answers " << technique;
    }
  }
}

}  // namespace
}  // namespace twinaxis::test
