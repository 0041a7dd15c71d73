// Many samples of one scenario.

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/app/plant_scenario.h"

namespace twinaxis::test {
namespace {

/// An analyser that lies by an amount that nobody knows, for a while.
const std::string kUncertain =
    "run: {for: 20 min}\nseed: 7\ninterventions:\n"
    "  - {id: lie, side: attack, technique: T0856, on: AT-101.reading, from: 2 min,\n"
    "     effect: !bias {by: !uniform {low: 0.001, high: 0.008}}}\n";

std::vector<nlohmann::json> lines_of(const fs::path& file) {
  std::istringstream text(text_of(file));
  std::vector<nlohmann::json> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(nlohmann::json::parse(line));
  return lines;
}

TEST(Campaign, IsTheSameForAnyNumberOfWorkers) {
  const TemporaryFolder folder;
  plant_scenario(folder, "lie", kUncertain);
  for (const char* workers : {"1", "2"}) {
    const Ended ended = shell(std::string("twinaxis run lie.yaml --samples 6 --quiet --workers ") +
                                  workers + " --out o" + workers,
                              folder.path());
    ASSERT_EQ(ended.code, 0) << ended.out << ended.err;
  }
  const fs::path one = folder.path() / "o1/lie", two = folder.path() / "o2/lie";
  EXPECT_EQ(text_of(one / "samples.jsonl"), text_of(two / "samples.jsonl"));
  EXPECT_EQ(text_of(one / "campaign.json"), text_of(two / "campaign.json"));

  const auto samples = lines_of(one / "samples.jsonl");
  ASSERT_EQ(samples.size(), 6u);
  for (std::size_t k = 0; k < samples.size(); ++k) {
    EXPECT_EQ(samples[k]["sample"], k + 1);
    EXPECT_EQ(samples[k]["seed"], 7);
    const std::string before = k > 0 ? samples[k - 1]["hash"].get<std::string>() : "";
    EXPECT_NE(samples[k]["hash"], before) << "nothing was drawn";
  }
}

TEST(Campaign, ASampleDoesNotDependOnHowManyThereAre) {
  const TemporaryFolder folder;
  plant_scenario(folder, "lie", kUncertain);
  shell("twinaxis run lie.yaml --samples 4 --quiet --out few", folder.path());
  shell("twinaxis run lie.yaml --samples 6 --quiet --out many", folder.path());
  const std::string few = text_of(folder.path() / "few/lie/samples.jsonl");
  EXPECT_NE(few, "");
  EXPECT_TRUE(text_of(folder.path() / "many/lie/samples.jsonl").starts_with(few));
}

// Stdout is buffered when it is no terminal; a child must not print its copy of the parent's text.
TEST(Campaign, TellsEachScenarioOnce) {
  const TemporaryFolder folder;
  for (const char* name : {"one", "two"}) plant_scenario(folder, name, kUncertain);
  const Ended ended =
      shell("twinaxis run one.yaml two.yaml --samples 3 --quiet --workers 2", folder.path());
  const auto first = ended.out.find("one: 3 samples");
  ASSERT_NE(first, std::string::npos) << ended.out << ended.err;
  EXPECT_EQ(ended.out.find("one: 3 samples", first + 1), std::string::npos) << ended.out;
}

TEST(Campaign, SamplesOfAnotherVersionOfTheScenarioAreLeftOut) {
  const TemporaryFolder folder;
  const auto reported = [&] {
    const Ended ended = shell(
        "twinaxis run lie.yaml --quiet && twinaxis report out/lie --page p.html", folder.path());
    EXPECT_EQ(ended.code, 0) << ended.err;
    return text_of(folder.path() / "p.html").find("\"campaign\":{") != std::string::npos;
  };
  plant_scenario(folder, "lie", kUncertain);
  shell("twinaxis run lie.yaml --samples 3 --quiet", folder.path());
  EXPECT_TRUE(reported());
  plant_scenario(folder, "lie",
                 kUncertain +
                     "  - {id: off, side: fault, on: FT-101.reading,\n"
                     "     from: 3 min, effect: !hold {}}\n");
  EXPECT_FALSE(reported());
}

TEST(Campaign, TwoScenariosThatWouldShareAFolderAreRefused) {
  const TemporaryFolder folder;
  plant_scenario(folder, "lie", kUncertain);
  fs::create_directory(folder.path() / "other");
  fs::copy_file(folder.path() / "lie.yaml", folder.path() / "other/lie.yaml");
  const Ended ended = shell("twinaxis run lie.yaml other/lie.yaml --quiet", folder.path());
  EXPECT_EQ(ended.code, 2) << ended.out;
  EXPECT_NE(ended.err.find("other/lie.yaml"), std::string::npos) << ended.err;
}

TEST(Campaign, CountsAFailedSampleAndKeepsItsNumberSeedAndReason) {
  const TemporaryFolder folder;
  // In some samples the fire is one that no numbers can follow, in the others there is none.
  plant_scenario(folder, "sun",
                 "run: {for: 5 min}\nseed: 7\ninterventions:\n"
                 "  - {id: sun, side: fault, on: column.fire_heat, from: 2 min,\n"
                 "     effect: !override {value: !choice {of: [0 W, 1e300 W]}}}\n");
  const Ended ended = shell("twinaxis run sun.yaml --samples 8 --quiet", folder.path());
  EXPECT_EQ(ended.code, 3) << ended.out << ended.err;
  std::size_t failed = 0;
  const auto samples = lines_of(folder.path() / "out/sun/samples.jsonl");
  ASSERT_EQ(samples.size(), 8u);
  for (const auto& sample : samples) {
    EXPECT_EQ(sample["seed"], 7);
    if (!sample.contains("failed")) continue;
    ++failed;
    EXPECT_NE(sample["failed"].get<std::string>().find("failed: "), std::string::npos) << sample;
  }
  EXPECT_GT(failed, 0u);
  EXPECT_LT(failed, 8u);
  EXPECT_NE(ended.out.find(std::to_string(failed) + " samples failed"), std::string::npos)
      << ended.out;
  const auto summary = nlohmann::json::parse(text_of(folder.path() / "out/sun/campaign.json"));
  EXPECT_NE(summary.dump().find("\"failed_samples\":" + std::to_string(failed)), std::string::npos)
      << summary;
}

}  // namespace
}  // namespace twinaxis::test
