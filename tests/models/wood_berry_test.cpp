#include "models/distillation/wood_berry.h"

#include <gtest/gtest.h>

#include "sim/control/pid.h"
#include "sim/core/require.h"

namespace twinaxis::distillation {
namespace {

TEST(WoodBerry, SimulationIsTheClosedFormAtEveryTimeInEveryChannel) {
  // Exact for held inputs: 1000 intervals of 6 s leave rounding only, below 1e-13 of a gain
  // of 19.4.
  const auto model = WoodBerry::published();
  for (const auto input : {WoodBerry::reflux, WoodBerry::steam, WoodBerry::feed}) {
    WoodBerrySimulation run(model, duration_from_s(6));
    std::array<double, 3> step{};
    step[input] = 0.3;
    for (int k = 1; k <= 1000; ++k) {
      const auto y = run.step(step);
      for (const auto output : {WoodBerry::top, WoodBerry::bottom}) {
        ASSERT_NEAR(y[output], model.step_response(output, input, 0.3, 6.0 * k), 1e-12) << k;
      }
    }
  }
}

TEST(WoodBerry, NothingHappensBeforeTheDeadTime) {
  const auto model = WoodBerry::published();
  EXPECT_EQ(model.step_response(WoodBerry::bottom, WoodBerry::reflux, 1, 7 * 60), 0);
  EXPECT_GT(model.step_response(WoodBerry::bottom, WoodBerry::reflux, 1, 7 * 60 + 1), 0);
}

TEST(WoodBerry, RefusesAnIntervalThatDoesNotDivideTheDeadTimes) {
  EXPECT_THROW(WoodBerrySimulation(WoodBerry::published(), duration_from_s(60)), ContractError);
}

TEST(WoodBerry, TwoPiLoopsTunedForTheirInteractionBringBothProductsToTheirSetpoints) {
  // Biggest-log-modulus tuning: Kc 0.375 and -0.075 lb/min per wt%, Ti 8.29 and 23.6 min (Luyben,
  // Ind. Eng. Chem. Process Des. Dev. 25 (1986) 654). The slow bottom loop needs some ten hours to
  // 1e-3.
  const Duration interval = duration_from_s(6);
  const PidParams top{.gain = 0.375, .integral_time = duration_from_s(8.29 * 60)};
  const PidParams bottom{
      .gain = 0.075, .action = Action::direct, .integral_time = duration_from_s(23.6 * 60)};
  PidMemory top_memory, bottom_memory;
  WoodBerrySimulation run(WoodBerry::published(), interval);
  std::array<double, 2> y{};
  for (Time t; t < time_from_s(600 * 60); t += interval) {
    y = run.step({pid(top, top_memory, 1, y[0], to_s(interval)),
                  pid(bottom, bottom_memory, 0, y[1], to_s(interval)), 0.34});
  }
  EXPECT_NEAR(y[WoodBerry::top], 1, 1e-3);
  EXPECT_NEAR(y[WoodBerry::bottom], 0, 1e-3);
}

}  // namespace
}  // namespace twinaxis::distillation
