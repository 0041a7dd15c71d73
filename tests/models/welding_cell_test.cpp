// The welding cell as a plant: pace, parts, quality, lots, customer, and what its tool strikes.

#include <gtest/gtest.h>

#include <cmath>

#include "models/welding_robot/cell.h"
#include "sim/physics/experiment.h"

namespace twinaxis::welding_robot {
namespace {

/// A cell alone. Steps of 50 ms: the speed loop of 50 ms is resolved, everything else is slower.
struct CellRun {
  explicit CellRun(const CellParams& params = {}, BalanceCheck check = BalanceCheck::off)
      : CellRun(std::make_unique<Cell>(params), check) {}
  CellRun(std::unique_ptr<Cell> cell, BalanceCheck check)
      : input(cell->nominal_input()), experiment(std::move(cell), spec(), input, check) {}

  static IntegratorSpec spec() {
    IntegratorSpec s;
    s.step = duration_from_s(0.05);
    return s;
  }
  void set(const char* name, double value) { experiment.set(name, value); }
  void run_to(double time_s) { experiment.run_until(time_from_s(time_s)); }
  double truth(const char* name) { return experiment.output(name); }
  const Event* event(std::string_view name) const {
    for (const Event& e : experiment.events()) {
      if (e.name == name) return &e;
    }
    return nullptr;
  }

  std::vector<double> input;
  Experiment experiment;
};

TEST(WeldingCell, MakesWhatIsOrdered) {
  // Three parts are in work. Orders come at 41.93 s and each 60 s; a part that finds a free robot
  // needs 3 x 56.37 s = 169.1 s. Released by 3600 - 169.1 s: 57. So 60 in an hour, or one fewer if
  // the last one still waits.
  CellRun run;
  EXPECT_NEAR(Cell().cycle_s(0.006), 56.37, 1e-9);
  run.run_to(3600);
  EXPECT_EQ(run.truth("product.parts"), 60);
  EXPECT_EQ(run.truth("product.on_spec"), 1);
  EXPECT_NEAR(run.truth("product.flow"), 1.0 / 60, 2e-3 / 60 * 10);
  EXPECT_TRUE(run.experiment.events().empty());
}

TEST(WeldingCell, SlowerWeldingIsTheBottleneck) {
  // 0.3 m at 4 mm/s and 6.37 s: 81.37 s a part. In an hour 44.2 parts, and up to three from before.
  CellRun run;
  for (const char* robot : {"robot1.travel", "robot2.travel", "robot3.travel"}) {
    run.set(robot, 0.004);
  }
  run.run_to(3600);
  EXPECT_GE(run.truth("product.parts"), 43);
  EXPECT_LE(run.truth("product.parts"), 47);
}

TEST(WeldingCell, PartsCloseWhileTheyMoveAndTheLineStops) {
  // Contents are linear in the state; roots move whole parts. Only rounding is left.
  CellParams p;
  p.shipping.every_s = 1800;
  CellRun run(p, BalanceCheck::on);
  run.set("robot1.travel", 0.0061);
  run.run_to(2000);
  run.set("REL-101.command", 0);
  run.run_to(4000);
  for (const auto& r : run.experiment.plant().balance_residuals(run.experiment.now())) {
    EXPECT_LT(r.ratio, 1e-11) << r.name;
    EXPECT_NE(r.inflow, 0) << r.name;
  }
}

TEST(WeldingCell, CustomersLineStopsWhenItsStockIsUsedUp) {
  // 30 parts at one a minute last half an hour; nothing is loaded.
  CellParams p;
  p.shipping.stock_s = 1800;
  p.shipping.every_s = 700;
  CellRun run(p);
  run.set("HOLD-101.command", 1);
  run.run_to(2000);
  const Event* stops = run.event("carmaker.line_stops");
  ASSERT_NE(stops, nullptr);
  EXPECT_NEAR(to_s(stops->at), 1800, 1e-6);
  EXPECT_EQ(run.truth("carmaker.flow"), 0);
  // The next lorry brings the lot that waited, and the line runs again. Lorries every 700 s, the
  // first at (1 - 0.3012) 700 = 489.2 s: 2589.2 s.
  run.set("HOLD-101.command", 0);
  run.run_to(2700);
  const Event* runs = run.event("carmaker.line_runs");
  ASSERT_NE(runs, nullptr);
  EXPECT_NEAR(to_s(runs->at), 489.16 + 3 * 700, 1e-6);
}

TEST(WeldingCell, PartCarriesTheRiskOfAllItsSeams) {
  // A torch 0.8 mm beside the seam leaves half of the seams unfused; the other seams of the part
  // are sound. 1 - (1 - p1)(1 - p2)(1 - p3).
  const Cell cell;
  const auto& p = cell.params();
  const double sound = weld(p.seam, p.weld[0]).bad_probability;
  WeldSettings beside = p.weld[1];
  beside.offset_m = 0.8e-3;
  const double bad = weld(p.seam, beside).bad_probability;
  EXPECT_NEAR(bad, 0.5, 1e-3);
  EXPECT_LT(sound, 1e-3);
  CellRun run;
  run.set("robot2.offset", 0.8e-3);
  run.run_to(600);
  EXPECT_NEAR(run.truth("product.bad_probability"), 1 - (1 - sound) * (1 - bad) * (1 - sound),
              1e-6);
  ASSERT_NE(run.event("product.off_spec"), nullptr);
}

TEST(WeldingCell, FindsABadWeldWhenTheHazardsReachThePatience) {
  // Each test of a part that is bad with 0.5 adds -ln(1 - 0.9 x 0.5) = 0.598. The median, ln 2, is
  // reached with the second test: at the 40th part, if the 20th was already bad.
  CellRun run;
  run.set("robot2.offset", 0.8e-3);
  run.run_to(3000);
  const Event* found = run.event("inspection.bad_weld");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->value, 40);
}

TEST(WeldingCell, TracesWholeLotsAndOnlyThoseThatAreBad) {
  // The first lot of 20 is sound; the settings go wrong after it is finished.
  CellParams p;
  p.shipping.every_s = 1500;
  CellRun run(p);
  run.run_to(1210);
  ASSERT_EQ(run.truth("store.parts"), 20);
  run.set("robot3.offset", 0.7e-3);
  run.run_to(6000);
  const double shipped = run.truth("shipped.parts"), suspect = run.truth("shipped.suspect");
  EXPECT_GT(suspect, 0);
  EXPECT_EQ(suspect, shipped - 20);
  EXPECT_EQ(std::fmod(suspect, 20), 0);
  // Seven tenths of a millimetre: 1 / (1 + e) = 0.27 of the parts.
  EXPECT_NEAR(run.truth("shipped.bad") / suspect, 1 / (1 + std::exp(1.0)), 0.02);
}

TEST(KinematicArm, StopsOverTheDistanceOfItsDeceleration) {
  // 2 m/s and 4 m/s2 down to 0.2 m/s: 0.495 m; then the speed loop of 50 ms: 0.2 x 0.05 = 0.01 m.
  const KinematicArm arm{ArmParams{}};
  double speed = 2, path_m = 0;
  const double h = 1e-5;
  for (int i = 0; i < 200'000; ++i) {
    path_m += h * speed;
    speed += h * arm.acceleration_m_per_s2(speed, {.speed_m_per_s = 2, .drives = false});
  }
  EXPECT_NEAR(path_m, 0.505, 1e-4);
  EXPECT_NEAR(arm.stopping_s(1, 1), 0.25, 1e-12);  // half the speed, half the time
}

TEST(WeldingCell, StrikesWhoIsInItsSweepWhileItMoves) {
  // (6 - 0.8) m at 1.6 m/s: 3.25 s. Clamped face: 2 m/s sqrt(75 N/mm x 48 kg) = 3795 N.
  CellRun run;
  run.set("worker.enters", 2);
  run.run_to(6);
  const Event* struck = run.event("worker.struck");
  ASSERT_NE(struck, nullptr);
  EXPECT_NEAR(to_s(struck->at), 3.25, 1e-6);
  EXPECT_NEAR(run.truth("worker.force"), 2 * std::sqrt(75e3 * 48), 1);
  EXPECT_EQ(run.truth("robot1.speed"), 0);
}

TEST(WeldingCell, StrikesNobodyWhenItsDrivesAreTakenInTime) {
  // It needs 0.45 s and some settling; a stop 1 s ahead is enough, one 0.1 s ahead is not.
  for (const double ahead_s : {1.0, 0.1}) {
    CellRun run;
    run.set("worker.enters", 2);
    run.run_to(3.25 - ahead_s);
    run.set("STO-101.command", 0);
    run.run_to(10);
    EXPECT_EQ(run.truth("worker.struck"), ahead_s > 0.5 ? 0 : 1) << ahead_s;
  }
}

TEST(WeldingCell, ManualSpeedDecidesWhetherAHandIsFastEnough) {
  // At 250 mm/s the tool covers 0.2 m in the 0.8 s that a hand needs, of 0.5 m. Without the limit
  // it is there after about sqrt(2 x 0.5 m / 4 m/s2) = 0.5 s.
  for (const double limit_m_per_s : {0.25, 2.0}) {
    CellRun run;
    run.set("robot1.manual", 1);
    run.set("robot1.manual_limit", limit_m_per_s);
    run.set("worker.enters", 1);
    run.run_to(20);
    EXPECT_EQ(run.truth("worker.struck"), 0);
    run.set("robot1.jog", 1);
    run.run_to(30);
    EXPECT_EQ(run.truth("worker.struck"), limit_m_per_s > 1 ? 1 : 0);
    EXPECT_EQ(run.event("worker.lets_go") != nullptr, limit_m_per_s < 1);
    if (limit_m_per_s > 1) {
      EXPECT_NEAR(run.truth("worker.struck_at"), 1.9, 0.15);
    }
  }
}

}  // namespace
}  // namespace twinaxis::welding_robot
