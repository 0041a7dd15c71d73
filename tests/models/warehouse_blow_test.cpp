// A vehicle runs into somebody: two masses and a spring, momentum, who is touched.

#include <gtest/gtest.h>

#include <cmath>

#include "models/warehouse/blow.h"
#include "sim/physics/rigid/person.h"

namespace twinaxis::warehouse {
namespace {

/// One region only: a lower leg that does not get away by its posture.
rigid::PersonSpec leg(double mass_kg = 75) {
  rigid::PersonSpec p;
  p.posture_per_s = 0.01;
  p.regions["leg"] = {.region = "lower_leg",
                      .shape = {0.055, 0.2},
                      .at = {.z_m = 0.2},
                      .mass_kg = mass_kg,
                      .skin = {60e3, 0}};
  return p;
}

double force_of(const Blow& blow, const std::string& region) {
  for (const RegionForce& f : blow.forces) {
    if (f.region == region) return f.peak_N;
  }
  return 0;
}

TEST(WarehouseBlow, PeakIsThatOfTwoMassesAndASpring) {
  const VehicleParams v;
  for (const double speed : {0.3, 0.7, 1.3}) {
    const Blow blow = run_into(v, leg(), {.speed_m_per_s = speed, .lasts = duration_from_s(0.4)});
    const double mu = v.mass_kg * 75 / (v.mass_kg + 75);
    const double exact_N = speed * std::sqrt(60e3 * mu);
    EXPECT_NEAR(force_of(blow, "lower_leg"), exact_N, 0.02 * exact_N) << speed;
    EXPECT_EQ(blow.first, "lower_leg");
  }
}

TEST(WarehouseBlow, KeepsMomentumOfAnElasticBlow) {
  const VehicleParams v;
  const double speed = 1;
  const Blow blow = run_into(v, leg(), {.speed_m_per_s = speed, .lasts = duration_from_s(0.2)});
  EXPECT_NEAR(blow.speed_after_m_per_s, speed * (v.mass_kg - 75) / (v.mass_kg + 75), 0.02);
}

TEST(WarehouseBlow, APodAddsItsMassAsFarAsFrictionHoldsIt) {
  const VehicleParams v;
  const BlowSpec empty{.speed_m_per_s = 0.7, .lasts = duration_from_s(0.3)};
  BlowSpec loaded = empty;
  loaded.loaded = true;
  const double alone_N = force_of(run_into(v, leg(), empty), "lower_leg");
  const Blow with_pod = run_into(v, leg(), loaded);
  const double all_kg = v.mass_kg + v.pod_kg;
  const double together_N = 0.7 * std::sqrt(60e3 * all_kg * 75 / (all_kg + 75));
  EXPECT_GT(force_of(with_pod, "lower_leg"), 1.05 * alone_N);
  EXPECT_LT(force_of(with_pod, "lower_leg"), 1.02 * together_N);
  EXPECT_LT(with_pod.pod_tilt_rad, 0.1);
}

TEST(WarehouseBlow, SlowerIsSofterAndNobodyIsHurtByAVehicleThatStands) {
  const VehicleParams v;
  double before_N = 0;
  for (const double speed : {0.1, 0.3, 0.6, 1.3, 2.5}) {
    const double force_N = run_into(v, leg(), {.speed_m_per_s = speed}).peak_N;
    EXPECT_GT(force_N, before_N);
    before_N = force_N;
  }
  EXPECT_EQ(run_into(v, leg(), {.speed_m_per_s = 0}).peak_N, 0);
}

TEST(WarehouseBlow, RegionsAreNamedOnceEach) {
  rigid::PersonSpec p = leg();
  p.regions["other_leg"] = p.regions["leg"];
  EXPECT_EQ(region_names(p), std::vector<std::string>{"lower_leg"});
}

}  // namespace
}  // namespace twinaxis::warehouse
