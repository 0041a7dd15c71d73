// From values to bodies, in the order of names.

#include "sim/core/require.h"
#include "sim/physics/rigid/world_impl.h"

namespace twinaxis::rigid {
namespace {

btVector3 moments_of(const BodySpec& spec) {
  if (!(spec.mass_kg > 0)) return {0, 0, 0};
  const Inertia i = spec.inertia.value_or(inertia_of(spec.shape, spec.mass_kg));
  require(i.xy_kg_m2 == 0 && i.xz_kg_m2 == 0 && i.yz_kg_m2 == 0,
          "the axes of a body are its principal axes");
  return {i.xx_kg_m2, i.yy_kg_m2, i.zz_kg_m2};
}

}  // namespace

World::Impl::Impl(const WorldSpec& spec)
    : step(spec.step),
      step_s(to_s(spec.step)),
      gravity_m_s2{0, 0, -spec.gravity_m_per_s2},
      engine(gravity_m_s2) {
  require(step.ns > 0, "a step takes time");
  for (const auto& [name, body] : spec.bodies) add(name, body);
  for (const auto& [name, person] : spec.people) add(name, person);
  for (const auto& [name, arm] : spec.arms) add(name, arm);
  pushes.resize(names.size());
  engine.world.before_solving = [this] {
    find_contacts();
    push_soft();
  };
  write_state();
}

World::Impl::~Impl() {
  // Bullet's world goes first, or it would look at bodies that are gone.
  for (int i = engine.world.getNumMultibodies(); i-- > 0;) {
    engine.world.removeMultiBody(engine.world.getMultiBody(i));
  }
  auto& objects = engine.world.getCollisionObjectArray();
  while (objects.size() > 0) engine.world.removeCollisionObject(objects[objects.size() - 1]);
}

BodyId World::Impl::new_id(const std::string& name, const std::optional<Skin>& skin) {
  const BodyId id{static_cast<std::uint32_t>(names.size())};
  require(ids.emplace(name, id).second, "one body is called '" + name + "'");
  names.push_back(name);
  skins.push_back(skin);
  return id;
}

int World::Impl::group(const std::string& name) {
  if (name.empty()) return 0;
  return groups.emplace(name, static_cast<int>(groups.size()) + 1).first->second;
}

void World::Impl::add(const std::string& name, const BodySpec& spec) {
  const BodyId id = new_id(name, spec.skin);
  shapes.push_back(bullet::make_shape(spec.shape));
  btRigidBody::btRigidBodyConstructionInfo info(spec.mass_kg, nullptr, shapes.back().get(),
                                                moments_of(spec));
  info.m_startWorldTransform = bullet::to_bullet(spec.at.pose());
  bodies.push_back(std::make_unique<btRigidBody>(info));
  btRigidBody& body = *bodies.back();
  bullet::mark(body, static_cast<int>(id.index), group(spec.group));
  bullet::prepare(body, spec.friction_ratio, spec.restitution_ratio, spec.skin.has_value());
  body.setLinearVelocity(
      {spec.velocity.x_m_per_s, spec.velocity.y_m_per_s, spec.velocity.z_m_per_s});
  if (!spec.turns) body.setAngularFactor(0);
  if (!spec.falls) body.setFlags(body.getFlags() | BT_DISABLE_WORLD_GRAVITY);
  engine.world.addRigidBody(&body);
}

void World::Impl::add(const std::string& name, const ArmSpec& spec) {
  arm_ids.emplace(name, ArmId{static_cast<std::uint32_t>(arms.size())});
  const int first = static_cast<int>(names.size());
  for (std::size_t i = 0; i < spec.joints.size(); ++i) {
    new_id(name + "." + spec.joints[i].name, std::nullopt);
    links.push_back({arms.size(), i});
  }
  arms.push_back(
      std::make_unique<bullet::ArmBody>(spec, first, group("arm " + name), engine.world));
}

}  // namespace twinaxis::rigid
