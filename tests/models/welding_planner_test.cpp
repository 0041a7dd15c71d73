// What the drives of robot 1 are told, for an arm that follows exactly.

#include <cmath>

#include "tests/models/welding_stage.h"

namespace twinaxis::welding_robot {
namespace {

class FollowedExactly {
 public:
  FollowedExactly() : cell_(shipped_cell()), motion_(cell_.arm), planner_(spec(), motion_, 2) {
    order_.progress_ratio = 0.3, order_.seam_s = 50, order_.cycle_s = 56.37;
    planner_.take_over(order_);
  }
  /// True if no joint was told to move faster than it can between two milliseconds.
  bool run(double time_s) {
    bool steady = true;
    planner_.follow(order_);
    for (int k = 0; k < std::lround(1e3 * time_s); ++k) {
      const rigid::JointGoal before = planner_.goal();
      planner_.step(before.angle_rad, before.rate_rad_per_s, 1e-3);
      for (std::size_t i = 0; i < planner_.chain().size(); ++i) {
        const double top_rad_per_s = cell_.stage.arm.robot.arm.joints[i].top_rad_per_s;
        const double way_rad = planner_.goal().angle_rad[i] - before.angle_rad[i];
        steady = steady && std::abs(way_rad) < 1.2e-3 * top_rad_per_s;
      }
    }
    return steady;
  }
  void order(bool manual, double speed_m_per_s, bool drives = true, int category = 1) {
    order_.manual = manual;
    order_.demand = {.speed_m_per_s = speed_m_per_s, .drives = drives, .stop_category = category};
  }
  std::vector<double> jog_to_rad() const { return solved(spec()).jog_to_rad; }
  const ArmPlanner& planner() const { return planner_; }

 private:
  PlannerSpec spec() const {
    PlannerSpec spec = cell_.stage.arm;
    spec.robot.arm = arm_with_torch(cell_.stage, cell_.arm.load_kg);
    return spec;
  }
  CellParams cell_;
  KinematicArm motion_;
  ArmPlanner planner_;
  ArmOrder order_;
};

TEST(ArmPlanner, HoldsWhereAJogHasLed) {
  FollowedExactly arm;
  arm.order(true, 0.25);
  EXPECT_TRUE(arm.run(30));
  const std::vector<double> there_rad = arm.jog_to_rad();
  for (std::size_t i = 0; i < there_rad.size(); ++i) {
    EXPECT_NEAR(arm.planner().goal().angle_rad[i], there_rad[i], 1e-12) << i;
    EXPECT_EQ(arm.planner().goal().rate_rad_per_s[i], 0) << i;
  }
  EXPECT_NEAR(arm.planner().speed_m_per_s(), 0, 1e-3);
  EXPECT_FALSE(arm.planner().busy());
  EXPECT_FALSE(arm.planner().on_program());
}

TEST(ArmPlanner, FindsBackToWhereItsProgramWasLeft) {
  FollowedExactly arm;
  const rigid::JointGoal left = arm.planner().goal();
  arm.order(true, 0.25);
  ASSERT_TRUE(arm.run(10));
  arm.order(false, 2);
  EXPECT_TRUE(arm.run(0.5));
  EXPECT_FALSE(arm.planner().on_program());
  while (!arm.planner().on_program()) ASSERT_TRUE(arm.run(1e-3));
  for (std::size_t i = 0; i < arm.planner().chain().size(); ++i) {
    EXPECT_NEAR(arm.planner().goal().angle_rad[i], left.angle_rad[i], 1e-3) << i;
  }
  EXPECT_TRUE(arm.run(1));
}

TEST(ArmPlanner, IsOffItsProgramFromTheBeginningOfAStopThatLeavesIt) {
  for (const int category : {0, 1, 2}) {
    FollowedExactly arm;
    arm.order(false, 2);
    ASSERT_TRUE(arm.run(0.5));
    arm.order(false, 2, false, category);
    EXPECT_TRUE(arm.run(0.01));
    EXPECT_EQ(arm.planner().on_program(), category != 0) << category;
  }
}

TEST(ArmPlanner, TwoFuturesHaveTwoStates) {
  FollowedExactly one, other;
  std::vector<double> a, b;
  one.planner().put_state(a), other.planner().put_state(b);
  EXPECT_EQ(a, b);
  one.order(true, 0.25), other.order(true, 0.2);
  one.run(0.5), other.run(0.5);
  a.clear(), b.clear();
  one.planner().put_state(a), other.planner().put_state(b);
  EXPECT_NE(a, b);
}

}  // namespace
}  // namespace twinaxis::welding_robot
