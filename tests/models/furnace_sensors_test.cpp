// Sixty thermocouples at six gateways: what arrives at the collecting servers.

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "models/furnace/works_layout.h"
#include "models/furnace/works_sensors.h"
#include "tests/cyber/rig.h"

namespace twinaxis::furnace {
namespace {

using cyber::at;
using cyber::ms;
using cyber::Rig;
using cyber::s;

/// Gateways and servers alone; every truth in K stands at 1500 K but the air, at 300 K.
Rig make_rig(const GatewayParams& p) {
  PointTable table;
  for (const auto& truth : works::truth_points({})) {
    table.truth(truth.name, truth.unit, truth.doc, truth.name == "works.air" ? 300 : 1500);
  }
  cyber::NetworkPlan plan;
  plan.zones = {{"radio", {}}, {"support", {}}};
  plan.links = {{"radio", "support"}};
  plan.rules = {{"readings", {"radio", "support", "mqtt", true, ""}}};
  plan.hosts = {{"collector1", {"support", "", 0}}, {"collector2", {"support", "", 0}}};
  add_gateways(p, gateways_of({}), {}, "works.air", table, plan);
  return Rig(std::move(plan), std::move(table));
}

GatewayParams silent() {
  GatewayParams p = usual_sensors(gateways_of({}));
  for (auto& [name, sensor] : p.sensors) sensor.noise_K = 0;
  return p;
}

TEST(WorksSensors, AreSixtyWithNamesOfTheirOwn) {
  std::set<std::string> names;
  std::size_t count = 0;
  for (const Gateway& gateway : gateways_of({})) {
    EXPECT_EQ(gateway.sensors.size(), 10u) << gateway.host;
    for (const auto& place : gateway.sensors) names.insert(place.name);
    count += gateway.sensors.size();
  }
  EXPECT_EQ(count, 60u);
  EXPECT_EQ(names.size(), 60u);
}

TEST(WorksSensors, ReadTheirPlacesToAMicrovolt) {
  // Half a microvolt is 0.014 K at 1227 degC. TC-110 has no offset; TC-220 hangs 5 K below.
  Rig rig = make_rig(silent());
  rig.run_until(s(30));
  EXPECT_NEAR(rig.value("collector1.TC-110.reading"), 1500, 0.015);
  EXPECT_NEAR(rig.value("collector1.TC-220.reading"), 1495, 0.015);
}

TEST(WorksSensors, FollowAStepWithTheirLag) {
  // First conversion of gw2 at 2 s at 1500 K; from then on 1600 K: after one period of 10 s and a
  // lag of 20 s the reading is 1600 - 100 exp(-1/2) = 1539.35 K.
  Rig rig = make_rig(silent());
  rig.run_until(s(2) + ms(500));
  rig.set("furnace.heating.well_temperature", 1600, at(s(3)));
  rig.run_until(s(12) + ms(500));
  EXPECT_NEAR(rig.value("TC-210.reading"), 1600 - 100 * std::exp(-0.5), 0.02);
}

TEST(WorksSensors, DriftByTheirRateAndBreakUpscale) {
  GatewayParams p = silent();
  p.sensors["TC-210"].drift_K_per_s = 5.0 / 3.6e6;  // 5 K per 1000 h
  p.sensors["TC-211"].opens_after = s(100);
  Rig rig = make_rig(p);
  rig.run_until(s(90));
  EXPECT_NEAR(rig.value("TC-211.reading"), 1500, 0.015);
  rig.run_until(s(110));
  EXPECT_EQ(rig.value("TC-211.reading"), kTypeKHigh_K);
  rig.run_until(s(360'000));  // 100 h: half a kelvin
  EXPECT_NEAR(rig.value("TC-210.reading"), 1500.5, 0.015);
}

TEST(WorksSensors, AColdJunctionThatIsSetLowerShiftsAllReadingsOfItsGateway) {
  // 45 K less at the cold end (40 uV/K) are 50 K less at 1227 degC (36 uV/K); gw3 is untouched.
  Rig rig = make_rig(silent());
  const auto taps = std::vector<Tap>{[](double value, Time) { return value - 45; }};
  rig.bus->set_taps(rig.table.id("gw2.cold_junction"), taps, {});
  rig.run_until(s(30));
  EXPECT_NEAR(rig.value("collector1.TC-210.reading"), 1450, 2);
  EXPECT_NEAR(rig.value("collector1.TC-224.reading"), 1450, 4);
  EXPECT_NEAR(rig.value("collector1.TC-310.reading"), 1500, 0.015);
}

TEST(WorksSensors, NoiseHasItsDeviation) {
  // 0.5 K, 1,000 readings: mean within 5 x 0.5 / sqrt(1000) = 0.08, deviation within
  // 5 x 0.5 / sqrt(2000) = 0.056.
  Rig rig = make_rig(usual_sensors(gateways_of({})));
  std::vector<double> readings;
  for (int k = 0; k < 1000; ++k) {
    rig.run_until(s(10 * k + 9));
    readings.push_back(rig.value("TC-210.reading"));
  }
  double sum = 0, squares = 0;
  for (const double r : readings) sum += r - 1500, squares += (r - 1500) * (r - 1500);
  EXPECT_NEAR(sum / 1000, 0, 0.08);
  EXPECT_NEAR(std::sqrt(squares / 1000), 0.5, 0.056);
}

}  // namespace
}  // namespace twinaxis::furnace
