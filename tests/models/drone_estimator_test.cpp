// What false satellites may say without being noticed: the gate of models/drone, in numbers.

#include <gtest/gtest.h>

#include <cmath>

#include "models/drone/estimator.h"
#include "tests/models/drone_rates.h"

namespace twinaxis::drone {
namespace {

constexpr int kScansPerFix = 50;  // 5 Hz

/// Stands still; fixes say what `fix` says, the flow camera says zero.
template <class Fixes>
EstimatorMemory stand_for(double time_s, Fixes fix, const EstimatorSettings& settings = {},
                          EstimatorMemory m = {}) {
  for (int k = 0; k < std::lround(time_s / kScan_s); ++k) {
    EstimatorReadings r;
    r.barometer_fresh = r.flow_fresh = k % 10 == 0;
    r.fix = fix((k - k % kScansPerFix) * kScan_s);  // the reading stays until the next
    r.fix.fresh = r.fix.fresh && k % kScansPerFix == 0;
    estimate({}, settings, r, m, kScan_s);
  }
  return m;
}

Fix honest(double) { return {true, 0, 0, 0, 0}; }

TEST(Estimator, LetsPassWhatIsInsideTheGateAndNothingBeyond) {
  // At rest the gate of the place is 5 sqrt(P + 0.5^2), of the velocity 5 sqrt(P + 0.3^2), with the
  // filter's own P: between 2.5 and 3.5 m, and 1.5 and 2 m/s.
  EstimatorMemory rest = stand_for(60, honest);
  // A fifth of a second passes until the next fix: P just before it.
  for (int k = 1; k < kScansPerFix; ++k) estimate({}, {}, {}, rest, kScan_s);
  AxisFilter next = rest.axis[0];
  next.predict(0, EstimatorParams{}.acceleration_m_s2, kScan_s);
  const double gate_m = 5 * std::sqrt(next.place_m2 + 0.25);
  const double gate_m_s = 5 * std::sqrt(next.velocity_m2_per_s2 + 0.09);
  EXPECT_GT(gate_m, 2.5);
  EXPECT_LT(gate_m, 3.5);
  EXPECT_LT(gate_m_s, 2);
  const auto rejects = [&](const Fix& fix) {
    EstimatorMemory m = rest;
    EstimatorReadings r;
    r.fix = fix;
    estimate({}, {}, r, m, kScan_s);
    return m.rejecting;
  };
  EXPECT_FALSE(rejects({true, 0.999 * gate_m, 0, 0, 0}));
  EXPECT_TRUE(rejects({true, 1.001 * gate_m, 0, 0, 0}));
  EXPECT_FALSE(rejects({true, 0, 0, 0, 0.999 * gate_m_s}));
  EXPECT_TRUE(rejects({true, 0, 0, 0, 1.001 * gate_m_s}));
}

TEST(Estimator, FollowsASlowRampToWhereItLeads) {
  const EstimatorMemory rest = stand_for(60, honest);
  const EstimatorMemory m = stand_for(
      60,
      [](double t) {
        return Fix{true, 0.7 * t, 0, 0.7, 0};
      },
      {}, rest);
  EXPECT_FALSE(m.rejecting);
  EXPECT_FALSE(m.lost);
  EXPECT_NEAR(m.axis[0].place_m, 0.7 * 60, 0.2);  // within a fix or two of motion
}

TEST(Estimator, LosesThePlaceRatherThanJump) {
  const EstimatorMemory rest = stand_for(60, honest);
  const auto jump = [](double) { return Fix{true, 25, 0, 0, 0}; };
  // Patience of 5 s from the last good fix, which is a fifth of a second old at most.
  EXPECT_FALSE(stand_for(4.7, jump, {}, rest).lost);
  const EstimatorMemory m = stand_for(5.1, jump, {}, rest);
  EXPECT_TRUE(m.rejecting);
  EXPECT_TRUE(m.lost);
  EXPECT_NEAR(m.axis[0].place_m, 0, 1e-9);
  // Nor later: 1 m/s2 a sample of 4 ms is a deviation of 17 m after a minute, five of which are
  // more than the jump.
  EXPECT_NEAR(stand_for(55, jump, {}, m).axis[0].place_m, 0, 1e-9);
}

TEST(Estimator, FlowCameraUnmasksTheRamp) {
  const EstimatorSettings checked{5, true};
  const EstimatorMemory rest = stand_for(60, honest, checked);
  const EstimatorMemory m = stand_for(
      60,
      [](double t) {
        return Fix{true, 0.7 * t, 0, 0.7, 0};
      },
      checked, rest);
  EXPECT_TRUE(m.distrusted);
  EXPECT_FALSE(m.lost);
  // Smoothed over 1 s the disagreement of 0.7 m/s passes 0.5 after ln(0.7 / 0.2) = 1.25 s and
  // counts 2 s later: 2.3 m have gone by at most.
  EXPECT_LT(m.axis[0].place_m, 0.7 * 3.3);
}

TEST(Estimator, FlowCameraKeepsThePlaceWithoutSatellites) {
  const EstimatorMemory rest = stand_for(60, honest, {5, true});
  const EstimatorMemory m = stand_for(
      60, [](double) { return Fix{}; }, {5, true}, rest);
  EXPECT_FALSE(m.lost);
  EXPECT_TRUE(stand_for(
                  60, [](double) { return Fix{}; }, {}, rest)
                  .lost);
}

}  // namespace
}  // namespace twinaxis::drone
