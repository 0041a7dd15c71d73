#include <array>
#include <cmath>

#include "analysis/harm/probit.h"

namespace twinaxis::harm {
namespace {

constexpr double kSecondsPerMinute = 60;

}  // namespace

double ToxicProbit::load(double concentration_ppm, double exposure_s) const {
  return load(std::array{0.0, exposure_s}, std::array{concentration_ppm, concentration_ppm});
}

double ToxicProbit::load(std::span<const double> time_s,
                         std::span<const double> concentration_ppm) const {
  return integral_of_power(time_s, concentration_ppm, n) / kSecondsPerMinute;
}

double ToxicProbit::probit(double load) const { return a + b * std::log(load < 0 ? 0 : load); }

double ToxicProbit::concentration_ppm(double probit, double exposure_s) const {
  const double load = std::exp((probit - a) / b);
  return std::pow(load * kSecondsPerMinute / exposure_s, 1 / n);
}

const std::vector<ToxicProbit>& toxic_probits() {
  // Withers and Lees 1985 gives LC50 of 433 ppm for 10 min and 250 ppm for 30 min: reproduced.
  constexpr const char* ccps = "CCPS / US Coast Guard; widely quoted, primary not seen";
  static const std::vector<ToxicProbit> laws = {
      {{"chlorine", "fatality", "Pr = -8.29 + 0.92 ln(int C^2 dt)",
        "Withers and Lees, J. Hazardous Materials 12, 1985"},
       -8.29,
       0.92,
       2},
      {{"ammonia", "fatality", "Pr = -35.9 + 1.85 ln(int C^2 dt)", ccps}, -35.9, 1.85, 2},
      {{"carbon_monoxide", "fatality", "Pr = -37.98 + 3.7 ln(int C dt)", ccps}, -37.98, 3.7, 1},
      {{"hydrogen_sulphide", "fatality", "Pr = -31.42 + 3.008 ln(int C^1.43 dt)", ccps},
       -31.42,
       3.008,
       1.43},
      {{"benzene", "fatality", "Pr = -109.78 + 5.3 ln(int C^2 dt)", ccps}, -109.78, 5.3, 2},
      {{"toluene", "fatality", "Pr = -6.794 + 0.408 ln(int C^2.5 dt)", ccps}, -6.794, 0.408, 2.5},
      {{"hydrogen_chloride", "fatality", "Pr = -16.85 + 2 ln(int C dt)", ccps}, -16.85, 2, 1},
      {{"sulphur_dioxide", "fatality", "Pr = -15.67 + 2.1 ln(int C dt)", ccps}, -15.67, 2.1, 1},
  };
  return laws;
}

}  // namespace twinaxis::harm
