#include "models/welding_robot/arm_program.h"

#include <algorithm>
#include <cmath>

#include "sim/core/require.h"

namespace twinaxis::welding_robot {
namespace {

/// Way from 0 to 1, its rate and acceleration.
struct Way {
  double gone = 0, rate_per_s = 0, acceleration_per_s2 = 0;
};

/// From rest to rest in `length_s`, ramps of at most half of it.
Way way(double since_s, double length_s, double ramp_s) {
  const double r = std::min(ramp_s, length_s / 2), top_per_s = 1 / (length_s - r);
  const auto ramp = [&](double after_s) -> Way {
    const double u = after_s / r;
    return {top_per_s * r * u * u * u * (1 - u / 2), top_per_s * u * u * (3 - 2 * u),
            top_per_s * 6 * u * (1 - u) / r};
  };
  if (since_s <= 0) return {};
  if (since_s >= length_s) return {.gone = 1};
  if (since_s < r) return ramp(since_s);
  if (since_s <= length_s - r) return {top_per_s * (since_s - r / 2), top_per_s, 0};
  const Way left = ramp(length_s - since_s);
  return {1 - left.gone, left.rate_per_s, -left.acceleration_per_s2};
}

}  // namespace

void fields(FieldVisitor& v, ToolPoint& p) {
  v("x", p.x_m, "m", any_value(), "of the end of the tool, in the world", required);
  v("y", p.y_m, "m", any_value(), "likewise", required);
  v("z", p.z_m, "m", any_value(), "likewise", required);
  v("points", p.points, "where the tool points; left out: straight down");
}

void fields(FieldVisitor& v, ProgramStep& s) {
  v("tool", s.tool, "where the tool is at the taught point; angles are found for the arm");
  v("to", s.to_rad, "rad", any_value(), "in place of 'tool': angles of the taught point");
  v("speed", s.speed_ratio, "1", between(0.01, 1), "of the top rates of the joints");
  v("seam", s.seam, "whether it welds on the way, as fast as the settings of the weld say");
}

void fields(FieldVisitor& v, ProgramParams& p) {
  v("ramp", p.ramp_s, "s", above(0), "from rest to full speed of a move");
  v("steps", p.steps, "taught points; the part is changed at the last one");
}

Vector3 tool_axis(const rigid::ArmSpec& arm) {
  return arm.joints.back().axis.x_ratio != 0 ? Vector3{1, 0, 0} : Vector3{0, 0, 1};
}

rigid::ToolReached reach(const rigid::ArmSpec& arm, const ToolPoint& point,
                         std::span<const double> before_rad) {
  return rigid::reach(
      arm,
      {.position_m = {point.x_m, point.y_m, point.z_m},
       .axis = tool_axis(arm),
       .points = {point.points.x_ratio, point.points.y_ratio, point.points.z_ratio}},
      before_rad);
}

ProgramParams taught(ProgramParams program, const rigid::ArmSpec& arm) {
  std::vector<double> before_rad(arm.joints.size(), 0.0);
  for (ProgramStep& step : program.steps) {
    if (step.tool) step.to_rad = reach(arm, *step.tool, before_rad).q_rad;
    before_rad = step.to_rad;
  }
  return program;
}

ArmProgram::ArmProgram(const ProgramParams& params, const rigid::ArmSpec& arm)
    : ramp_s_(params.ramp_s) {
  require(!params.steps.empty(), "a program has a step");
  const std::vector<double>* from_rad = &params.steps.back().to_rad;
  for (const ProgramStep& step : params.steps) {
    require(step.to_rad.size() == arm.joints.size(), "an angle for each joint");
    Leg leg{.from_rad = *from_rad, .to_rad = step.to_rad, .seam = step.seam};
    from_rad = &step.to_rad;
    for (std::size_t i = 0; i < arm.joints.size(); ++i) {
      const double way_rad = std::abs(leg.to_rad[i] - leg.from_rad[i]);
      leg.length_s =
          std::max(leg.length_s, way_rad / (step.speed_ratio * arm.joints[i].top_rad_per_s));
    }
    leg.length_s = step.seam ? 0 : std::max(leg.length_s + ramp_s_, 2 * ramp_s_);
    moves_s_ += leg.length_s;
    seams_count_ += step.seam ? 1 : 0;
    legs_.push_back(std::move(leg));
  }
}

rigid::JointGoal ArmProgram::at(double since_s, double seam_s) const {
  rigid::JointGoal goal;
  const Leg* leg = nullptr;
  double length_s = 0;
  for (const Leg& next : legs_) {
    since_s -= length_s;
    leg = &next;
    length_s = next.seam ? seam_s / seams_count_ : next.length_s;
    if (since_s < length_s) break;
  }
  const Way w = way(since_s, length_s, ramp_s_);
  for (std::size_t i = 0; i < leg->to_rad.size(); ++i) {
    const double whole_rad = leg->to_rad[i] - leg->from_rad[i];
    goal.angle_rad[i] = leg->from_rad[i] + whole_rad * w.gone;
    goal.rate_rad_per_s[i] = whole_rad * w.rate_per_s;
    goal.acceleration_rad_per_s2[i] = whole_rad * w.acceleration_per_s2;
  }
  return goal;
}

}  // namespace twinaxis::welding_robot
