#include "sim/physics/rigid/inverse_kinematics.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "sim/core/require.h"

namespace twinaxis::rigid {
namespace {

constexpr int kSteps = 200, kBeginnings = 60;
constexpr double kEnough = 1e-12;     ///< of |e|: nothing more to gain
constexpr double kLongest_rad = 0.3;  ///< of one step, within which J holds
constexpr double kLeastDamping = 1e-12;

/// What turns `from` into `to`, along the axis, its length the angle; both of length one.
Vector3 turn_between(const Vector3& from, const Vector3& to) {
  const Vector3 normal = cross(from, to);
  const double sine = norm(normal), cosine = dot(from, to);
  if (sine > 1e-12) return (std::atan2(sine, cosine) / sine) * normal;
  if (cosine > 0) return normal;
  const Vector3 other = std::abs(from[0]) < 0.9 ? Vector3{1, 0, 0} : Vector3{0, 1, 0};
  const Vector3 any = cross(from, other);
  return (std::numbers::pi / norm(any)) * any;
}

class Search {
 public:
  Search(const ArmSpec& arm, const ToolGoal& goal) : arm_(arm), chain_(arm), goal_(goal) {
    require(norm(goal.points) > 0, "a direction");
    goal_.points = (1 / norm(goal.points)) * goal.points;
  }

  ToolReached from(std::vector<double> q_rad) const {
    const auto n = static_cast<Eigen::Index>(chain_.size());
    for (int step = 0; step < kSteps; ++step) {
      const Eigen::VectorXd e = missing(q_rad);
      if (e.norm() < kEnough) break;
      const Eigen::MatrixXd j = jacobian(q_rad);
      Eigen::MatrixXd h = j.transpose() * j;
      h.diagonal().array() += std::max(0.5 * e.squaredNorm(), kLeastDamping);
      Eigen::VectorXd dq = h.ldlt().solve(j.transpose() * e);
      const double longest = dq.lpNorm<Eigen::Infinity>();
      if (longest > kLongest_rad) dq *= kLongest_rad / longest;
      for (Eigen::Index i = 0; i < n; ++i) {
        const auto k = static_cast<std::size_t>(i);
        q_rad[k] = std::clamp(q_rad[k] + dq(i), arm_.joints[k].low_rad, arm_.joints[k].high_rad);
      }
    }
    const Eigen::VectorXd e = missing(q_rad);
    return {std::move(q_rad), e.head(3).norm(), e.tail(3).norm()};
  }

 private:
  Eigen::VectorXd missing(std::span<const double> q_rad) const {
    const Pose last = chain_.frames(q_rad)[chain_.size() - 1];
    const Vector3 way = goal_.position_m - chain_.tool(q_rad).position_m;
    const Vector3 turn = turn_between(rotate(last.attitude, goal_.axis), goal_.points);
    Eigen::VectorXd e(6);
    for (int i = 0; i < 3; ++i) {
      e(i) = way[static_cast<std::size_t>(i)];
      e(i + 3) = turn[static_cast<std::size_t>(i)];
    }
    return e;
  }
  /// Of place and direction by the joints; a turn about the direction itself counts as none.
  Eigen::MatrixXd jacobian(std::span<const double> q_rad) const {
    const Frames frames = chain_.frames(q_rad);
    const std::size_t last = chain_.size() - 1;
    const Vector3 along = rotate(frames[last].attitude, goal_.axis);
    Eigen::MatrixXd j(6, static_cast<Eigen::Index>(chain_.size()));
    for (std::size_t k = 0; k < chain_.size(); ++k) {
      std::array<double, kMostJoints> one{};
      one[k] = 1;
      const Vector3 moves = chain_.tool_velocity_m_s(q_rad, one);
      const Vector3 turns = chain_.motions(frames, one)[last].rate_rad_per_s;
      const Vector3 across = turns - dot(turns, along) * along;
      for (std::size_t i = 0; i < 3; ++i) {
        j(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(k)) = moves[i];
        j(static_cast<Eigen::Index>(i + 3), static_cast<Eigen::Index>(k)) = across[i];
      }
    }
    return j;
  }

  const ArmSpec& arm_;
  Chain chain_;
  ToolGoal goal_;
};

/// The digits of a number behind the point, in reverse: evenly spread over 0 to 1 (Halton).
double radical_inverse(int number, int base) {
  double value = 0, digit = 1;
  for (; number > 0; number /= base) {
    digit /= base;
    value += digit * (number % base);
  }
  return value;
}

/// Spread over half a turn to either side, or what the joints have of it.
std::vector<double> beginning(const ArmSpec& arm, int number) {
  constexpr std::array<int, kMostJoints> primes{2,  3,  5,  7,  11, 13, 17, 19,
                                                23, 29, 31, 37, 41, 43, 47, 53};
  std::vector<double> q_rad;
  for (std::size_t k = 0; k < arm.joints.size(); ++k) {
    const double low = std::max(arm.joints[k].low_rad, -std::numbers::pi);
    const double high = std::min(arm.joints[k].high_rad, std::numbers::pi);
    q_rad.push_back(std::lerp(low, high, radical_inverse(number, primes[k])));
  }
  return q_rad;
}

}  // namespace

ToolReached reach(const ArmSpec& arm, const ToolGoal& goal, std::span<const double> start_rad) {
  require(start_rad.size() == arm.joints.size(), "an angle for each joint");
  const Search search(arm, goal);
  ToolReached best = search.from({start_rad.begin(), start_rad.end()});
  for (int number = 1; number <= kBeginnings && !best.there(); ++number) {
    ToolReached next = search.from(beginning(arm, number));
    if (next.off_m + next.off_rad < best.off_m + best.off_rad) best = std::move(next);
  }
  return best;
}

}  // namespace twinaxis::rigid
