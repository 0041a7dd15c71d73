#include "models/furnace/thermocouple.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace twinaxis::furnace {
namespace {

// NIST Monograph 175, type K, mV over degC.
constexpr std::array kBelowZero{0.0,
                                0.394501280250e-1,
                                0.236223735980e-4,
                                -0.328589067840e-6,
                                -0.499048287770e-8,
                                -0.675090591730e-10,
                                -0.574103274280e-12,
                                -0.310888728940e-14,
                                -0.104516093650e-16,
                                -0.198892668780e-19,
                                -0.163226974860e-22};
constexpr std::array kAboveZero{-0.176004136860e-1, 0.389212049750e-1,   0.185587700320e-4,
                                -0.994575928740e-7, 0.318409457190e-9,   -0.560728448890e-12,
                                0.560750590590e-15, -0.320207200030e-18, 0.971511471520e-22,
                                -0.121047212750e-25};
constexpr double kBell_mV = 0.118597600000, kBell_per_K2 = -0.118343200000e-3;
constexpr double kBellCentre = 0.126968600000e3;

// Approximate inverses, degC over mV.
constexpr std::array kInverseBelowZero{0.0,           2.5173462e1,   -1.1662878,
                                       -1.0833638,    -8.9773540e-1, -3.7342377e-1,
                                       -8.6632643e-2, -1.0450598e-2, -5.1920577e-4};
constexpr std::array kInverseTo500{0.0,         2.508355e1,   7.860106e-2, -2.503131e-1,
                                   8.315270e-2, -1.228034e-2, 9.804036e-4, -4.413030e-5,
                                   1.057734e-6, -1.052755e-8};
constexpr std::array kInverseAbove500{-1.318058e2,  4.830222e1,  -1.646031,   5.464731e-2,
                                      -9.650715e-4, 8.802193e-6, -3.110810e-8};
constexpr double k500degC_mV = 20.644;

struct Value {
  double value = 0, slope = 0;
};

Value polynomial(std::span<const double> coefficients, double x) {
  Value v;
  for (auto c = coefficients.rbegin(); c != coefficients.rend(); ++c) {
    v.slope = v.slope * x + v.value;
    v.value = v.value * x + *c;
  }
  return v;
}

/// mV and mV/K at a temperature in degC.
Value emf(double t) {
  if (t < 0) return polynomial(kBelowZero, t);
  Value v = polynomial(kAboveZero, t);
  const double off = t - kBellCentre;
  const double bell = kBell_mV * std::exp(kBell_per_K2 * off * off);
  return {v.value + bell, v.slope + 2 * kBell_per_K2 * off * bell};
}

double first_guess(double mV) {
  if (mV < 0) return polynomial(kInverseBelowZero, mV).value;
  if (mV < k500degC_mV) return polynomial(kInverseTo500, mV).value;
  return polynomial(kInverseAbove500, mV).value;
}

}  // namespace

void fields(FieldVisitor& v, ThermocoupleParams& p) {
  v("lag", p.lag_s, "s", at_least(0), "time constant of the sheath");
  v("drift", p.drift_K_per_s, "K/s", any_value(), "of the hot junction");
  v("noise", p.noise_K, "K", at_least(0), "standard deviation of a reading");
  v("resolution", p.resolution_V, "V", at_least(0), "of the converter; 0 V: infinitely fine");
  v("opens_after", p.opens_after, at_least(0), "the wire breaks so long after the start");
}

double type_k_emf_V(double temperature_K) {
  return 1e-3 * emf(temperature_K - kCelsiusZero_K).value;
}

double type_k_temperature_K(double emf_V) {
  static const double lowest_V = type_k_emf_V(kTypeKLow_K);
  static const double highest_V = type_k_emf_V(kTypeKHigh_K);
  if (emf_V <= lowest_V) return kTypeKLow_K;
  if (emf_V >= highest_V) return kTypeKHigh_K;
  const double mV = 1e3 * emf_V;
  double t = first_guess(mV);
  // The guess is within 0.06 K; each Newton step squares that, so two reach rounding.
  for (int i = 0; i < 2; ++i) {
    const Value v = emf(t);
    t -= (v.value - mV) / v.slope;
  }
  return t + kCelsiusZero_K;
}

double converted_K(const ThermocoupleParams& p, const Conversion& c) {
  if (c.open_circuit) return kTypeKHigh_K;
  const double hot_K = std::clamp(c.hot_K, kTypeKLow_K, kTypeKHigh_K);
  double seen_V = type_k_emf_V(hot_K) - type_k_emf_V(c.cold_K);
  if (p.resolution_V > 0) seen_V = p.resolution_V * std::round(seen_V / p.resolution_V);
  return type_k_temperature_K(seen_V + type_k_emf_V(c.measured_cold_K));
}

}  // namespace twinaxis::furnace
