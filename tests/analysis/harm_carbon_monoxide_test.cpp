#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

#include "analysis/harm/carbon_monoxide.h"
#include "sim/core/require.h"

namespace twinaxis::harm {
namespace {

TEST(Cfk, MoreGasHarderBreathingAndMoreTimeGiveMore) {
  for (const Activity a : {Activity::rest, Activity::light, Activity::moderate, Activity::heavy}) {
    double before = 0;
    for (const double ppm : {0.0, 50.0, 200.0, 1000.0, 5000.0, 50000.0}) {
      const double after = cfk_after(breather(a), ppm, 30);
      EXPECT_GT(after, before) << ppm;
      EXPECT_LT(after, 1) << ppm;
      before = after;
    }
  }
  EXPECT_LT(cfk_after(breather(Activity::rest), 400, 30),
            cfk_after(breather(Activity::heavy), 400, 30));
}

TEST(Cfk, EndsWhereUptakeAndWashoutBalance) {
  // x / (1 - x) = M (PICO + VCO B) / PO2: at 400 ppm and light work PICO = 0.2852, VCO B = 0.0007,
  // PO2 = 0.2093 (713 - 0.2852) - 49 = 100.17, so x = 0.6222 / 1.6222 = 0.3836.
  const Breather who = breather(Activity::light);
  EXPECT_NEAR(cfk_after(who, 400, 60 * 48), 0.3836, 1e-4);
  EXPECT_NEAR(cfk_rate_per_min(who, cfk_after(who, 400, 60 * 96), 400), 0, 1e-9);
}

TEST(Cfk, FreshAirHalvesItInTheUsualTime) {
  // Independent run: 30 to 15 % in 264 min at rest; people take 320 min on average. Our haemoglobin
  // was not chosen after this number: 2 %.
  Breather who = breather(Activity::rest);
  who.start_fraction = 0.3;
  EXPECT_NEAR(cfk_after(who, 0, 264), 0.15, 0.003);
}

TEST(Cfk, SmallerStepsChangeNothing) {
  // The same exposure in one interval, and in a thousand.
  const Breather who = breather(Activity::moderate);
  std::vector<double> time_min, ppm;
  for (int i = 0; i <= 1000; ++i) {
    time_min.push_back(0.06 * i);
    ppm.push_back(3000);
  }
  EXPECT_NEAR(cfk(who, time_min, ppm).back(), cfk_after(who, 3000, 60), 1e-9);
}

TEST(Cfk, RisesAndFallsWithTheAir) {
  const Breather who = breather(Activity::light);
  const std::array time_min{0.0, 10.0, 10.001, 200.0};
  const std::array ppm{2000.0, 2000.0, 0.0, 0.0};
  const auto cohb = cfk(who, time_min, ppm);
  EXPECT_NEAR(cohb[1], cfk_after(who, 2000, 10), 1e-12);
  EXPECT_LT(cohb[3], 0.7 * cohb[2]);
}

TEST(Cfk, FullBloodStaysBelowOneAndGapsCountAsFreshAir) {
  EXPECT_LT(cfk_after(breather(Activity::heavy), 1e6, 600), 1);
  const std::array time_min{0.0, 100.0};
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::array unknown{nan, nan}, none{0.0, 0.0};
  const Breather who = breather(Activity::rest);
  EXPECT_EQ(cfk(who, time_min, unknown).back(), cfk(who, time_min, none).back());
  const std::array descending{100.0, 0.0};
  EXPECT_THROW(cfk(who, descending, none), ContractError);
}

TEST(Cfk, LinearAndNonlinearAgreeWhileLittleIsBound) {
  // 25 ppm for 10 min, the same constants: what is bound stays below 1.2 % of the capacity, so the
  // oxyhaemoglobin that one of them holds is wrong by as much, and the uptake by far less.
  Breather who = breather(Activity::light);
  who.start_fraction = 0.008;
  const double dry_mmHg = 713;
  const double inspired_mmHg = 25e-6 * dry_mmHg;
  const LinearCfk linear{.diffusing_ml_per_min_mmHg = who.diffusing_ml_per_min_mmHg,
                         .ventilation_ml_per_min = who.ventilation_ml_per_min,
                         .blood_ml = who.blood_ml,
                         .oxyhaemoglobin = who.capacity() * (1 - 0.009),
                         .oxygen_mmHg = who.oxygen_fraction * (dry_mmHg - inspired_mmHg) - 49,
                         .start = 0.008 * who.capacity()};
  const double of_capacity = linear.fraction_after(25, 10) * linear.oxyhaemoglobin / who.capacity();
  EXPECT_NEAR(of_capacity, cfk_after(who, 25, 10), 1e-5);
}

TEST(Room, FillsLinearlyAtFirstAndEndsWhereSourceAndVentilationBalance) {
  const double source = 0.05 / 3600, ventilation = 10.0 / 3600;
  EXPECT_NEAR(room_ppm(source, ventilation, 20, 1), 1e6 * source / 20, 1e-3);
  EXPECT_NEAR(room_ppm(source, ventilation, 20, 1e6), 1e6 * source / ventilation, 1e-9);
  EXPECT_NEAR(room_ppm(source, 0, 20, 100), 1e6 * source * 100 / 20, 1e-9);
}

TEST(Death, HalfDieAtTheMedianAndASigmaOfZeroIsAStep) {
  EXPECT_DOUBLE_EQ(cohb_death_probability(0.6, 0.6, 0.15), 0.5);
  // One sigma below: Phi(-1).
  EXPECT_NEAR(cohb_death_probability(0.6 * std::exp(-0.15), 0.6, 0.15), 0.158655, 1e-6);
  EXPECT_EQ(cohb_death_probability(0.59, 0.6, 0), 0);
  EXPECT_EQ(cohb_death_probability(0.6, 0.6, 0), 1);
  EXPECT_EQ(cohb_death_probability(0, 0.6, 0.15), 0);
}

}  // namespace
}  // namespace twinaxis::harm
