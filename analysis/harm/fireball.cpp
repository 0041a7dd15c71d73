#include "analysis/harm/fireball.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace twinaxis::harm {

Fireball fireball_ccps(double mass_kg) {
  constexpr double buoyancy_limited_kg = 30e3;
  const double diameter_m = 5.8 * std::cbrt(mass_kg);
  const double duration_s =
      mass_kg < buoyancy_limited_kg ? 0.45 * std::cbrt(mass_kg) : 2.6 * std::pow(mass_kg, 1.0 / 6);
  return {mass_kg, diameter_m, duration_s, 0.75 * diameter_m};
}

Fireball fireball_gost(double mass_kg) {
  const double diameter_m = 5.33 * std::pow(mass_kg, 0.327);
  return {mass_kg, diameter_m, 0.92 * std::pow(mass_kg, 0.303), diameter_m / 2};
}

Fireball fireball_tno(double mass_kg) {
  const double radius_m = 3.24 * std::pow(mass_kg, 0.325);
  return {mass_kg, 2 * radius_m, 0.852 * std::pow(mass_kg, 0.26), 2 * radius_m};
}

const std::vector<FireballLaw>& fireball_laws() {
  static const std::vector<FireballLaw> laws = {
      {{"ccps", "fireball",
        "D = 5.8 m^(1/3) m, t = 0.45 m^(1/3) s below 30 t, else 2.6 m^(1/6) s, H = 0.75 D",
        "AIChE/CCPS; widely quoted, primary not seen"},
       fireball_ccps},
      {{"gost", "fireball", "D = 5.33 m^0.327 m, t = 0.92 m^0.303 s, H = D/2",
        "GOST R 12.3.047-98, Appendix D"},
       fireball_gost},
      {{"tno", "fireball", "r = 3.24 m^0.325 m, t = 0.852 m^0.26 s, H = 2 r",
        "TNO Yellow Book, CPR 14E; widely quoted, primary not seen"},
       fireball_tno},
  };
  return laws;
}

double initial_hemisphere_diameter_m(const Fireball& fireball) { return 1.3 * fireball.diameter_m; }

double radiant_fraction_roberts(double burst_Pa) { return 0.27 * std::pow(burst_Pa / 1e6, 0.32); }

double radiant_fraction_tno(double burst_Pa) { return 0.00325 * std::pow(burst_Pa, 0.32); }

double surface_emissive_power_W_per_m2(const Fireball& fireball, double combustion_J_per_kg,
                                       double radiant_fraction) {
  if (fireball.mass_kg <= 0) return 0;
  const double surface_m2 = std::numbers::pi * fireball.diameter_m * fireball.diameter_m;
  return radiant_fraction * fireball.mass_kg * combustion_J_per_kg /
         (surface_m2 * fireball.duration_s);
}

double view_factor(const Fireball& fireball, double distance_m, Facing facing) {
  const double radius_m = fireball.diameter_m / 2;
  const double to_centre_m = std::hypot(distance_m, fireball.centre_height_m);
  if (to_centre_m <= 0) return 0;
  const double facing_it = radius_m * radius_m / (to_centre_m * to_centre_m);
  return facing == Facing::fireball ? facing_it : facing_it * distance_m / to_centre_m;
}

double path_m(const Fireball& fireball, double distance_m) {
  const double to_centre_m = std::hypot(distance_m, fireball.centre_height_m);
  return std::max(0.0, to_centre_m - fireball.diameter_m / 2);
}

double transmissivity(double water_vapour_Pa, double path_m) {
  return std::min(1.0, 2.02 * std::pow(water_vapour_Pa * path_m, -0.09));
}

double received_flux_W_per_m2(const Fireball& fireball, double emissive_W_per_m2, double distance_m,
                              double water_vapour_Pa, Facing facing) {
  return emissive_W_per_m2 * view_factor(fireball, distance_m, facing) *
         transmissivity(water_vapour_Pa, path_m(fireball, distance_m));
}

double gost_view_factor(const Fireball& fireball, double distance_m) {
  if (fireball.diameter_m <= 0) return 0;
  const double up = fireball.centre_height_m / fireball.diameter_m + 0.5;
  const double along = distance_m / fireball.diameter_m;
  return up / (4 * std::pow(up * up + along * along, 1.5));
}

double gost_transmissivity(const Fireball& fireball, double distance_m) {
  return std::exp(-7e-4 * path_m(fireball, distance_m));
}

double gost_received_flux_W_per_m2(const Fireball& fireball, double distance_m,
                                   double emissive_W_per_m2) {
  return emissive_W_per_m2 * gost_view_factor(fireball, distance_m) *
         gost_transmissivity(fireball, distance_m);
}

}  // namespace twinaxis::harm
