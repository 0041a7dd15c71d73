#include "sim/scenario/resolve.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "sim/core/unit.h"
#include "sim/scenario/distribution.h"
#include "tests/scenario/tank.h"

namespace twinaxis::scenario {
namespace {

using test::parsed;

/// The number that a distribution has at a probability.
double at(const std::string& distribution, double probability, const std::string& unit = "1") {
  Problems problems;
  const Node document = parsed("x: " + distribution);
  const Node drawn = quantile_of(*document.find("x"), probability, problems);
  EXPECT_TRUE(problems.empty()) << problems.text();
  return std::get<double>(quantity_from_text(drawn.text, unit));
}

std::string drawn_text(const Resolved& resolved, const std::string& path) {
  const auto found = std::find_if(resolved.draws.begin(), resolved.draws.end(),
                                  [&](const Draw& draw) { return draw.path == path; });
  return found == resolved.draws.end() ? "(none)" : found->text;
}

TEST(Distribution, QuantilesAreThoseOfTheTextbook) {
  const double z = 1.959963984540054;  // standard normal at 0.975, Abramowitz & Stegun table 26.1
  EXPECT_DOUBLE_EQ(at("!uniform {low: 2, high: 6}", 0.25), 3);
  EXPECT_NEAR(at("!normal {mean: 10, sd: 2}", 0.975), 10 + 2 * z, 1e-12);
  EXPECT_NEAR(at("!lognormal {median: 3, sigma: 0.5}", 0.975), 3 * std::exp(0.5 * z), 1e-12);
  EXPECT_DOUBLE_EQ(at("!lognormal {median: 3, sigma: 0.5}", 0.5), 3);
  // F(x) = 1 - exp(-x/m)  ->  the median is m ln 2.
  EXPECT_NEAR(at("!exponential {mean: 5}", 0.5), 5 * std::log(2.0), 1e-14);
  // Rising side: F(x) = (x-a)^2 / ((b-a)(c-a)) with a=0, mode c=2, b=4: F(1) = 1/8.
  EXPECT_NEAR(at("!triangular {low: 0, mode: 2, high: 4}", 0.125), 1, 1e-14);
  // A PERT with the mode in the middle is the beta(3, 3), symmetric; F(1/4) of it is
  // 10 x^3 - 15 x^4 + 6 x^5 = 0.103515625 exactly.
  EXPECT_NEAR(at("!pert {low: 0, mode: 0.5, high: 1}", 0.103515625), 0.25, 1e-12);
  EXPECT_EQ(at("!pert {low: 7, mode: 7, high: 7}", 0.3), 7);
}

TEST(Distribution, ParametersMayHaveDifferentUnitsOfOneDimension) {
  EXPECT_DOUBLE_EQ(at("!uniform {low: 1 h, high: 120 min}", 0.5, "s"), 5400);
  // A standard deviation is a difference: 2 K are 2 degC.
  EXPECT_NEAR(at("!normal {mean: 20 degC, sd: 2 K}", 0.5, "K"), 293.15, 1e-12);
  EXPECT_NEAR(at("!normal {mean: 20 degC, sd: 2 K}", 0.8413447460685429, "K"), 295.15, 1e-9);
}

TEST(Distribution, ChoiceFollowsItsWeights) {
  const std::string choice = "!choice {of: [10, 20, 30], weights: [1, 2, 1]}";
  EXPECT_EQ(at(choice, 0.2499), 10);
  EXPECT_EQ(at(choice, 0.2501), 20);
  EXPECT_EQ(at(choice, 0.7499), 20);
  EXPECT_EQ(at(choice, 0.7501), 30);
}

TEST(Distribution, ChanceIsTrueAsOftenAsItSays) {
  Problems problems;
  const Node document = parsed("x: !chance {probability: 30 %}");
  EXPECT_EQ(quantile_of(*document.find("x"), 0.29, problems).text, "true");
  EXPECT_EQ(quantile_of(*document.find("x"), 0.31, problems).text, "false");
}

TEST(Resolve, DrawnTextReadsBackToTheSameBits) {
  Problems problems;
  const Node document = parsed("x: !normal {mean: 20 degC, sd: 2 K}\n");
  const auto first = resolve(document, 1, 17, problems);
  const auto again = resolve(first.document, 9, 99, problems);  // nothing is left to draw
  EXPECT_TRUE(same(first.document, again.document));
  EXPECT_TRUE(again.draws.empty());
}

TEST(Resolve, IsAPureFunctionOfSeedAndSample) {
  Problems problems;
  const Node document = parsed("x: !uniform {low: 0, high: 1}\n");
  const auto text = [&](std::uint64_t seed, std::uint64_t sample) {
    return resolve(document, seed, sample, problems).draws.front().text;
  };
  EXPECT_EQ(text(1, 5), text(1, 5));
  EXPECT_NE(text(1, 5), text(1, 6));
  EXPECT_NE(text(1, 5), text(2, 5));
}

TEST(Resolve, AddedFieldMovesNoOtherDraw) {
  Problems problems;
  const auto before = resolve(parsed(R"(
twin: {area: !uniform {low: 1 m^2, high: 2 m^2}}
interventions:
- {id: late, from: !uniform {low: 1 s, high: 9 s}}
)"),
                              1, 0, problems);
  const auto after = resolve(parsed(R"(
seed: !uniform {low: 1, high: 9}
twin: {height: !uniform {low: 1 m, high: 9 m}, area: !uniform {low: 1 m^2, high: 2 m^2}}
interventions:
- {id: early, from: !uniform {low: 1 s, high: 9 s}}
- {id: late, from: !uniform {low: 1 s, high: 9 s}}
)"),
                             1, 0, problems);
  EXPECT_EQ(drawn_text(before, "twin.area"), drawn_text(after, "twin.area"));
  EXPECT_EQ(drawn_text(before, "interventions[late].from"),
            drawn_text(after, "interventions[late].from"));
  EXPECT_NE(drawn_text(after, "interventions[early].from"),
            drawn_text(after, "interventions[late].from"));
}

TEST(Resolve, DrawsHaveTheMeanOfTheirDistribution) {
  Problems problems;
  const Node document = parsed("x: !pert {low: 1, mode: 4, high: 12}\n");
  constexpr int n = 20000;
  double sum = 0;
  for (std::uint64_t sample = 0; sample < n; ++sample) {
    sum += std::stod(resolve(document, 1, sample, problems).draws.front().text);
  }
  // Mean (1 + 4*4 + 12)/6 = 29/6; alpha = 1 + 12/11, beta = 1 + 32/11, variance of the beta times
  // 11^2: 4.03. Four standard errors: 4 sqrt(4.03 / 20000) = 0.057.
  EXPECT_NEAR(sum / n, 29.0 / 6, 0.057);
}

TEST(Resolve, MediansUseNoRandomNumber) {
  Problems problems;
  const Node document = parsed("a: !normal {mean: 3 m, sd: 1 m}\nb: !chance {probability: 0.6}\n");
  const auto resolved = resolve_to_medians(document, problems);
  EXPECT_EQ(drawn_text(resolved, "a"), "3 m");
  EXPECT_EQ(drawn_text(resolved, "b"), "true");
}

TEST(Resolve, ChosenAlternativeMayBeUncertainInTurn) {
  Problems problems;
  const auto resolved =
      resolve(parsed("x: !choice {of: [!uniform {low: 1 m, high: 2 m}]}\n"), 1, 0, problems);
  EXPECT_TRUE(resolved.document.find("x")->is_scalar());
  EXPECT_EQ(resolved.draws.back().path, "x.of");
}

}  // namespace
}  // namespace twinaxis::scenario
