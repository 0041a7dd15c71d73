// What robot 1 of the welding cell was taught.

#include <algorithm>
#include <cmath>
#include <iostream>

#include "tests/models/welding_stage.h"

namespace twinaxis::welding_robot {
namespace {

/// The shipped program with the arm that it was taught to.
struct Taught {
  Taught()
      : spec(shipped_cell()),
        arm(arm_with_torch(spec.stage, spec.arm.load_kg)),
        chain(arm),
        program(spec.stage.arm.program, arm) {}
  Vector3 tool_m(double since_s) const {
    return chain.tool(program.at(since_s, 50).angle_rad).position_m;
  }
  double tool_m_per_s(double since_s) const {
    const auto goal = program.at(since_s, 50);
    return norm(chain.tool_velocity_m_s(goal.angle_rad, goal.rate_rad_per_s));
  }
  CellParams spec;
  rigid::ArmSpec arm;
  rigid::Chain chain;
  ArmProgram program;
};

TEST(ArmProgram, EndsWhereItBeginsAndLeavesTimeToChangeThePart) {
  const Taught taught;
  const double round_s = taught.program.moves_s() + 50;
  const auto begin = taught.program.at(0, 50), end = taught.program.at(round_s, 50);
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_NEAR(begin.angle_rad[i], end.angle_rad[i], 1e-12) << i;
    EXPECT_EQ(begin.rate_rad_per_s[i], 0) << i;
    EXPECT_EQ(taught.program.at(round_s + 1, 50).rate_rad_per_s[i], 0) << i;
  }
  std::cout << "moves take " << taught.program.moves_s() << " s\n";
  EXPECT_LT(taught.program.moves_s(), taught.spec.line.handling_s - 1);
}

TEST(ArmProgram, RatesAreTheSlopesOfItsAngles) {
  // Central differences over 2e-5 s: the third derivative, 6 w / ramp^2 = 150 rad/s3, over six.
  const Taught taught;
  for (double t = 1e-3; t < taught.program.moves_s() + 50; t += 0.0371) {
    const auto before = taught.program.at(t - 1e-5, 50), after = taught.program.at(t + 1e-5, 50);
    const auto here = taught.program.at(t, 50);
    for (std::size_t i = 0; i < 6; ++i) {
      ASSERT_NEAR((after.angle_rad[i] - before.angle_rad[i]) / 2e-5, here.rate_rad_per_s[i], 1e-6);
      ASSERT_NEAR((after.rate_rad_per_s[i] - before.rate_rad_per_s[i]) / 2e-5,
                  here.acceleration_rad_per_s2[i], 1e-2);
    }
  }
}

TEST(ArmProgram, WeldsAStraightSeamAtTheSpeedOfTravel) {
  // 0.3 m in 50 s. Straight in the joints between three points: 0.15^2 / 8 over the reach of
  // 0.75 m is 4 mm off.
  const Taught taught;
  double off_m = 0, slowest = 1, fastest = 0;
  double begin_s = 0;
  while (taught.tool_m(begin_s)[2] > 0.852) begin_s += 0.01;  // down at the seam
  for (double t = begin_s + 1; t < begin_s + 49; t += 0.1) {
    if (std::abs(t - begin_s - 25) < 1) continue;  // the middle point is reached at rest
    off_m = std::max(off_m, std::abs(taught.tool_m(t)[0] - 0.75));
    slowest = std::min(slowest, taught.tool_m_per_s(t));
    fastest = std::max(fastest, taught.tool_m_per_s(t));
  }
  std::cout << "seam off by " << 1e3 * off_m << " mm, " << slowest << " to " << fastest << " m/s\n";
  EXPECT_LT(off_m, 0.006);
  EXPECT_NEAR(slowest, 0.006, 3e-4);
  EXPECT_NEAR(fastest, 0.006, 3e-4);
}

TEST(ArmProgram, MovesItsToolAsFastAsTheCellSays) {
  // program_speed of the cell, 2 m/s, is what stop time and protective field are laid out for.
  const Taught taught;
  double fastest = 0;
  for (double t = 0; t < taught.program.moves_s() + 50; t += 0.005) {
    fastest = std::max(fastest, taught.tool_m_per_s(t));
  }
  std::cout << "tool at most " << fastest << " m/s\n";
  EXPECT_NEAR(fastest, taught.spec.arm.program_m_per_s, 0.15);
}

}  // namespace
}  // namespace twinaxis::welding_robot
