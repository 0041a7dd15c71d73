#include "models/welding_robot/arm_planner.h"

#include <algorithm>
#include <cmath>

namespace twinaxis::welding_robot {
namespace {

constexpr double kRests_m_per_s = 1e-3;      ///< slower than that the drives say that it stands
constexpr double kStill_rad_per_s = 0.01;    ///< likewise of a joint that gives way
constexpr double kArrives_m = 1e-3;          ///< so near the end of a line it is there
constexpr double kSlowsDownWithin_s = 0.15;  ///< of the end of a line: three times the speed loop

double fastest(std::span<const double> rates) {
  double most = 0;
  for (const double rate : rates) most = std::max(most, std::abs(rate));
  return most;
}

}  // namespace

void fields(FieldVisitor& v, PlannerSpec& p) {
  v("robot", p.robot, "arm and drives of robot 1");
  v("program", p.program, "what robot 1 was taught");
  v("jog_tool", p.jog_tool, "where a jog by hand brings the tool");
  v("jog_to", p.jog_to_rad, "rad", any_value(), "in place of it: angles");
  v("return_speed", p.returns_m_per_s, "m/s", above(0), "of the tool, back to its program");
}

PlannerSpec solved(PlannerSpec spec) {
  spec.program = taught(std::move(spec.program), spec.robot.arm);
  if (spec.jog_tool) {
    spec.jog_to_rad = reach(spec.robot.arm, *spec.jog_tool, spec.program.steps.back().to_rad).q_rad;
  }
  return spec;
}

ArmPlanner::ArmPlanner(const PlannerSpec& spec, const ArmMotion& motion, double program_m_per_s)
    : spec_(solved(spec)),
      motion_(motion),
      program_m_per_s_(program_m_per_s),
      chain_(spec.robot.arm),
      program_(spec_.program, spec.robot.arm) {}

rigid::JointGoal ArmPlanner::paced(double since_s, double pace_ratio, double pace_per_s) const {
  rigid::JointGoal goal = program_.at(since_s, seam_s_);
  for (std::size_t i = 0; i < chain_.size(); ++i) {
    goal.acceleration_rad_per_s2[i] = goal.acceleration_rad_per_s2[i] * pace_ratio * pace_ratio +
                                      goal.rate_rad_per_s[i] * pace_per_s;
    goal.rate_rad_per_s[i] *= pace_ratio;
  }
  return goal;
}

rigid::JointGoal ArmPlanner::program_goal(const ArmOrder& order) const {
  rigid::JointGoal goal = program_.at(order.progress_ratio * order.cycle_s, order.seam_s);
  const double pace = order.speed_m_per_s / program_m_per_s_;
  for (double& rate : goal.rate_rad_per_s) rate *= pace;
  return goal;
}

double ArmPlanner::program_tool_m_per_s(const ArmOrder& order) const {
  const rigid::JointGoal goal = program_goal(order);
  return norm(chain_.tool_velocity_m_s(goal.angle_rad, goal.rate_rad_per_s));
}

void ArmPlanner::take_over(const ArmOrder& order) {
  line_.reset(), stop_.reset();
  gives_way_ = false;
  cycle_s_ = order.cycle_s, seam_s_ = order.seam_s;
  speed_m_per_s_ = order.speed_m_per_s;
  since_s_ = order.progress_ratio * cycle_s_;
  goal_ = paced(since_s_, speed_m_per_s_ / program_m_per_s_, 0);
  order_ = order;
}

void ArmPlanner::follow(const ArmOrder& order) {
  if (order.progress_ratio < order_.progress_ratio) {
    cycle_s_ = order.cycle_s, seam_s_ = order.seam_s;
  }
  since_s_ = order.progress_ratio * cycle_s_;
  gone_s_ = 0;
  order_ = order;
}

bool ArmPlanner::on_program() const {
  const bool leaves = stop_ && stop_->category == rigid::StopCategory::power_off;
  return !line_ && !gives_way_ && !leaves;
}

void ArmPlanner::put_state(std::vector<double>& to) const {
  const auto put = [&](const rigid::JointGoal& goal) {
    for (const auto* values : {&goal.angle_rad, &goal.rate_rad_per_s})
      to.insert(to.end(), values->begin(), values->end());
  };
  put(goal_);
  to.insert(to.end(), {speed_m_per_s_, since_s_, cycle_s_, seam_s_, gives_way_ ? 1.0 : 0.0,
                       line_ ? 1.0 : 0.0, stop_ ? 1.0 : 0.0});
  if (line_) {
    put(line_->from), put(line_->to);
    to.insert(to.end(), {static_cast<double>(line_->purpose), line_->gone_ratio, line_->left_m});
  }
  if (stop_) {
    put(stop_->from);
    to.insert(to.end(), {static_cast<double>(stop_->category), stop_->speed_m_per_s, stop_->after_s,
                         stop_->along.time_s, stop_->along.exponent});
  }
}

bool ArmPlanner::busy() const {
  if (gives_way_ || order_.speed_m_per_s > kRests_m_per_s) return true;
  if (stop_ && stop_->after_s < stop_->along.time_s) return true;
  const bool there = line_ && line_->purpose == Purpose::jogs && line_->gone_ratio >= 1;
  return order_.demand.drives && order_.demand.speed_m_per_s > 0 && !(order_.manual && there);
}

void ArmPlanner::give_way() {
  gives_way_ = true;
  speed_m_per_s_ = 0;
  stop_.reset();
}

void ArmPlanner::rest_at(rigid::JointGoal where) {
  line_ = Line{};
  goal_ = {.angle_rad = where.angle_rad};
  speed_m_per_s_ = 0;
}

void ArmPlanner::stop() {
  stop_ = Stopping{.category = static_cast<rigid::StopCategory>(order_.demand.stop_category),
                   .from = goal_,
                   .along = rigid::path_stop(spec_.robot.drive, chain_.size(), goal_),
                   .speed_m_per_s = speed_m_per_s_};
}

void ArmPlanner::brake(double step_s) {
  Stopping& s = *stop_;
  const auto now = rigid::slowing(s.after_s, s.along.time_s, s.along.exponent);
  s.after_s += step_s;
  const auto then = rigid::slowing(s.after_s, s.along.time_s, s.along.exponent);
  const double mean_m_per_s = s.speed_m_per_s * (then.gone_s - now.gone_s) / step_s;
  speed_m_per_s_ = s.speed_m_per_s * then.rate_ratio;
  if (s.category != rigid::StopCategory::power_off) {
    return run_along(mean_m_per_s, s.speed_m_per_s * then.slope_per_s, step_s);
  }
  goal_ = rigid::braked(spec_.robot.drive, chain_.size(), s.from, s.after_s);
  if (s.after_s < s.along.time_s || s.along.time_s == 0) return;
  rest_at(goal_);
}

/// And which path it is on: another one only from rest.
double ArmPlanner::wanted_m_per_s() {
  const double asked = order_.demand.speed_m_per_s;
  if (!order_.manual && !line_) return asked;
  if (asked <= 0 || (order_.manual && spec_.jog_to_rad.empty())) return 0;
  const Purpose purpose = order_.manual ? Purpose::jogs : Purpose::returns;
  if (!line_ || line_->purpose != purpose) {
    if (speed_m_per_s_ > kRests_m_per_s) return 0;
    line_ = Line{.purpose = purpose, .from = goal_, .to = {}, .gone_ratio = 0};
    line_->to = program_.at(since_s_, seam_s_);
    if (order_.manual) {
      std::copy_n(spec_.jog_to_rad.begin(), chain_.size(), line_->to.angle_rad.begin());
    }
  }
  // Slow enough for the speed loop to follow down to the end.
  const double most = std::min(asked, line_->left_m / kSlowsDownWithin_s);
  return order_.manual ? most : std::min(most, spec_.returns_m_per_s);
}

void ArmPlanner::run_along(double mean_m_per_s, double acceleration_m_per_s2, double step_s) {
  if (line_) return run_line(mean_m_per_s, acceleration_m_per_s2, step_s);
  const double pace = mean_m_per_s / program_m_per_s_;
  gone_s_ += pace * step_s;
  since_s_ += pace * step_s * cycle_s_ / order_.cycle_s;
  goal_ =
      paced(since_s_, speed_m_per_s_ / program_m_per_s_, acceleration_m_per_s2 / program_m_per_s_);
}

void ArmPlanner::run_line(double mean_m_per_s, double acceleration_m_per_s2, double step_s) {
  Line& line = *line_;
  if (line.gone_ratio >= 1) return;
  std::array<double, rigid::kMostJoints> way_rad{};
  double whole_m = 0;  // of a line as curved as here; or what the slowest joint makes of it
  for (std::size_t i = 0; i < chain_.size(); ++i) {
    way_rad[i] = line.to.angle_rad[i] - line.from.angle_rad[i];
    whole_m = std::max(
        whole_m, std::abs(way_rad[i]) * program_m_per_s_ / spec_.robot.arm.joints[i].top_rad_per_s);
  }
  whole_m = std::max(whole_m, norm(chain_.tool_velocity_m_s(goal_.angle_rad, way_rad)));
  line.left_m = (1 - line.gone_ratio) * whole_m;
  if (line.left_m < kArrives_m) {
    const Purpose purpose = line.purpose;
    rest_at(line.to);
    line_->purpose = purpose;
    line_->left_m = 0;
    if (purpose == Purpose::returns) line_.reset();
    return;
  }
  line.gone_ratio = std::min(1.0, line.gone_ratio + mean_m_per_s * step_s / whole_m);
  for (std::size_t i = 0; i < chain_.size(); ++i) {
    goal_.angle_rad[i] = line.from.angle_rad[i] + way_rad[i] * line.gone_ratio;
    goal_.rate_rad_per_s[i] = way_rad[i] * speed_m_per_s_ / whole_m;
    goal_.acceleration_rad_per_s2[i] = way_rad[i] * acceleration_m_per_s2 / whole_m;
  }
}

void ArmPlanner::step(std::span<const double> q_rad, std::span<const double> rate_rad_per_s,
                      double step_s) {
  if (gives_way_) {
    for (std::size_t i = 0; i < chain_.size(); ++i) {
      const rigid::StopLaw law = spec_.robot.drive.stop(i);
      goal_.angle_rad[i] = q_rad[i];
      goal_.rate_rad_per_s[i] = rate_rad_per_s[i];
      goal_.acceleration_rad_per_s2[i] = -rate_rad_per_s[i] * law.from_rad_per_s / law.angle_rad;
    }
    if (fastest(rate_rad_per_s) > kStill_rad_per_s) return;
    gives_way_ = false;
    return rest_at(goal_);
  }
  if (!order_.demand.drives && !stop_) stop();
  if (order_.demand.drives && stop_ && stop_->after_s >= stop_->along.time_s) stop_.reset();
  if (stop_) return brake(step_s);
  const double wanted = wanted_m_per_s();
  const double before = speed_m_per_s_;
  const double a = motion_.acceleration_m_per_s2(before, {.speed_m_per_s = wanted});
  speed_m_per_s_ = std::max(0.0, before + a * step_s);
  run_along((before + speed_m_per_s_) / 2, a, step_s);
}

}  // namespace twinaxis::welding_robot
