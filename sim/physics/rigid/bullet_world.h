#pragma once
// One way to make a Bullet world, with the settings that make it converge, and the conversions. For
// sources of this folder only.

#include <btBulletDynamicsCommon.h>

#include <BulletDynamics/Featherstone/btMultiBody.h>
#include <BulletDynamics/Featherstone/btMultiBodyConstraintSolver.h>
#include <BulletDynamics/Featherstone/btMultiBodyDynamicsWorld.h>
#include <BulletDynamics/Featherstone/btMultiBodyLinkCollider.h>

#include <functional>
#include <memory>
#include <vector>

#include "sim/core/pose.h"
#include "sim/physics/rigid/shape.h"

namespace twinaxis::rigid::bullet {

// The package bullet-float64 defines this; single precision would link without an error.
static_assert(sizeof(btScalar) == 8, "Bullet in double precision");

inline btVector3 to_bullet(const Vector3& v) { return {v[0], v[1], v[2]}; }
inline btQuaternion to_bullet(const Quaternion& q) { return {q[1], q[2], q[3], q[0]}; }
inline btTransform to_bullet(const Pose& p) {
  return btTransform(to_bullet(p.attitude), to_bullet(p.position_m));
}
inline Vector3 from_bullet(const btVector3& v) { return {v.x(), v.y(), v.z()}; }
inline Quaternion from_bullet(const btQuaternion& q) { return {q.w(), q.x(), q.y(), q.z()}; }

/// A shape with the shapes that it is made of.
struct Solid {
  std::vector<std::unique_ptr<btCollisionShape>> parts;
  std::unique_ptr<btCollisionShape> whole;
};
std::unique_ptr<btCollisionShape> make_shape(const Shape& shape);
/// Parts seen from `frame`. Null if there are none.
Solid make_solid(const std::vector<Part>& parts, const Pose& frame);

/// A world that asks for forces at the moment when contacts are known and nothing has moved.
class Dynamics final : public btMultiBodyDynamicsWorld {
 public:
  using btMultiBodyDynamicsWorld::btMultiBodyDynamicsWorld;
  std::function<void()> before_solving;
  void solveConstraints(btContactSolverInfo& info) override {
    before_solving();
    btMultiBodyDynamicsWorld::solveConstraints(info);
  }
};

/// Everything that a world consists of, in the order in which it must go.
struct Engine {
  explicit Engine(const Vector3& gravity_m_s2);
  btDefaultCollisionConfiguration configuration;
  btCollisionDispatcher dispatcher;
  std::unique_ptr<btOverlapFilterCallback> filter;  ///< groups, see BodySpec
  btDbvtBroadphase broadphase;
  btMultiBodyConstraintSolver solver;
  Dynamics world;
};

/// What a collision object says of itself, in its user indices: which body, and which group
/// (0: none).
void mark(btCollisionObject& object, int body, int group);

/// Settings that every object needs; a soft one is found by the collision detection and left alone
/// by the solver.
void prepare(btCollisionObject& object, double friction_ratio, double restitution_ratio, bool soft);

}  // namespace twinaxis::rigid::bullet
