#pragma once
// How the tool of an arm moves along its path: all that the line asks.

#include <array>
#include <memory>

#include "sim/core/fields.h"

namespace twinaxis::welding_robot {

struct ArmParams {
  double program_m_per_s = 2;  ///< of the tool between seams
  double accelerates_m_per_s2 = 4;
  double settles_s = 0.05;  ///< of the speed loop
  /// From full speed to rest, by stop category of IEC 60204-1: 0 cuts power, brakes; 1 brakes by
  /// the drives, then cuts power; 2 brakes and keeps power. Published: 0.16 to 0.53 s for category
  /// 0 of a UR5, 0.36 to 0.61 s for category 1 of a TM5; 0.3 to 0.8 s for arms of 10 to 20 kg, from
  /// memory.
  std::array<double, 3> stop_s{0.35, 0.5, 0.5};
  double moving_kg = 90;  ///< arm without its base, for an arm of 10 kg load (assumption)
  double load_kg = 3;     ///< torch
};
void fields(FieldVisitor& v, ArmParams& p);

struct MotionDemand {
  double speed_m_per_s = 0;
  bool drives = true;     ///< false: the safety system has taken them away
  int stop_category = 1;  ///< by which it stops then
};

class ArmMotion {
 public:
  virtual ~ArmMotion() = default;
  /// Of the tool along its path.
  virtual double acceleration_m_per_s2(double speed_m_per_s, const MotionDemand& wanted) const = 0;
  virtual double stopping_s(double speed_m_per_s, int stop_category) const = 0;
  /// Of the arm for a contact: half of what moves, and the load. Source: ISO/TS 15066, annex A.
  virtual double effective_kg() const = 0;
};

/// Speed follows its demand within the limits of the drives; a stop is a constant deceleration.
/// No dynamics of links and joints.
class KinematicArm final : public ArmMotion {
 public:
  explicit KinematicArm(const ArmParams& p) : p_(p) {}
  double acceleration_m_per_s2(double speed_m_per_s, const MotionDemand& wanted) const override;
  double stopping_s(double speed_m_per_s, int stop_category) const override;
  double effective_kg() const override { return p_.moving_kg / 2 + p_.load_kg; }

 private:
  ArmParams p_;
};

/// rigid: of all robots as kinematic, but robot 1 is a body while somebody is near (stage.h).
enum class MotionKind { kinematic, rigid };
inline constexpr std::array<std::string_view, 2> kMotionNames = {"kinematic", "rigid"};
std::unique_ptr<const ArmMotion> make_motion(MotionKind kind, const ArmParams& p);

/// Force on a region that cannot get away: all energy goes into the spring, v sqrt(k m).
/// Source: ISO/TS 15066, annex A, with a fixed body.
double clamped_force_N(double speed_m_per_s, double stiffness_N_per_m, double striking_kg);

}  // namespace twinaxis::welding_robot
