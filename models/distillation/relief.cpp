#include "models/distillation/relief.h"

#include <algorithm>
#include <cmath>

namespace twinaxis::distillation {
namespace {

constexpr double kKgPerHour = 3600;    // per kg/s
constexpr double kKiloPascal = 1e-3;   // per Pa
constexpr double kSquareMetre = 1e-6;  // per mm2
constexpr double kSquareInch_m2 = 25.4e-3 * 25.4e-3;

/// F2 of API 520 for subcritical flow.
double subcritical_coefficient(double k, double r) {
  return std::sqrt(k / (k - 1) * std::pow(r, 2 / k) * (1 - std::pow(r, (k - 1) / k)) / (1 - r));
}

/// kg/h through one mm2, either formula solved for W / A.
double flux_kg_per_h_mm2(double inlet_Pa, double outlet_Pa, const ReliefGas& gas,
                         const ReliefFactors& f) {
  const double p1 = inlet_Pa * kKiloPascal, p2 = outlet_Pa * kKiloPascal;
  const double k = gas.heat_capacity_ratio;
  const double heat = gas.temperature_K * gas.compressibility_ratio;
  if (p2 <= p1 * critical_pressure_ratio(k)) {
    return api520_gas_constant(k) * f.discharge_ratio * p1 * f.back_pressure_ratio *
           f.combination_ratio * std::sqrt(gas.molar_mass_kg_per_kmol / heat);
  }
  return subcritical_coefficient(k, p2 / p1) * f.discharge_ratio * f.combination_ratio / 17.9 *
         std::sqrt(gas.molar_mass_kg_per_kmol * p1 * (p1 - p2) / heat);
}

}  // namespace

double api520_gas_constant(double k) {
  return 0.03948 * std::sqrt(k * std::pow(2 / (k + 1), (k + 1) / (k - 1)));
}

double critical_pressure_ratio(double k) { return std::pow(2 / (k + 1), k / (k - 1)); }

double relief_area_m2(double flow_kg_per_s, double inlet_Pa, double outlet_Pa, const ReliefGas& gas,
                      const ReliefFactors& factors) {
  return flow_kg_per_s * kKgPerHour / flux_kg_per_h_mm2(inlet_Pa, outlet_Pa, gas, factors) *
         kSquareMetre;
}

double relief_flow_kg_per_s(double area_m2, double inlet_Pa, double outlet_Pa, const ReliefGas& gas,
                            const ReliefFactors& factors) {
  if (inlet_Pa <= outlet_Pa) return 0;
  return area_m2 / kSquareMetre * flux_kg_per_h_mm2(inlet_Pa, outlet_Pa, gas, factors) / kKgPerHour;
}

double liquid_relief_area_m2(double flow_m3_per_s, double inlet_Pa, double outlet_Pa,
                             double relative_density_ratio, double discharge_ratio) {
  const double litres_per_minute = flow_m3_per_s * 60e3;
  const double drop_kPa = (inlet_Pa - outlet_Pa) * kKiloPascal;
  return 11.78 * litres_per_minute / discharge_ratio *
         std::sqrt(relative_density_ratio / drop_kPa) * kSquareMetre;
}

const std::array<Orifice, 14>& api526_orifices() {
  static constexpr auto inches = [](char letter, double square_inches) {
    return Orifice{letter, square_inches * kSquareInch_m2};
  };
  static constexpr std::array<Orifice, 14> orifices{
      inches('D', .110), inches('E', .196),  inches('F', .307),  inches('G', .503),
      inches('H', .785), inches('J', 1.287), inches('K', 1.838), inches('L', 2.853),
      inches('M', 3.60), inches('N', 4.34),  inches('P', 6.38),  inches('Q', 11.05),
      inches('R', 16.0), inches('T', 26.0)};
  return orifices;
}

std::optional<Orifice> smallest_orifice(double area_m2) {
  for (const auto& orifice : api526_orifices()) {
    if (orifice.area_m2 >= area_m2) return orifice;
  }
  return std::nullopt;
}

double fire_heat_W(double wetted_m2, bool drained, double environment_ratio) {
  return (drained ? 43.2e3 : 70.9e3) * environment_ratio * std::pow(wetted_m2, 0.82);
}

double reseat_gauge_Pa(const ReliefParams& valve) {
  return valve.set_Pa * (1 - valve.blowdown_ratio);
}

double relief_lift_target_fraction(const ReliefParams& valve, bool popped, double gauge_Pa) {
  if (valve.fault == ReliefFault::stuck_open) return 1;
  if (!popped || valve.fault == ReliefFault::fails_to_open) return 0;
  const double overpressure =
      std::clamp((gauge_Pa / valve.set_Pa - 1) / valve.accumulation_ratio, 0.0, 1.0);
  return valve.pop_lift_fraction + (1 - valve.pop_lift_fraction) * overpressure;
}

double relief_valve_flow_kg_per_s(const ReliefParams& valve, double lift_fraction, double inlet_Pa,
                                  double temperature_K, double molar_mass_kg_per_kmol) {
  if (lift_fraction <= 0 || valve.fault == ReliefFault::blocked_outlet) return 0;
  return relief_flow_kg_per_s(valve.area_m2 * lift_fraction, inlet_Pa, valve.back_pressure_Pa,
                              {temperature_K, molar_mass_kg_per_kmol, valve.heat_capacity_ratio,
                               valve.compressibility_ratio},
                              valve.factors);
}

}  // namespace twinaxis::distillation
