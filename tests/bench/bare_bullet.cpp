#include "tests/bench/bare_bullet.h"

#include <BulletDynamics/Featherstone/btMultiBody.h>
#include <BulletDynamics/Featherstone/btMultiBodyConstraintSolver.h>
#include <BulletDynamics/Featherstone/btMultiBodyDynamicsWorld.h>
#include <BulletDynamics/Featherstone/btMultiBodyLinkCollider.h>
#include <btBulletDynamicsCommon.h>

#include <memory>
#include <vector>

namespace twinaxis::bench {
namespace {

btVector3 vector_of(const Vector3& v) { return {v[0], v[1], v[2]}; }
btTransform transform_of(const Pose& p) {
  const auto& q = p.attitude;
  return btTransform({q[1], q[2], q[3], q[0]}, vector_of(p.position_m));
}

struct Bare {
  btDefaultCollisionConfiguration configuration;
  btCollisionDispatcher dispatcher{&configuration};
  btDbvtBroadphase broadphase;
  btMultiBodyConstraintSolver solver;
  btMultiBodyDynamicsWorld world{&dispatcher, &broadphase, &solver, &configuration};
  std::vector<std::unique_ptr<btCollisionShape>> shapes;
  std::vector<std::unique_ptr<btCollisionObject>> objects;
  std::unique_ptr<btMultiBody> arm;

  ~Bare() {
    if (arm) world.removeMultiBody(arm.get());
    for (auto& object : objects) world.removeCollisionObject(object.get());
  }

  /// Groups: people 2, arms 4, everything else 1; nothing touches its own group.
  void add_body(std::unique_ptr<btCollisionShape> shape, double mass_kg, const Pose& at,
                int group) {
    btVector3 inertia(0, 0, 0);
    shape->calculateLocalInertia(mass_kg, inertia);
    btRigidBody::btRigidBodyConstructionInfo info(mass_kg, nullptr, shape.get(), inertia);
    info.m_startWorldTransform = transform_of(at);
    auto body = std::make_unique<btRigidBody>(info);
    body->setFlags(body->getFlags() | BT_DISABLE_WORLD_GRAVITY);
    body->setAngularFactor(0);
    body->setActivationState(DISABLE_DEACTIVATION);
    world.addRigidBody(body.get(), group, ~group);
    shapes.push_back(std::move(shape));
    objects.push_back(std::move(body));
  }

  void add_person(const rigid::PersonSpec& person) {
    for (const auto& [name, region] : person.regions) {
      const auto& c = region.shape;
      add_body(std::make_unique<btCapsuleShapeZ>(c.radius_m, c.length_m), region.mass_kg,
               person.at.pose() * region.at.pose(), 2);
    }
  }

  void add_arm(const rigid::ArmSpec& spec) {
    const int n = static_cast<int>(spec.joints.size());
    arm = std::make_unique<btMultiBody>(n, 0, btVector3(0, 0, 0), true, false);
    btTransform before = btTransform::getIdentity();
    for (int i = 0; i < n; ++i) {
      const auto& joint = spec.joints[static_cast<std::size_t>(i)];
      const btTransform centre = transform_of(joint.centre.pose());
      const btTransform here = before.inverse() * transform_of(joint.at.pose());
      const btQuaternion turn = (here * centre).getRotation().inverse();
      const btVector3 axis = joint.axis.x_ratio == 0 && joint.axis.y_ratio == 0
                                 ? btVector3(0, 0, 1)
                                 : btVector3(joint.axis.x_ratio, joint.axis.y_ratio, 0);
      const auto& m = joint.inertia;
      arm->setupRevolute(i, joint.mass_kg, {m.xx_kg_m2, m.yy_kg_m2, m.zz_kg_m2}, i - 1, turn,
                         quatRotate(centre.getRotation().inverse(), axis), here.getOrigin(),
                         quatRotate(centre.getRotation().inverse(), centre.getOrigin()), true);
      before = centre;
    }
    arm->finalizeMultiDof();
    arm->setLinearDamping(0);
    arm->setAngularDamping(0);
    arm->useRK4Integration(true);
    world.addMultiBody(arm.get());
    for (int i = 0; i < n; ++i) add_collider(i, spec.joints[static_cast<std::size_t>(i)]);
  }

  void add_collider(int i, const rigid::JointSpec& joint) {
    auto whole = std::make_unique<btCompoundShape>();
    for (const auto& part : joint.parts) {
      const auto* capsule = std::get_if<rigid::Capsule>(&part.shape);
      const auto* cylinder = std::get_if<rigid::Cylinder>(&part.shape);
      const auto* sphere = std::get_if<rigid::Sphere>(&part.shape);
      if (capsule != nullptr) {
        shapes.push_back(std::make_unique<btCapsuleShapeZ>(capsule->radius_m, capsule->length_m));
      } else if (sphere != nullptr) {
        shapes.push_back(std::make_unique<btSphereShape>(sphere->radius_m));
      } else {
        const double r = cylinder->radius_m;
        shapes.push_back(
            std::make_unique<btCylinderShapeZ>(btVector3(r, r, 0.5 * cylinder->length_m)));
      }
      whole->addChildShape(transform_of(inverse(joint.centre.pose()) * part.at.pose()),
                           shapes.back().get());
    }
    auto collider = std::make_unique<btMultiBodyLinkCollider>(arm.get(), i);
    collider->setCollisionShape(whole.get());
    collider->setActivationState(DISABLE_DEACTIVATION);
    world.addCollisionObject(collider.get(), 4, ~4);
    arm->getLink(i).m_collider = collider.get();
    shapes.push_back(std::move(whole));
    objects.push_back(std::move(collider));
  }
};

}  // namespace

double bare_bullet(const rigid::WorldSpec& spec, int steps) {
  Bare bare;
  // Weak torques would let an arm sag onto what stands there, and contacts cost time.
  bare.world.setGravity({0, 0, 0});
  for (const auto& [name, body] : spec.bodies) {
    const auto& box = std::get<rigid::Box>(body.shape);
    bare.add_body(std::make_unique<btBoxShape>(0.5 * btVector3(box.x_m, box.y_m, box.z_m)), 0,
                  body.at.pose(), 1);
  }
  for (const auto& [who, person] : spec.people) bare.add_person(person);
  bare.add_arm(spec.arms.begin()->second);
  for (int k = 0; k < steps; ++k) {
    for (int i = 0; i < bare.arm->getNumLinks(); ++i) {
      const double q = bare.arm->getJointPos(i), rate = bare.arm->getJointVel(i);
      bare.arm->addJointTorque(i, -200 * q - 20 * rate);
    }
    bare.world.stepSimulation(0.001, 0, 0.001);
  }
  return bare.arm->getLink(bare.arm->getNumLinks() - 1).m_cachedWorldTransform.getOrigin().z();
}

double bare_park(const rigid::WorldSpec& spec, int steps) {
  Bare bare;
  bare.world.setGravity({0, 0, -spec.gravity_m_per_s2});
  for (const auto& [name, body] : spec.bodies) {
    const auto* box = std::get_if<rigid::Box>(&body.shape);
    const auto* cylinder = std::get_if<rigid::Cylinder>(&body.shape);
    std::unique_ptr<btCollisionShape> shape;
    if (box != nullptr) {
      shape = std::make_unique<btBoxShape>(btVector3(box->x_m, box->y_m, box->z_m) / 2);
    } else {
      const double r = cylinder->radius_m;
      shape = std::make_unique<btCylinderShapeZ>(btVector3(r, r, cylinder->length_m / 2));
    }
    bare.add_body(std::move(shape), body.mass_kg, body.at.pose(), body.mass_kg > 0 ? 4 : 1);
  }
  for (const auto& [name, person] : spec.people) bare.add_person(person);
  for (int k = 0; k < steps; ++k) bare.world.stepSimulation(0.001, 0, 0.001);
  return bare.objects.front()->getWorldTransform().getOrigin().z();
}

}  // namespace twinaxis::bench
