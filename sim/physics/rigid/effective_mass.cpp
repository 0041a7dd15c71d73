#include "sim/physics/rigid/effective_mass.h"

#include <Eigen/Cholesky>
#include <limits>

namespace twinaxis::rigid {

double effective_mass_kg(const Chain& chain, std::span<const double> q_rad, std::size_t link,
                         const Vector3& point_m, const Vector3& along) {
  const auto n = static_cast<Eigen::Index>(chain.size());
  const Frames frames = chain.frames(q_rad);
  const Vector3 arm_m = point_m - frames[link] * chain.links()[link].mass.centre_m;
  const std::array<double, kMostJoints> none{};
  std::array<double, kMostJoints> torque{};
  Eigen::MatrixXd mass(n, n);
  Eigen::VectorXd reach(n);
  for (Eigen::Index k = 0; k < n; ++k) {
    std::array<double, kMostJoints> one{};
    one[static_cast<std::size_t>(k)] = 1;
    chain.inverse_dynamics(q_rad, none, one, {}, torque);
    for (Eigen::Index i = 0; i < n; ++i) mass(i, k) = torque[static_cast<std::size_t>(i)];
    const Motion moves = chain.motions(frames, one)[link];
    reach(k) = dot(along, moves.velocity_m_s + cross(moves.rate_rad_per_s, arm_m));
  }
  const double mobility_per_kg = reach.dot(mass.ldlt().solve(reach));
  return mobility_per_kg > 0 ? 1 / mobility_per_kg : std::numeric_limits<double>::infinity();
}

}  // namespace twinaxis::rigid
