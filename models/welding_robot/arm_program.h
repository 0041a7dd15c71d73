#pragma once
// What an arm was taught: points, and how it gets from each to the next. One round is one part.
//
//   q = from + (to - from) s(t),   ds/dt rises over a ramp, rests, falls over a ramp
//
// Ramps are 3 u^2 - 2 u^3, so angles have a continuous acceleration and every point is reached at
// rest. Moves are straight in the joints; a seam is taught finely enough if that is straight enough
// for a weld (tests/models/welding_program_test.cpp says how straight the shipped one is).

#include <optional>
#include <vector>

#include "sim/physics/rigid/drive.h"
#include "sim/physics/rigid/inverse_kinematics.h"

namespace twinaxis::welding_robot {

/// Where the end of the tool is to be, and where it points. Whatever arm holds it: the angles are
/// found at the start.
struct ToolPoint {
  double x_m = 0, y_m = 0, z_m = 0;
  rigid::Direction points{0, 0, -1};
};
void fields(FieldVisitor& v, ToolPoint& p);

struct ProgramStep {
  std::optional<ToolPoint> tool = {};
  std::vector<double> to_rad = {};  ///< in place of `tool`: for one arm only
  double speed_ratio = 0.5;         ///< of the top rates of the joints
  bool seam = false;                ///< welds on the way: as fast as the settings of the weld say
};
void fields(FieldVisitor& v, ProgramStep& s);

struct ProgramParams {
  double ramp_s = 0.3;
  std::vector<ProgramStep> steps = {};  ///< ends where it begins: there the part is changed
};
void fields(FieldVisitor& v, ProgramParams& p);

/// Of the torch in the frame of the last link: the axis of the last joint runs along it, as it does
/// in the arms of the catalogue.
Vector3 tool_axis(const rigid::ArmSpec& arm);
/// The angles at a point, from those before it.
rigid::ToolReached reach(const rigid::ArmSpec& arm, const ToolPoint& point,
                         std::span<const double> before_rad);
/// The program with angles for every point that is given by its tool, whether it is reached or not.
/// The arm is that with the tool. Contract: `to_rad` has an angle for each joint where no `tool`
/// is.
ProgramParams taught(ProgramParams program, const rigid::ArmSpec& arm);

class ArmProgram {
 public:
  /// Contract: an angle for each joint in every step, at least one step.
  ArmProgram(const ProgramParams& params, const rigid::ArmSpec& arm);

  /// Of the moves, without the seam.
  double moves_s() const { return moves_s_; }
  /// So long after the round began, where the whole seam takes `seam_s`; rates and accelerations
  /// are those of a program that runs as taught. After its end the arm waits.
  rigid::JointGoal at(double since_s, double seam_s) const;

 private:
  struct Leg {
    std::vector<double> from_rad, to_rad;
    double length_s = 0;  ///< of a move
    bool seam = false;
  };
  double ramp_s_;
  std::vector<Leg> legs_;
  double moves_s_ = 0;
  double seams_count_ = 0;
};

}  // namespace twinaxis::welding_robot
