#pragma once
// Rigid bodies, arms and people in contact, moved in whole fixed steps. Home of Bullet.
//
//   rigid::World world(spec);                       bodies "floor", "box"; arm "ur10"
//   const auto box = world.body("box");
//   world.push(box, {10, 0, 0}, {});                held until the advance is over
//   world.advance(duration_from_s(0.001));
//   world.pose(box).position_m;  world.contacts();
//
// Integrator: semi-implicit Euler for bodies (free fall is ahead by g t step / 2), RK4 for arms.
// Where no skin is involved, a contact is an impulse: its `force_N` is impulse / step, a force for
// bodies at rest and without meaning in a blow. Blows that are to be judged need a skin.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/pose.h"
#include "sim/core/scene.h"
#include "sim/core/time.h"
#include "sim/physics/rigid/chain.h"
#include "sim/physics/rigid/world_spec.h"

namespace twinaxis::rigid {

struct BodyId {
  std::uint32_t index = 0;
  friend constexpr auto operator<=>(BodyId, BodyId) = default;
};
struct ArmId {
  std::uint32_t index = 0;
};
struct PersonId {
  std::uint32_t index = 0;
};

/// Two bodies that touched in the last step; a < b. One entry a pair.
struct Contact {
  BodyId a, b;
  bool soft = false;       ///< by skins; else impulse / step
  Vector3 point_m{};       ///< the deepest
  Vector3 normal_ratio{};  ///< of length one, from b to a
  double depth_m = 0;
  double force_N = 0;  ///< on a along the normal; on b against it
};

class World {
 public:
  /// Contract: names of bodies and of links ("arm.link") are unique.
  explicit World(const WorldSpec& spec);
  ~World();
  World(World&&) noexcept;
  World& operator=(World&&) noexcept;

  /// Bodies, regions of people ("worker.chest"), links of arms ("ur10.forearm"), each in the order
  /// of names (links along the arm); the index is a BodyId.
  const std::vector<std::string>& names() const;
  /// Contract: there is such a body.
  BodyId body(std::string_view name) const;
  /// Of the centre of mass of a body, in its axes; of a link its frame.
  Pose pose(BodyId id) const;
  /// Of the centre of mass.
  Motion motion(BodyId id) const;
  /// Of that point of the world, if it belonged to the body.
  Vector3 velocity_at(BodyId id, const Vector3& point_m) const;
  /// Puts a body elsewhere, for instance where another model moved it. Contract: no link.
  void place(BodyId id, const Pose& pose, const Motion& motion);
  /// Force and torque at the centre of mass, held through the next advance(); pushes add up.
  void push(BodyId id, const Vector3& force_N, const Vector3& torque_N_m);

  ArmId arm(std::string_view name) const;
  const Chain& chain(ArmId id) const;
  std::span<const double> angles_rad(ArmId id) const;
  std::span<const double> rates_rad_per_s(ArmId id) const;
  void set_joints(ArmId id, std::span<const double> q_rad, std::span<const double> rate_rad_per_s);
  /// Held until set again. Limits are the business of whoever drives.
  void set_torque(ArmId id, std::span<const double> torque_N_m);

  PersonId person(std::string_view name) const;
  /// Where the person is from now on, and how it moves: it goes on at `velocity_m_s` until told
  /// otherwise, and its regions follow by their posture.
  void walk(PersonId id, const Pose& pose, const Vector3& velocity_m_s);
  /// The regions follow as they do when walking. "": as the person was made. Contract: there is
  /// such a posture.
  void take_posture(PersonId id, std::string_view posture);

  /// Moves everything. Contract: a whole number of steps.
  void advance(Duration span);
  Duration step() const;
  /// From now on: finer where a blow wants it.
  void set_step(Duration step);
  const Vector3& gravity_m_s2() const;
  /// Of the last step, ordered by (a, b).
  std::span<const Contact> contacts() const;
  /// For viewers: poses of all bodies, in the order of names(), and where they touched last.
  void show(Scene& scene) const;
  /// Poses and motions of all bodies, angles and rates of all arms: what a hash should take.
  std::span<const double> state() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace twinaxis::rigid
