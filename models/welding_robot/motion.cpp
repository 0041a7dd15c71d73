#include "models/welding_robot/motion.h"

#include <algorithm>
#include <cmath>

namespace twinaxis::welding_robot {

double KinematicArm::acceleration_m_per_s2(double speed_m_per_s, const MotionDemand& wanted) const {
  const double target = wanted.drives ? wanted.speed_m_per_s : 0;
  const double stop_s = p_.stop_s.at(static_cast<std::size_t>(wanted.stop_category));
  const double brakes = wanted.drives ? p_.accelerates_m_per_s2 : p_.program_m_per_s / stop_s;
  return std::clamp((target - speed_m_per_s) / p_.settles_s, -brakes, p_.accelerates_m_per_s2);
}

double KinematicArm::stopping_s(double speed_m_per_s, int stop_category) const {
  const double stop_s = p_.stop_s.at(static_cast<std::size_t>(stop_category));
  return stop_s * speed_m_per_s / p_.program_m_per_s;
}

std::unique_ptr<const ArmMotion> make_motion(MotionKind kind, const ArmParams& p) {
  switch (kind) {
    case MotionKind::kinematic:
    case MotionKind::rigid:
      return std::make_unique<KinematicArm>(p);
  }
  return nullptr;
}

double clamped_force_N(double speed_m_per_s, double stiffness_N_per_m, double striking_kg) {
  return speed_m_per_s * std::sqrt(stiffness_N_per_m * striking_kg);
}

void fields(FieldVisitor& v, ArmParams& p) {
  v("program_speed", p.program_m_per_s, "m/s", above(0), "of the tool between seams");
  v("acceleration", p.accelerates_m_per_s2, "m/s^2", above(0), "of the tool");
  v("settling", p.settles_s, "s", above(0), "time constant of the speed loop");
  v("stop_0", p.stop_s[0], "s", above(0), "category 0, from full speed");
  v("stop_1", p.stop_s[1], "s", above(0), "category 1, from full speed");
  v("stop_2", p.stop_s[2], "s", above(0), "category 2, from full speed");
  v("moving_mass", p.moving_kg, "kg", above(0), "of the arm without its base");
  v("load", p.load_kg, "kg", at_least(0), "torch");
}

}  // namespace twinaxis::welding_robot
