#pragma once
// A sieve tray: liquid over the weir, flooding, entrainment, weeping, pressure drop.

#include "sim/core/fields.h"

namespace twinaxis::distillation {

struct TrayParams {
  double diameter_m = 1.9;
  double spacing_m = 0.6;
  double downcomer_fraction = 0.12;  ///< of the cross-section
  double weir_height_m = 0.05;
  double weir_length_ratio = 0.77;         ///< of the diameter; goes with 12 % downcomer area
  double hole_fraction = 0.14;             ///< of the active area (assumption)
  double orifice_ratio = 0.84;             ///< C0 of the dry drop (assumption)
  double downcomer_liquid_m3 = 0.03;       ///< standing liquid beside the tray (assumption)
  double surface_tension_mN_per_m = 17.8;  ///< hot benzene and toluene
  double downcomer_choke_m_per_s = 0.15;   ///< fastest liquid in the downcomer (assumption)
  double weep_fraction = 0.4;              ///< of flooding; below, liquid falls through the holes
  double weep_time_s = 60;  ///< a tray without vapour drains in this time (assumption)

  double section_m2() const;
  double net_m2() const { return section_m2() * (1 - downcomer_fraction); }
  double active_m2() const { return section_m2() * (1 - 2 * downcomer_fraction); }
  double weir_m() const { return weir_length_ratio * diameter_m; }
};

/// Francis: crest[mm] = 664 (Q/l)^(2/3), Q in m3/s, l in m.
double weir_crest_m(double flow_m3_per_s, double weir_m);
/// Its inverse; 0 below the weir.
double weir_flow_m3_per_s(double crest_m, double weir_m);
/// Liquid flow of a tray that holds a volume of clear liquid, at most what the downcomer takes; and
/// the volume that gives a flow below that.
double tray_outflow_m3_per_s(const TrayParams& tray, double liquid_m3);
double tray_volume_m3(const TrayParams& tray, double outflow_m3_per_s);
/// Volume of a tray filled with liquid up to the next one.
double tray_full_m3(const TrayParams& tray);

/// F_LV = (L/V) sqrt(rhoV/rhoL), mass flows.
double flow_parameter(double liquid_kg_per_s, double vapour_kg_per_s, double vapour_kg_per_m3,
                      double liquid_kg_per_m3);
/// Souders-Brown constant in m/s, the fit of Lygeros and Magoulas (1986) to Fair's chart:
/// 0.0105 + 8.127e-4 TS^0.755 exp(-1.463 F_LV^0.842), TS in mm.
double souders_brown_m_per_s(double spacing_m, double flow_parameter);
/// u_f = C (sigma/20)^0.2 sqrt((rhoL - rhoV)/rhoV), on the net area.
double flood_velocity_m_per_s(const TrayParams& tray, double flow_parameter,
                              double vapour_kg_per_m3, double liquid_kg_per_m3);
/// Inner diameter that runs at the given fraction of flooding.
double flood_diameter_m(const TrayParams& tray, double vapour_m3_per_s, double flood_m_per_s,
                        double at_flood_fraction);

/// What flooding does (assumption; the shape follows the trend of Fair's entrainment chart):
/// liquid carried up per liquid flowing down is 0 up to 90 % of flooding and rises as a square,
/// 0.1 at 100 %, 0.9 at 120 % (largest).
double entrainment_fraction(double flood_fraction);
/// Part of the vapour that still meets the liquid: 1 up to flooding, 0.5 at 120 % (assumption).
double contact_fraction(double flood_fraction);
/// What the downcomer still passes: 1 up to flooding, 0.2 at 120 % (assumption).
double downcomer_open_fraction(double flood_fraction);
/// Part of the liquid that rains through: 0 above the weep point, 1 without vapour.
double weeping_fraction(const TrayParams& tray, double flood_fraction);

/// Sinnott: 51 (u_hole/C0)^2 rhoV/rhoL dry, plus clear liquid, plus 12.5e3/rhoL residual, mm.
double tray_pressure_drop_Pa(const TrayParams& tray, double vapour_m3_per_s,
                             double vapour_kg_per_m3, double liquid_kg_per_m3, double liquid_m3);

inline void fields(FieldVisitor& v, TrayParams& p) {
  v("diameter", p.diameter_m, "m", above(0), "inner diameter of the column");
  v("spacing", p.spacing_m, "m", above(0), "from tray to tray");
  v("downcomer_fraction", p.downcomer_fraction, "1", between(0, 0.4), "of the section");
  v("weir_height", p.weir_height_m, "m", above(0), "outlet weir");
  v("weir_length_ratio", p.weir_length_ratio, "1", between(0.1, 1), "weir over diameter");
  v("hole_fraction", p.hole_fraction, "1", between(0.01, 1), "of the active area");
  v("orifice", p.orifice_ratio, "1", above(0), "C0 of the dry pressure drop");
  v("downcomer_liquid", p.downcomer_liquid_m3, "m^3", at_least(0), "standing beside the tray");
  v("surface_tension", p.surface_tension_mN_per_m, "mN/m", above(0), "of the liquid");
  v("downcomer_choke", p.downcomer_choke_m_per_s, "m/s", above(0), "fastest liquid in it");
  v("weep_fraction", p.weep_fraction, "1", fraction(), "of flooding, weep point");
  v("weep_time", p.weep_time_s, "s", above(0), "to drain without vapour");
}

}  // namespace twinaxis::distillation
