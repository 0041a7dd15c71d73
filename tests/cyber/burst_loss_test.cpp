// Loss in bursts on a wireless medium: the chain of Gilbert and Elliott.

#include "sim/cyber/burst_loss.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "tests/cyber/rig.h"

namespace twinaxis::cyber {
namespace {

constexpr int kMessages = 200'000;

std::vector<bool> losses(const BurstLoss& law, const char* name = "a") {
  BurstChain chain(law, stream(1, 0, name));
  std::vector<bool> lost;
  for (int i = 0; i < kMessages; ++i) lost.push_back(chain.loses_next());
  return lost;
}

double share(const std::vector<bool>& lost) {
  return static_cast<double>(std::count(lost.begin(), lost.end(), true)) / kMessages;
}

TEST(BurstLoss, LosesTheShareOfTheChainAtRest) {
  // p 0.02, q 0.18: a tenth of the time bad; 0.9 x 0.01 + 0.1 x 0.6 = 0.069. States hold on for
  // 1 / (p + q) = 5 messages, which makes the mean of n as uncertain as that of n / 9 draws:
  // variance of the state 0.09 x 0.59^2 x 9 / n + 0.069 / n; five deviations are 0.0062.
  const BurstLoss law{0.02, 0.18, 0.01, 0.6};
  EXPECT_NEAR(mean_loss_probability(law), 0.069, 1e-12);
  EXPECT_NEAR(share(losses(law)), 0.069, 0.0062);
}

TEST(BurstLoss, BurstsLastAsLongAsTheBadState) {
  // Nothing is lost in the good state and all in the bad: a burst is a stay in it, geometric with
  // mean 1 / q = 5 and deviation sqrt(1 - q) / q = 4.5. About n p q / (p + q) = 1,905 bursts, so
  // five deviations of the mean are 0.51.
  const auto lost = losses({0.01, 0.2, 0, 1});
  int bursts = 0, length = 0;
  for (std::size_t i = 0; i < lost.size(); ++i) {
    length += lost[i] ? 1 : 0;
    if (lost[i] && (i == 0 || !lost[i - 1])) ++bursts;
  }
  EXPECT_GT(bursts, 1'500);
  EXPECT_NEAR(static_cast<double>(length) / bursts, 5, 0.51);
}

TEST(BurstLoss, AChainThatNeverMovesStaysGood) {
  EXPECT_EQ(mean_loss_probability({0, 0, 0, 1}), 0);
  EXPECT_EQ(share(losses({0, 0, 0, 1})), 0);
  EXPECT_EQ(share(losses({1, 0, 0, 1})), 1);
}

TEST(BurstLoss, EveryChannelHasAChainOfItsOwn) {
  const BurstLoss law{0.05, 0.2, 0, 1};
  EXPECT_EQ(losses(law), losses(law));
  EXPECT_NE(losses(law), losses(law, "b"));
}

NetworkPlan wireless_field(std::optional<BurstLoss> loss) {
  NetworkPlan plan = two_zones();
  plan.zones["field"].loss = loss;
  plan.channels = {channel("station", "plc", "fieldbus", {{"truth.p", "p"}}, s(1)),
                   channel("plc", "hmi", "screen", {{"p", "shown"}}, s(1))};
  return plan;
}

TEST(BurstLoss, ActsOnWhatPassesTheMediumAndOnNothingElse) {
  // A third of the messages of station -> plc; plc -> hmi stays inside its cable LAN. p 0.1, q 0.2,
  // states hold on for 1 / 0.3: variance 2/9 x (2 - 0.3) / 0.3 / n = 1.26 / n; five deviations of
  // 10,000 are 0.056.
  Rig rig(wireless_field(BurstLoss{0.1, 0.2, 0, 1}));
  rig.run_until(s(9'999) + ms(500));
  const auto counts = rig.network->counts();
  EXPECT_EQ(counts.sent, 20'000u);
  EXPECT_NEAR(static_cast<double>(counts.lost) / 10'000, 1.0 / 3, 0.056);
  EXPECT_EQ(counts.sent, counts.delivered + counts.lost);
}

TEST(BurstLoss, NoneLosesNothing) {
  Rig rig(wireless_field(std::nullopt));
  rig.run_until(s(999) + ms(500));
  EXPECT_EQ(rig.network->counts().lost, 0u);
}

}  // namespace
}  // namespace twinaxis::cyber
