#pragma once
// A small dense matrix as a plain value, for results that cross headers.

#include <cstddef>
#include <span>
#include <vector>

namespace twinaxis {

/// Row-major.
class Matrix {
 public:
  Matrix() = default;
  Matrix(std::size_t rows, std::size_t columns)
      : rows_(rows), columns_(columns), values_(rows * columns) {}

  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  double operator()(std::size_t row, std::size_t column) const {
    return values_[row * columns_ + column];
  }
  double& operator()(std::size_t row, std::size_t column) {
    return values_[row * columns_ + column];
  }
  std::span<const double> values() const { return values_; }
  std::span<double> values() { return values_; }

 private:
  std::size_t rows_ = 0, columns_ = 0;
  std::vector<double> values_;
};

}  // namespace twinaxis
