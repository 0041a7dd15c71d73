#include "sim/control/reliability.h"

#include <algorithm>
#include <array>
#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/special_functions/binomial.hpp>
#include <cmath>

#include "sim/core/require.h"

namespace twinaxis {
namespace {

double choose(int n, int k) {
  return boost::math::binomial_coefficient<double>(static_cast<unsigned>(n),
                                                   static_cast<unsigned>(k));
}

void check(const VotedGroup& g) {
  require(1 <= g.needed_count && g.needed_count <= g.channel_count, "M of N with 1 <= M <= N");
}

/// A single channel has nobody to share a cause with.
double beta(const VotedGroup& g) { return g.channel_count == 1 ? 0 : g.common_cause_fraction; }

/// How many of the upper bounds of SIL 1 to 4 the value is below.
int band(double value, const std::array<double, 4>& upper_bounds) {
  return static_cast<int>(
      std::ranges::count_if(upper_bounds, [value](double bound) { return value < bound; }));
}

}  // namespace

void fields(FieldVisitor& v, VotedGroup& g) {
  v("needed", g.needed_count, between(1, 16), "channels that must work");
  v("channels", g.channel_count, between(1, 16), "channels of the group");
  v("dangerous_undetected", g.dangerous_undetected_per_s, "1/s", above(0),
    "rate of dangerous undetected failures of one channel", required);
  v("common_cause", g.common_cause_fraction, "1", fraction(), "beta: failures that hit all");
  v("proof_test_interval", g.proof_test_interval, above(0), "time between proof tests", required);
}

double pfd_at(const VotedGroup& g, double since_test_s) {
  check(g);
  const double expected = g.dangerous_undetected_per_s * since_test_s;
  const double failed = -std::expm1(-(1 - beta(g)) * expected);
  const double common = -std::expm1(-beta(g) * expected);
  // Too few work: the sum of small positive terms keeps all digits, one minus the rest would not.
  double group_failed = 0;
  for (int k = g.channel_count - g.needed_count + 1; k <= g.channel_count; ++k) {
    group_failed += choose(g.channel_count, k) * std::pow(failed, k) *
                    std::pow(1 - failed, g.channel_count - k);
  }
  return common + (1 - common) * group_failed;
}

double pfd_average(const VotedGroup& g) {
  const double interval_s = to_s(g.proof_test_interval);
  require(interval_s > 0, "a proof test interval above zero");
  // Smooth in t: 30 Gauss points are exact to rounding for lambda T up to about 10.
  return boost::math::quadrature::gauss<double, 30>::integrate(
             [&](double t_s) { return pfd_at(g, t_s); }, 0.0, interval_s) /
         interval_s;
}

double pfd_average_simplified(const VotedGroup& g) {
  check(g);
  const double expected = g.dangerous_undetected_per_s * to_s(g.proof_test_interval);
  const int fatal = g.channel_count - g.needed_count + 1;
  return choose(g.channel_count, fatal) * std::pow((1 - beta(g)) * expected, fatal) / (fatal + 1) +
         beta(g) * expected / 2;
}

int sil_of_pfd(double pfd_average) { return band(pfd_average, {1e-1, 1e-2, 1e-3, 1e-4}); }

int sil_of_pfh(double failures_per_hour) {
  return band(failures_per_hour, {1e-5, 1e-6, 1e-7, 1e-8});
}

}  // namespace twinaxis
