#include "analysis/loss/inoperability.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <unsupported/Eigen/MatrixFunctions>

#include "sim/core/require.h"

namespace twinaxis::analysis {

namespace {

Eigen::VectorXd vector_of(std::span<const double> values) {
  return Eigen::Map<const Eigen::VectorXd>(values.data(), static_cast<Eigen::Index>(values.size()));
}

Eigen::MatrixXd matrix_of(const SectorMatrix& rows) {
  const auto n = static_cast<Eigen::Index>(rows.size());
  Eigen::MatrixXd m(n, n);
  for (Eigen::Index i = 0; i < n; ++i) {
    const auto& row = rows[static_cast<std::size_t>(i)];
    require(row.size() == rows.size(), "a matrix of sectors is square");
    m.row(i) = vector_of(row).transpose();
  }
  return m;
}

std::vector<double> values_of(const Eigen::VectorXd& v) {
  require(v.allFinite(), "inoperabilities are finite: some supply does not leave the sectors");
  return {v.data(), v.data() + v.size()};
}

bool all_positive(std::span<const double> values) {
  return std::all_of(values.begin(), values.end(), [](double v) { return v > 0; });
}

/// x of (I - A*) x = b.
Eigen::VectorXd spread(const Eigen::MatrixXd& a, const Eigen::VectorXd& b) {
  const auto n = a.rows();
  return (Eigen::MatrixXd::Identity(n, n) - a).partialPivLu().solve(b);
}

}  // namespace

SectorMatrix interdependency(const SectorMatrix& flows, std::span<const double> outputs) {
  require(flows.size() == outputs.size() && all_positive(outputs), "every sector has an output");
  SectorMatrix shares = flows;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    require(shares[i].size() == shares.size(), "a matrix of sectors is square");
    for (double& share : shares[i]) share /= outputs[i];
  }
  return shares;
}

std::vector<double> static_inoperability(const SectorMatrix& interdependency,
                                         std::span<const double> lost_demand_fraction) {
  require(interdependency.size() == lost_demand_fraction.size(), "a demand for every sector");
  return values_of(spread(matrix_of(interdependency), vector_of(lost_demand_fraction)));
}

// With M = K (A* - I) and the rest q_r = (I - A*)^-1 c*:  q = q_r + e^(Mt) (q0 - q_r), and its
// integral is q_r t + M^-1 (e^(Mt) - I) (q0 - q_r).
InoperabilityAt inoperability_after(const DynamicInoperability& model, double time_s) {
  const std::size_t n = model.interdependency.size();
  require(model.recovery_per_s.size() == n && model.initial_fraction.size() == n &&
              model.lost_demand_fraction.size() == n && all_positive(model.recovery_per_s),
          "every sector recovers at a rate, from somewhere, to a demand");
  const Eigen::MatrixXd a = matrix_of(model.interdependency);
  const Eigen::VectorXd rate = vector_of(model.recovery_per_s);
  const Eigen::VectorXd rest = spread(a, vector_of(model.lost_demand_fraction));
  const Eigen::VectorXd away = vector_of(model.initial_fraction) - rest;
  const Eigen::MatrixXd m = rate.asDiagonal() * (a - Eigen::MatrixXd::Identity(a.rows(), a.cols()));
  const Eigen::MatrixXd scaled = m * time_s;
  const Eigen::VectorXd left = scaled.exp() * away;
  // M^-1 v = -(I - A*)^-1 K^-1 v
  const Eigen::VectorXd decayed = spread(a, (away - left).cwiseQuotient(rate));
  return {values_of(rest + left), values_of(rest * time_s + decayed)};
}

double recovery_rate_per_s(double from_fraction, double to_fraction, double time_s,
                           double own_interdependency) {
  require(from_fraction > to_fraction && to_fraction > 0 && time_s > 0 && own_interdependency < 1,
          "a sector recovers to a smaller inoperability");
  return std::log(from_fraction / to_fraction) / (time_s * (1 - own_interdependency));
}

}  // namespace twinaxis::analysis
