#pragma once
// What an arm was taught: points, and how it gets from each to the next. One round is one part.
//
//   q = from + (to - from) s(t),   ds/dt rises over a ramp, rests, falls over a ramp
//
// Ramps are 3 u^2 - 2 u^3, so angles have a continuous acceleration and every point is reached at
// rest. Moves are straight in the joints; a seam is taught finely enough if that is straight enough
// for a weld (tests/models/welding_program_test.cpp says how straight the shipped one is).

#include <vector>

#include "sim/physics/rigid/drive.h"

namespace twinaxis::welding_robot {

struct ProgramStep {
  std::vector<double> to_rad;
  double speed_ratio = 0.5;  ///< of the top rates of the joints
  bool seam = false;         ///< welds on the way: as fast as the settings of the weld say
};
void fields(FieldVisitor& v, ProgramStep& s);

struct ProgramParams {
  double ramp_s = 0.3;
  std::vector<ProgramStep> steps = {};  ///< ends where it begins: there the part is changed
};
void fields(FieldVisitor& v, ProgramParams& p);

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
