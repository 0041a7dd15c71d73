#include "analysis/harm/burn_integral.h"

#include <algorithm>
#include <cmath>

#include "analysis/harm/burn.h"
#include "analysis/harm/steps.h"
#include "sim/core/require.h"

namespace twinaxis::harm {
namespace {

/// E / R of an activation energy.
Arrhenius of_energy(double factor_per_s, double energy_J_per_mol) {
  return {factor_per_s, energy_J_per_mol * 1e3 / kGasConstant_J_per_kmol_K};
}

}  // namespace

double DamageKinetics::rate_per_s(double skin_K) const {
  if (!(skin_K >= from_K)) return 0;
  const Arrhenius& branch = skin_K <= split_K ? up_to : above;
  return branch.factor_per_s * std::exp(-branch.temperature_K / skin_K);
}

double DamageKinetics::time_s(double skin_K, double damage) const {
  return damage / rate_per_s(skin_K);
}

const std::vector<DamageKinetics>& damage_kinetics() {
  static const std::vector<DamageKinetics> all = {
      {.info = {"henriques", "thermal damage of skin", "A = 3.1e98 1/s, E = 628 kJ/mol",
                "Henriques 1947; good at 55 to 65 degC, about four times too slow below 50 degC"},
       .up_to = of_energy(3.1e98, 6.28e5),
       .above = of_energy(3.1e98, 6.28e5)},
      {.info = {"diller_klutke", "thermal damage of skin", "A = 1.3e95 1/s, E = 604 kJ/mol",
                "Diller and Klutke 1993 (constants from memory); within 20 % of the table at 44 to "
                "49 degC"},
       .up_to = of_energy(1.3e95, 6.04e5),
       .above = of_energy(1.3e95, 6.04e5)},
      {.info =
           {"weaver_stoll", "thermal damage of skin in flash fire",
            "A = 2.185e124 1/s, E/R = 93534.9 K up to 50 degC; 1.823e51, 39109.8 above; from 44 "
            "degC on",
            "Weaver and Stoll 1969, as in ASTM F1930 (constants from memory)"},
       .up_to = {2.185e124, 93534.9},
       .above = {1.823e51, 39109.8},
       .split_K = kIcePoint_K + 50,
       .from_K = kIcePoint_K + 44},
  };
  return all;
}

double damage_integral(const DamageKinetics& kinetics, std::span<const double> time_s,
                       std::span<const double> skin_K) {
  require(time_s.size() == skin_K.size(), "a temperature has one time per value");
  double sum = 0;
  for (std::size_t i = 1; i < time_s.size(); ++i) {
    const double step_s = time_s[i] - time_s[i - 1];
    require(step_s >= 0, "the times of a temperature ascend");
    sum += integral_over_ramp(skin_K[i - 1], skin_K[i], step_s,
                              [&](double at_K) { return kinetics.rate_per_s(at_K); });
  }
  return sum;
}

double time_to_damage_s(const DamageKinetics& kinetics,
                        const std::function<double(double time_s)>& skin_K, double damage,
                        double limit_s) {
  constexpr double least_step_s = 5e-4;
  constexpr double step_of_passed = 2e-3;
  double now_s = 0, sum = 0;
  double rate_per_s = kinetics.rate_per_s(skin_K(0));
  while (now_s < limit_s) {
    const double step_s = std::max(least_step_s, step_of_passed * now_s);
    const double middle_per_s = kinetics.rate_per_s(skin_K(now_s + 0.5 * step_s));
    const double next_per_s = kinetics.rate_per_s(skin_K(now_s + step_s));
    const double more = step_s / 6 * (rate_per_s + 4 * middle_per_s + next_per_s);
    if (sum + more >= damage) return now_s + step_s * (damage - sum) / more;
    sum += more;
    now_s += step_s;
    rate_per_s = next_per_s;
  }
  return std::numeric_limits<double>::infinity();
}

}  // namespace twinaxis::harm
