#pragma once
// Kinematics and dynamics of a chain of links, as functions of its joints. No solver, no state.
// Source of the recursion: Luh, Walker, Paul, J. Dyn. Sys. Meas. Control 102 (1980) 69-76; Craig,
// Introduction to Robotics, 3rd ed., 6.5 and 6.10 (computed torque).

#include <array>
#include <span>
#include <vector>

#include "sim/core/pose.h"
#include "sim/physics/rigid/arm_spec.h"
#include "sim/physics/rigid/mass.h"

namespace twinaxis::rigid {

/// Most joints of an arm.
constexpr std::size_t kMostJoints = 16;

struct Link {
  Pose fixed;    ///< of its frame at angle 0, in the frame of the link before
  Vector3 axis;  ///< of length one, in its frame
  Mass mass;     ///< in its frame
};

/// Frames of all links in the world; room for kMostJoints.
using Frames = std::array<Pose, kMostJoints>;

class Chain {
 public:
  /// The load is rigidly joined to the last link. Contract: 1 to kMostJoints joints.
  explicit Chain(const ArmSpec& spec);

  std::size_t size() const { return links_.size(); }
  const std::vector<Link>& links() const { return links_; }
  const Pose& base() const { return base_; }
  /// Frames of the links, first to last.
  Frames frames(std::span<const double> q_rad) const;
  Pose tool(std::span<const double> q_rad) const;
  Vector3 tool_velocity_m_s(std::span<const double> q_rad,
                            std::span<const double> rate_rad_per_s) const;
  /// Motion of the centre of mass of each link.
  std::array<Motion, kMostJoints> motions(const Frames& frames,
                                          std::span<const double> rate_rad_per_s) const;
  /// Torques that give the joints these accelerations, N m.
  void inverse_dynamics(std::span<const double> q_rad, std::span<const double> rate_rad_per_s,
                        std::span<const double> acceleration_rad_per_s2,
                        const Vector3& gravity_m_s2, std::span<double> torque_N_m) const;
  /// Kinetic and potential energy, the latter 0 where the centres lie at the origin, J.
  double energy_J(std::span<const double> q_rad, std::span<const double> rate_rad_per_s,
                  const Vector3& gravity_m_s2) const;

 private:
  Pose base_, tool_;
  std::vector<Link> links_;
};

}  // namespace twinaxis::rigid
