#include "sim/physics/rigid/drive.h"

#include <algorithm>
#include <cmath>

#include "sim/core/require.h"

namespace twinaxis::rigid {
namespace {

/// Quintic from 0 to 1 over `length_s`: 10 u^3 - 15 u^4 + 6 u^5.
struct Quintic {
  double value = 1, rate_per_s = 0, acceleration_per_s2 = 0;
};
constexpr double kQuinticTop = 1.875;  ///< its largest slope, at the middle

Quintic quintic(double since_s, double length_s) {
  if (since_s >= length_s) return {};
  const double u = since_s / length_s;
  return {.value = u * u * u * (10 + u * (-15 + 6 * u)),
          .rate_per_s = 30 * u * u * (1 - u) * (1 - u) / length_s,
          .acceleration_per_s2 = 60 * u * (1 - u) * (1 - 2 * u) / (length_s * length_s)};
}

}  // namespace

void fields(FieldVisitor& v, DriveSpec& d) {
  v("stiffness", d.stiffness_per_s2, "1/s^2", above(0), "kp of the computed torque");
  v("damping", d.damping_per_s, "1/s", above(0), "kd of the computed torque");
  v("stops", d.stops, "published stop of each joint, or one for all");
}

bool computed_torque(const Chain& chain, const DriveSpec& spec, std::span<const double> q_rad,
                     std::span<const double> rate_rad_per_s, const JointGoal& goal,
                     const Vector3& gravity_m_s2, std::span<const double> most_N_m,
                     std::span<double> torque_N_m) {
  std::array<double, kMostJoints> acceleration{};
  for (std::size_t i = 0; i < chain.size(); ++i) {
    acceleration[i] = goal.acceleration_rad_per_s2[i] +
                      spec.damping_per_s * (goal.rate_rad_per_s[i] - rate_rad_per_s[i]) +
                      spec.stiffness_per_s2 * (goal.angle_rad[i] - q_rad[i]);
  }
  chain.inverse_dynamics(q_rad, rate_rad_per_s, acceleration, gravity_m_s2, torque_N_m);
  bool saturated = false;
  for (std::size_t i = 0; i < chain.size(); ++i) {
    const double held = std::clamp(torque_N_m[i], -most_N_m[i], most_N_m[i]);
    saturated = saturated || held != torque_N_m[i];
    torque_N_m[i] = held;
  }
  return saturated;
}

JointGoal braked(const DriveSpec& spec, std::size_t joints, const JointGoal& from, double after_s) {
  JointGoal goal = from;
  for (std::size_t i = 0; i < joints; ++i) {
    const double w = from.rate_rad_per_s[i];
    const StopLaw law = spec.stop(i);
    const Slowing s = slowing(after_s, law.time_from_s(w), law.exponent());
    goal.angle_rad[i] = from.angle_rad[i] + w * s.gone_s;
    goal.rate_rad_per_s[i] = w * s.rate_ratio;
    goal.acceleration_rad_per_s2[i] = w * s.slope_per_s;
  }
  return goal;
}

PathStop path_stop(const DriveSpec& spec, std::size_t joints, const JointGoal& from) {
  PathStop longest;
  for (std::size_t i = 0; i < joints; ++i) {
    const double time_s = spec.stop(i).time_from_s(from.rate_rad_per_s[i]);
    if (time_s > longest.time_s) longest = {time_s, spec.stop(i).exponent()};
  }
  return longest;
}

Drive::Drive(const ArmSpec& arm, const DriveSpec& spec) : spec_(spec) {
  for (const JointSpec& joint : arm.joints) {
    torque_N_m_.push_back(joint.torque_N_m);
    brake_N_m_.push_back(joint.brake_N_m > 0 ? joint.brake_N_m : joint.torque_N_m);
    top_rad_per_s_.push_back(joint.top_rad_per_s);
    low_rad_.push_back(joint.low_rad), high_rad_.push_back(joint.high_rad);
  }
  const std::size_t laws = spec_.stops.size();
  require(laws <= 1 || laws == arm.joints.size(), "a stop for each joint, or one for all");
  for (const StopLaw& stop : spec_.stops) {
    require(stop.exponent() >= 1, "a stop turns at most half of rate x time");
  }
  auto start = arm.start_rad;
  start.resize(arm.joints.size());
  restart(start);
}

void Drive::restart(std::span<const double> q_rad) {
  move_ = {};
  move_.from_rad.assign(q_rad.begin(), q_rad.end());
  move_.to_rad = move_.from_rad;
  stop_.reset();
}

void Drive::move_to(std::span<const double> q_rad, double speed_ratio, Time now) {
  require(q_rad.size() == torque_N_m_.size() && speed_ratio > 0, "an angle for each joint");
  if (!powered(now)) return;
  const JointGoal here = goal(now);
  stop_.reset();
  move_ = {};
  move_.begin = now;
  for (std::size_t i = 0; i < q_rad.size(); ++i) {
    move_.from_rad.push_back(here.angle_rad[i]);
    move_.to_rad.push_back(std::clamp(q_rad[i], low_rad_[i], high_rad_[i]));
    const double way_rad = std::abs(move_.to_rad[i] - here.angle_rad[i]);
    move_.length_s =
        std::max(move_.length_s, kQuinticTop * way_rad / (speed_ratio * top_rad_per_s_[i]));
  }
}

void Drive::stop(StopCategory category, Time now) {
  if (stop_ && stop_->category <= category) return;  // only a harder stop overrides a stop
  Stopping next{.category = category, .begin = now, .at = goal(now)};
  if (stop_) {
    const Slowing s = slowing(to_s(now - stop_->begin), stop_->time_s, stop_->exponent);
    next.since_s = stop_->since_s + stop_->pace_ratio * s.gone_s;
    next.pace_ratio = stop_->pace_ratio * s.rate_ratio;
  } else {
    next.since_s = to_s(now - move_.begin);
  }
  const PathStop along = path_stop(spec_, torque_N_m_.size(), next.at);
  next.time_s = along.time_s, next.exponent = along.exponent;
  stop_ = next;
}

JointGoal Drive::on_path(double since_s) const {
  JointGoal goal;
  const Quintic s = quintic(since_s, move_.length_s);
  for (std::size_t i = 0; i < move_.to_rad.size(); ++i) {
    const double way_rad = move_.to_rad[i] - move_.from_rad[i];
    goal.angle_rad[i] = move_.from_rad[i] + way_rad * s.value;
    goal.rate_rad_per_s[i] = way_rad * s.rate_per_s;
    goal.acceleration_rad_per_s2[i] = way_rad * s.acceleration_per_s2;
  }
  return goal;
}

/// The same way in a time that runs slower and slower.
JointGoal Drive::slowed(double after_s) const {
  const Slowing s = slowing(after_s, stop_->time_s, stop_->exponent);
  JointGoal goal = on_path(stop_->since_s + stop_->pace_ratio * s.gone_s);
  const double pace = stop_->pace_ratio * s.rate_ratio;
  for (std::size_t i = 0; i < torque_N_m_.size(); ++i) {
    goal.acceleration_rad_per_s2[i] = goal.acceleration_rad_per_s2[i] * pace * pace +
                                      goal.rate_rad_per_s[i] * stop_->pace_ratio * s.slope_per_s;
    goal.rate_rad_per_s[i] *= pace;
  }
  return goal;
}

JointGoal Drive::goal(Time now) const {
  if (!stop_) return on_path(to_s(now - move_.begin));
  const double after_s = to_s(now - stop_->begin);
  return stop_->category == StopCategory::power_off
             ? braked(spec_, torque_N_m_.size(), stop_->at, after_s)
             : slowed(after_s);
}

bool Drive::powered(Time now) const {
  if (!stop_ || stop_->category == StopCategory::with_power) return true;
  return stop_->category == StopCategory::then_off && to_s(now - stop_->begin) < stop_->time_s;
}

bool Drive::moving(Time now) const {
  const JointGoal here = goal(now);
  return std::any_of(here.rate_rad_per_s.begin(), here.rate_rad_per_s.end(),
                     [](double rate) { return rate != 0; });
}

void Drive::drive(World& world, ArmId arm, Time now) {
  std::array<double, kMostJoints> torque;
  saturated_ = computed_torque(world.chain(arm), spec_, world.angles_rad(arm),
                               world.rates_rad_per_s(arm), goal(now), world.gravity_m_s2(),
                               powered(now) ? torque_N_m_ : brake_N_m_, torque);
  world.set_torque(arm, torque);
}

}  // namespace twinaxis::rigid
