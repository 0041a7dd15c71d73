#include "models/welding_robot/stage_params.h"

#include <algorithm>
#include <numbers>
#include <set>

#include "sim/core/text.h"
#include "sim/physics/rigid/problems.h"

namespace twinaxis::welding_robot {

namespace {

constexpr double kTorch_m = 0.03;  ///< radius (assumption)

}  // namespace

void fields(FieldVisitor& v, StageParams& p) {
  v("step", p.step, above(0), "of the bodies");
  fields(v, p.arm);
  v("torch", p.torch_m, "m", above(0), "length from the flange");
  v("person", p.person, "the worker");
  v("stands", p.stands, "feet of the worker at the fixture, facing it");
  v("works", p.works, "posture of the worker there; left out: upright");
  v("works_within", p.works_within_m, "m", at_least(0), "of that place he takes that posture");
  v("feels", p.feels_N, "N", above(0), "contact at which the arm notices that it strikes");
  v("settling", p.settles_s, "s", at_least(0), "at rest so long, bodies need not be moved");
  v("bodies", p.bodies, "fixture, fence and what else stands there");
  v("others", p.others, "bases of robots 2 and 3, for viewers");
}

std::vector<FieldProblem> problems(const StageParams& p, double handling_s,
                                   const std::string& below) {
  std::vector<FieldProblem> found = rigid::problems(p.arm.robot, below + ".robot");
  rigid::WorldSpec world;
  world.bodies = p.bodies;
  for (auto& each : rigid::problems(world, below)) found.push_back(std::move(each));
  for (auto& each : rigid::problems(p.person, below + ".person")) found.push_back(std::move(each));
  const auto say = [&](const std::string& path, const std::string& what) {
    found.push_back({below + path, what});
  };
  const std::size_t joints = p.arm.robot.arm.joints.size();
  const auto& steps = p.arm.program.steps;
  if (steps.empty()) say(".program.steps", "'motion: rigid' needs a program");
  bool taught = joints > 0 && !steps.empty(), seam = false;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    seam = seam || steps[i].seam;
    if (steps[i].to_rad.size() == joints) continue;
    taught = false;
    say(".program.steps[" + std::to_string(i) + "].to", "must be an angle for each joint");
  }
  if (!steps.empty() && !seam) say(".program.steps", "one of them must be a seam");
  if (!p.arm.jog_to_rad.empty() && p.arm.jog_to_rad.size() != joints) {
    say(".jog_to", "must be an angle for each joint");
  }
  if (taught && ArmProgram(p.arm.program, p.arm.robot.arm).moves_s() > handling_s) {
    say(".program.steps",
        "moves take longer than 'handling', " + number_to_text(handling_s) + " s");
  }
  for (const auto& [name, body] : p.bodies) {
    if (name.find('.') != std::string::npos) say(".bodies." + name, "a name without dots");
    if (body.mass_kg > 0)
      say(".bodies." + name + ".mass", "what stands here is fixed: leave it out");
  }
  if (p.arm.robot.arm.load.mass_kg > 0) {
    say(".robot.arm.load", "the torch is the load: its mass is 'plant.arm.load'");
  }
  if (p.person.regions.empty()) say(".person", "'motion: rigid' needs a worker with regions");
  if (!p.works.empty() && !p.person.postures.contains(p.works)) {
    say(".works", "the worker knows no such posture");
  }
  return found;
}

rigid::ArmSpec arm_with_torch(const StageParams& p, double torch_kg) {
  rigid::ArmSpec arm = p.arm.robot.arm;
  if (arm.joints.empty()) return arm;
  // Along the tool frame of the catalogue's arms: the axis of the last joint points into it.
  const rigid::Direction& axis = arm.joints.back().axis;
  const bool along_x = axis.x_ratio != 0;
  const double middle_m = p.torch_m / 2;
  rigid::Place half = arm.tool, tip = arm.tool;
  (along_x ? half.x_m : half.z_m) += middle_m;
  (along_x ? tip.x_m : tip.z_m) += p.torch_m;
  half.pitch_rad = along_x ? std::numbers::pi / 2 : 0;
  arm.joints.back().parts.push_back(
      {.shape = rigid::Capsule{kTorch_m, std::max(p.torch_m - 2 * kTorch_m, 0.0)}, .at = half});
  arm.load = {.mass_kg = torch_kg, .x_m = half.x_m, .y_m = half.y_m, .z_m = half.z_m};
  arm.tool = tip;
  return arm;
}

std::vector<std::string> regions(const StageParams& p) {
  std::set<std::string> names;
  for (const auto& [part, region] : p.person.regions) names.insert(region.region);
  return {names.begin(), names.end()};
}

}  // namespace twinaxis::welding_robot
