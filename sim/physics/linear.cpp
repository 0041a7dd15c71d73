#include "sim/physics/linear.h"

#include <Eigen/Dense>
#include <algorithm>
#include <functional>
#include <unsupported/Eigen/MatrixFunctions>

#include "sim/core/require.h"

namespace twinaxis {
namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Complex = Eigen::MatrixXcd;

Eigen::Map<const RowMajor> eigen(const Matrix& m) {
  return {m.values().data(), static_cast<Eigen::Index>(m.rows()),
          static_cast<Eigen::Index>(m.columns())};
}

Matrix plain(const RowMajor& m) {
  Matrix result(static_cast<std::size_t>(m.rows()), static_cast<std::size_t>(m.cols()));
  std::copy_n(m.data(), m.size(), result.values().begin());
  return result;
}

using Function = std::function<void(std::span<const double> at, std::span<double> value)>;

/// Derivative of a vector function, five-point stencil.
Matrix differences(const Function& f, std::size_t size, std::span<const double> at) {
  Matrix result(size, at.size());
  std::vector<double> x(at.begin(), at.end()), value(size), sum(size);
  for (std::size_t j = 0; j < x.size(); ++j) {
    const double step = 1e-3 * std::max(std::abs(at[j]), 1e-2);
    std::ranges::fill(sum, 0.0);
    for (const auto& [shift, weight] : {std::pair{1, 8.0}, {-1, -8.0}, {2, -1.0}, {-2, 1.0}}) {
      x[j] = at[j] + shift * step;
      f(x, value);
      for (std::size_t i = 0; i < size; ++i) sum[i] += weight * value[i];
    }
    x[j] = at[j];
    for (std::size_t i = 0; i < size; ++i) result(i, j) = sum[i] / (12 * step);
  }
  return result;
}

}  // namespace

Matrix state_jacobian(const System& system, const Instant& at) {
  const auto f = [&](std::span<const double> x, std::span<double> rate) {
    system.derivative({at.time_s, x, at.input, at.mode}, rate);
  };
  return differences(f, at.state.size(), at.state);
}

LinearModel linearise(const System& system, const Instant& at) {
  const std::size_t outputs = system.output_names().size();
  const auto by_input = [&](std::span<const double> u, std::span<double> rate) {
    system.derivative({at.time_s, at.state, u, at.mode}, rate);
  };
  const auto out_by_state = [&](std::span<const double> x, std::span<double> truth) {
    system.outputs({at.time_s, x, at.input, at.mode}, truth);
  };
  const auto out_by_input = [&](std::span<const double> u, std::span<double> truth) {
    system.outputs({at.time_s, at.state, u, at.mode}, truth);
  };
  return {.a = state_jacobian(system, at),
          .b = differences(by_input, at.state.size(), at.input),
          .c = differences(out_by_state, outputs, at.state),
          .d = differences(out_by_input, outputs, at.input)};
}

std::vector<std::complex<double>> poles(const LinearModel& model) {
  const Eigen::VectorXcd values = Eigen::EigenSolver<RowMajor>(eigen(model.a), false).eigenvalues();
  std::vector<std::complex<double>> sorted(values.begin(), values.end());
  std::ranges::sort(sorted, [](auto p, auto q) {
    return p.real() != q.real() ? p.real() > q.real() : p.imag() > q.imag();
  });
  return sorted;
}

Matrix dc_gain(const LinearModel& model) {
  return plain(eigen(model.d) -
               eigen(model.c) * eigen(model.a).partialPivLu().solve(eigen(model.b)));
}

std::vector<std::complex<double>> frequency_gain(const LinearModel& model, double w_rad_per_s) {
  const std::complex<double> jw(0, w_rad_per_s);
  const auto n = static_cast<Eigen::Index>(model.a.rows());
  const Complex left = jw * Complex::Identity(n, n) - eigen(model.a).cast<std::complex<double>>();
  const Complex inner = left.partialPivLu().solve(eigen(model.b).cast<std::complex<double>>());
  const Complex gain = eigen(model.d).cast<std::complex<double>>() +
                       eigen(model.c).cast<std::complex<double>>() * inner;
  std::vector<std::complex<double>> values;
  for (Eigen::Index i = 0; i < gain.rows(); ++i) {
    for (Eigen::Index j = 0; j < gain.cols(); ++j) values.push_back(gain(i, j));
  }
  return values;
}

Matrix step_response(const LinearModel& model, std::size_t input, std::span<const double> times_s) {
  // exp of the model extended by its constant input: no inverse of a, so integrators are fine.
  const auto n = static_cast<Eigen::Index>(model.a.rows());
  const auto u = static_cast<Eigen::Index>(input);
  Eigen::MatrixXd extended = Eigen::MatrixXd::Zero(n + 1, n + 1);
  extended.topLeftCorner(n, n) = eigen(model.a);
  extended.topRightCorner(n, 1) = eigen(model.b).col(u);
  Matrix response(times_s.size(), model.c.rows());
  for (std::size_t k = 0; k < times_s.size(); ++k) {
    const Eigen::MatrixXd moved = (extended * times_s[k]).exp();
    const Eigen::VectorXd y = eigen(model.c) * moved.topRightCorner(n, 1) + eigen(model.d).col(u);
    for (std::size_t i = 0; i < model.c.rows(); ++i) {
      response(k, i) = y(static_cast<Eigen::Index>(i));
    }
  }
  return response;
}

Matrix part_of(const Matrix& matrix, std::span<const std::size_t> rows,
               std::span<const std::size_t> columns) {
  Matrix result(rows.size(), columns.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < columns.size(); ++j) result(i, j) = matrix(rows[i], columns[j]);
  }
  return result;
}

Matrix relative_gain_array(const Matrix& gain) {
  require(gain.rows() == gain.columns(), "a relative gain array needs a square gain");
  return plain(eigen(gain).cwiseProduct(eigen(gain).inverse().transpose()));
}

std::vector<double> singular_values(const Matrix& gain) {
  const Eigen::VectorXd values = Eigen::JacobiSVD<Eigen::MatrixXd>(eigen(gain)).singularValues();
  return {values.begin(), values.end()};
}

double condition_number(const Matrix& gain) {
  const auto values = singular_values(gain);
  return values.front() / values.back();
}

double determinant(const Matrix& matrix) { return eigen(matrix).determinant(); }

std::optional<std::vector<double>> solve(const Matrix& matrix, std::span<const double> right) {
  const Eigen::FullPivLU<Eigen::MatrixXd> factors(eigen(matrix));
  if (!factors.isInvertible()) return std::nullopt;
  const Eigen::Map<const Eigen::VectorXd> b(right.data(), static_cast<Eigen::Index>(right.size()));
  const Eigen::VectorXd x = factors.solve(b);
  return std::vector<double>(x.begin(), x.end());
}

}  // namespace twinaxis
