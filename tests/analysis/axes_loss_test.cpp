#include <gtest/gtest.h>

#include <cmath>

#include "analysis/harm_words.h"
#include "analysis/loss/interruption.h"
#include "analysis/loss/leak.h"
#include "analysis/quantile.h"
#include "analysis/recovery/takes.h"
#include "analysis/words.h"
#include "sim/core/require.h"

namespace twinaxis::analysis {
namespace {

constexpr double kDay_s = 86400;

TEST(Interruption, GoldenOutageOf24Days) {
  // Nothing for 14 days, then a straight ramp over 10; 50,000 a day; the first 72 h do not count:
  // 11 x 50,000 + 10 x 25,000 = 800,000.
  const Interruption outage{.level = {{0, 0}, {14 * kDay_s, 0}, {24 * kDay_s, 1}},
                            .margin_yen_per_s = 50e3 / kDay_s,
                            .waiting_s = 3 * kDay_s};
  EXPECT_NEAR(business_interruption_yen(outage), 800e3, 1e-6);
}

TEST(Interruption, ExtraExpenseAddsAndSavingsTakeAway) {
  Interruption outage{.level = {{0, 0}, {10, 0}}, .margin_yen_per_s = 5};
  outage.extra_yen = 20;
  outage.saved_yen = 12;
  outage.made_up_yen = 8;
  EXPECT_EQ(business_interruption_yen(outage), 50);
  outage.saved_yen = 1e6;
  EXPECT_EQ(business_interruption_yen(outage), 0);
}

TEST(TimeLine, OutputAboveNormalDoesNotMakeUp) {
  // From 0.5 to 1.5 in 2 s: only the triangle below 1 counts, half of 1 s times 0.5.
  EXPECT_NEAR(shortfall_s({{0, 0.5}, {2, 1.5}}, 0), 0.25, 1e-12);
  EXPECT_NEAR(shortfall_s({{0, 0.5}, {2, 1.5}}, 0.5), 0.0625, 1e-12);
}

TEST(TimeLine, RecoveryCountsFromFirstShortfallToLastRise) {
  const TimeLine line{{0, 1}, {10, 1}, {10, 0}, {30, 0}, {30, 0.9}, {40, 1}};
  EXPECT_NEAR(time_below_s(line, 0.95), 25, 1e-12);  // 10 to 35, half way up the ramp
  EXPECT_EQ(time_below_s({{0, 1}, {5, 1}}, 0.95), 0);
  EXPECT_EQ(time_below_s({{0, 1}, {5, 1}, {5, 0.5}, {9, 0.5}}, 0.95), 4);
  EXPECT_EQ(level_at(line, 10), 0);
  EXPECT_EQ(level_at(line, 35), 0.95);
  EXPECT_EQ(level_at({}, 3), 1);
}

TEST(Leak, JoModelGivesAllNinePublishedValues) {
  // JNSA table for identifiability 6, other factors 1.
  constexpr double table_yen[3][3] = {
      {6000, 18000, 78000}, {33000, 45000, 105000}, {303000, 315000, 375000}};
  for (int x = 1; x <= 3; ++x) {
    for (int y = 1; y <= 3; ++y) {
      EXPECT_DOUBLE_EQ(jo_yen_per_person({.mental_class = x, .economic_class = y}),
                       table_yen[x - 1][y - 1]);
    }
  }
  EXPECT_DOUBLE_EQ(jo_yen_per_person({.responsibility = 2, .after_care = 2}), 24000);
  EXPECT_THROW(jo_yen_per_person({.mental_class = 4}), ContractError);
}

// The same cases as the page's yen() in page_test.js: one style everywhere.
TEST(Words, MoneyKeepsFourDigits) {
  const auto says = [](double yen, const std::string& ja, const std::string& en) {
    EXPECT_EQ(yen_words(yen).ja, ja);
    EXPECT_EQ(yen_words(yen).en, en);
  };
  says(0, "0円", "0 yen");
  says(0.432, "0.432円", "0.432 yen");
  says(57.8703, "57.87円", "57.87 yen");
  says(9876, "9,876円", "9,876 yen");
  says(12345.6, "1.235万円", "12,350 yen");
  says(90.01e6, "9,001万円", "90.01 Myen");
  says(5.38e9, "53.8億円", "5,380 Myen");
  says(-1.5e8, "−1.5億円", "−150 Myen");
  says(99999999, "1億円", "100 Myen");
  says(2.5e12, "2.5兆円", "2,500,000 Myen");
}

Casualties hurt(double deaths, double serious, double slight, double p_death, double p_serious,
                double p_injury) {
  Casualties c;
  c.deaths = deaths, c.serious = serious, c.slight = slight;
  c.probability_of_death = p_death;
  c.probability_of_serious = p_serious;
  c.probability_of_injury = p_injury;
  return c;
}

// At 46 % nobody is counted dead, at 54 % one is: both edges say how near they are.
TEST(Words, HarmAtTheEdgeSaysItsChance) {
  EXPECT_EQ(harm_words(hurt(0, 1, 0, 0.46, 0.999, 1)).en, "chance of a death 46 %, 1 serious");
  EXPECT_EQ(harm_words(hurt(1, 0, 2, 0.54, 1, 1)).en, "1 dead (54 %), 2 slight");
  EXPECT_EQ(harm_words(hurt(1, 0, 2, 0.54, 1, 1)).ja, "死亡1人(確率54 %)・軽傷2人");
  EXPECT_EQ(harm_words(hurt(0, 0, 0, 0.4, 0.4, 0.4)).en, "chance of a death 40 %");
  EXPECT_EQ(harm_words(hurt(0, 0, 0, 0, 0, 0.3)).ja, "負傷の確率30 %");
  EXPECT_EQ(harm_words(hurt(13, 3, 14, 1, 1, 1)).en, "13 dead, 3 serious, 14 slight");
  EXPECT_EQ(harm_words(hurt(0, 0, 0, 0, 0, 0.005)).en, "");
  Casualties drawn = hurt(1, 0, 0, 0.54, 0.54, 0.54);
  drawn.drawn = true;
  EXPECT_EQ(harm_words(drawn).en, "1 dead");
}

// Two parties with a death by 30 % each: 1 - 0.7 x 0.7.
TEST(Words, PartiesTogetherAreHurtIndependently) {
  const auto all = together({hurt(0, 1, 0, 0.3, 0.9, 0.9), hurt(0, 0, 2, 0.3, 0.3, 1)});
  EXPECT_NEAR(all.probability_of_death, 0.51, 1e-12);
  EXPECT_NEAR(all.probability_of_serious, 0.93, 1e-12);
  EXPECT_EQ(all.probability_of_injury, 1);
  EXPECT_EQ(all.serious, 1);
  EXPECT_EQ(all.slight, 2);
}

TEST(Words, DataComeInBytesOfReadableSize) {
  EXPECT_EQ(quantity_words(8e9, "bytes").en, "8 GB");
  EXPECT_EQ(quantity_words(8.04e6, "bytes").ja, "8.04 MB");
  EXPECT_EQ(quantity_words(300, "bytes").en, "0.3 kB");
}

TEST(Takes, MediansAndPublishedPertQuantiles) {
  EXPECT_EQ(quantile_s(Fixed{duration_from_s(7)}, 0.9), 7);
  EXPECT_NEAR(quantile_s(Lognormal{duration_from_s(100), 0.95}, 0.5), 100, 1e-9);
  // ln(T/median)/sigma = 1.2815515655 at 90 %.
  EXPECT_NEAR(quantile_s(Lognormal{duration_from_s(100), 0.5}, 0.9),
              100 * std::exp(0.5 * 1.2815515655446004), 1e-9);
  // PERT(1, 4, 20): P50 5.6636639, P95 12.1938151.
  const Pert pert{duration_from_s(1), duration_from_s(4), duration_from_s(20)};
  EXPECT_NEAR(quantile_s(pert, 0.5), 5.6636639, 5e-8);
  EXPECT_NEAR(quantile_s(pert, 0.95), 12.1938151, 5e-8);
  const Duration one = duration_from_s(3);
  EXPECT_EQ(quantile_s(Pert{one, one, one}, 0.2), 3);
}

TEST(Quantile, BinomialIsTheSmallestCountThatReachesU) {
  // n = 3, p = 1/2: P(X <= k) = 1/8, 4/8, 7/8, 1.
  EXPECT_EQ(binomial_quantile(3, 0.5, 0.12), 0);
  EXPECT_EQ(binomial_quantile(3, 0.5, 0.13), 1);
  EXPECT_EQ(binomial_quantile(3, 0.5, 0.51), 2);
  EXPECT_EQ(binomial_quantile(3, 0.5, 0.88), 3);
  EXPECT_EQ(binomial_quantile(1000, 0, 0.999), 0);
  EXPECT_EQ(binomial_quantile(1000, 1, 0.001), 1000);
}

}  // namespace
}  // namespace twinaxis::analysis
