#include "analysis/harm/blunt_injury.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/harm/probit.h"
#include "sim/core/require.h"

namespace twinaxis::harm {
namespace {

double phi(double z) { return probability_of_probit(z + 5); }
double logistic(double x) { return 1 / (1 + std::exp(-x)); }

double lognormal_hic(int ais, double hic) {
  struct Fit {
    double mu, sigma;
  };
  constexpr std::array<Fit, 3> fits = {
      {{6.96352, 0.84664}, {7.45231, 0.73998}, {7.65605, 0.60580}}};  // AIS 2, 3, 4
  if (!(hic > 0) || ais < 2 || ais > 4) return 0;
  const Fit& fit = fits[static_cast<std::size_t>(ais - 2)];
  return phi((std::log(hic) - fit.mu) / fit.sigma);
}

double prasad_mertz(int ais, double hic) {
  struct Fit {
    double a, b;
  };
  constexpr std::array<Fit, 6> fits = {{{1.54, 0.0065},
                                        {2.49, 0.00483},
                                        {3.39, 0.00372},
                                        {4.9, 0.00351},
                                        {7.82, 0.00429},
                                        {12.24, 0.00565}}};
  if (!(hic > 0) || ais < 1 || ais > 6) return 0;
  const Fit& fit = fits[static_cast<std::size_t>(ais - 1)];
  return logistic(fit.b * hic - fit.a - 200 / hic);
}

double chest_deflection(double mm) {
  return logistic(1.568 * std::pow(std::max(0.0, mm), 0.4612) - 10.5456);
}
double neck_injury(double nij) { return logistic(1.9688 * std::max(0.0, nij) - 3.2269); }
double femur_force(double kN) { return logistic(0.5196 * std::max(0.0, kN) - 5.795); }
double tibia_force(double kN) { return logistic(0.67 * std::max(0.0, kN) - 4.572); }

}  // namespace

AisExceedance HeadInjuryLaw::severity(double hic) const {
  AisExceedance raw{};
  for (int ais = 1; ais <= highest_ais; ++ais) {
    raw[static_cast<std::size_t>(ais - 1)] = probability(std::max(ais, lowest_ais), hic);
  }
  return ordered(raw);
}

const std::vector<HeadInjuryLaw>& head_injury_laws() {
  static const std::vector<HeadInjuryLaw> laws{
      {{"nhtsa_lognormal", "head injury of at least AIS 2, 3, 4",
        "P = Phi((ln HIC15 - mu) / s): 6.96352, 0.84664; 7.45231, 0.73998; 7.65605, 0.60580",
        "NHTSA 1999 and 2008"},
       lognormal_hic,
       2,
       4},
      {{"prasad_mertz", "head injury of at least AIS 1 to 5, fatal",
        "P = 1/(1 + exp(a + 200/HIC - b HIC)); AIS 3+: a 3.39, b 0.00372",
        "Prasad and Mertz, expanded curves of NHTSA; primary not seen"},
       prasad_mertz,
       1,
       6}};
  return laws;
}

const std::vector<InjuryCurve>& injury_curves() {
  static const std::vector<InjuryCurve> curves{
      {{"chest_deflection", "chest injury of at least AIS 3",
        "P = 1/(1 + exp(10.5456 - 1.568 d^0.4612)), d in mm", "NHTSA 2008"},
       3,
       "mm",
       chest_deflection},
      {{"nij", "neck injury of at least AIS 3", "P = 1/(1 + exp(3.2269 - 1.9688 Nij))",
        "NHTSA 1999"},
       3,
       "1",
       neck_injury},
      {{"femur", "thigh injury of at least AIS 2", "P = 1/(1 + exp(5.795 - 0.5196 F)), F in kN",
        "NHTSA 2008"},
       2,
       "kN",
       femur_force},
      {{"tibia", "lower leg injury of at least AIS 2", "P = 1/(1 + exp(4.572 - 0.67 F)), F in kN",
        "NHTSA 2008"},
       2,
       "kN",
       tibia_force}};
  return curves;
}

double kinetic_energy_ais3_probability(double energy_J) {
  if (!(energy_J > 0)) return 0;
  // Phi^-1 of 1 % and 30 %.
  constexpr double z_low = -2.3263478740408408, z_high = -0.5244005127080407;
  constexpr double low_J = 14.91, high_J = 33.90;
  const double slope = (z_high - z_low) / std::log(high_J / low_J);
  return phi(z_low + slope * std::log(energy_J / low_J));
}

const LawInfo& kinetic_energy_criterion() {
  static const LawInfo info{
      "kinetic_energy_criterion", "injury of at least AIS 3 by the energy that strikes",
      "P = Phi(ln(E / 43.04 J) / 0.4556), through (14.91 J, 1 %) and (33.90 J, 30 %)",
      "14 CFR 107.120 and 107.130 with the rates of the rulemaking committee of 2016"};
  return info;
}

double Dalamagkidis::death_probability(double energy_J) const {
  if (!(energy_J > beta_J)) return 0;
  const double part = std::pow(beta_J / energy_J, 3 / sheltering);
  return (1 - part) / (1 - 2 * part + std::sqrt(alpha_J / beta_J) * part);
}

const LawInfo& dalamagkidis() {
  static const LawInfo info{
      "dalamagkidis", "death of a person who is hit",
      "P = (1-k)/(1 - 2k + sqrt(a/b)(b/E)^(3/ps)), k = (b/E)^(3/ps), a 100 kJ, b 34 J",
      "Dalamagkidis, Valavanis and Piegl; primary not seen"};
  return info;
}

double blunt_criterion(double energy_J, double body_kg, double wall_cm, double diameter_cm) {
  require(body_kg > 0 && wall_cm > 0 && diameter_cm > 0, "a body and what strikes it have a size");
  return std::log(std::max(0.0, energy_J) / (std::cbrt(body_kg) * wall_cm * diameter_cm));
}

double blunt_criterion_ais(double criterion) {
  return std::clamp(1.33 * criterion + 0.6, 0.0, static_cast<double>(kWorstAis));
}

}  // namespace twinaxis::harm
