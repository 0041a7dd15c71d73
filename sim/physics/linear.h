#pragma once
// A System near one point: its linear model, and what control engineers read from it.
// Sources: Skogestad, Postlethwaite, Multivariable Feedback Control, 2nd ed., chapters 3 and 4.

#include <complex>
#include <optional>
#include <span>
#include <vector>

#include "sim/physics/matrix.h"
#include "sim/physics/system.h"

namespace twinaxis {

/// d(dx)/dt = a dx + b du,  dy = c dx + d du  around one instant; y are the outputs of the system.
struct LinearModel {
  Matrix a, b, c, d;
};

/// By central differences of fourth order: step 1e-3 of max(|value|, 1e-2), truncation O(1e-12) for
/// functions that vary on the scale of their arguments.
LinearModel linearise(const System& system, const Instant& at);
/// Only the matrix a.
Matrix state_jacobian(const System& system, const Instant& at);

/// Eigenvalues of a, 1/s, slowest (largest real part) first.
std::vector<std::complex<double>> poles(const LinearModel& model);
/// d - c a^-1 b: outputs by inputs at rest.
Matrix dc_gain(const LinearModel& model);
/// d + c (j w - a)^-1 b at w_rad_per_s, row-major, outputs by inputs.
std::vector<std::complex<double>> frequency_gain(const LinearModel& model, double w_rad_per_s);
/// Outputs (columns) at `times_s` (rows) after a unit step of one input at 0; exact (matrix
/// exponential), also for integrating models.
Matrix step_response(const LinearModel& model, std::size_t input, std::span<const double> times_s);

/// Rows and columns of a matrix, in the order given: the part of a gain that one controls.
Matrix part_of(const Matrix& matrix, std::span<const std::size_t> rows,
               std::span<const std::size_t> columns);
/// Bristol's relative gain array of a square matrix: G times (inverse transpose of G), elementwise.
Matrix relative_gain_array(const Matrix& gain);
/// Largest first.
std::vector<double> singular_values(const Matrix& gain);
/// Largest over smallest singular value.
double condition_number(const Matrix& gain);
double determinant(const Matrix& matrix);
/// x of matrix x = right, or nothing if the square matrix is singular to rounding.
std::optional<std::vector<double>> solve(const Matrix& matrix, std::span<const double> right);

}  // namespace twinaxis
