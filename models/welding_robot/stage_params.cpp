#include "models/welding_robot/stage_params.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include "sim/core/text.h"
#include "sim/physics/rigid/problems.h"

namespace twinaxis::welding_robot {

namespace {

constexpr double kTorch_m = 0.03;  ///< radius (assumption)

/// What a point that nobody reaches is off by, and what may be wrong then.
std::string out_of_reach(const rigid::ToolReached& nearest) {
  return "the tool of this arm does not get there: at best it is " +
         number_to_text(std::round(1e3 * nearest.off_m)) + " mm and " +
         number_to_text(std::round(nearest.off_rad * 180 / std::numbers::pi)) +
         " degree off (look at the reach of the arm and at 'robot.arm.at')";
}

/// A point that was taught: by its tool, which the arm has to reach, or by angles.
class PointCheck {
 public:
  PointCheck(const StageParams& p, std::vector<FieldProblem>& found)
      : arm_(arm_with_torch(p, 0)), before_rad_(arm_.joints.size(), 0.0), found_(found) {}

  void operator()(const std::string& path, const std::string& by_tool, const std::string& by_angle,
                  const std::optional<ToolPoint>& tool, const std::vector<double>& to_rad) {
    const auto say = [&](const std::string& key, const std::string& what) {
      found_.push_back({path + "." + key, what});
      all_right_ = false;
    };
    if (!tool && to_rad.size() != arm_.joints.size()) {
      return say(by_angle, "must be an angle for each joint, or give '" + by_tool + "'");
    }
    if (!tool) return void(before_rad_ = to_rad);
    if (!to_rad.empty()) return say(by_angle, "give '" + by_tool + "' or this, not both");
    const rigid::Direction& points = tool->points;
    if (norm({points.x_ratio, points.y_ratio, points.z_ratio}) == 0) {
      return say(by_tool + ".points", "must be a direction, not zero");
    }
    const rigid::ToolReached nearest = reach(arm_, *tool, before_rad_);
    if (!nearest.there()) return say(by_tool, out_of_reach(nearest));
    before_rad_ = nearest.q_rad;
  }
  bool all_right() const { return all_right_; }
  const rigid::ArmSpec& arm() const { return arm_; }

 private:
  rigid::ArmSpec arm_;
  std::vector<double> before_rad_;
  std::vector<FieldProblem>& found_;
  bool all_right_ = true;
};

void check_points(const StageParams& p, double handling_s, const std::string& below,
                  std::vector<FieldProblem>& found) {
  const auto& steps = p.arm.program.steps;
  const std::string path = below + ".program.steps";
  if (steps.empty()) return found.push_back({path, "'motion: rigid' needs a program"});
  if (p.arm.robot.arm.joints.empty()) return;  // said already
  if (std::ranges::none_of(steps, &ProgramStep::seam)) {
    found.push_back({path, "one of them must be a seam"});
  }
  PointCheck check(p, found);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    check(path + "[" + std::to_string(i) + "]", "tool", "to", steps[i].tool, steps[i].to_rad);
  }
  const bool jogs = p.arm.jog_tool || !p.arm.jog_to_rad.empty();
  if (jogs) check(below, "jog_tool", "jog_to", p.arm.jog_tool, p.arm.jog_to_rad);
  if (!check.all_right()) return;
  if (ArmProgram(taught(p.arm.program, check.arm()), check.arm()).moves_s() > handling_s) {
    found.push_back(
        {path, "moves take longer than 'handling', " + number_to_text(handling_s) + " s"});
  }
}

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
  check_points(p, handling_s, below, found);
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
  const bool along_x = tool_axis(arm)[0] != 0;
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
