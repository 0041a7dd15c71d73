#pragma once
// What drives an arm: moves, stops and the torques for them.
//
//   tau = M(q) (a + kd (w - q') + kp (r - q)) + h(q, q'),   held within the torques of the joints
//
// r, w, a: angle, rate, acceleration wanted. With M and h of the arm itself the error obeys
// e'' + kd e' + kp e = 0 while no torque is at its limit. Source: Craig, Introduction to Robotics,
// 3rd ed., 10.4. Power gone, brakes hold with their own torque and nothing compensates gravity
// beyond it. Moves: all joints together, quintic in time, at rest at both ends (Craig, 7.3).

#include <optional>
#include <vector>

#include "sim/core/time.h"
#include "sim/physics/rigid/stop.h"
#include "sim/physics/rigid/world.h"

namespace twinaxis::rigid {

struct DriveSpec {
  double stiffness_per_s2 = 2500;   ///< kp: 50 rad/s, critically damped; assumption
  double damping_per_s = 100;       ///< kd
  std::vector<StopLaw> stops = {};  ///< one a joint, or one for all; left out: the defaults

  StopLaw stop(std::size_t joint) const {
    return stops.empty() ? StopLaw{} : stops[stops.size() == 1 ? 0 : joint];
  }
};
void fields(FieldVisitor& v, DriveSpec& d);

/// An arm and what drives it, as one file has it.
struct RobotSpec {
  ArmSpec arm;
  DriveSpec drive;
};
inline void fields(FieldVisitor& v, RobotSpec& r) {
  v("arm", r.arm, "the chain of links", required);
  v("drive", r.drive, "what moves and stops it");
}

struct JointGoal {
  std::array<double, kMostJoints> angle_rad{}, rate_rad_per_s{}, acceleration_rad_per_s2{};
};

/// Each of so many joints brakes by itself since `after_s`, from where it was: category 0.
JointGoal braked(const DriveSpec& spec, std::size_t joints, const JointGoal& from, double after_s);
/// The stop of the joint that needs longest, since all slow down on one path: categories 1 and 2.
struct PathStop {
  double time_s = 0, exponent = 1;
};
PathStop path_stop(const DriveSpec& spec, std::size_t joints, const JointGoal& from);

/// Torques of the law above. `most_N_m`: at most this, either way. True if one is at its limit.
bool computed_torque(const Chain& chain, const DriveSpec& spec, std::span<const double> q_rad,
                     std::span<const double> rate_rad_per_s, const JointGoal& goal,
                     const Vector3& gravity_m_s2, std::span<const double> most_N_m,
                     std::span<double> torque_N_m);

/// Drives one arm of a world. Memory: the move and the stop that are under way.
class Drive {
 public:
  /// Rests where the arm begins. Contract: stops for each joint, one, or none.
  Drive(const ArmSpec& arm, const DriveSpec& spec);

  /// To these angles, held within those of the joints, from what is wanted now. `speed_ratio`: of
  /// the top rates, above 0. Ends a stop of category 2; after the others restart() comes first.
  void move_to(std::span<const double> q_rad, double speed_ratio, Time now);
  void stop(StopCategory category, Time now);
  /// Power again; rests where the arm is.
  void restart(std::span<const double> q_rad);
  /// Sets the torques of the coming step.
  void drive(World& world, ArmId arm, Time now);

  bool moving(Time now) const;
  bool powered(Time now) const;
  bool saturated() const { return saturated_; }
  JointGoal goal(Time now) const;

 private:
  struct Move {
    std::vector<double> from_rad, to_rad;
    Time begin;
    double length_s = 0;
  };
  struct Stopping {
    StopCategory category;
    Time begin;
    JointGoal at;           ///< when it began
    double since_s = 0;     ///< way of the move that was gone then, in its own time
    double pace_ratio = 1;  ///< of that time then: below 1 if a softer stop was under way
    double time_s = 0;      ///< along the path
    double exponent = 1;    ///< likewise
  };
  JointGoal on_path(double since_s) const;
  JointGoal slowed(double after_s) const;

  DriveSpec spec_;
  std::vector<double> torque_N_m_, brake_N_m_, top_rad_per_s_, low_rad_, high_rad_;
  Move move_;
  std::optional<Stopping> stop_;
  bool saturated_ = false;
};

}  // namespace twinaxis::rigid
