#pragma once
// The pressure boundary: when a gasket starts to leak, when the shell bursts, and what a rupture
// sets free. Harm laws (blast, fireball, plume) take their source terms from here.

#include <array>

#include "models/distillation/vle.h"
#include "sim/core/fields.h"

namespace twinaxis::distillation {

/// How the bursting pressure is found.
enum class BurstLaw { factor, wall };
inline constexpr std::array<std::string_view, 2> kBurstLawNames{"factor", "wall"};

struct VesselParams {
  double working_Pa = 350e3;  ///< maximum allowable working pressure (MAWP), gauge
  BurstLaw burst_law = BurstLaw::factor;
  /// Burst gauge pressure over MAWP: 3.5 to 4 as new (design margin 3.5 on the ultimate strength),
  /// 2 to 3 corroded or hot. 3.71 is 14.0 bar absolute.
  double burst_ratio = 3.71;
  double inner_diameter_m = 1.9;
  double wall_m = 0.010;                ///< assumption
  double ultimate_strength_Pa = 485e6;  ///< carbon steel plate at room temperature
  double leak_ratio = 1.5;  ///< gauge pressure over MAWP at which a flange gasket gives way
  /// Opening of the failed gasket; 0 means that it holds. Default (assumption): it passes the full
  /// boil-up below the bursting pressure, so that leak before burst is the common branch.
  double leak_area_m2 = 6e-3;
  double leak_discharge_ratio = 0.62;  ///< sharp-edged
};

/// Fraction of room-temperature strength left in carbon steel: 1 up to 400 degC, 0.5 at 650 degC
/// (published: about 50 % at 600-700 degC), straight between and on to 0.05 (assumption).
double steel_strength_fraction(double wall_K);
/// Thin to thick cylinder, fully plastic: P = sigma_u ln(Do/Di), gauge.
double wall_burst_Pa(double ultimate_strength_Pa, double inner_diameter_m, double wall_m);
double burst_gauge_Pa(const VesselParams& vessel, double wall_K);
double leak_gauge_Pa(const VesselParams& vessel);
/// Gas or vapour out of the gasket into the open, through the sharp-edged area.
double leak_flow_kg_per_s(const VesselParams& vessel, double inside_Pa, double outside_Pa,
                          double temperature_K, double molar_mass_kg_per_kmol,
                          double heat_capacity_ratio, double compressibility_ratio);

/// Part of a superheated liquid that evaporates when it is let down to its boiling point:
/// f = 1 - exp(-cp (T - Tb) / lambda). About twice as much leaves as vapour and spray.
double flash_fraction(double heat_capacity_J_per_kg_K, double superheat_K,
                      double latent_heat_J_per_kg);

/// What is in the vessel at the moment it bursts.
struct Rupture {
  double pressure_Pa = 0;  ///< absolute
  double liquid_K = 0;     ///< mean over the mass
  double vapour_m3 = 0;
  double benzene_kg = 0;  ///< liquid and vapour
  double toluene_kg = 0;
  double flash_fraction = 0;   ///< of the liquid, at 101.325 kPa
  double vapour_energy_J = 0;  ///< isentropic expansion of the vapour space to ambient
};
/// Isentropic expansion of an ideal gas: P1 V / (g-1) [1 - (P0/P1)^((g-1)/g)].
double isentropic_expansion_J(double pressure_Pa, double ambient_Pa, double volume_m3,
                              double heat_capacity_ratio);

inline void fields(FieldVisitor& v, VesselParams& p) {
  v("working_pressure", p.working_Pa, "Pa", above(0), "MAWP, gauge");
  v("burst_law", p.burst_law, kBurstLawNames, "factor on MAWP, or strength of the hot wall");
  v("burst_ratio", p.burst_ratio, "1", above(1), "burst pressure over MAWP");
  v("inner_diameter", p.inner_diameter_m, "m", above(0), "of the shell");
  v("wall", p.wall_m, "m", above(0), "thickness");
  v("ultimate_strength", p.ultimate_strength_Pa, "Pa", above(0), "of the steel, cold");
  v("leak_ratio", p.leak_ratio, "1", above(0), "gasket gives way at this multiple of MAWP");
  v("leak_area", p.leak_area_m2, "m^2", at_least(0), "opening of the gasket; 0: it holds");
  v("leak_discharge", p.leak_discharge_ratio, "1", above(0), "discharge coefficient of the leak");
}

}  // namespace twinaxis::distillation
