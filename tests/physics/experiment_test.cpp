#include "sim/physics/experiment.h"

#include <gtest/gtest.h>

#include <array>

#include "sim/core/require.h"
#include "tests/physics/systems.h"

namespace twinaxis {
namespace {

TEST(Experiment, HoldsEachInputUntilItIsSetAgain) {
  // x' = u: 1 x 2 s, then 4 x 3 s.
  const std::array<double, 1> one = {1};
  Experiment run(std::make_unique<testing_systems::Integrating>(), {}, one);
  run.run_until(time_from_s(2));
  run.set("u", 4);
  run.run_until(time_from_s(5));
  EXPECT_NEAR(run.output("x"), 1 * 2 + 4 * 3, 1e-13);
  EXPECT_EQ(run.now(), time_from_s(5));
}

TEST(Experiment, RefusesNamesAndCountsThatTheSystemDoesNotHave) {
  const std::array<double, 2> two = {1, 2};
  const auto integrating = [] { return std::make_unique<testing_systems::Integrating>(); };
  EXPECT_THROW(Experiment(integrating(), {}, two), ContractError);
  Experiment run(integrating(), {}, std::span(two).first(1));
  EXPECT_THROW(run.set("v", 1), ContractError);
}

}  // namespace
}  // namespace twinaxis
