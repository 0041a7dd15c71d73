#include "sim/control/reliability.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/core/require.h"

namespace twinaxis {
namespace {

constexpr double kYear_s = 8760 * 3600.0;

VotedGroup group(int needed, int channels, double per_hour, double beta) {
  return {.needed_count = needed,
          .channel_count = channels,
          .dangerous_undetected_per_s = per_hour / 3600,
          .common_cause_fraction = beta,
          .proof_test_interval = duration_from_s(kYear_s)};
}

TEST(Reliability, OneChannelFailsWithAnExponentialTime) {
  const auto g = group(1, 1, 2e-6, 0.05);
  // 1 - exp(-lambda t); an overdue test, two years: lambda t = 0.03504.
  EXPECT_NEAR(pfd_at(g, 2 * kYear_s), 1 - std::exp(-0.03504), 1e-15);
}

TEST(Reliability, AveragesAreTheIntegralsOfTheirPolynomialsInExp) {
  // Without common cause, q = 1 - e^-u: 1oo2 q^2, 2oo3 3 q^2 - 2 q^3, 1oo3 q^3. With
  // I_k = (1 - e^-kx) / (kx), the mean of e^-ku over u = 0..x:  q^2 -> 1 - 2 I1 + I2,
  // q^3 -> 1 - 3 I1 + 3 I2 - I3. x = 0.876 keeps those sums from cancelling.
  const double x = 1e-4 * 8760;
  const auto mean = [x](int k) { return -std::expm1(-k * x) / (k * x); };
  const double q2 = 1 - 2 * mean(1) + mean(2);
  const double q3 = 1 - 3 * mean(1) + 3 * mean(2) - mean(3);
  EXPECT_NEAR(pfd_average(group(1, 2, 1e-4, 0)), q2, 1e-14);
  EXPECT_NEAR(pfd_average(group(2, 3, 1e-4, 0)), 3 * q2 - 2 * q3, 1e-14);
  EXPECT_NEAR(pfd_average(group(1, 3, 1e-4, 0)), q3, 1e-14);
}

TEST(Reliability, ACommonCauseMakesAllChannelsOne) {
  EXPECT_NEAR(pfd_average(group(1, 3, 2e-6, 1)), pfd_average(group(1, 1, 2e-6, 0)), 1e-16);
}

TEST(Reliability, SimplifiedFormsAreTheLimitOfRareFailures) {
  // The next term of the expansion is of relative size lambda T: 8.76e-6 at 1e-9 per hour; the
  // factors in front are below 3.
  for (const auto& [needed, channels] : {std::pair{1, 1}, {1, 2}, {2, 2}, {2, 3}, {1, 3}}) {
    const auto g = group(needed, channels, 1e-9, 0.1);
    EXPECT_NEAR(pfd_average(g) / pfd_average_simplified(g), 1, 3e-5) << needed << "oo" << channels;
  }
}

TEST(Reliability, MoreChannelsHelpAndMoreNeededHurt) {
  const auto pfd = [](int m, int n) { return pfd_average(group(m, n, 2e-6, 0.05)); };
  EXPECT_LT(pfd(1, 3), pfd(1, 2));
  EXPECT_LT(pfd(1, 2), pfd(2, 3));
  EXPECT_LT(pfd(2, 3), pfd(1, 1));
  EXPECT_LT(pfd(1, 1), pfd(2, 2));
}

TEST(Reliability, BandsOfTheIntegrityLevels) {
  EXPECT_EQ(sil_of_pfd(0.1), 0);
  EXPECT_EQ(sil_of_pfd(0.05), 1);
  EXPECT_EQ(sil_of_pfd(1e-2), 1) << "a bound belongs to the lower level";
  EXPECT_EQ(sil_of_pfd(8.76e-3), 2);
  EXPECT_EQ(sil_of_pfd(5.3e-4), 3);
  EXPECT_EQ(sil_of_pfd(1e-9), 4);
  EXPECT_EQ(sil_of_pfh(2e-5), 0);
  EXPECT_EQ(sil_of_pfh(5e-6), 1);
  EXPECT_EQ(sil_of_pfh(5e-9), 4);
}

TEST(Reliability, RefusesAGroupThatNeedsMoreThanItHas) {
  EXPECT_THROW(pfd_at(group(3, 2, 1e-6, 0), 1), ContractError);
}

}  // namespace
}  // namespace twinaxis
