// A furnace of somebody's own, from YAML alone: two zones, five zones, other names, other sensors.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "sim/app/judge.h"
#include "sim/physics/balance.h"
#include "sim/physics/system_plant.h"
#include "tests/use_cases/battery.h"

namespace twinaxis::test {
namespace {

const char* const kTwoZones =
    "{zones: [{name: charge_side, slabs: 9, setpoint: 1180 degC, rated_power: 60 MW,"
    " preheats: true, wells: 1, roof: 3},"
    " {name: door_side, slabs: 11, setpoint: 1210 degC, rated_power: 40 MW, roof: 10}],"
    " line: {period: 500 s}, fan: {bearings: [{name: only, thermocouples: 3}]}}";

const char* const kFiveZones =
    "{zones: [{name: z1, slabs: 4, setpoint: 850 degC, rated_power: 25 MW, preheats: true},"
    " {name: z2, slabs: 4, setpoint: 1050 degC, rated_power: 25 MW, preheats: true},"
    " {name: z3, slabs: 4, setpoint: 1200 degC, rated_power: 30 MW},"
    " {name: z4, slabs: 5, setpoint: 1250 degC, rated_power: 25 MW},"
    " {name: z5, slabs: 5, setpoint: 1240 degC, rated_power: 15 MW, roof: 3}]}";

/// The shipped normal run, of a plant of one's own.
ScenarioText own(const std::string& plant, const std::string& more = "",
                 const std::string& length = "4 h") {
  static const UseCase& furnace =
      *std::ranges::find(use_cases(), std::string("furnace/works"), &UseCase::name);
  static const Variations variations(furnace);
  return variations.with("run: {for: " + length +
                         ", record: {every: 10 s}}\ntwin: {plant: " + plant + "}\n" + more);
}

double last(const Recording& run, const std::string& point) {
  const Column* column = run.find(point);
  return column == nullptr ? std::nan("") : column->values.back();
}

class AnyFurnace : public testing::TestWithParam<const char*> {};

TEST_P(AnyFurnace, RunsQuietlyAndItsSlabsAreAsOrdered) {
  const Recording run = run_apart(own(GetParam()));
  EXPECT_EQ(run.ending, Ending::completed) << run.reason;
  for (const Event& e : run.events) ADD_FAILURE() << e.name << " at " << to_s(e.at) << " s";
  EXPECT_EQ(run.find("product.on_spec")->minimum, 1);
  EXPECT_GE(last(run, "product.slabs"), 28);  // 14,400 s by at most 500 s
}

TEST_P(AnyFurnace, ClosesItsEnergy) {
  // Linear in the state: rounding only, as for the shipped plant (furnace_works_test.cpp).
  const Prepared twin = prepared(own(GetParam()));
  const auto plant = twin.model->plant(twin.table);
  const auto& system = dynamic_cast<const SystemPlant&>(*plant).system();
  IntegratorSpec spec;
  spec.step = twin.scenario.run.step;
  SystemPlant checked("own furnace", std::make_unique<WithInflows>(system), spec, twin.table,
                      BalanceCheck::on);
  Bus bus(twin.table);
  EventLog log;
  for (int k = 0; k < 3000; ++k) {
    checked.advance(bus, time_from_s(k), time_from_s(k + 1), log);
  }
  for (const auto& r : checked.balance_residuals(time_from_s(3000))) {
    EXPECT_LT(r.ratio, 1e-11) << r.name;
  }
}

TEST_P(AnyFurnace, IsJudgedAndLosesNothing) {
  // Rolling is what this plant makes, not what the shipped site says: only the other losses count.
  const ScenarioText text = own(GetParam());
  const Prepared twin = prepared(text);
  scenario::Problems problems;
  const app::Judge judge = app::load_judge(twin, text.file.parent_path(), problems);
  EXPECT_TRUE(problems.empty()) << problems.text();
  const auto outcome = app::judge(judge, run_apart(text));
  for (const auto& finding : outcome.assessment.findings) {
    EXPECT_EQ(finding.rule, "rolling_stopped");
  }
}

INSTANTIATE_TEST_SUITE_P(Zones, AnyFurnace, testing::Values(kTwoZones, kFiveZones),
                         [](const auto& which) { return which.index == 0 ? "Two" : "Five"; });

TEST(OwnFurnace, HasWhatItsListsSay) {
  const Prepared two = prepared(own(kTwoZones)), five = prepared(own(kFiveZones));
  for (const char* point :
       {"furnace.charge_side.temperature", "BRN-201.command", "TIC-201.setpoint", "TC-110.reading",
        "TC-122.reading", "TC-229.reading", "TC-231.reading", "TC-312.reading", "gw5.cold_junction",
        "bearing.only.grease_leak", "collector1.door_side.high", "panel.door_side_temperature"}) {
    EXPECT_TRUE(two.table.find(point)) << point;
  }
  // One well and three roof sensors; one bearing; no sixth gateway; nobody corrects the first zone.
  for (const char* point : {"TC-111.reading", "TC-123.reading", "furnace.heating.temperature",
                            "gw6.cold_junction", "panel.charge_side_temperature"}) {
    EXPECT_FALSE(two.table.find(point)) << point;
  }
  for (const char* point :
       {"TIC-501.setpoint", "TC-522.reading", "gw8.cold_junction", "screen.collector1.z5.state"}) {
    EXPECT_TRUE(five.table.find(point)) << point;
  }
}

TEST(OwnFurnace, AnAttackOnItsFifthZoneOverheatsIt) {
  // Every reading of gw5 45 K too low: the report finds z5 cold, the shift raises its set-point by
  // 50 K, the zone follows, and the report finds it in range again.
  const Recording run = run_apart(
      own(kFiveZones,
          "interventions: [{id: falsify, side: attack, technique: T0836, from: 10 min, on: "
          "gw5.cold_junction, effect: !bias {by: -45 K}}]\n"));
  ASSERT_NE(run.first("collector1.z5.low"), nullptr);
  ASSERT_NE(run.first("shift.z5_low"), nullptr);
  EXPECT_NEAR(last(run, "TIC-501.setpoint"), 1240 + 273.15 + 50, 1e-9);
  EXPECT_GT(last(run, "furnace.z5.temperature"), 1240 + 273.15 + 40);
  EXPECT_EQ(run.first("shift.z4_low"), nullptr);
}

TEST(OwnFurnace, AttackOnOneOfItsSensorsIsSeenByItsNeighbours) {
  const Recording run = run_apart(
      own(kFiveZones,
          "interventions: [{id: forge, side: attack, technique: T0856, from: 10 min, on: "
          "TC-510.reading, effect: !bias {by: -40 K}}, {id: compare, side: fault, from: 30 "
          "min, on: plausibility.on, effect: !override {value: 1}}]\n",
          "1 h"));
  const Event* found = run.first("collector1.neighbours.disagree");
  ASSERT_NE(found, nullptr);
  EXPECT_GE(found->at, time_from_s(1800));  // and not before anybody compares
  EXPECT_NE(run.first("collector1.z5.low"), nullptr);
}

}  // namespace
}  // namespace twinaxis::test
