// Robot 1 of the welding cell as a body: handed over, driven, stopped, handed back.

#include <cmath>
#include <iostream>

#include "tests/models/welding_stage.h"

namespace twinaxis::welding_robot {
namespace {

/// The middle of the first move of the second round: 0.9 of a round to its beginning, then 0.35 s.
constexpr double kInFirstMove_s = 0.9 * 56.37 + 0.37;

/// Somebody is inside, but stays at the fence: 1 mm/s.
CellParams nobody_near() {
  CellParams p = shipped_cell();
  p.worker.walks_m_per_s = 1e-3;
  return p;
}

double joint_rate(const StagedCell& cell, std::size_t joint) {
  const auto& world = cell.stage().world();
  return world.rates_rad_per_s(world.arm("robot1"))[joint];
}
double joint_angle(const StagedCell& cell, std::size_t joint) {
  const auto& world = cell.stage().world();
  return world.angles_rad(world.arm("robot1"))[joint];
}

TEST(WeldingStage, TakesOverAndHandsBackAtTheSpeedOfTheTool) {
  // A millisecond before and after: the tool speeds up by less than 15 m/s2 (1.5 x 2 m/s / 0.3 s
  // of a ramp, and as much again across it). What is left is the error of the drives.
  StagedCell cell(nobody_near());
  cell.run_to(50.7);
  const Duration ms = duration_from_s(0.001);
  while (to_s(cell.now()) < kInFirstMove_s) cell.step(ms);
  const double before_m_s = cell.truth("robot1.tool_speed");
  EXPECT_EQ(cell.truth("robot1.as_body"), 0);
  EXPECT_GT(before_m_s, 1);
  cell.set("worker.enters", 1);
  cell.step(ms);
  EXPECT_EQ(cell.truth("robot1.as_body"), 1);
  EXPECT_NEAR(cell.truth("robot1.tool_speed"), before_m_s, 0.02);
  for (int k = 0; k < 100; ++k) cell.step(ms);
  const double body_m_s = cell.truth("robot1.tool_speed");
  cell.set("worker.enters", 0);
  cell.step(ms);  // the worker is a step behind the fence at once
  cell.step(ms);
  EXPECT_EQ(cell.truth("robot1.as_body"), 0);
  EXPECT_NEAR(cell.truth("robot1.tool_speed"), body_m_s, 0.04);
}

TEST(WeldingStage, RunsItsProgramAndTheLineDoesNotNotice) {
  StagedCell cell(nobody_near()), alone(nobody_near());
  for (StagedCell* each : {&cell, &alone}) each->run_to(50);
  cell.set("worker.enters", 1);
  cell.run_to(120);  // a whole round
  cell.set("worker.enters", 0);
  alone.run_to(120);
  std::cout << "a round as a body: joints off by at most " << cell.stage().worst_rad() << " rad\n";
  EXPECT_LT(cell.stage().worst_rad(), 2e-3);
  EXPECT_FALSE(cell.stage().blow().struck);
  for (StagedCell* each : {&cell, &alone}) each->run_to(3600);
  EXPECT_EQ(cell.truth("robot1.as_body"), 0);
  EXPECT_EQ(cell.truth("product.parts"), alone.truth("product.parts"));
  const auto a = cell.plant().state(), b = alone.plant().state();
  EXPECT_NEAR(a[cell::progress], b[cell::progress], 1e-9);
  EXPECT_NEAR(a[cell::stock], b[cell::stock], 1e-9);
}

TEST(WeldingStage, StopsInThePublishedTimeAndAngleOfItsCategory) {
  // 0.5 s and 0.6 rad from 3.67 rad/s; from w: 0.5 s w / 3.67 and 0.6 rad (w / 3.67)^2. Categories
  // 1 and 2 keep the path, so all joints take the time of the one that needs longest.
  for (const int category : {0, 1, 2}) {
    CellParams p = nobody_near();
    p.stop_category = category;
    StagedCell cell(p);
    cell.run_to(50.7);
    cell.set("worker.enters", 1);
    const Duration ms = duration_from_s(0.001);
    while (to_s(cell.now()) < kInFirstMove_s) cell.step(ms);
    const double w = joint_rate(cell, 0), from_rad = joint_angle(cell, 0);
    const Time begin = cell.now();
    cell.set("STO-101.command", 0);
    while (std::abs(joint_rate(cell, 0)) > 2e-3 * std::abs(w)) cell.step(ms);
    const double time_s = to_s(cell.now() - begin), ratio = std::abs(w) / 3.67;
    cell.run_to(to_s(cell.now()) + 1);
    const double angle_rad = std::abs(joint_angle(cell, 0) - from_rad);
    std::cout << "category " << category << " from " << std::abs(w) << " rad/s: " << time_s
              << " s of " << 0.5 * ratio << ", " << angle_rad << " rad of " << 0.6 * ratio * ratio
              << "\n";
    EXPECT_GT(ratio, 0.3);
    EXPECT_NEAR(time_s, 0.5 * ratio, 0.02);
    EXPECT_NEAR(angle_rad, 0.6 * ratio * ratio, category == 0 ? 5e-3 : 0.1 * 0.6 * ratio * ratio);
    EXPECT_EQ(cell.stage().planner().on_program(), category != 0);
    // Given back, it goes on with its part, from where it left its program.
    cell.set("STO-101.command", 1);
    cell.run_to(to_s(cell.now()) + 3);
    EXPECT_TRUE(cell.stage().planner().on_program());
    EXPECT_GT(cell.truth("robot1.speed"), 1.99);
  }
}

TEST(WeldingStage, RestsWhileNothingMoves) {
  StagedCell cell(nobody_near());
  cell.set("STO-101.command", 0);
  cell.set("worker.enters", 1);
  cell.run_to(5);
  EXPECT_EQ(cell.truth("robot1.as_body"), 0);  // a second after the arm has come to rest
  cell.set("STO-101.command", 1);
  cell.run_to(5.1);
  EXPECT_EQ(cell.truth("robot1.as_body"), 1);
}

TEST(WeldingStage, ShowsEveryRobotWhereItsProgramHasIt) {
  StagedCell cell;
  const auto names = cell.plant().bodies();
  Scene scene;
  cell.plant().show(scene);
  ASSERT_EQ(scene.poses.size(), names.size());
  const auto at = [&](const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    EXPECT_NE(found, names.end()) << name;
    return scene.poses[static_cast<std::size_t>(found - names.begin())].position_m;
  };
  // The worker waits behind the fence, 6 m from where he stands at the fixture (1.404 m).
  EXPECT_NEAR(at("worker.pelvis")[0], 7.404, 1e-9);
  // All three weld (progress 0.1, 0.3, 0.5): their flanges hang 0.25 m over the seam at x = 0.75 m.
  for (const char* robot : {"robot1", "robot2", "robot3"}) {
    EXPECT_NEAR(at(std::string(robot) + ".flange")[2], 0.85 + 0.25, 2e-3) << robot;
    EXPECT_NEAR(at(std::string(robot) + ".flange")[0], 0.75, 6e-3) << robot;
  }
  EXPECT_NEAR(at("robot3.flange")[1] - at("robot2.flange")[1], -3 - 0.2 * 56.37 * 0.006, 0.01);
}

}  // namespace
}  // namespace twinaxis::welding_robot
