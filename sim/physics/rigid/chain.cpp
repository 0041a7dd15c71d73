#include "sim/physics/rigid/chain.h"

#include "sim/core/require.h"

namespace twinaxis::rigid {
namespace {

Vector3 axis_of(const Direction& d) {
  const Vector3 v{d.x_ratio, d.y_ratio, d.z_ratio};
  return norm(v) > 0 ? (1 / norm(v)) * v : Vector3{0, 0, 1};
}

Link link_of(const JointSpec& j) {
  return {.fixed = j.at.pose(),
          .axis = axis_of(j.axis),
          .mass = mass_of(j.mass_kg, j.centre.pose(), j.inertia)};
}

}  // namespace

Chain::Chain(const ArmSpec& spec) : base_(spec.at.pose()), tool_(spec.tool.pose()) {
  require(!spec.joints.empty() && spec.joints.size() <= kMostJoints, "an arm has 1 to 16 joints");
  for (const JointSpec& joint : spec.joints) links_.push_back(link_of(joint));
  Mass& last = links_.back().mass;
  last = joined(last, {spec.load.mass_kg, {spec.load.x_m, spec.load.y_m, spec.load.z_m}, {}});
}

Frames Chain::frames(std::span<const double> q_rad) const {
  Frames frames;
  const Pose* before = &base_;
  for (std::size_t i = 0; i < links_.size(); ++i) {
    frames[i] = *before * links_[i].fixed;
    frames[i].attitude = frames[i].attitude * turn_about(links_[i].axis, q_rad[i]);
    before = &frames[i];
  }
  return frames;
}

Pose Chain::tool(std::span<const double> q_rad) const {
  return frames(q_rad)[links_.size() - 1] * tool_;
}

Vector3 Chain::tool_velocity_m_s(std::span<const double> q_rad,
                                 std::span<const double> rate_rad_per_s) const {
  const std::size_t last = links_.size() - 1;
  const Frames at = frames(q_rad);
  const Motion moves = motions(at, rate_rad_per_s)[last];
  const Vector3 arm = tool_.position_m - links_[last].mass.centre_m;
  return moves.velocity_m_s + cross(moves.rate_rad_per_s, rotate(at[last].attitude, arm));
}

std::array<Motion, kMostJoints> Chain::motions(const Frames& frames,
                                               std::span<const double> rate_rad_per_s) const {
  std::array<Motion, kMostJoints> motions;
  Vector3 rate{}, velocity{}, at = base_.position_m;
  for (std::size_t i = 0; i < links_.size(); ++i) {
    velocity = velocity + cross(rate, frames[i].position_m - at);
    at = frames[i].position_m;
    rate = rate + rate_rad_per_s[i] * rotate(frames[i].attitude, links_[i].axis);
    const Vector3 arm = rotate(frames[i].attitude, links_[i].mass.centre_m);
    motions[i] = {velocity + cross(rate, arm), rate};
  }
  return motions;
}

void Chain::inverse_dynamics(std::span<const double> q_rad, std::span<const double> rate_rad_per_s,
                             std::span<const double> acceleration_rad_per_s2,
                             const Vector3& gravity_m_s2, std::span<double> torque_N_m) const {
  const Frames at = frames(q_rad);
  const std::size_t n = links_.size();
  std::array<Vector3, kMostJoints> axis, arm, force, moment;
  Vector3 w{}, dw{}, a = -1.0 * gravity_m_s2, from = base_.position_m;
  for (std::size_t i = 0; i < n; ++i) {
    const Link& link = links_[i];
    const Vector3 r = at[i].position_m - from;
    a = a + cross(dw, r) + cross(w, cross(w, r));
    from = at[i].position_m;
    axis[i] = rotate(at[i].attitude, link.axis);
    dw = dw + acceleration_rad_per_s2[i] * axis[i] + cross(w, rate_rad_per_s[i] * axis[i]);
    w = w + rate_rad_per_s[i] * axis[i];
    arm[i] = rotate(at[i].attitude, link.mass.centre_m);
    force[i] = link.mass.kg * (a + cross(dw, arm[i]) + cross(w, cross(w, arm[i])));
    const auto spun = [&](const Vector3& v) {
      return rotate(at[i].attitude,
                    times(link.mass.inertia_kg_m2, rotate(inverse(at[i].attitude), v)));
    };
    moment[i] = spun(dw) + cross(w, spun(w)) + cross(arm[i], force[i]);
  }
  Vector3 f{}, m{};
  for (std::size_t i = n; i-- > 0;) {
    if (i + 1 < n) m = m + cross(at[i + 1].position_m - at[i].position_m, f);
    f = f + force[i];
    m = m + moment[i];
    torque_N_m[i] = dot(axis[i], m);
  }
}

double Chain::energy_J(std::span<const double> q_rad, std::span<const double> rate_rad_per_s,
                       const Vector3& gravity_m_s2) const {
  const Frames at = frames(q_rad);
  const auto moving = motions(at, rate_rad_per_s);
  double sum_J = 0;
  for (std::size_t i = 0; i < links_.size(); ++i) {
    const Link& link = links_[i];
    const Vector3 w = rotate(inverse(at[i].attitude), moving[i].rate_rad_per_s);
    sum_J += 0.5 * link.mass.kg * dot(moving[i].velocity_m_s, moving[i].velocity_m_s);
    sum_J += 0.5 * dot(w, times(link.mass.inertia_kg_m2, w));
    sum_J -= link.mass.kg * dot(gravity_m_s2, at[i] * link.mass.centre_m);
  }
  return sum_J;
}

}  // namespace twinaxis::rigid
