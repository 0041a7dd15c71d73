#include "sim/physics/rigid/bullet_world.h"

#include "sim/core/overload.h"

namespace twinaxis::rigid::bullet {
namespace {

/// Bodies of one group, and two that cannot move, have nothing to say to each other.
class GroupFilter final : public btOverlapFilterCallback {
 public:
  bool needBroadphaseCollision(btBroadphaseProxy* a, btBroadphaseProxy* b) const override {
    const bool masks = (a->m_collisionFilterGroup & b->m_collisionFilterMask) != 0 &&
                       (b->m_collisionFilterGroup & a->m_collisionFilterMask) != 0;
    const auto* first = static_cast<const btCollisionObject*>(a->m_clientObject);
    const auto* second = static_cast<const btCollisionObject*>(b->m_clientObject);
    const bool one_group =
        first->getUserIndex2() != 0 && first->getUserIndex2() == second->getUserIndex2();
    return masks && !one_group;
  }
};

}  // namespace

std::unique_ptr<btCollisionShape> make_shape(const Shape& shape) {
  using Made = std::unique_ptr<btCollisionShape>;
  return std::visit(
      overload{[](const Sphere& s) -> Made { return std::make_unique<btSphereShape>(s.radius_m); },
               [](const Box& s) -> Made {
                 return std::make_unique<btBoxShape>(
                     btVector3(0.5 * s.x_m, 0.5 * s.y_m, 0.5 * s.z_m));
               },
               [](const Capsule& s) -> Made {
                 return std::make_unique<btCapsuleShapeZ>(s.radius_m, s.length_m);
               },
               [](const Cylinder& s) -> Made {
                 return std::make_unique<btCylinderShapeZ>(
                     btVector3(s.radius_m, s.radius_m, 0.5 * s.length_m));
               }},
      shape);
}

Solid make_solid(const std::vector<Part>& parts, const Pose& frame) {
  Solid solid;
  if (parts.empty()) return solid;
  auto whole = std::make_unique<btCompoundShape>();
  for (const Part& part : parts) {
    solid.parts.push_back(make_shape(part.shape));
    whole->addChildShape(to_bullet(inverse(frame) * part.at.pose()), solid.parts.back().get());
  }
  solid.whole = std::move(whole);
  return solid;
}

Engine::Engine(const Vector3& gravity_m_s2)
    : dispatcher(&configuration),
      filter(std::make_unique<GroupFilter>()),
      world(&dispatcher, &broadphase, &solver, &configuration) {
  world.setGravity(to_bullet(gravity_m_s2));
  broadphase.getOverlappingPairCache()->setOverlapFilterCallback(filter.get());
  // With the defaults a blow gains speed from the correction of penetration, and restitution
  // vanishes as the step shrinks (threshold 0.2 m/s).
  auto& info = world.getSolverInfo();
  info.m_splitImpulse = 1;
  info.m_splitImpulsePenetrationThreshold = 0;
  info.m_restitutionVelocityThreshold = 0.02;
}

void mark(btCollisionObject& object, int body, int group) {
  object.setUserIndex(body);
  object.setUserIndex2(group);
}

void prepare(btCollisionObject& object, double friction_ratio, double restitution_ratio,
             bool soft) {
  object.setFriction(friction_ratio);
  object.setRestitution(restitution_ratio);
  // 0: no impulse before bodies touch. The solver skips contacts farther than the threshold.
  object.setContactProcessingThreshold(soft ? -1e30 : 0);
  object.setActivationState(DISABLE_DEACTIVATION);
}

}  // namespace twinaxis::rigid::bullet
