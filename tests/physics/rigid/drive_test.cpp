// Moves and stops of driven arms.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iostream>

#include "tests/physics/rigid/files.h"

namespace twinaxis::rigid {
namespace {

/// One arm alone, with its drive.
struct Cell {
  explicit Cell(const RobotSpec& robot)
      : world([&] {
          WorldSpec spec;
          spec.arms["robot"] = robot.arm;
          return spec;
        }()),
        arm(world.arm("robot")),
        drive(robot.arm, robot.drive) {}

  void run(double seconds) {
    for (const Time end = now + duration_from_s(seconds); now < end; now += world.step()) {
      drive.drive(world, arm, now);
      world.advance(world.step());
      const JointGoal goal = drive.goal(now + world.step());
      for (std::size_t i = 0; i < world.chain(arm).size(); ++i) {
        const double off = std::abs(world.angles_rad(arm)[i] - goal.angle_rad[i]);
        worst_rad = std::max(worst_rad, off);
      }
      saturated = saturated || drive.saturated();
    }
  }

  World world;
  ArmId arm;
  Drive drive;
  Time now{};
  double worst_rad = 0;
  bool saturated = false;
};

const std::vector<double> kThere{1.2, -1.0, 1.4, -0.6, 0.9, 0.5};

TEST(Drive, TracksAFastMove) {
  // The torque is held for a step, so the tool lags by the order of jerk * dt / kp: below 1 mrad.
  Cell cell(ur10());
  cell.drive.move_to(kThere, 0.6, cell.now);
  cell.run(3);
  std::cout << "UR10 at 60 % speed: angles off by at most " << cell.worst_rad << " rad\n";
  EXPECT_FALSE(cell.saturated);
  EXPECT_LT(cell.worst_rad, 1e-3);
  EXPECT_FALSE(cell.drive.moving(cell.now));
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_NEAR(cell.world.angles_rad(cell.arm)[i], kThere[i], 1e-4) << i;
  }
}

TEST(Drive, KeepsTheTopRates) {
  Cell cell(m10ia());
  cell.drive.move_to(kThere, 1, cell.now);
  const auto joints = m10ia().arm.joints;
  double fullest_ratio = 0;
  for (int k = 0; k < 1500; ++k) {
    cell.run(0.001);
    const JointGoal goal = cell.drive.goal(cell.now);
    for (std::size_t i = 0; i < 6; ++i) {
      fullest_ratio =
          std::max(fullest_ratio, std::abs(goal.rate_rad_per_s[i]) / joints[i].top_rad_per_s);
    }
  }
  EXPECT_NEAR(fullest_ratio, 1, 1e-3);  // the slowest joint just reaches its limit
}

TEST(Drive, GoesNoFartherThanItsJointsTurn) {
  Drive drive(m10ia().arm, m10ia().drive);
  drive.move_to(std::vector<double>(6, 9), 1, {});
  const JointGoal goal = drive.goal(time_from_s(60));
  EXPECT_EQ(goal.angle_rad[1], 2.79);
  EXPECT_EQ(goal.angle_rad[0], 3.14);
}

TEST(Drive, IsHeldByItsTorque) {
  // With 40 kg the level shoulder needs 127.8 + 464.7 N m, more than its 330: it sinks.
  RobotSpec robot = ur10();
  robot.arm.load.mass_kg = 40;
  Cell cell(robot);
  cell.run(0.5);
  EXPECT_TRUE(cell.saturated);
  EXPECT_GT(std::abs(cell.world.angles_rad(cell.arm)[1]), 0.1);
}

/// The base turns at its top rate in the middle of a long move; then a stop.
struct Stopped {
  double rate_rad_per_s = 0, time_s = 0, angle_rad = 0;
};
Stopped base_stop(StopCategory category, Cell& cell) {
  std::vector<double> there(6, 0);
  there[0] = 3;
  cell.drive.move_to(there, 1, cell.now);
  cell.run(1.35);  // 3 rad at 120 deg/s: 1.875 * 3 / 2.094 = 2.69 s, half of it
  Stopped stopped{.rate_rad_per_s = cell.world.rates_rad_per_s(cell.arm)[0]};
  const double from_rad = cell.world.angles_rad(cell.arm)[0];
  const Time begin = cell.now;
  cell.drive.stop(category, cell.now);
  while (cell.drive.moving(cell.now)) cell.run(0.001);
  stopped.time_s = to_s(cell.now - begin);
  cell.run(0.2);
  stopped.angle_rad = cell.world.angles_rad(cell.arm)[0] - from_rad;
  return stopped;
}

TEST(Stop, OfCategory0TakesThePublishedTimeAndAngle) {
  // UR5: 244 ms and 0.31 rad from 3.194 rad/s; from w it is 244 ms * w / 3.194 and 0.31
  // (w/3.194)^2.
  Cell cell(ur10());
  const Stopped s = base_stop(StopCategory::power_off, cell);
  const double ratio = s.rate_rad_per_s / (183 * M_PI / 180);
  std::cout << "category 0 from " << s.rate_rad_per_s << " rad/s: " << s.time_s << " s, "
            << s.angle_rad << " rad of " << 0.31 * ratio * ratio << " rad\n";
  EXPECT_NEAR(s.rate_rad_per_s, 120 * M_PI / 180, 0.01);
  EXPECT_NEAR(s.time_s, 0.244 * ratio, 0.0011);
  EXPECT_NEAR(s.angle_rad, 0.31 * ratio * ratio, 2e-3);
  EXPECT_FALSE(cell.drive.powered(cell.now));
}

TEST(Stop, Category1And2KeepThePathAndDifferInPower) {
  for (const auto category : {StopCategory::then_off, StopCategory::with_power}) {
    Cell cell(ur10());
    std::vector<double> there{1.5, -0.8, 0.4, 0, 0, 0};
    cell.drive.move_to(there, 1, cell.now);
    cell.run(0.6);
    cell.drive.stop(category, cell.now);
    cell.run(1);
    const auto q = cell.world.angles_rad(cell.arm);
    EXPECT_FALSE(cell.drive.moving(cell.now));
    EXPECT_EQ(cell.drive.powered(cell.now), category == StopCategory::with_power);
    EXPECT_LT(q[0], 1.4);                        // it did not arrive
    EXPECT_NEAR(q[1] / q[0], -0.8 / 1.5, 2e-3);  // still on the straight way
    EXPECT_NEAR(q[2] / q[0], 0.4 / 1.5, 2e-3);
    cell.drive.move_to(there, 1, cell.now);
    cell.run(3);
    const bool arrived = std::abs(cell.world.angles_rad(cell.arm)[0] - 1.5) < 1e-3;
    EXPECT_EQ(arrived, category == StopCategory::with_power);
  }
}

TEST(Stop, LawGivesTimeAndAngleOfEveryPublishedRow) {
  // Rows of ISO 10218-1 annex B tests: the integral of the law is the angle, whatever its exponent.
  const StopLaw rows[] = {{3.194, 0.244, 0.31},
                          {3.194, 0.53, 0.7},
                          {3.194, 0.164, 0.22},
                          {1.037, 0.364, 0.157},
                          {3.142, 0.61, 0.4597}};
  for (const StopLaw& row : rows) {
    double angle_rad = 0;
    for (int k = 0; k < 10'000; ++k) {
      const double at_s = (k + 0.5) * row.time_s / 10'000;
      angle_rad += row.from_rad_per_s * slowing(at_s, row.time_s, row.exponent()).rate_ratio *
                   row.time_s / 10'000;
    }
    EXPECT_NEAR(angle_rad, row.angle_rad, 1e-6);
    EXPECT_NEAR(row.from_rad_per_s * slowing(row.time_s, row.time_s, row.exponent()).gone_s,
                row.angle_rad, 1e-12);
  }
}

}  // namespace
}  // namespace twinaxis::rigid
