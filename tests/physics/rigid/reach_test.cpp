// Where an arm can bring its tool, and what it weighs there.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "sim/physics/rigid/effective_mass.h"
#include "sim/physics/rigid/inverse_kinematics.h"
#include "tests/physics/rigid/files.h"

namespace twinaxis::rigid {
namespace {

/// The goal that these angles meet.
ToolGoal met_by(const ArmSpec& arm, const Vector3& axis, const std::vector<double>& q_rad) {
  const Chain chain(arm);
  const Pose last = chain.frames(q_rad)[chain.size() - 1];
  return {chain.tool(q_rad).position_m, axis, rotate(last.attitude, axis)};
}

void expect_there(const ArmSpec& arm, const ToolGoal& goal, const ToolReached& found) {
  ASSERT_TRUE(found.there()) << found.off_m << " m, " << found.off_rad << " rad off";
  const ToolGoal met = met_by(arm, goal.axis, found.q_rad);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(met.position_m[i], goal.position_m[i], 1e-8) << i;
    EXPECT_NEAR(met.points[i], goal.points[i], 1e-8) << i;
  }
  for (std::size_t k = 0; k < arm.joints.size(); ++k) {
    EXPECT_GE(found.q_rad[k], arm.joints[k].low_rad) << k;
    EXPECT_LE(found.q_rad[k], arm.joints[k].high_rad) << k;
  }
}

TEST(Reach, FindsAnglesThatForwardKinematicsConfirms) {
  // Goals that some angles meet are within reach; the search begins elsewhere, where the UR10 is
  // stretched and singular.
  const std::vector<double> none(6, 0.0);
  for (int k = 0; k < 12; ++k) {
    std::vector<double> q_rad;
    for (int i = 0; i < 6; ++i) q_rad.push_back(1.5 * std::sin(1.7 * k + 2.3 * i + 0.4));
    for (const auto& [arm, axis] :
         {std::pair{ur10().arm, Vector3{0, 0, 1}}, std::pair{m10ia().arm, Vector3{1, 0, 0}}}) {
      SCOPED_TRACE(k);
      const ToolGoal goal = met_by(arm, axis, q_rad);
      expect_there(arm, goal, reach(arm, goal, none));
    }
  }
}

TEST(Reach, StaysWhereItIsAlreadyAndNearToIt) {
  const ArmSpec arm = m10ia().arm;
  const std::vector<double> q_rad{0.3, 0.2, -0.4, 0.1, -1.1, 0.2};
  ToolGoal goal = met_by(arm, {1, 0, 0}, q_rad);
  EXPECT_EQ(reach(arm, goal, q_rad).q_rad, q_rad);
  goal.position_m[2] += 0.001;  // a millimetre at a reach of half a metre or more
  const ToolReached near = reach(arm, goal, q_rad);
  expect_there(arm, goal, near);
  for (std::size_t k = 0; k < 6; ++k) EXPECT_NEAR(near.q_rad[k], q_rad[k], 0.02) << k;
}

TEST(Reach, SaysHowFarOffAGoalIsThatNobodyReaches) {
  // Straight up from the shoulder at 0.1273 m the UR10 ends at 0.612 + 0.5723 m and its wrist: at
  // most 0.612 + 0.5723 + 0.1157 + |(0.163941, 0.0922)| from it.
  const double longest_m = 0.612 + 0.5723 + 0.1157 + std::hypot(0.163941, 0.0922);
  const ToolGoal high{.position_m = {0, 0, 3}};
  const ToolReached found = reach(ur10().arm, high, std::vector<double>(6, 0.0));
  EXPECT_FALSE(found.there());
  EXPECT_GE(found.off_m, 3 - 0.1273 - longest_m);
  EXPECT_LT(found.off_m, 3 - 0.1273);
}

/// Rods without mass that bear a point mass at their ends and turn about y; hanging along -z.
ArmSpec pendulum(const std::vector<double>& point_kg, double length_m) {
  ArmSpec arm;
  for (std::size_t k = 0; k < point_kg.size(); ++k) {
    JointSpec joint{.name = "joint" + std::to_string(k), .axis = {.y_ratio = 1}};
    joint.at.z_m = k == 0 ? 0 : -length_m;
    joint.mass_kg = point_kg[k];
    joint.centre.z_m = -length_m;
    joint.inertia = {0, 0, 0};
    arm.joints.push_back(joint);
  }
  return arm;
}

TEST(EffectiveMass, OfOneJointIsItsInertiaOverTheSquareOfTheArm) {
  // m L^2 / r^2, half-way along the rod: four times the mass; along the rod nothing yields.
  const Chain chain(pendulum({3}, 0.8));
  const std::vector<double> q{0.0};
  EXPECT_NEAR(effective_mass_kg(chain, q, 0, {0, 0, -0.4}, {1, 0, 0}), 12, 1e-12);
  EXPECT_TRUE(std::isinf(effective_mass_kg(chain, q, 0, {0, 0, -0.4}, {0, 1, 0})));
}

TEST(EffectiveMass, OfAStretchedDoublePendulumIsItsLastMassAlone) {
  // J M^-1 J' = 1 / m2 across the stretched rods: whatever hangs behind a free joint is not felt.
  const Chain chain(pendulum({5, 2}, 0.5));
  const std::vector<double> q{0.0, 0.0};
  EXPECT_NEAR(effective_mass_kg(chain, q, 1, {0, 0, -1}, {1, 0, 0}), 2, 1e-12);
}

}  // namespace
}  // namespace twinaxis::rigid
