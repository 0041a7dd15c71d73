#include "analysis/harm/carbon_monoxide.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sim/core/require.h"

namespace twinaxis::harm {
namespace {

constexpr double kBodyVapour_mmHg = 47;    ///< water at 37 degC
constexpr double kAlveolarLoss_mmHg = 49;  ///< from inspired air to capillaries
constexpr double kLeastOxygen_mmHg = 1;    ///< air without oxygen; keeps the quotient finite
constexpr double kFull_fraction = 0.999;   ///< the equation never gets beyond

/// Resistance to uptake, B, min mmHg/ml.
double resistance(const Breather& who) {
  return 1 / who.diffusing_ml_per_min_mmHg +
         (who.barometric_mmHg - kBodyVapour_mmHg) / who.ventilation_ml_per_min;
}

double oxygen_mmHg(const Breather& who, double inspired_mmHg) {
  const double dry_mmHg = who.barometric_mmHg - kBodyVapour_mmHg;
  return std::max(kLeastOxygen_mmHg,
                  who.oxygen_fraction * (dry_mmHg - inspired_mmHg) - kAlveolarLoss_mmHg);
}

double inspired_mmHg(const Breather& who, double concentration_ppm) {
  return 1e-6 * concentration_ppm * (who.barometric_mmHg - kBodyVapour_mmHg);
}

/// A step that stays accurate and inside: 20 s, 1 % of the blood filled, and half of the fastest
/// time constant, which shrinks as the blood fills.
double step_min(const Breather& who, double cohb, double concentration_ppm) {
  const double inspired = inspired_mmHg(who, concentration_ppm);
  const double slowness = who.affinity * who.blood_ml * resistance(who);
  const double left = 1 - cohb;
  const double filling_per_min = (who.endogenous_ml_per_min * resistance(who) + inspired) /
                                 (who.blood_ml * resistance(who) * who.capacity());
  const double decay_per_min =
      oxygen_mmHg(who, inspired) / (slowness * who.capacity() * left * left);
  return std::min({1.0 / 3, 0.01 / filling_per_min, 0.5 / decay_per_min});
}

double advanced(const Breather& who, double cohb, double from_ppm, double to_ppm, double min) {
  const auto rate = [&](double at, double ppm) {
    return cfk_rate_per_min(who, std::clamp(at, 0.0, kFull_fraction), ppm);
  };
  const double middle_ppm = 0.5 * (from_ppm + to_ppm);
  const double k1 = rate(cohb, from_ppm);
  const double k2 = rate(cohb + 0.5 * min * k1, middle_ppm);
  const double k3 = rate(cohb + 0.5 * min * k2, middle_ppm);
  const double k4 = rate(cohb + min * k3, to_ppm);
  return std::clamp(cohb + min / 6 * (k1 + 2 * k2 + 2 * k3 + k4), 0.0, kFull_fraction);
}

}  // namespace

Breather breather(Activity activity) {
  constexpr std::array<double, 4> diffusing = {20, 25, 30, 40};
  constexpr std::array<double, 4> ventilation = {6000, 12000, 18000, 24000};
  Breather who;
  who.diffusing_ml_per_min_mmHg = diffusing[static_cast<std::size_t>(activity)];
  who.ventilation_ml_per_min = ventilation[static_cast<std::size_t>(activity)];
  return who;
}

double cfk_rate_per_min(const Breather& who, double cohb_fraction, double concentration_ppm) {
  const double inspired = inspired_mmHg(who, concentration_ppm);
  const double b = resistance(who);
  const double uptake = who.endogenous_ml_per_min / who.blood_ml + inspired / (who.blood_ml * b);
  const double washout = cohb_fraction / (1 - cohb_fraction) * oxygen_mmHg(who, inspired) /
                         (who.affinity * who.blood_ml * b);
  return (uptake - washout) / who.capacity();
}

std::vector<double> cfk(const Breather& who, std::span<const double> time_min,
                        std::span<const double> concentration_ppm) {
  require(time_min.size() == concentration_ppm.size(), "a concentration has one time per value");
  const auto ppm = [&](std::size_t i) {
    const double value = concentration_ppm[i];
    return value > 0 ? std::min(value, 1e6) : 0.0;  // NaN counts as none
  };
  std::vector<double> cohb;
  for (std::size_t i = 0; i < time_min.size(); ++i) {
    if (i == 0) {
      cohb.push_back(who.start_fraction);
      continue;
    }
    const double span_min = time_min[i] - time_min[i - 1];
    require(span_min >= 0, "the times of a concentration ascend");
    double now = cohb.back();
    double passed_min = 0;
    while (passed_min < span_min) {
      const double wanted_min = step_min(who, now, std::max(ppm(i - 1), ppm(i)));
      const double left_min = span_min - passed_min;
      const double step = wanted_min < left_min ? wanted_min : left_min;
      const auto at = [&](double min) { return std::lerp(ppm(i - 1), ppm(i), min / span_min); };
      now = advanced(who, now, at(passed_min), at(passed_min + step), step);
      passed_min = step == left_min ? span_min : passed_min + step;
    }
    cohb.push_back(now);
  }
  return cohb;
}

double cfk_after(const Breather& who, double concentration_ppm, double time_min) {
  return cfk(who, std::array{0.0, time_min}, std::array{concentration_ppm, concentration_ppm})
      .back();
}

const LawInfo& coburn_forster_kane() {
  static const LawInfo info{
      "coburn_forster_kane", "uptake of carbon monoxide by blood",
      "d[COHb]/dt = VCO/Vb + PICO/(Vb B) - [COHb] PO2/(M Vb B [O2Hb]), B = 1/DL + (PB-47)/VA",
      "Coburn, Forster and Kane 1965; constants as in a published script"};
  return info;
}

double LinearCfk::tau_min() const {
  const double b = 1 / diffusing_ml_per_min_mmHg + dry_mmHg / ventilation_ml_per_min;
  return affinity * blood_ml * b * oxyhaemoglobin / oxygen_mmHg;
}

double LinearCfk::fraction_after(double concentration_ppm, double time_min) const {
  const double b = 1 / diffusing_ml_per_min_mmHg + dry_mmHg / ventilation_ml_per_min;
  const double inspired = 1e-6 * concentration_ppm * dry_mmHg;
  const double end = tau_min() * (endogenous_ml_per_min + inspired / b) / blood_ml;
  return (end + (start - end) * std::exp(-time_min / tau_min())) / oxyhaemoglobin;
}

double stewart_fraction(double concentration_ppm, double ventilation_L_per_min, double time_min) {
  return 3.317e-7 * std::pow(concentration_ppm, 1.036) * ventilation_L_per_min * time_min;
}

double room_ppm(double source_m3_per_s, double ventilation_m3_per_s, double room_m3,
                double time_s) {
  if (ventilation_m3_per_s == 0) return 1e6 * source_m3_per_s * time_s / room_m3;
  const double changes = ventilation_m3_per_s * time_s / room_m3;
  return -1e6 * source_m3_per_s / ventilation_m3_per_s * std::expm1(-changes);
}

double cohb_death_probability(double peak_fraction, double median_fraction, double sigma) {
  if (!(peak_fraction > 0)) return 0;
  if (sigma <= 0) return peak_fraction >= median_fraction ? 1 : 0;
  const double deviate = std::log(peak_fraction / median_fraction) / sigma;
  return 0.5 * std::erfc(-deviate / std::numbers::sqrt2);
}

}  // namespace twinaxis::harm
