#include "models/furnace/steel_quality.h"

#include <cmath>
#include <numbers>

#include "models/furnace/slab.h"

namespace twinaxis::furnace {
namespace {

constexpr double kMicrometre_m = 1e-6;

double arrhenius(double factor, double activation_J_per_mol, double temperature_K) {
  return factor * std::exp(-activation_J_per_mol / (kGasConstant_J_per_mol_K * temperature_K));
}

/// x with erf(x) = y for 0 < y < 1, by Newton's method from the left: erf is concave there, so the
/// iteration rises to the root without overshoot.
double erf_inverse(double y) {
  double x = 0;
  for (int i = 0; i < 60; ++i) {
    const double step = (y - std::erf(x)) * std::sqrt(std::numbers::pi) / 2 * std::exp(x * x);
    x += step;
    if (std::abs(step) < 1e-15) break;
  }
  return x;
}

}  // namespace

void fields(FieldVisitor& v, GrainGrowth& p) {
  v("exponent", p.exponent, "1", between(1, 20), "n");
  v("initial", p.initial_m, "m", above(0), "grain size when austenite has formed");
  v("split", p.split_K, "K", above(0), "above it the first pair of constants holds");
  v("high_factor", p.high_factor_per_s, "1/s", at_least(0), "A above the split, (1 um)^n a second");
  v("high_activation", p.high_J_per_mol, "J/mol", at_least(0), "Q above the split");
  v("low_factor", p.low_factor_per_s, "1/s", at_least(0), "A below the split");
  v("low_activation", p.low_J_per_mol, "J/mol", at_least(0), "Q below the split");
}

void fields(FieldVisitor& v, Decarburisation& p) {
  v("factor", p.factor_m2_per_s, "m^2/s", at_least(0), "D0 of carbon in austenite");
  v("activation", p.activation_J_per_mol, "J/mol", at_least(0), "Q");
  v("carbon", p.carbon_fraction, "1", between(0.01, 0.999), "left at the depth that counts");
}

void fields(FieldVisitor& v, Scale& p) {
  v("factor", p.factor_m2_per_s, "m^2/s", at_least(0), "k0 of the parabolic law");
  v("activation", p.activation_J_per_mol, "J/mol", at_least(0), "Q");
}

double grain_rate_per_s(const GrainGrowth& p, double temperature_K) {
  if (temperature_K > p.split_K) {
    return arrhenius(p.high_factor_per_s, p.high_J_per_mol, temperature_K);
  }
  return arrhenius(p.low_factor_per_s, p.low_J_per_mol, temperature_K);
}

double grain_start_ratio(const GrainGrowth& p) {
  return std::pow(p.initial_m / kMicrometre_m, p.exponent);
}

double grain_size_m(const GrainGrowth& p, double powered_ratio) {
  return kMicrometre_m * std::pow(powered_ratio, 1 / p.exponent);
}

double grain_size_m(const GrainGrowth& p, double temperature_K, double held_s) {
  return grain_size_m(p, grain_start_ratio(p) + grain_rate_per_s(p, temperature_K) * held_s);
}

double carbon_diffusion_m2_per_s(const Decarburisation& p, double temperature_K) {
  return arrhenius(p.factor_m2_per_s, p.activation_J_per_mol, temperature_K);
}

double decarburised_depth_m(const Decarburisation& p, double integral_m2) {
  return 2 * erf_inverse(p.carbon_fraction) * std::sqrt(integral_m2);
}

double scale_rate_m2_per_s(const Scale& p, double temperature_K) {
  return arrhenius(p.factor_m2_per_s, p.activation_J_per_mol, temperature_K);
}

double tempering_parameter(double temperature_K, double held_s, double constant) {
  return temperature_K * (constant + std::log10(held_s / 3600)) / 1000;
}

double equivalent_tempering_s(double temperature_K, double held_s, double other_K,
                              double constant) {
  const double parameter = tempering_parameter(temperature_K, held_s, constant);
  return 3600 * std::pow(10, 1000 * parameter / other_K - constant);
}

double yield_strength_Pa(double friction_Pa, double hall_petch_Pa_m05, double grain_m) {
  return friction_Pa + hall_petch_Pa_m05 / std::sqrt(grain_m);
}

double solidified_shell_m(double factor_m_per_s05, double mould_m, double casting_m_per_s) {
  return factor_m_per_s05 * std::sqrt(mould_m / casting_m_per_s);
}

double metallurgical_length_m(double factor_m_per_s05, double thickness_m, double casting_m_per_s) {
  const double half_ratio = thickness_m / 2 / factor_m_per_s05;
  return half_ratio * half_ratio * casting_m_per_s;
}

}  // namespace twinaxis::furnace
