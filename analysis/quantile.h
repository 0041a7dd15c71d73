#pragma once
// Quantiles of the distributions that the analysis draws from. Home of Boost.Math in analysis:
// specified by the library, unlike the distributions of the standard.

namespace twinaxis::analysis {

/// Of the standard normal, u in (0, 1).
double normal_quantile(double u);
/// Of the beta distribution on [0, 1]; alpha and beta above 0.
double beta_quantile(double alpha, double beta, double u);
/// The smallest count k with P(X <= k) >= u, for X hits among n persons of that probability.
int binomial_quantile(int n, double probability, double u);

}  // namespace twinaxis::analysis
