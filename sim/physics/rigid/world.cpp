#include "sim/physics/rigid/world.h"

#include "sim/core/require.h"
#include "sim/physics/rigid/world_impl.h"

namespace twinaxis::rigid {

using bullet::from_bullet;
using bullet::to_bullet;

World::World(const WorldSpec& spec) : impl_(std::make_unique<Impl>(spec)) {}
World::~World() = default;
World::World(World&&) noexcept = default;
World& World::operator=(World&&) noexcept = default;

const std::vector<std::string>& World::names() const { return impl_->names; }

BodyId World::body(std::string_view name) const {
  const auto found = impl_->ids.find(name);
  require(found != impl_->ids.end(), "there is a body '" + std::string(name) + "'");
  return found->second;
}

Pose World::pose(BodyId id) const {
  if (impl_->is_link(id)) {
    const auto& [arm, link] = impl_->link(id);
    return impl_->arms[arm]->frame(link);
  }
  const btTransform& at = impl_->bodies[id.index]->getWorldTransform();
  return {from_bullet(at.getOrigin()), from_bullet(at.getRotation())};
}

Motion World::motion(BodyId id) const { return impl_->motion(id); }
Vector3 World::velocity_at(BodyId id, const Vector3& point_m) const {
  return impl_->velocity_at(id, point_m);
}

void World::place(BodyId id, const Pose& pose, const Motion& motion) {
  require(!impl_->is_link(id), "a link moves by its joints");
  btRigidBody& body = *impl_->bodies[id.index];
  body.setWorldTransform(to_bullet(pose));
  body.setInterpolationWorldTransform(to_bullet(pose));
  body.setLinearVelocity(to_bullet(motion.velocity_m_s));
  body.setAngularVelocity(to_bullet(motion.rate_rad_per_s));
  body.setInterpolationLinearVelocity(to_bullet(motion.velocity_m_s));
  body.setInterpolationAngularVelocity(to_bullet(motion.rate_rad_per_s));
  body.updateInertiaTensor();
  impl_->engine.world.updateSingleAabb(&body);
  impl_->write_state();
}

void World::push(BodyId id, const Vector3& force_N, const Vector3& torque_N_m) {
  auto& push = impl_->pushes[id.index];
  push.force_N = push.force_N + force_N;
  push.torque_N_m = push.torque_N_m + torque_N_m;
  impl_->pushed = true;
}

ArmId World::arm(std::string_view name) const {
  const auto found = impl_->arm_ids.find(name);
  require(found != impl_->arm_ids.end(), "there is an arm '" + std::string(name) + "'");
  return found->second;
}

const Chain& World::chain(ArmId id) const { return impl_->arms[id.index]->chain(); }
std::span<const double> World::angles_rad(ArmId id) const {
  return impl_->arms[id.index]->angles_rad();
}
std::span<const double> World::rates_rad_per_s(ArmId id) const {
  return impl_->arms[id.index]->rates_rad_per_s();
}

void World::set_joints(ArmId id, std::span<const double> q_rad,
                       std::span<const double> rate_rad_per_s) {
  impl_->arms[id.index]->set(q_rad, rate_rad_per_s);
  impl_->write_state();
}

void World::set_torque(ArmId id, std::span<const double> torque_N_m) {
  impl_->arms[id.index]->set_torque(torque_N_m);
}

void World::advance(Duration span) {
  require(span.ns >= 0 && on_grid(span, impl_->step), "a world advances in whole steps");
  for (std::int64_t k = span / impl_->step; k > 0; --k) impl_->step_once();
  if (impl_->pushed) impl_->pushes.assign(impl_->names.size(), {});
  impl_->pushed = false;
  impl_->write_state();
}

Duration World::step() const { return impl_->step; }
void World::set_step(Duration step) {
  require(step.ns > 0, "a step takes time");
  impl_->step = step;
  impl_->step_s = to_s(step);
}
const Vector3& World::gravity_m_s2() const { return impl_->gravity_m_s2; }
std::span<const Contact> World::contacts() const { return impl_->contacts; }
std::span<const double> World::state() const { return impl_->state; }

void World::show(Scene& scene) const {
  scene.poses.clear();
  scene.touches.clear();
  for (std::uint32_t i = 0; i < names().size(); ++i) scene.poses.push_back(pose({i}));
  for (const Contact& c : contacts()) {
    scene.touches.push_back({c.a.index, c.b.index, c.point_m, c.force_N * c.normal_ratio});
  }
}

void World::Impl::step_once() {
  for (auto& arm : arms) arm->drive();
  draw_back();
  if (pushed) {
    for (std::uint32_t i = 0; i < pushes.size(); ++i) {
      const BodyId id{i};
      apply(id, pushes[i].force_N, centre_m(id));
      if (is_link(id)) arms[link(id).arm]->twist(link(id).link, pushes[i].torque_N_m);
      else bodies[i]->applyTorque(to_bullet(pushes[i].torque_N_m));
    }
  }
  // No sub-steps of Bullet's own: exactly one step of exactly this length.
  engine.world.stepSimulation(step_s, 0, step_s);
  for (auto& arm : arms) arm->refresh();
  read_impulses();
}

Motion World::Impl::motion(BodyId id) const {
  if (is_link(id)) return arms[link(id).arm]->motion(link(id).link);
  const btRigidBody& body = *bodies[id.index];
  return {from_bullet(body.getLinearVelocity()), from_bullet(body.getAngularVelocity())};
}

Vector3 World::Impl::centre_m(BodyId id) const {
  if (!is_link(id)) return from_bullet(bodies[id.index]->getCenterOfMassPosition());
  const auto& [arm, link_index] = link(id);
  return arms[arm]->frame(link_index) * arms[arm]->chain().links()[link_index].mass.centre_m;
}

Vector3 World::Impl::velocity_at(BodyId id, const Vector3& point_m) const {
  const Motion m = motion(id);
  return m.velocity_m_s + cross(m.rate_rad_per_s, point_m - centre_m(id));
}

void World::Impl::apply(BodyId id, const Vector3& force_N, const Vector3& at_m) {
  if (is_link(id)) return arms[link(id).arm]->push(link(id).link, force_N, at_m);
  btRigidBody& body = *bodies[id.index];
  body.applyForce(to_bullet(force_N), to_bullet(at_m - centre_m(id)));
}

void World::Impl::write_state() {
  state.clear();
  const auto put = [&](const Vector3& v) { state.insert(state.end(), v.begin(), v.end()); };
  for (std::uint32_t i = 0; i < bodies.size(); ++i) {
    const btTransform& at = bodies[i]->getWorldTransform();
    const Quaternion turn = from_bullet(at.getRotation());
    put(from_bullet(at.getOrigin()));
    state.insert(state.end(), turn.begin(), turn.end());
    put(motion({i}).velocity_m_s);
    put(motion({i}).rate_rad_per_s);
  }
  for (const auto& arm : arms) {
    state.insert(state.end(), arm->angles_rad().begin(), arm->angles_rad().end());
    state.insert(state.end(), arm->rates_rad_per_s().begin(), arm->rates_rad_per_s().end());
  }
}

}  // namespace twinaxis::rigid
