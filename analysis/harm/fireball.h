#pragma once
// Fireballs of burst vessels with flammable liquid (BLEVE): size, duration, radiation.

#include <vector>

#include "analysis/harm/law.h"

namespace twinaxis::harm {

struct Fireball {
  double mass_kg = 0;
  double diameter_m = 0;
  double duration_s = 0;
  double centre_height_m = 0;
};

/// AIChE/CCPS:  D = 5.8 m^(1/3),  t = 0.45 m^(1/3) below 30 t, else 2.6 m^(1/6),  H = 0.75 D.
/// At 30 t the duration jumps up by 3.7 %. Widely quoted; primary not seen.
Fireball fireball_ccps(double mass_kg);
/// GOST R 12.3.047-98, Appendix D:  D = 5.33 m^0.327,  t = 0.92 m^0.303,  H = D / 2.
Fireball fireball_gost(double mass_kg);
/// TNO Yellow Book (CPR 14E):  r = 3.24 m^0.325,  t = 0.852 m^0.26,  H = 2 r.
/// Widely quoted; primary not seen.
Fireball fireball_tno(double mass_kg);

struct FireballLaw {
  LawInfo info;
  Fireball (*fireball)(double mass_kg);
};
/// "ccps", "gost", "tno".
const std::vector<FireballLaw>& fireball_laws();

/// Diameter of the first hemisphere on the ground, 1.3 D (CCPS; primary not seen).
double initial_hemisphere_diameter_m(const Fireball& fireball);

/// Part of the combustion heat that is radiated, 0.27 P^0.32 with the burst pressure in MPa.
/// Source: Roberts 1981 (widely quoted; primary not seen); published values lie in 0.2 to 0.4.
double radiant_fraction_roberts(double burst_Pa);
/// 0.00325 P^0.32 with P in Pa: Roberts as rounded by the TNO Yellow Book (primary not seen).
double radiant_fraction_tno(double burst_Pa);

/// E = f m Hc / (pi D^2 t); 0 for no mass. Source: CCPS (primary not seen).
double surface_emissive_power_W_per_m2(const Fireball& fireball, double combustion_J_per_kg,
                                       double radiant_fraction);

/// Where the receiver looks.
enum class Facing { fireball, horizon };

/// Distances below are horizontal, from the point under the centre of the fireball.

/// Facing the fireball  (D/2)^2 / (H^2 + X^2);  facing the horizon, a vertical surface,
/// X (D/2)^2 / (X^2 + H^2)^(3/2). Source: CCPS, point of view of a sphere (primary not seen).
double view_factor(const Fireball& fireball, double distance_m, Facing facing);

/// From the surface of the fireball to the receiver,  sqrt(X^2 + H^2) - D/2,  at least 0.
double path_m(const Fireball& fireball, double distance_m);

/// 2.02 (pw X)^-0.09 with the partial pressure of water in Pa and the path in m, at most 1.
/// Source: CCPS (widely quoted; primary not seen).
double transmissivity(double water_vapour_Pa, double path_m);

/// Emissive power times view factor times transmissivity.
double received_flux_W_per_m2(const Fireball& fireball, double emissive_W_per_m2, double distance_m,
                              double water_vapour_Pa, Facing facing = Facing::fireball);

/// GOST R 12.3.047-98, Appendix D, with its own view factor and transmissivity:
///   Fq = (H/D + 0.5) / (4 ((H/D + 0.5)^2 + (r/D)^2)^1.5),
///   tau = exp(-7e-4 (sqrt(r^2 + H^2) - D/2)),  q = Ef Fq tau.
double gost_view_factor(const Fireball& fireball, double distance_m);
double gost_transmissivity(const Fireball& fireball, double distance_m);
/// `emissive_W_per_m2` is 450 kW/m^2 in the standard if nothing better is known.
double gost_received_flux_W_per_m2(const Fireball& fireball, double distance_m,
                                   double emissive_W_per_m2 = 450e3);

}  // namespace twinaxis::harm
