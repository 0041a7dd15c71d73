#pragma once
// Pressure relief: sizing after API Std 520 Part I, orifices after API Std 526, the heat of a pool
// fire after API Std 521, and the spring-loaded valve as a mechanical device.
// The standards' formulas are in mixed units; here everything is SI and converted inside.

#include <array>
#include <optional>

#include "sim/core/fields.h"

namespace twinaxis::distillation {

/// The gas at the inlet of the valve.
struct ReliefGas {
  double temperature_K = 0;
  double molar_mass_kg_per_kmol = 0;
  double heat_capacity_ratio = 0;    ///< k = cp/cv, ideal gas
  double compressibility_ratio = 1;  ///< Z at the inlet
};

/// Correction factors of API 520; the defaults are a conventional valve without rupture disc.
struct ReliefFactors {
  double discharge_ratio = 0.975;  ///< Kd
  double back_pressure_ratio = 1;  ///< Kb
  double combination_ratio = 1;    ///< Kc
};

/// C of API 520, sqrt(kg kmol K) / (mm2 h kPa): 0.03948 sqrt(k (2/(k+1))^((k+1)/(k-1))).
double api520_gas_constant(double heat_capacity_ratio);
/// Outlet over inlet pressure below which the flow is choked: (2/(k+1))^(k/(k-1)).
double critical_pressure_ratio(double heat_capacity_ratio);

/// Area for a flow; chooses the critical or the subcritical formula by the pressures (absolute).
double relief_area_m2(double flow_kg_per_s, double inlet_Pa, double outlet_Pa, const ReliefGas& gas,
                      const ReliefFactors& factors = {});
/// The inverse: flow of an area; 0 unless inlet exceeds outlet.
double relief_flow_kg_per_s(double area_m2, double inlet_Pa, double outlet_Pa, const ReliefGas& gas,
                            const ReliefFactors& factors = {});
/// Certified liquid valve: A[mm2] = 11.78 Q / (Kd Kw Kc Kv) sqrt(G / (P1 - P2)), Q in L/min, kPa.
double liquid_relief_area_m2(double flow_m3_per_s, double inlet_Pa, double outlet_Pa,
                             double relative_density_ratio, double discharge_ratio = 0.65);

struct Orifice {
  char letter;
  double area_m2;
};
/// API 526, D to T.
const std::array<Orifice, 14>& api526_orifices();
/// Smallest orifice not below the area; none if even T is too small.
std::optional<Orifice> smallest_orifice(double area_m2);

/// API 521, heat of a pool fire into a vessel: Q[kW] = 43.2 F A^0.82 with drainage and fire
/// fighting, 70.9 F A^0.82 without; A is the wetted surface in m2, F the credit for insulation.
double fire_heat_W(double wetted_m2, bool drained, double environment_ratio = 1);

/// What is wrong with the valve. A closed block valve is not a fault of the valve but a command.
enum class ReliefFault { none, fails_to_open, stuck_open, blocked_outlet };
inline constexpr std::array<std::string_view, 4> kReliefFaultNames{"none", "fails_to_open",
                                                                   "stuck_open", "blocked_outlet"};

/// Spring-loaded relief valve. Gauge pressures. Closed below set, pops at set, full lift at
/// set + 10 %, reseats at set - 7 %. Failure to open on demand is about 1e-2 (to be drawn outside).
struct ReliefParams {
  double set_Pa = 350e3;
  double accumulation_ratio = 0.10;
  double blowdown_ratio = 0.07;
  double area_m2 = 7129.0e-6;        ///< one Q orifice
  double pop_lift_fraction = 0.6;    ///< lift reached at once at the set pressure (assumption)
  double lift_time_s = 1.0;          ///< first-order lag of the stem (assumption; a pop is faster)
  double back_pressure_Pa = 101325;  ///< flare header, absolute
  double heat_capacity_ratio = 1.1;
  double compressibility_ratio = 0.9;
  ReliefFactors factors;
  ReliefFault fault = ReliefFault::none;
};

double reseat_gauge_Pa(const ReliefParams& valve);
/// Where the stem goes; `popped` is the latched state that the roots switch.
double relief_lift_target_fraction(const ReliefParams& valve, bool popped, double gauge_Pa);
/// Flow at a lift; zero if the outlet is blocked.
double relief_valve_flow_kg_per_s(const ReliefParams& valve, double lift_fraction, double inlet_Pa,
                                  double temperature_K, double molar_mass_kg_per_kmol);

inline void fields(FieldVisitor& v, ReliefFactors& p) {
  v("discharge", p.discharge_ratio, "1", above(0), "Kd");
  v("back_pressure", p.back_pressure_ratio, "1", above(0), "Kb");
  v("combination", p.combination_ratio, "1", above(0), "Kc");
}
inline void fields(FieldVisitor& v, ReliefParams& p) {
  v("set", p.set_Pa, "Pa", above(0), "set pressure, gauge");
  v("accumulation", p.accumulation_ratio, "1", above(0), "overpressure at full lift");
  v("blowdown", p.blowdown_ratio, "1", between(0, 0.5), "reseats this far below set");
  v("area", p.area_m2, "m^2", at_least(0), "orifice");
  v("pop_lift", p.pop_lift_fraction, "1", fraction(), "lift at the set pressure");
  v("lift_time", p.lift_time_s, "s", above(0), "lag of the stem");
  v("back_pressure", p.back_pressure_Pa, "Pa", at_least(0), "at the outlet, absolute");
  v("heat_capacity_ratio", p.heat_capacity_ratio, "1", above(1), "of the vapour");
  v("compressibility", p.compressibility_ratio, "1", above(0), "of the vapour");
  v("factors", p.factors, "API 520 corrections");
  v("fault", p.fault, kReliefFaultNames, "state of the device");
}

}  // namespace twinaxis::distillation
