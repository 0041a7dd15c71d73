#include "models/distillation/vle.h"

#include <algorithm>
#include <cmath>

namespace twinaxis::distillation {
namespace {

/// The published form in natural units: ln P[Pa] = top - rate / (T[K] + shift).
struct NaturalAntoine {
  double top;
  double rate_K;
  double shift_K;
};
const double ln_unit = std::log(kPascalPerMmHg);
NaturalAntoine natural(const Antoine& antoine) {
  return {antoine.a * kLn10 + ln_unit, antoine.b_K * kLn10, antoine.c_K - kZeroCelsius_K};
}

double exponent(const LatentHeat& latent, double reduced) {
  const auto& e = latent.exponent;
  return e[0] + reduced * (e[1] + reduced * (e[2] + reduced * e[3]));
}

}  // namespace

LatentHeat watson(double latent_J_per_kmol, double at_K, double critical_temperature_K) {
  constexpr double watson_exponent = 0.38;  // Watson 1943
  const double scale =
      latent_J_per_kmol / std::pow(1 - at_K / critical_temperature_K, watson_exponent);
  return {scale, {watson_exponent, 0, 0, 0}, critical_temperature_K};
}

Component benzene() {
  return {.antoine = {6.90565, 1211.033, 220.790},
          .latent = {4.881e7, {0.61066, -0.25882, 0.032238, 0.022475}, 562.05},
          .molar_mass_kg_per_kmol = 78.114,
          .boiling_temperature_K = 353.25,
          .boiling_density_kg_per_m3 = 815,
          .expansion_kg_per_m3_K = 1.15};
}

Component toluene() {
  return {.antoine = {6.95464, 1344.800, 219.482},
          .latent = watson(33.18e6, 383.775, 591.8),
          .molar_mass_kg_per_kmol = 92.14,
          .boiling_temperature_K = 383.775,
          .boiling_density_kg_per_m3 = 780,
          .expansion_kg_per_m3_K = 1.05};
}

double saturation_pressure_Pa(const Antoine& antoine, double temperature_K) {
  const auto n = natural(antoine);
  return std::exp(n.top - n.rate_K / (temperature_K + n.shift_K));
}

double saturation_temperature_K(const Antoine& antoine, double pressure_Pa) {
  const auto n = natural(antoine);
  return n.rate_K / (n.top - std::log(pressure_Pa)) - n.shift_K;
}

double latent_heat_J_per_kmol(const LatentHeat& latent, double temperature_K) {
  const double reduced = std::min(temperature_K / latent.critical_temperature_K, 0.999);
  return latent.scale_J_per_kmol * std::exp(exponent(latent, reduced) * std::log(1 - reduced));
}

double latent_heat_slope_J_per_kmol_K(const LatentHeat& latent, double temperature_K) {
  const double reduced = std::min(temperature_K / latent.critical_temperature_K, 0.999);
  const auto& e = latent.exponent;
  const double slope = e[1] + reduced * (2 * e[2] + reduced * 3 * e[3]);
  return latent_heat_J_per_kmol(latent, temperature_K) / latent.critical_temperature_K *
         (slope * std::log(1 - reduced) - exponent(latent, reduced) / (1 - reduced));
}

double benzene_dippr_pressure_Pa(double temperature_K) {
  return std::exp(88.368 - 6712.9 / temperature_K - 10.022 * std::log(temperature_K) +
                  7.694e-6 * temperature_K * temperature_K);
}

Bubble bubble_point(const Mixture& mixture, double pressure_Pa, double x) {
  const auto light = natural(mixture.light.antoine);
  const auto heavy = natural(mixture.heavy.antoine);
  constexpr double guessed_volatility_ratio = 2.3;  // 2.6 at 60 kPa, 1.8 at 1.5 MPa
  // The unknown is w = 1/(T + shift of the heavy): every ln P is all but straight in it.
  const double shift_K = light.shift_K - heavy.shift_K;
  const double guess_Pa = pressure_Pa / (1 + (guessed_volatility_ratio - 1) * x);
  double w = (heavy.top - std::log(guess_Pa)) / heavy.rate_K;
  double light_Pa = 0, heavy_Pa = 0, light_rate = 0, step = 0;
  double light_slope = 0, heavy_slope = 0;  // -dP/dw
  for (int i = 0; i < 2; ++i) {
    const double ratio = 1 / (1 + shift_K * w);
    light_Pa = std::exp(light.top - light.rate_K * w * ratio);
    heavy_Pa = std::exp(heavy.top - heavy.rate_K * w);
    light_rate = light.rate_K * ratio * ratio;
    light_slope = light_rate * light_Pa;
    heavy_slope = heavy.rate_K * heavy_Pa;
    const double sum_Pa = x * light_Pa + (1 - x) * heavy_Pa;
    const double sum_slope = x * light_slope + (1 - x) * heavy_slope;
    // Newton on ln P, with ln(s/p) = 2 (s - p)/(s + p) to third order.
    step = 2 * (sum_Pa - pressure_Pa) * sum_Pa / ((sum_Pa + pressure_Pa) * sum_slope);
    w += step;
  }
  // The last step is a few millikelvin at most: the curves are straight over it.
  light_Pa -= light_slope * step;
  heavy_Pa -= heavy_slope * step;
  light_slope -= light_rate * light_slope * step;
  heavy_slope -= heavy.rate_K * heavy_slope * step;
  const double slope_Pa_per_K = (x * light_slope + (1 - x) * heavy_slope) * w * w;
  return {.temperature_K = 1 / w - heavy.shift_K,
          .y = x * light_Pa / (x * light_Pa + (1 - x) * heavy_Pa),
          .slope_x_K = -(light_Pa - heavy_Pa) / slope_Pa_per_K,
          .slope_P_K_per_Pa = 1 / slope_Pa_per_K};
}

double bubble_pressure_Pa(const Mixture& mixture, double temperature_K, double x) {
  return x * saturation_pressure_Pa(mixture.light.antoine, temperature_K) +
         (1 - x) * saturation_pressure_Pa(mixture.heavy.antoine, temperature_K);
}

double relative_volatility_ratio(const Mixture& mixture, double temperature_K) {
  return saturation_pressure_Pa(mixture.light.antoine, temperature_K) /
         saturation_pressure_Pa(mixture.heavy.antoine, temperature_K);
}

Enthalpy latent_heat(const Mixture& mixture, double temperature_K) {
  return {latent_heat_J_per_kmol(mixture.light.latent, temperature_K),
          latent_heat_J_per_kmol(mixture.heavy.latent, temperature_K)};
}

Enthalpy vapour_heat_capacity(const Mixture& mixture, double temperature_K) {
  const auto liquid = liquid_heat_capacity(mixture, temperature_K);
  return {
      liquid.light_J_per_kmol + latent_heat_slope_J_per_kmol_K(mixture.light.latent, temperature_K),
      liquid.heavy_J_per_kmol +
          latent_heat_slope_J_per_kmol_K(mixture.heavy.latent, temperature_K)};
}

double liquid_density_kg_per_m3(const Mixture& mixture, double temperature_K, double x) {
  return molar_mass_kg_per_kmol(mixture, x) /
         liquid_molar_volume_m3_per_kmol(mixture, temperature_K, x);
}

void fields(FieldVisitor& v, Antoine& p) {
  v("a", p.a, "1", any_value(), "log10 P[mmHg] = a - b / (c + T[degC])");
  v("b", p.b_K, "K", above(0), "Antoine b");
  v("c", p.c_K, "K", above(0), "Antoine c");
}

void fields(FieldVisitor& v, LatentHeat& p) {
  v("scale", p.scale_J_per_kmol, "J/kmol", above(0), "DIPPR 106 factor");
  v("e0", p.exponent[0], "1", any_value(), "exponent, constant (Watson: 0.38)");
  v("e1", p.exponent[1], "1", any_value(), "exponent, times Tr");
  v("e2", p.exponent[2], "1", any_value(), "exponent, times Tr^2");
  v("e3", p.exponent[3], "1", any_value(), "exponent, times Tr^3");
  v("critical_temperature", p.critical_temperature_K, "K", above(0), "critical temperature");
}

void fields(FieldVisitor& v, Component& p) {
  v("antoine", p.antoine, "vapour pressure");
  v("latent_heat", p.latent, "heat of evaporation");
  v("molar_mass", p.molar_mass_kg_per_kmol, "kg/kmol", above(0), "molar mass");
  v("boiling_temperature", p.boiling_temperature_K, "K", above(0), "at 101.325 kPa");
  v("boiling_density", p.boiling_density_kg_per_m3, "kg/m^3", above(0), "liquid, at boiling");
  v("expansion", p.expansion_kg_per_m3_K, "kg/m^3/K", at_least(0), "loss of density per kelvin");
}

void fields(FieldVisitor& v, HeatCapacity& p) {
  v("at_80_degC", p.at_reference_J_per_kg_K, "J/kg/K", above(0), "liquid, at 80 degC");
  v("slope", p.slope_J_per_kg_K2, "J/kg/K^2", at_least(0), "rise per kelvin");
}

void fields(FieldVisitor& v, Mixture& p) {
  v("light", p.light, "benzene");
  v("heavy", p.heavy, "toluene");
  v("heat_capacity", p.heat_capacity, "of the liquid");
}

}  // namespace twinaxis::distillation
