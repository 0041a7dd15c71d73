#include "analysis/quantile.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/beta.hpp>

#include "sim/core/require.h"

namespace twinaxis::analysis {

double normal_quantile(double u) {
  return boost::math::quantile(boost::math::normal_distribution<double>{}, u);
}

double beta_quantile(double alpha, double beta, double u) {
  return boost::math::quantile(boost::math::beta_distribution<double>{alpha, beta}, u);
}

int binomial_quantile(int n, double probability, double u) {
  require(n >= 0 && u > 0 && u < 1, "a count and a number between 0 and 1");
  if (probability <= 0) return 0;
  if (probability >= 1) return n;
  // P(X <= k) = I_(1-p)(n - k, k + 1); it ascends in k, so halve the interval.
  const auto reached = [&](int k) {
    return k >= n || boost::math::ibeta(static_cast<double>(n - k), k + 1.0, 1 - probability) >= u;
  };
  int low = 0;
  int high = n;
  while (low < high) {
    const int middle = low + (high - low) / 2;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

}  // namespace twinaxis::analysis
