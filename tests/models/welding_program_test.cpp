// What robot 1 of the welding cell was taught.

#include <algorithm>
#include <cmath>
#include <iostream>

#include "tests/models/welding_stage.h"
#include "tests/physics/rigid/files.h"

namespace twinaxis::welding_robot {
namespace {

/// The shipped program with the arm that it was taught to.
struct Taught {
  Taught()
      : spec(shipped_cell()),
        arm(arm_with_torch(spec.stage, spec.arm.load_kg)),
        chain(arm),
        program(taught(spec.stage.arm.program, arm), arm) {}
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

/// What a reader of the cell is told about its taught points.
std::vector<FieldProblem> point_problems(const CellParams& p) {
  std::vector<FieldProblem> found = problems(p.stage, p.line.handling_s, "stage");
  std::erase_if(found, [](const FieldProblem& each) {
    return each.path.find("tool") == std::string::npos &&
           each.path.find(".to") == std::string::npos;
  });
  return found;
}

/// The shipped cell with another arm on a pedestal.
CellParams with_ur10(double pedestal_m) {
  CellParams p = shipped_cell();
  p.stage.arm.robot = rigid::ur10();
  p.stage.arm.robot.arm.at.z_m = pedestal_m;
  return p;
}

TEST(ArmProgram, AnotherArmWeldsTheSameSeam) {
  // The taught points are places of the tool, so whichever arm reaches them is there to 1e-8 m,
  // the torch straight down.
  ASSERT_EQ(point_problems(shipped_cell()).size(), 0u);
  const CellParams p = with_ur10(0.8);
  for (const FieldProblem& each : point_problems(p)) ADD_FAILURE() << each.path << each.message;
  for (const CellParams& each : {shipped_cell(), p}) {
    const rigid::ArmSpec arm = arm_with_torch(each.stage, each.arm.load_kg);
    const rigid::Chain chain(arm);
    for (const ProgramStep& step : taught(each.stage.arm.program, arm).steps) {
      const Pose last = chain.frames(step.to_rad)[chain.size() - 1];
      const Vector3 off = chain.tool(step.to_rad).position_m -
                          Vector3{step.tool->x_m, step.tool->y_m, step.tool->z_m};
      EXPECT_LT(norm(off), 1e-8);
      EXPECT_LT(norm(rotate(last.attitude, tool_axis(arm)) - Vector3{0, 0, -1}), 1e-8);
    }
  }
}

TEST(ArmProgram, AnArmThatDoesNotReachIsRefusedWithHowFarItIsOff) {
  // 3 m below the fixture: what is missing is at least 3 m less the reach of 1.3 m and the torch.
  const auto found = point_problems(with_ur10(-3));
  ASSERT_EQ(found.size(), 8u);  // seven points and the jog
  EXPECT_EQ(found[0].path, "stage.program.steps[0].tool");
  EXPECT_NE(found[0].message.find(" mm and "), std::string::npos) << found[0].message;
  EXPECT_EQ(found[7].path, "stage.jog_tool");
}

TEST(ArmProgram, APointIsGivenByToolOrByAngles) {
  CellParams p = shipped_cell();
  p.stage.arm.program.steps[0].to_rad = std::vector<double>(6, 0.0);
  p.stage.arm.program.steps[1].tool.reset();
  p.stage.arm.jog_tool->points = {0, 0, 0};
  const auto found = point_problems(p);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].path, "stage.program.steps[0].to");
  EXPECT_EQ(found[1].path, "stage.program.steps[1].to");
  EXPECT_EQ(found[2].path, "stage.jog_tool.points");
}

}  // namespace
}  // namespace twinaxis::welding_robot
