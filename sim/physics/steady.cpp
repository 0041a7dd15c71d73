#include "sim/physics/steady.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/require.h"
#include "sim/physics/linear.h"

namespace twinaxis {
namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
constexpr double kUnknown = std::numeric_limits<double>::infinity();
constexpr double kSmall = 1e-4;    ///< relative Newton step from which on only rounding stops it
constexpr double kNear = 0.1;      ///< relative Newton step from which on Newton alone goes on
constexpr double kWanted = 0.2;    ///< relative move at which damped steps aim
constexpr double kFarthest = 0.5;  ///< relative move that a damped step may make

[[noreturn]] void fail(const std::string& reason) { throw RunError(0, "steady state", reason); }

/// Largest move relative to the states themselves.
double relative(const Eigen::VectorXd& move, const Eigen::VectorXd& x) {
  return (move.array().abs() / x.array().abs().max(1e-2)).maxCoeff();
}

}  // namespace

std::vector<double> steady_state(const System& system, std::span<const double> input,
                                 std::span<const double> mode, std::vector<double> guess,
                                 const SteadySearch& search) {
  const auto n = static_cast<Eigen::Index>(guess.size());
  const auto instant = [&](const Eigen::VectorXd& state) {
    return Instant{0, {state.data(), guess.size()}, input, mode};
  };
  const auto rate_at = [&](const Eigen::VectorXd& state) {
    Eigen::VectorXd rate(n);
    system.derivative(instant(state), {rate.data(), guess.size()});
    return rate;
  };
  Eigen::VectorXd x = Eigen::Map<const Eigen::VectorXd>(guess.data(), n);
  Eigen::VectorXd rate = rate_at(x);
  if (!rate.allFinite()) fail("the model is not finite at the guess");
  double step_s = 0.1 / std::max(1e-12, relative(rate, x));
  double last_moved = kUnknown;
  for (int i = 0; i < search.iterations_at_most; ++i) {
    const Matrix values = state_jacobian(system, instant(x));
    const RowMajor jacobian = Eigen::Map<const RowMajor>(values.values().data(), n, n);
    const auto newton = jacobian.partialPivLu();
    Eigen::VectorXd move = newton.solve(-rate);
    const bool is_unique = move.allFinite() && newton.rcond() > 1e-17;
    const double moved = is_unique ? relative(move, x) : kUnknown;
    // Newton's steps shrink as squares: where they stop shrinking, rounding is all that is left.
    if (moved <= search.tolerance || (moved < kSmall && moved > 0.5 * last_moved)) {
      return {x.begin(), x.end()};
    }
    last_moved = moved;
    if (moved >= kNear) {
      const RowMajor damped = RowMajor::Identity(n, n) / step_s - jacobian;
      move = damped.partialPivLu().solve(rate);
    }
    const Eigen::VectorXd next = x + move, next_rate = rate_at(next);
    if (!(relative(move, x) < kFarthest) || !next_rate.allFinite()) {
      step_s /= 4;
      continue;
    }
    step_s *= std::clamp(kWanted / relative(move, x), 0.1, 10.0);
    x = next;
    rate = next_rate;
  }
  fail("no unique state at rest was found; is there a level without a loop?");
}

}  // namespace twinaxis
