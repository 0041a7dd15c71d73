// Every safety part stops its hazard, and fails when it is defeated.

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/harm/burn.h"
#include "tests/models/water_heater_run.h"

namespace twinaxis::water_heater {
namespace {

constexpr double kForgotten_K = 2000;

/// Flow sensor and thermistor of the exchanger lie: the board burns into standing water.
void lying_flow(BoardReadings& r) {
  r.flow_kg_per_s = 0.1;
  r.exchanger_K = kZero_K + 15;
}

TEST(HighLimit, LocksTheGasBeforeWaterBoilsAway) {
  HeaterRun run;
  run.run_with_board(60, lying_flow);
  EXPECT_EQ(run.memory.error, 14);
  EXPECT_LT(run.event_s("exchanger.boils_dry"), 0);
  EXPECT_GT(run.truth("exchanger.water"), 0.5);
}

TEST(HighLimit, DefeatedLeavesItToTheThermalFuse) {
  HeaterRun run;
  run.settings.high_limit_K = kForgotten_K;
  run.run_with_board(120, lying_flow);
  const double dry_s = run.event_s("exchanger.boils_dry"),
               blown_s = run.event_s("thermal_fuse.blows");
  EXPECT_GT(dry_s, 0);
  EXPECT_GT(blown_s, 0);
  EXPECT_LT(run.event_s("exchanger.solder_melts"), 0) << "the fuse is faster than the solder";
  EXPECT_LT(run.truth("gas.power"), 1);
}

TEST(ThermalFuse, MissingLetsTheSolderMeltWithinSecondsOfTheLastWater) {
  // Dry copper rises by at most 41.86 kW / 847 J/K = 49 K/s: (230 - 100)/49 = 2.6 s at the least.
  // 5 ms before that is the 0.5 % of water at which the event counts as dry.
  HeaterRun run;
  run.settings.high_limit_K = kForgotten_K;
  run.set("thermal_fuse.fitted", 0);
  run.run_with_board(120, lying_flow);
  const double dry_s = run.event_s("exchanger.boils_dry");
  const double molten_s = run.event_s("exchanger.solder_melts");
  EXPECT_GT(molten_s - dry_s, 2.6 - 0.3);
  EXPECT_LT(molten_s - dry_s, 10);  // the board runs below full gas
}

HeaterRun reheats_empty_bath() {
  HeaterRun run;
  run.orders.reheat = true;
  return run;
}

TEST(BathFlowSwitch, StopsReheatingWithoutWater) {
  HeaterRun run = reheats_empty_bath();
  run.run_with_board(120);
  EXPECT_EQ(run.memory.error, 632);
  EXPECT_LT(run.event_s("bath_exchanger.boils_dry"), 0);
}

TEST(BathFlowSwitch, DefeatedBoilsDryAndTheFuseEndsIt) {
  HeaterRun run = reheats_empty_bath();
  run.settings.bath_flow_kg_per_s = 0;
  run.settings.high_limit_K = kForgotten_K;
  run.run_with_board(600);
  EXPECT_GT(run.event_s("bath_exchanger.boils_dry"), 0);
  EXPECT_GT(run.event_s("thermal_fuse.blows"), run.event_s("bath_exchanger.boils_dry"));
  EXPECT_LT(run.event_s("house.catches_fire"), 0);
  EXPECT_LT(run.truth("casing.temperature"), 373);
}

TEST(BathFlowSwitch, DefeatedWithoutFuseSetsTheHouseOnFire) {
  HeaterRun run = reheats_empty_bath();
  run.settings.bath_flow_kg_per_s = 0;
  run.settings.high_limit_K = kForgotten_K;
  run.set("thermal_fuse.fitted", 0);
  run.run_with_board(3600);
  EXPECT_GT(run.event_s("house.catches_fire"), run.event_s("exchanger.solder_melts"));
  EXPECT_EQ(run.truth("house.fire"), 1);
}

TEST(FlameRod, LocksGasThatDoesNotBurn) {
  HeaterRun run;
  run.set("gas.supply", 0);
  run.set("kitchen.draw", 0.1);
  run.run_with_board(10);
  EXPECT_EQ(run.memory.error, 11);
  HeaterRun defeated;
  defeated.settings.flame_check = 0;
  defeated.set("gas.supply", 0);
  defeated.set("kitchen.draw", 0.1);
  defeated.run_with_board(10);
  EXPECT_EQ(defeated.memory.error, 0);
  EXPECT_GT(defeated.memory.gas_fraction, 0) << "the valve stays open";
}

TEST(FlameRod, EndsALostFlameWithinThreeSeconds) {
  HeaterRun run;
  run.set("kitchen.draw", 0.1);
  run.run_with_board(20);
  ASSERT_EQ(run.truth("burner.flame"), 1);
  run.set("gas.supply", 0);
  run.run_with_board(23.5);  // the flame dies within half a second of gas
  EXPECT_EQ(run.memory.error, 12);
}

TEST(FanCheck, LocksAFanThatDoesNotFollow) {
  const auto stuck = [](BoardReadings& r) { r.fan_fraction = 0; };
  HeaterRun run;
  run.set("kitchen.draw", 0.1);
  run.run_with_board(20, stuck);
  EXPECT_EQ(run.memory.error, 61);
  EXPECT_EQ(run.truth("burner.flame"), 0) << "no gas without purging";
  HeaterRun defeated;
  defeated.settings.fan_check = 0;
  defeated.set("kitchen.draw", 0.1);
  defeated.run_with_board(20, stuck);
  EXPECT_EQ(defeated.truth("burner.flame"), 1);
}

/// Half an hour of hot water with too little air and a partly blocked flue.
HeaterRun foul_air(double co_limit_fraction, bool shutoff) {
  HeaterRun run;
  run.settings.air_ratio = 1.1;
  run.settings.co_limit_fraction = co_limit_fraction;
  run.set("flue.blockage", 0.15);
  run.set("co_shutoff.fitted", shutoff ? 1 : 0);
  run.set("kitchen.draw", 0.12);
  run.run_with_board(1800);
  return run;
}

TEST(CoSensor, LocksTheGasAtItsLimit) {
  HeaterRun run = foul_air(BoardSettings{}.co_limit_fraction, false);
  EXPECT_EQ(run.memory.error, 99);
  EXPECT_LT(run.truth("room.co"), 2.5e-4);
}

TEST(CoSensor, DefeatedFillsTheRoom) { EXPECT_GT(foul_air(1, false).truth("room.co"), 1e-3); }

TEST(CoShutoff, NeedsNoBoard) {
  HeaterRun run = foul_air(1, true);
  EXPECT_GT(run.event_s("co_shutoff.closes"), 0);
  EXPECT_LT(run.truth("room.co"), 3.2e-4);
}

TEST(FlowSwitch, LightsNoBurnerForATrickle) {
  // 1 L/min against a least flow of 2.5 L/min.
  HeaterRun run;
  run.set("kitchen.draw", kPerMinute);
  run.run_with_board(30);
  EXPECT_EQ(run.truth("gas.power"), 0);
  HeaterRun defeated;
  defeated.settings.start_flow_kg_per_s = 0.01;
  defeated.set("kitchen.draw", kPerMinute);
  defeated.run_with_board(30);
  EXPECT_GT(defeated.truth("exchanger.temperature"), kZero_K + 45);
}

TEST(BathLevel, ForgedFillsUntilTheRimAndFurther) {
  // 0.52 m of 0.45 m2 are 234 kg: at 0.25 kg/s full after 15.6 min.
  HeaterRun run;
  run.orders.automatic = true;
  run.run_with_board(1500, [](BoardReadings& r) { r.bath_level_m = 0; });
  EXPECT_NEAR(run.event_s("bath.overflows"), 234 / 0.25, 20);
  EXPECT_NEAR(run.truth("bath.level"), 0.5225, 1e-3) << "0.25 kg/s over a weir of 100 kg/s m";
  EXPECT_LT(run.residual(), 1e-9);
}

TEST(SetPointLimit, HoldsSixtyDegreesUntilItIsLifted) {
  const auto outlet_K = [](double limit_K) {
    HeaterRun run;
    run.settings.setpoint_limit_K = limit_K;
    run.orders.setpoint_K = kZero_K + 75;
    run.set("kitchen.draw", 0.1);
    run.run_with_board(60);
    return run.truth("outlet.temperature");
  };
  EXPECT_NEAR(outlet_K(kZero_K + 60), kZero_K + 60, 1);
  EXPECT_NEAR(outlet_K(kZero_K + 75), kZero_K + 75, 1);
}

TEST(FreezeGuard, KeepsIceAway) {
  const auto ice = [](bool power, double always) {
    HeaterParams p;
    p.initial_K = kZero_K + 8;
    HeaterRun run(p);
    run.set("surroundings.temperature", kZero_K - 12);
    run.orders.power = power;
    run.settings.guard_when_off = always;
    run.run_with_board(6 * 3600);
    return run.truth("exchanger.ice");
  };
  EXPECT_EQ(ice(true, 0), 0);
  EXPECT_EQ(ice(false, 1), 0);
  EXPECT_GT(ice(false, 0), 0.15) << "no guard: it bursts";
}

TEST(Ice, BurstsTheBathExchangerToo) {
  // Half the water loses as much heat: it freezes first, while the main one is kept warm by a draw.
  HeaterParams p;
  p.initial_K = kZero_K + 8;
  p.outside.cold_K = kZero_K + 8;
  HeaterRun run(p);
  run.set("surroundings.temperature", kZero_K - 12);
  run.set("kitchen.draw", 0.02);
  run.run_to(6 * 3600);
  EXPECT_GT(run.truth("exchanger.temperature"), kZero_K + 5);
  EXPECT_GT(run.event_s("exchanger.bursts"), 0);
}

TEST(Error, IsClearedByThePowerSwitchOnly) {
  HeaterRun run = reheats_empty_bath();
  run.run_with_board(60);
  ASSERT_EQ(run.memory.error, 632);
  run.orders.reheat = false;
  run.run_with_board(70);
  EXPECT_EQ(run.memory.error, 632);
  run.orders.power = false;
  run.run_with_board(71);
  run.orders.power = true;
  run.run_with_board(72);
  EXPECT_EQ(run.memory.error, 0);
}

/// The scald chain as a whole: 42 to 60 degC while a child showers.
struct Scald {
  double second = 0, third = 0;  ///< doses; 1 is a burn of that degree
  double begins_s = -1;          ///< after the order: skin above 45 degC
  double peak_K = 0;
};

Scald scald(bool mixing_valve) {
  HeaterRun run(someone("child", Place::shower, 0, 600));
  run.set("mixing_valve.fitted", mixing_valve ? 1 : 0);
  run.run_with_board(120);
  run.orders.setpoint_K = kZero_K + 60;
  std::vector<double> time_s, water_K, touched;
  Scald result;
  while (run.now_s() < 240) {
    time_s.push_back(run.now_s());
    water_K.push_back(run.truth("shower.skin_temperature"));
    touched.push_back(run.truth("child.in_shower"));
    result.peak_K = std::max(result.peak_K, water_K.back());
    if (result.begins_s < 0 && water_K.back() > kZero_K + 45) result.begins_s = run.now_s() - 120;
    run.run_with_board(run.now_s() + 0.1);
  }
  const harm::SkinContact contact{time_s, water_K, touched};
  const double factor = harm::scald_time_factor(harm::Skin::child);
  const auto& law = harm::scald_laws().front();
  result.second = harm::scald_dose(law, harm::BurnDegree::second, contact, factor).dose;
  result.third = harm::scald_dose(law, harm::BurnDegree::third, contact, factor).dose;
  return result;
}

TEST(ScaldChain, BurnsAChildAfterThePipeDelay) {
  // Skin: 0.92 of 60 degC and 0.08 of 15 degC are 56.4 degC. At 55 degC adult skin bears 17 s to
  // the second degree and 30 s to the full thickness, at 60 degC 3 s and 5 s; a child's a third.
  const Scald s = scald(false);
  EXPECT_NEAR(s.peak_K, kZero_K + 56.4, 0.5);
  EXPECT_GT(s.begins_s, transport_delay_s({}, 0.92 / 6));
  EXPECT_GT(s.third, 1) << "full thickness";
}

TEST(ScaldChain, WithAnIndependentLimitReddensAtMost) {
  // 0.92 of 50 degC and 0.08 of 15 degC are 47.2 degC, which takes minutes; the wax of the valve
  // needs a second, so that the front overshoots by 3 to 4 K for some seconds.
  const Scald s = scald(true);
  EXPECT_LT(s.peak_K, kZero_K + 52);
  EXPECT_LT(s.second, 1) << "no burn deeper than first degree";
}

}  // namespace
}  // namespace twinaxis::water_heater
