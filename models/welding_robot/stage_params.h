#pragma once
// What stands about robot 1 where somebody may be struck: its arm and program, fixture and fence,
// the worker. World axes: x from the robot to the open side of its fixture, z up, origin under the
// base of robot 1. Source of the numbers: the files of the catalogue; layout: assumption.

#include <map>
#include <string>
#include <vector>

#include "models/welding_robot/arm_planner.h"
#include "sim/core/field.h"
#include "sim/physics/rigid/person.h"
#include "sim/physics/rigid/world_spec.h"

namespace twinaxis::welding_robot {

struct StageParams {
  Duration step{1'000'000};
  PlannerSpec arm;
  double torch_m = 0.25;  ///< straight on from the flange
  rigid::PersonSpec person;
  rigid::Place stands;          ///< at the fixture, facing it; he comes from behind, straight
  std::string works = {};       ///< posture there; "" upright
  double works_within_m = 0.3;  ///< of that place
  double feels_N = 100;         ///< contact at which the arm notices that it strikes somebody
  double settles_s = 1;         ///< at rest so long, bodies need not be moved
  std::map<std::string, rigid::BodySpec> bodies = {};  ///< fixture, fence: fixed
  std::vector<rigid::Place> others = {};               ///< bases of robots 2 and 3, for viewers
};
void fields(FieldVisitor& v, StageParams& p);
std::vector<FieldProblem> problems(const StageParams& p, double handling_s,
                                   const std::string& below);

/// The arm with its torch in the hand.
rigid::ArmSpec arm_with_torch(const StageParams& p, double torch_kg);
/// Regions of the body that somebody may be struck on, as the laws of harm call them, each once.
std::vector<std::string> regions(const StageParams& p);

}  // namespace twinaxis::welding_robot
