// For every use case of the list: the same scenario is the same run, to the bit.

#include <gtest/gtest.h>

#include <algorithm>

#include "sim/core/hash.h"
#include "tests/use_cases/parameters.h"

namespace twinaxis::test {
namespace {

class Determinism : public testing::TestWithParam<UseCase> {
 protected:
  Variations variations{GetParam()};
};

/// The hash that `twinaxis run` prints for the scenario.
std::string hash_of_program(const fs::path& scenario, const std::string& before) {
  const TemporaryFolder folder;
  const Ended run =
      shell(before + "twinaxis run " + scenario.string() + " --quiet --out o", folder.path());
  const auto at = run.out.find("hash ");
  EXPECT_NE(at, std::string::npos) << run.out << run.err;
  return at == std::string::npos ? "" : run.out.substr(at + 5, 16);
}

TEST_P(Determinism, TwoRunsGiveTheSameHash) {
  const ScenarioText quiet = read_text(variations.quiet());
  const std::string hash = hex(run_apart(quiet).hash);
  EXPECT_EQ(hash, hex(run_apart(quiet).hash));
  // A program started anew has its stack, heap and libraries elsewhere (address space layout
  // randomisation); a large environment moves the stack further.
  EXPECT_EQ(hash, hash_of_program(variations.quiet(), ""));
  EXPECT_EQ(hash, hash_of_program(variations.quiet(), "FILLER=$(printf %20000s) "));
}

TEST_P(Determinism, NullAttackEqualsNoAttack) {
  const std::string plan = variations.every_step(10);
  const ScenarioText quiet = variations.with(plan);
  std::string attack = plan + "interventions:\n";
  int count = 0;
  for (const Point* p : touchable_values(variations.table())) {
    const std::string head = "  - {id: i" + std::to_string(count++) +
                             ", side: attack, technique: T0856, from: 0 s, on: '" + p->name +
                             "', effect: ";
    attack += head + (count % 2 == 0 ? "!scale {by: 1}" : "!bias {by: " + in_unit(0, *p) + "}");
    attack += "}\n";
  }
  ASSERT_GT(count, 0);
  EXPECT_EQ("", difference(run_apart(quiet), run_apart(variations.with(attack)), "attack."));
}

/// Keys of every map in the opposite order; lists keep theirs, because it means something.
void reverse_keys(scenario::Node& node) {
  std::reverse(node.entries.begin(), node.entries.end());
  for (auto& entry : node.entries) reverse_keys(entry.value);
  for (auto& item : node.items) reverse_keys(item);
}

TEST_P(Determinism, OrderOfKeysChangesNothing) {
  ScenarioText text = variations.with(variations.every_step(10) + disturbance(variations.table()));
  const Recording as_written = run_apart(text);
  reverse_keys(text.document);
  EXPECT_EQ(hex(as_written.hash), hex(run_apart(text).hash));
}

INSTANTIATE_TEST_SUITE_P(UseCases, Determinism, testing::ValuesIn(use_cases()), name_of_use_case);

}  // namespace
}  // namespace twinaxis::test
