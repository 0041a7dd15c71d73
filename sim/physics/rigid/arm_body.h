#pragma once
// A chain as a multibody of Bullet. For sources of this folder only.

#include <array>
#include <memory>
#include <span>
#include <vector>

#include "sim/physics/rigid/bullet_world.h"
#include "sim/physics/rigid/chain.h"

namespace twinaxis::rigid::bullet {

class ArmBody {
 public:
  /// Bodies `first`, `first` + 1, ... are its links.
  ArmBody(const ArmSpec& spec, int first, int group, Dynamics& world);

  const Chain& chain() const { return chain_; }
  std::span<const double> angles_rad() const { return {q_.data(), chain_.size()}; }
  std::span<const double> rates_rad_per_s() const { return {rate_.data(), chain_.size()}; }
  const Pose& frame(std::size_t link) const { return frames_[link]; }
  const Motion& motion(std::size_t link) const { return motions_[link]; }
  void set(std::span<const double> q_rad, std::span<const double> rate_rad_per_s);

  void set_torque(std::span<const double> torque_N_m);
  /// Hands the torques to the coming step.
  void drive();
  /// Force on a link at a point of the world, for the coming step.
  void push(std::size_t link, const Vector3& force_N, const Vector3& at_m);
  void twist(std::size_t link, const Vector3& torque_N_m);
  /// Reads back what the step did.
  void refresh();

 private:
  void add_collider(int i, const ArmSpec& spec, int body, int group, Dynamics& world);

  Chain chain_;
  std::vector<Pose> own_;  ///< Bullet's frame of each link (centre, principal axes) in ours
  std::vector<Solid> solids_;
  btMultiBody body_;
  std::vector<std::unique_ptr<btMultiBodyLinkCollider>> colliders_;
  std::array<double, kMostJoints> q_{}, rate_{}, torque_{};
  Frames frames_;
  std::array<Motion, kMostJoints> motions_;
};

}  // namespace twinaxis::rigid::bullet
