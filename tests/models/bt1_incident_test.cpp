#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "models/distillation/bt1_lumped.h"
#include "tests/models/bt1_run.h"

namespace twinaxis::distillation {
namespace {

constexpr double kTrip_Pa = 2.5e5 + kAmbient_Pa;
constexpr double kReliefSet_Pa = 3.5e5 + kAmbient_Pa;
constexpr double kFullLift_Pa = 1.1 * 3.5e5 + kAmbient_Pa;

Bt1Params without_leak() {
  Bt1Params p;
  p.shell.leak_area_m2 = 0;
  return p;
}

TEST(Bt1Incident, PressurePathAfterLossOfCoolingBracketsTheDrillModel) {
  // Steam stuck at its design opening, relief isolated, gaskets hold. The drill model heats one pot
  // of 42 MJ/K. The plant is slower while the feed (98 degC) must be heated, and faster without
  // feed, because drum and upper trays lose their liquid and no longer take up heat.
  const auto path = [](bool feed) {
    Bt1Run run(without_leak());
    run.lose_cooling();
    run.command("HV-401", 0);
    if (!feed) run.command("FCV-101", 0);
    const double trip = run.time_above_s("column.pressure", kTrip_Pa, 3600);
    const double relief = run.time_above_s("column.pressure", kReliefSet_Pa, 3600);
    run.run_to(3600);
    return std::array{trip, relief, run.event_s("vessel.ruptured")};
  };
  const auto fed = path(true), unfed = path(false);
  const LumpedParams pot;
  std::printf("seconds to          2.5 bar g  3.5 bar g  14 bar a\n");
  std::printf("  plant, feed on    %9.0f  %9.0f  %8.0f\n", fed[0], fed[1], fed[2]);
  std::printf("  plant, feed off   %9.0f  %9.0f  %8.0f\n", unfed[0], unfed[1], unfed[2]);
  const std::array lumped{heating_time_s(pot, kTrip_Pa, 3.44e6),
                          heating_time_s(pot, kReliefSet_Pa, 3.44e6),
                          heating_time_s(pot, 1.4e6, 3.44e6)};
  std::printf("  drill model       %9.0f  %9.0f  %8.0f\n", lumped[0], lumped[1], lumped[2]);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_GT(fed[i], lumped[i]);
    EXPECT_LT(unfed[i], lumped[i]);
    EXPECT_GT(unfed[i], 0.75 * lumped[i]);
  }
  EXPECT_LT(fed[1], 1.25 * lumped[1]);
}

TEST(Bt1Incident, HealthyReliefHoldsTheAccumulationLimit) {
  Bt1Run run;
  run.lose_cooling();
  double highest_Pa = 0;
  for (int t = 10; t <= 7200; t += 10) {
    run.run_to(t);
    highest_Pa = std::max(highest_Pa, run.truth("column.pressure"));
  }
  EXPECT_GT(highest_Pa, kReliefSet_Pa);
  EXPECT_LT(highest_Pa, kFullLift_Pa);
  EXPECT_EQ(run.event_s("vessel.leaks"), -1);
  EXPECT_GT(run.truth("relief.released"), 10e3);
}

TEST(Bt1Incident, ReliefOpensAtSetAndReseatsSevenPerCentBelow) {
  Bt1Run run;
  run.lose_cooling();
  run.run_to(900);
  run.command("XV-301A", 0);
  run.run_to(1800);
  const auto value_Pa = [&](std::string_view name) {
    for (const auto& event : run.experiment.events()) {
      if (event.name == name) return event.value - kAmbient_Pa;
    }
    return 0.0;
  };
  // Roots are located to 1e-9 of a step; pressure moves less than 1 kPa in a step.
  EXPECT_NEAR(value_Pa("relief.opened"), 350e3, 0.1);
  EXPECT_NEAR(value_Pa("relief.reseated"), 325.5e3, 0.1);
  EXPECT_EQ(run.truth("vessel.ruptured"), 0);
}

TEST(Bt1Incident, EitherTripValveTurnsThePressureRound) {
  for (const char* valve : {"XV-301A", "XV-301B"}) {
    Bt1Run run;
    run.lose_cooling();
    const double trip_s = run.time_above_s("column.pressure", kTrip_Pa, 3600);
    run.command(valve, 0);
    double highest_Pa = 0;
    for (double t = trip_s; t < trip_s + 1200; t += 5) {
      run.run_to(t);
      highest_Pa = std::max(highest_Pa, run.truth("column.pressure"));
    }
    EXPECT_LT(highest_Pa, kTrip_Pa + 10e3) << valve;  // 2 s stroke at about 0.45 kPa/s, and steel
    EXPECT_LT(run.truth("column.pressure"), kTrip_Pa) << valve;
    EXPECT_EQ(run.event_s("relief.opened"), -1) << valve;
  }
}

TEST(Bt1Incident, LeakComesBeforeBurstAndPreventsIt) {
  Bt1Run run;
  run.lose_cooling();
  run.command("HV-401", 0);
  run.command("FCV-301", 1);
  run.run_to(3600);
  EXPECT_GT(run.event_s("vessel.leaks"), 0);
  EXPECT_EQ(run.event_s("vessel.ruptured"), -1);
  EXPECT_EQ(run.truth("relief.released"), 0);
  EXPECT_GT(run.truth("leak.released"), 5000);
}

TEST(Bt1Incident, RuptureReleasesTheInventoryAndStaysTame) {
  Bt1Run run(without_leak(), 1, BalanceCheck::on);
  run.lose_cooling();
  run.command("HV-401", 0);
  run.command("FCV-301", 1);
  run.run_to(1200);
  const double before_kg = run.truth("inventory.benzene") + run.truth("inventory.toluene");
  run.run_to(7200);
  ASSERT_GT(run.event_s("vessel.ruptured"), 1200);
  EXPECT_EQ(run.experiment.events().back().name, "vessel.ruptured");  // and nothing after it
  EXPECT_NEAR(run.truth("burst.pressure"), 1.4e6, 1e3);
  EXPECT_GT(run.truth("burst.flash_fraction"), 0.4);
  EXPECT_NEAR(run.truth("burst.benzene") + run.truth("burst.toluene"), before_kg, 1500);
  EXPECT_EQ(run.truth("inventory.benzene") + run.truth("inventory.toluene"), 0);
  EXPECT_EQ(run.truth("column.pressure"), kAmbient_Pa);
  for (const char* flow : {"feed.flow", "reflux.flow", "distillate.flow", "bottoms.flow",
                           "relief.flow", "leak.flow", "reboiler.duty"}) {
    EXPECT_EQ(run.truth(flow), 0) << flow;
  }
  EXPECT_LT(run.residual("benzene", 1), 1e-10);
}

TEST(Bt1Incident, StoredEnergyIsThatOfTheVapourSpaceAtBurst) {
  Bt1Run run(without_leak());
  run.lose_cooling();
  run.command("HV-401", 0);
  run.command("FCV-301", 1);
  run.run_to(3600);
  // 14 bar, 60 m3, gamma 1.1: 178.4 MJ
  EXPECT_NEAR(run.truth("burst.vapour_energy"), 178.4e6, 0.2e6);
}

TEST(Bt1Incident, MediumPressureSteamCannotBurstTheColumn) {
  Bt1Run run(without_leak());
  run.lose_cooling();
  run.command("HV-401", 0);
  run.command("FCV-301", 1);
  run.experiment.set("steam.header_pressure", 11e5);
  run.run_to(4 * 3600);
  // 11 bar is 184 degC: even pure benzene, the most volatile sump, boils there at 10.9 bar.
  EXPECT_LT(run.truth("column.pressure"),
            saturation_pressure_Pa(benzene().antoine, steam_temperature_K(11e5)));
  EXPECT_EQ(run.truth("vessel.ruptured"), 0);
}

TEST(Bt1Incident, ReliefThatFailsOnDemandReliefsNothing) {
  for (const auto fault : {ReliefFault::fails_to_open, ReliefFault::blocked_outlet}) {
    Bt1Params p;
    p.relief.fault = fault;
    Bt1Run run(p);
    run.lose_cooling();
    run.run_to(1000);
    EXPECT_GT(run.truth("column.pressure"), kFullLift_Pa);
    EXPECT_EQ(run.truth("relief.released"), 0);
  }
}

TEST(Bt1Incident, StuckOpenReliefLosesTheBoilUpToTheFlare) {
  Bt1Params p;
  p.relief.fault = ReliefFault::stuck_open;
  Bt1Run run(p);
  run.run_to(600);
  EXPECT_GT(run.truth("relief.released"), 500);
  EXPECT_LT(run.truth("column.pressure"), 112e3);
}

TEST(Bt1Incident, RefluxPumpFailureDriesTheTopAndOverflowsTheDrumToFlare) {
  Bt1Run run;
  run.command("P-201", 0);
  run.run_to(900);
  EXPECT_GT(run.truth("column.top_temperature"), 357 + 10);
  // Half a drum, 60.7 kmol, fills with 0.108 kmol/s in 564 s.
  EXPECT_NEAR(run.event_s("drum.overflow"), 564, 25);
  EXPECT_GT(run.truth("flare.liquid_released"), 1000);
}

TEST(Bt1Incident, BlockedDistillateOverflowsTheDrumWhenTheBalanceSays) {
  Bt1Run run;
  run.command("LCV-203", 0);
  run.run_to(3600);
  // 60.7 kmol at 2.5 kmol/min, plus the 4 s lag of the valve.
  EXPECT_NEAR(run.event_s("drum.overflow"), 60.675 / (2.5 / 60) + 4, 1);
  EXPECT_NEAR(run.truth("flare.liquid_flow"), 3.2606, 1e-3);
}

TEST(Bt1Incident, FullSteamFloodsTheTrays) {
  Bt1Run run;
  run.command("FCV-301", 1);
  run.run_to(120);
  EXPECT_GT(run.event_s("column.floods"), 0);
  EXPECT_GT(run.truth("column.flooding_fraction"), 1);
  EXPECT_GT(run.truth("column.pressure_drop"), 18e3);
}

TEST(Bt1Incident, BlockedBottomsFillsTheSumpAndBacksUpIntoTheTrays) {
  Bt1Run run;
  run.command("LCV-302", 0);
  run.run_to(1800);
  EXPECT_GT(run.truth("sump.level"), 0.85);
  EXPECT_GT(run.truth("column.pressure_drop"), 2 * 18e3);
}

TEST(Bt1Incident, LostFeedDriesTheReboiler) {
  Bt1Run run;
  run.command("FCV-101", 0);
  run.run_to(3600);
  EXPECT_GT(run.event_s("reboiler.uncovered"), 0);
  EXPECT_GT(run.event_s("reboiler.dry"), run.event_s("reboiler.uncovered"));
  EXPECT_LT(run.truth("reboiler.duty"), 3e6);
  EXPECT_GT(run.truth("reboiler.tube_wall_temperature"), 402.7);
}

TEST(Bt1Incident, InertsRaiseThePressureAndTheVentTakesThemOut) {
  Bt1Run run;
  run.experiment.set("column.inert_ingress", 2e-4);
  run.run_to(1200);
  const double raised_Pa = run.truth("column.pressure");
  EXPECT_GT(raised_Pa, 150e3);
  run.experiment.set("column.inert_ingress", 0);
  run.command("PCV-204", 1);
  run.run_to(4800);
  EXPECT_LT(run.truth("column.inert_fraction"), 0.005);
  EXPECT_LT(run.truth("column.pressure"), raised_Pa - 30e3);
}

TEST(Bt1Incident, WarmCoolingWaterRaisesThePressure) {
  Bt1Run run;
  run.experiment.set("cooling_water.temperature", 313.15);
  run.run_to(1800);
  EXPECT_GT(run.truth("column.pressure"), 125e3);
}

TEST(Bt1Incident, FireBoilsFasterThanTheReliefCase) {
  Bt1Run run;
  run.lose_cooling();
  run.experiment.set("column.fire_heat", fire_heat_W(50, false));  // 1753 kW, undrained
  const double fire_s = run.time_above_s("column.pressure", kReliefSet_Pa, 3600);
  EXPECT_GT(fire_s, 0);
  EXPECT_LT(fire_s, 600);  // 730 s without fire
}

TEST(Bt1Incident, IsolatedReliefLiftsWhenItsBlockValveIsOpenedLate) {
  Bt1Run run(without_leak());
  run.lose_cooling();
  run.command("HV-401", 0);
  run.run_to(900);
  EXPECT_EQ(run.event_s("relief.opened"), -1);
  run.command("HV-401", 1);
  run.run_to(960);
  EXPECT_GT(run.event_s("relief.opened"), 899);
  EXPECT_GT(run.truth("relief.flow"), 5);
}

}  // namespace
}  // namespace twinaxis::distillation
