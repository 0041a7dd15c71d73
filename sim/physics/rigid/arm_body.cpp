// Home of Eigen here: principal axes.

#include "sim/physics/rigid/arm_body.h"

#include <Eigen/Eigenvalues>
#include <algorithm>

#include "sim/core/require.h"

namespace twinaxis::rigid::bullet {
namespace {

struct Principal {
  Pose frame;  ///< centre and axes, in the frame of the link
  btVector3 moments_kg_m2;
};

Principal principal_of(const Link& link) {
  Eigen::Matrix3d tensor;
  for (int i = 0; i < 3; ++i) {
    for (int k = 0; k < 3; ++k) {
      tensor(i, k) =
          link.mass.inertia_kg_m2[static_cast<std::size_t>(i)][static_cast<std::size_t>(k)];
    }
  }
  const Eigen::SelfAdjointEigenSolver<Eigen::Matrix3d> solved(tensor);
  Eigen::Matrix3d axes = solved.eigenvectors();
  if (axes.determinant() < 0) axes.col(0) *= -1;
  const Eigen::Quaterniond q(axes);
  const auto& m = solved.eigenvalues();
  return {{link.mass.centre_m, {q.w(), q.x(), q.y(), q.z()}}, {m(0), m(1), m(2)}};
}

}  // namespace

ArmBody::ArmBody(const ArmSpec& spec, int first, int group, Dynamics& world)
    : chain_(spec), body_(static_cast<int>(chain_.size()), 0, {0, 0, 0}, true, false) {
  for (std::size_t i = 0; i < chain_.size(); ++i) {
    const Principal principal = principal_of(chain_.links()[i]);
    own_.push_back(principal.frame);
    const bool is_first = i == 0;
    const Pose before = is_first ? Pose{} : own_[i - 1];
    // In Bullet's words: rotation from the frame before to this one, and both legs of the way.
    const Pose here = inverse(before) * chain_.links()[i].fixed;
    const Quaternion turn = inverse(here.attitude * principal.frame.attitude);
    const auto into = [&](const Vector3& v) {
      return to_bullet(rotate(inverse(principal.frame.attitude), v));
    };
    body_.setupRevolute(static_cast<int>(i), chain_.links()[i].mass.kg, principal.moments_kg_m2,
                        static_cast<int>(i) - 1, to_bullet(turn), into(chain_.links()[i].axis),
                        to_bullet(here.position_m), into(principal.frame.position_m), true);
  }
  body_.finalizeMultiDof();
  body_.setBasePos(to_bullet(chain_.base().position_m));
  body_.setWorldToBaseRot(to_bullet(inverse(chain_.base().attitude)));
  body_.setLinearDamping(0);
  body_.setAngularDamping(0);
  body_.useRK4Integration(true);
  body_.setMaxAppliedImpulse(BT_LARGE_FLOAT);
  body_.setMaxCoordinateVelocity(1e4);
  world.addMultiBody(&body_);
  for (std::size_t i = 0; i < chain_.size(); ++i) {
    solids_.push_back(make_solid(spec.joints[i].parts, own_[i]));
    add_collider(static_cast<int>(i), spec, first + static_cast<int>(i), group, world);
  }
  const std::array<double, kMostJoints> rest{};
  const bool said = spec.start_rad.size() == chain_.size();
  require(said || spec.start_rad.empty(), "an angle for each joint");
  set(said ? std::span<const double>(spec.start_rad) : rest, rest);
}

void ArmBody::add_collider(int i, const ArmSpec& spec, int body, int group, Dynamics& world) {
  btCollisionShape* shape = solids_[static_cast<std::size_t>(i)].whole.get();
  if (shape == nullptr) return;
  colliders_.push_back(std::make_unique<btMultiBodyLinkCollider>(&body_, i));
  auto& collider = *colliders_.back();
  collider.setCollisionShape(shape);
  mark(collider, body, group);
  prepare(collider, spec.friction_ratio, 0, false);
  world.addCollisionObject(&collider);
  body_.getLink(i).m_collider = &collider;
}

void ArmBody::set(std::span<const double> q_rad, std::span<const double> rate_rad_per_s) {
  require(q_rad.size() >= chain_.size() && rate_rad_per_s.size() >= chain_.size(),
          "an angle and a rate for each joint");
  for (std::size_t i = 0; i < chain_.size(); ++i) {
    body_.setJointPos(static_cast<int>(i), q_rad[i]);
    body_.setJointVel(static_cast<int>(i), rate_rad_per_s[i]);
  }
  btAlignedObjectArray<btQuaternion> turns;
  btAlignedObjectArray<btVector3> origins;
  body_.forwardKinematics(turns, origins);
  body_.updateCollisionObjectWorldTransforms(turns, origins);
  refresh();
}

void ArmBody::set_torque(std::span<const double> torque_N_m) {
  require(torque_N_m.size() >= chain_.size(), "a torque for each joint");
  std::copy_n(torque_N_m.begin(), chain_.size(), torque_.begin());
}

void ArmBody::drive() {
  for (std::size_t i = 0; i < chain_.size(); ++i) {
    body_.addJointTorque(static_cast<int>(i), torque_[i]);
  }
}

void ArmBody::push(std::size_t link, const Vector3& force_N, const Vector3& at_m) {
  const Vector3 arm = at_m - frames_[link] * chain_.links()[link].mass.centre_m;
  body_.addLinkForce(static_cast<int>(link), to_bullet(force_N));
  twist(link, cross(arm, force_N));
}

void ArmBody::twist(std::size_t link, const Vector3& torque_N_m) {
  body_.addLinkTorque(static_cast<int>(link), to_bullet(torque_N_m));
}

void ArmBody::refresh() {
  for (std::size_t i = 0; i < chain_.size(); ++i) {
    q_[i] = body_.getJointPos(static_cast<int>(i));
    rate_[i] = body_.getJointVel(static_cast<int>(i));
  }
  frames_ = chain_.frames(angles_rad());
  motions_ = chain_.motions(frames_, rates_rad_per_s());
}

}  // namespace twinaxis::rigid::bullet
