#pragma once
// What the drives of robot 1 are told, millisecond by millisecond, while it is a body: along its
// program, along a straight line in the joints (jogged by hand, or back to where the program was
// left), or braking.
//
// One number moves it along its path: the speed v of the tool between seams, by the law of
// motion.h. A program runs at v / programmed speed of its own pace; on a line the tool moves at v,
// or slower where a joint would pass its top rate. Stops: category 0 leaves the path, each joint by
// its own law; 1 and 2 slow v down by the law of the joint that needs longest (rigid/stop.h).
//
// Who has struck somebody gives way: the drives follow the arm and take its speed off at the mean
// rate of its stop, so that nobody is pressed by more than the arm's own motion (assumption; a
// controller that feels a collision and frees the joints until the brakes have closed).

#include <optional>

#include "models/welding_robot/arm_program.h"
#include "models/welding_robot/motion.h"

namespace twinaxis::welding_robot {

/// What is asked of robot 1, and where it stands in its round.
struct ArmOrder {
  MotionDemand demand;
  bool manual = false;        ///< moved by hand: a speed above 0 is a jog
  double progress_ratio = 0;  ///< of the round
  double speed_m_per_s = 0;   ///< of the tool between seams, as it is
  double seam_s = 0, cycle_s = 1;
};

struct PlannerSpec {
  rigid::RobotSpec robot;
  ProgramParams program;
  std::optional<ToolPoint> jog_tool;  ///< where a jog leads; left out: nowhere
  std::vector<double> jog_to_rad;     ///< in place of it, for one arm only
  double returns_m_per_s = 0.25;      ///< back to the program
};
void fields(FieldVisitor& v, PlannerSpec& p);

/// With angles for all that is given by the tool; the arm is that with the tool.
PlannerSpec solved(PlannerSpec spec);

class ArmPlanner {
 public:
  ArmPlanner(const PlannerSpec& spec, const ArmMotion& motion, double program_m_per_s);

  /// The arm as its program has it, at the speed that the order says.
  void take_over(const ArmOrder& order);
  /// Holds until the next; the progress is the order's from now on.
  void follow(const ArmOrder& order);
  const rigid::JointGoal& goal() const { return goal_; }
  /// To the end of a step; the arm is where it is now.
  void step(std::span<const double> q_rad, std::span<const double> rate_rad_per_s, double step_s);
  void give_way();

  /// On its path, or braking along it.
  bool on_program() const;
  /// What decides the future, beside the order.
  void put_state(std::vector<double>& to) const;
  bool gives_way() const { return gives_way_; }
  /// It moves, or will.
  bool busy() const;
  double speed_m_per_s() const { return speed_m_per_s_; }
  /// Of the program run since the last follow(), s as it was taught.
  double gone_s() const { return gone_s_; }
  /// Speed of the tool if the arm runs its program so.
  double program_tool_m_per_s(const ArmOrder& order) const;
  rigid::JointGoal program_goal(const ArmOrder& order) const;
  const rigid::Chain& chain() const { return chain_; }

 private:
  enum class Purpose { stands, jogs, returns };
  struct Line {
    Purpose purpose = Purpose::stands;
    rigid::JointGoal from, to;
    double gone_ratio = 1;
    double left_m = 1e9;  ///< not known before its first step
  };
  struct Stopping {
    rigid::StopCategory category = rigid::StopCategory::then_off;
    rigid::JointGoal from;
    rigid::PathStop along;
    double speed_m_per_s = 0, after_s = 0;
  };
  void stop();
  void brake(double step_s);
  double wanted_m_per_s();
  void run_along(double mean_m_per_s, double acceleration_m_per_s2, double step_s);
  void run_line(double mean_m_per_s, double acceleration_m_per_s2, double step_s);
  void rest_at(rigid::JointGoal where);
  rigid::JointGoal paced(double since_s, double pace_ratio, double pace_per_s) const;

  PlannerSpec spec_;
  const ArmMotion& motion_;
  double program_m_per_s_;
  rigid::Chain chain_;
  ArmProgram program_;
  ArmOrder order_;
  rigid::JointGoal goal_;
  double speed_m_per_s_ = 0;
  double since_s_ = 0, gone_s_ = 0;
  double cycle_s_ = 1, seam_s_ = 0;  ///< of the round that runs: settings act from the next one on
  std::optional<Line> line_;
  std::optional<Stopping> stop_;
  bool gives_way_ = false;
};

}  // namespace twinaxis::welding_robot
