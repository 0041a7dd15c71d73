// Closed networks of queues against what is known of them.

#include <gtest/gtest.h>

#include <array>

#include "models/warehouse/closed_network.h"

namespace twinaxis::warehouse {
namespace {

TEST(ClosedNetwork, OneCustomerNeverWaits) {
  const std::array<Server, 2> servers{{{1, 20, 1}, {2, 5, 1}}};
  EXPECT_DOUBLE_EQ(rounds_per_s(servers, 100, 1), 1.0 / 100);
}

TEST(ClosedNetwork, ManyKeepTheBottleneckBusyAndNeverMoreThanThat) {
  const std::array<Server, 3> servers{{{1, 20, 1}, {2, 5, 0.3}, {1, 4, 0}}};
  double before = 0;
  for (const int customers : {1, 2, 5, 10, 30, 100, 1000}) {
    const double rate = rounds_per_s(servers, 100, customers);
    EXPECT_GE(rate, before);
    EXPECT_LE(rate, 1.0 / 20 * (1 + 1e-12));
    EXPECT_LE(rate, customers / 100.0);
    before = rate;
  }
  EXPECT_NEAR(before, 1.0 / 20, 1e-12);
}

/// Beside so much delay customers come at random: M/D/1, Pollaczek and Khinchin's wait
/// rho s / (2 (1 - rho)).
TEST(ClosedNetwork, FewBesideMuchDelayWaitAsInTheQueueMD1) {
  for (const double load : {0.2, 0.5, 0.8}) {
    const double service_s = 1, round_s = 1e5;
    const std::array<Server, 1> server{{{1, service_s, 1}}};
    const int customers = static_cast<int>(load * round_s);
    const double wait_s = customers / rounds_per_s(server, round_s, customers) - round_s;
    EXPECT_NEAR(wait_s, load * service_s / (2 * (1 - load)), 2e-3) << load;
  }
}

/// The wait of a random stream shrinks with its randomness (Kingman; Whitt).
TEST(ClosedNetwork, WhoComesEvenlySpacedWaitsLess) {
  const auto wait_s = [](double randomness) {
    const std::array<Server, 1> server{{{1, 1, randomness}}};
    return 50'000 / rounds_per_s(server, 1e5, 50'000) - 1e5;
  };
  EXPECT_NEAR(wait_s(0), 0, 1e-6);
  EXPECT_NEAR(wait_s(0.5), wait_s(1) / 2, 2e-3);
}

}  // namespace
}  // namespace twinaxis::warehouse
