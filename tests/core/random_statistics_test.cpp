// The draws are fixed, so a bound is met for ever or never; each is a quantile that a sound
// generator exceeds less than once in a thousand seeds.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "sim/core/random.h"

namespace twinaxis {
namespace {

constexpr std::uint64_t kDraws = 100'000;
const double kRootDraws = std::sqrt(static_cast<double>(kDraws));
constexpr double kOneInThousand = 3.2905;         // |standard normal|, two-sided 0.001
constexpr double kKolmogorovInThousand = 1.9495;  // sqrt(N) D, Kolmogorov's limit law, 0.001

using Draw = double (*)(const Stream&, std::uint64_t);

std::vector<double> drawn(Draw draw, const Stream& from) {
  std::vector<double> values;
  for (std::uint64_t i = 0; i < kDraws; ++i) values.push_back(draw(from, i));
  return values;
}

double mean_of(const std::vector<double>& values, auto f) {
  double sum = 0;
  for (const double value : values) sum += f(value);
  return sum / static_cast<double>(values.size());
}
double power(const std::vector<double>& values, int exponent) {
  return mean_of(values, [exponent](double v) { return std::pow(v, exponent); });
}

/// Largest distance between the sample's distribution and `cdf`, times sqrt(N).
double kolmogorov(std::vector<double> values, auto cdf) {
  std::sort(values.begin(), values.end());
  double largest = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double p = cdf(values[i]);
    const auto n = static_cast<double>(values.size());
    largest =
        std::max({largest, p - static_cast<double>(i) / n, static_cast<double>(i + 1) / n - p});
  }
  return kRootDraws * largest;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b, std::size_t lag) {
  double sum = 0;
  for (std::size_t i = 0; i + lag < a.size(); ++i) sum += a[i] * b[i + lag];
  return sum / static_cast<double>(a.size() - lag);
}

TEST(Uniform, HasTheMomentsOfTheUnitInterval) {
  const auto values = drawn(uniform, stream(1, 0, "uniform"));
  // E u = 1/2, Var u = 1/12; E u^2 = 1/3, Var u^2 = 1/5 - 1/9 = 4/45.
  EXPECT_NEAR(power(values, 1), 0.5, kOneInThousand * std::sqrt(1.0 / 12) / kRootDraws);
  EXPECT_NEAR(power(values, 2), 1.0 / 3, kOneInThousand * std::sqrt(4.0 / 45) / kRootDraws);
}

TEST(Uniform, IsSpreadEvenly) {
  const auto values = drawn(uniform, stream(1, 0, "uniform"));
  EXPECT_LT(kolmogorov(values, [](double u) { return u; }), kKolmogorovInThousand);
}

TEST(Normal, HasTheMomentsOfTheStandardNormal) {
  const auto values = drawn(normal, stream(1, 0, "normal"));
  // Var z = 1, Var z^2 = 2, Var z^3 = 15, Var z^4 = 105 - 9 = 96.
  EXPECT_NEAR(power(values, 1), 0, kOneInThousand * 1 / kRootDraws);
  EXPECT_NEAR(power(values, 2), 1, kOneInThousand * std::sqrt(2.0) / kRootDraws);
  EXPECT_NEAR(power(values, 3), 0, kOneInThousand * std::sqrt(15.0) / kRootDraws);
  EXPECT_NEAR(power(values, 4), 3, kOneInThousand * std::sqrt(96.0) / kRootDraws);
}

TEST(Normal, HasTheDistributionOfTheErrorFunction) {
  const auto values = drawn(normal, stream(1, 0, "normal"));
  EXPECT_LT(kolmogorov(values, [](double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }),
            kKolmogorovInThousand);
}

TEST(Streams, AreUncorrelatedWithEachOtherAndWithThemselvesLater) {
  // The mean of N products of independent standard normals has the deviation 1/sqrt(N).
  const auto base = drawn(normal, stream(1, 0, "a"));
  const double bound = kOneInThousand / kRootDraws;
  EXPECT_LT(std::abs(correlation(base, drawn(normal, stream(1, 0, "b")), 0)), bound);
  EXPECT_LT(std::abs(correlation(base, drawn(normal, stream(1, 1, "a")), 0)), bound);
  EXPECT_LT(std::abs(correlation(base, drawn(normal, stream(2, 0, "a")), 0)), bound);
  EXPECT_LT(std::abs(correlation(base, base, 1)), bound);
  EXPECT_LT(std::abs(correlation(base, base, 2)), bound);
}

}  // namespace
}  // namespace twinaxis
