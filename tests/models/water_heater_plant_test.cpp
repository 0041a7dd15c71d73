// The heater with bath, pipe and room: balances, order, delay, people.

#include <gtest/gtest.h>

#include <cmath>

#include "tests/models/water_heater_run.h"

namespace twinaxis::water_heater {
namespace {

constexpr double kWarm_K = kZero_K + 42, kHot_K = kZero_K + 60;

TEST(Heater, ClosesEnergyWaterAndCarbonMonoxide) {
  // Filling, shower, reheating and a blocked flue at once. All balances are linear in the states,
  // so what is left is rounding: 1e-12 of their scales, over 12,000 steps with roots.
  HeaterRun run(someone("adult", Place::shower, 120, 400));
  run.orders.automatic = true;
  run.set("flue.blockage", 0.1);
  run.set("kitchen.draw", 0.05);
  run.run_with_board(1200);
  EXPECT_GT(run.truth("bath.level"), 0.3);
  EXPECT_GT(run.truth("room.co"), 0);
  EXPECT_LT(run.residual(), 1e-9);
}

TEST(Heater, ClosesThemThroughBoilDryAndRefilling) {
  HeaterRun run;
  run.set("thermal_fuse.fitted", 0);
  run.set("fan.command", 1);
  run.set("igniter.command", 1);
  run.set("gas_valve.command", 1);
  run.run_to(60);
  EXPECT_GT(run.event_s("exchanger.boils_dry"), 0);
  run.set("gas_valve.command", 0);
  run.set("kitchen.draw", 0.1);
  run.run_to(120);
  EXPECT_NEAR(run.truth("exchanger.water"), 0.6, 1e-3) << "wet again";
  EXPECT_LT(run.residual(), 1e-9);
}

/// Outlet of the exchanger 6 s after the gas opens with water flowing, in steps of this length.
double lit_K(double step_s) {
  HeaterRun run(HeaterParams{}, step_s, BalanceCheck::off);
  run.set("kitchen.draw", 0.1);
  run.set("fan.command", 0.8);
  run.set("igniter.command", 1);
  run.set("gas_valve.command", 0.6);
  run.run_to(6);
  return run.truth("exchanger.temperature");
}

TEST(Heater, ConvergesWithFourthOrderThroughIgnition) {
  // The flame lights at a root, located to 1e-9 of a step, so the order of RK4 stays: a halving
  // divides the difference by 16; 10 leaves room for the parts that are not in the limit yet.
  const double a = lit_K(0.2), b = lit_K(0.1), c = lit_K(0.05);
  EXPECT_GT(std::abs(a - b) / std::abs(b - c), 10) << a << " " << b << " " << c;
  EXPECT_LT(std::abs(b - c), 1e-3) << "the step in use is good to a thousandth of a kelvin";
}

TEST(Heater, DeliversTheSetPointForEverySize) {
  // Feed-forward, trim and bypass: within 0.3 K of the set-point after 30 s, below capacity.
  for (const double size_go : {16.0, 20.0, 24.0}) {
    for (const double draw_kg_per_s : {0.06, 0.12, 0.2}) {
      HeaterParams p;
      p.burner.size_go = size_go;
      HeaterRun run(p);
      run.set("kitchen.draw", draw_kg_per_s);
      run.run_with_board(40);
      EXPECT_NEAR(run.truth("outlet.temperature"), kWarm_K, 0.3) << size_go << " " << draw_kg_per_s;
    }
  }
}

TEST(Heater, HoldsBackWaterThatItCannotWarm) {
  // 16 go warm 16 * 25 / 37 = 10.8 L/min from 5 to 42 degC; 15 L/min are asked for.
  HeaterParams p;
  p.burner.size_go = 16;
  HeaterRun run(p);
  run.set("cold_water.temperature", kZero_K + 5);
  run.set("kitchen.draw", 15 * kPerMinute);
  run.run_with_board(60);
  EXPECT_NEAR(run.truth("outlet.temperature"), kWarm_K, 1);
  EXPECT_NEAR(run.truth("outlet.flow") / largest_flow_kg_per_s(16, 5, 42), 1, 0.04);
}

TEST(Heater, FillsTheBathAndKeepsItWarm) {
  // 180 kg at 0.25 kg/s: 12 min and some seconds of ignition; the bath is then within 3 K (tub and
  // losses) and reheating brings the rest.
  HeaterRun run;
  run.orders = {.bath_setpoint_K = kZero_K + 41, .automatic = true};
  run.run_with_board(740);
  EXPECT_NEAR(run.truth("bath.level"), 0.40, 0.005);
  EXPECT_NEAR(run.truth("bath.temperature"), kZero_K + 39.5, 1.5);
  run.run_with_board(3 * 3600);
  EXPECT_NEAR(run.truth("bath.temperature"), kZero_K + 40.5, 0.8) << "between 40 and 41 degC";
  EXPECT_TRUE(run.experiment.events().empty()) << run.experiment.events().front().name;
}

TEST(Shower, FeelsASetPointAfterThePipeDelayAndNotBefore) {
  HeaterRun run(someone("adult", Place::shower, 0, 600));
  run.run_with_board(120);
  const double before_K = run.truth("shower.skin_temperature");
  run.orders.setpoint_K = kHot_K;
  const double hot_kg_per_s = 0.92 / 6;
  const double delay_s = transport_delay_s(run.params.pipe, hot_kg_per_s);
  EXPECT_NEAR(delay_s, 10.39, 0.01);
  double first_s = -1;
  while (run.now_s() < 160 && first_s < 0) {
    run.run_with_board(run.now_s() + 0.1);
    if (run.truth("shower.skin_temperature") > before_K + 0.5) first_s = run.now_s() - 120;
  }
  // The front is smeared over a few of the 40 cells: 0.5 K of 16 K may come 10 % early; burner and
  // exchanger need some seconds of their own.
  EXPECT_GT(first_s, 0.9 * delay_s);
  EXPECT_LT(first_s, delay_s + 3);
}

TEST(Shower, HurtsAndDrivesOutAfterTheReactionTime) {
  for (const auto& [who, resident] : usual_residents()) {
    HeaterRun run(someone(who, Place::shower, 0, 600));
    run.run_with_board(60);
    run.orders.setpoint_K = kHot_K;
    double hurts_s = -1;
    while (run.now_s() < 120) {
      run.run_with_board(run.now_s() + 0.1);
      const double skin_K = run.truth("shower.skin_temperature");
      if (hurts_s < 0 && skin_K > resident.pain_K) hurts_s = run.now_s();
    }
    const double left_s = run.event_s(who + ".leaves_shower");
    EXPECT_NEAR(left_s, hurts_s + resident.reaction_s, 0.1) << who;  // seen at the scan after
    EXPECT_EQ(run.truth(who + ".in_shower"), 0);
    EXPECT_EQ(run.truth("shower.flow"), 0) << "the tap is closed";
  }
}

TEST(Shower, IsLeftWhenItStaysColdButNotWhileItWarmsUp) {
  HeaterRun run(someone("adult", Place::shower, 0, 1200));
  run.run_with_board(300);
  EXPECT_EQ(run.truth("adult.in_shower"), 1) << "cold for some seconds only";
  run.set("gas.supply", 0);
  const double chill_K = usual_residents().at("adult").chill_K;
  double cold_s = -1;
  while (run.now_s() < 420) {
    run.run_with_board(run.now_s() + 0.1);
    if (cold_s < 0 && run.truth("shower.skin_temperature") < chill_K) cold_s = run.now_s();
  }
  EXPECT_GT(cold_s, 300);
  EXPECT_NEAR(run.event_s("adult.leaves_cold_shower"), cold_s + 60, 0.1);
  EXPECT_EQ(run.event_s("adult.leaves_shower"), -1) << "nothing hurt";
}

TEST(Shower, EndsWhenTheVisitEnds) {
  HeaterRun run(someone("child", Place::shower, 10, 20));
  run.run_to(10);
  EXPECT_EQ(run.truth("child.in_shower"), 1) << "on the grid";
  run.run_to(29.9);
  EXPECT_EQ(run.truth("child.in_shower"), 1);
  run.run_to(30);
  EXPECT_EQ(run.truth("child.in_shower"), 0);
}

TEST(Room, CollectsCarbonMonoxideAsTheClosedFormSays) {
  // Constant gas and air, lambda 0.9 (1 - blockage included); the room was clean.
  HeaterParams p;
  p.room.volume_m3 = 20;
  HeaterRun run(p);
  const double blockage = 0.2, ventilation = 10.0 / 3600;
  run.set("flue.blockage", blockage);
  run.set("room.ventilation", ventilation);
  run.set("kitchen.draw", 0.15);
  run.set("igniter.command", 1);
  run.set("gas_valve.command", 0.5);
  run.set("fan.command", 0.8);
  run.run_to(60);  // burns steadily
  const double gas_W = run.truth("gas.power");
  const double share = carbon_monoxide_fraction(0.9, p.combustion.unevenness_ratio);
  const double full_W = p.burner.rated_gas_W() + p.burner.bath_gas_W();
  const double fan = 0.9 * gas_W / (p.combustion.full_air_ratio * (1 - blockage) * full_W);
  run.set("fan.command", fan);
  run.run_to(90);
  EXPECT_NEAR(run.truth("burner.air_ratio"), 0.9, 1e-9);
  const double source_m3_per_s =
      blockage * carbon_monoxide_m3_per_s(p.room, carbon_monoxide_kg_per_s(gas_W, share));
  const double start = run.truth("room.co");
  run.run_to(90 + 1800);
  const double left = start * std::exp(-ventilation * 1800 / p.room.volume_m3);
  const double expected = left + room_fraction(source_m3_per_s, ventilation, 20, 1800);
  EXPECT_NEAR(run.truth("room.co") / expected, 1, 1e-6);
}

}  // namespace
}  // namespace twinaxis::water_heater
