#include "analysis/harm/blast.h"

#include <cmath>

namespace twinaxis::harm {

double tnt_kg(double energy_J, double tnt_J_per_kg) { return energy_J / tnt_J_per_kg; }

double tnt_of_cloud_kg(double fuel_kg, double combustion_J_per_kg, double yield_fraction,
                       double tnt_J_per_kg) {
  return tnt_kg(yield_fraction * fuel_kg * combustion_J_per_kg, tnt_J_per_kg);
}

double scaled_distance(double distance_m, double tnt_kg) { return distance_m / std::cbrt(tnt_kg); }

double crowl_louvar_overpressure_ratio(double scaled_distance) {
  const auto square = [z = scaled_distance](double z0) { return 1 + (z / z0) * (z / z0); };
  return 1616 * square(4.5) / std::sqrt(square(0.048) * square(0.32) * square(1.35));
}

double energy_scaled_distance(double distance_m, double energy_J, double ambient_Pa) {
  return distance_m * std::cbrt(ambient_Pa / energy_J);
}

double bauwens_dorofeev_overpressure_ratio(double energy_scaled_distance) {
  const double r = energy_scaled_distance;
  return 0.34 * std::pow(r, -4.0 / 3) + 0.062 / (r * r) + 0.0033 / (r * r * r);
}

const std::vector<BlastDamage>& blast_damages() {
  static const std::vector<BlastDamage> damages = {
      {1e3, "glass_breaks", "window panes break"},
      {7e3, "houses_damaged", "houses partly demolished, made uninhabitable"},
      {14e3, "walls_collapse", "walls and roofs of houses begin to collapse"},
      {16e3, "eardrums", "eardrums rupture in 1 % of people"},
      {20e3, "steel_frames_distorted", "steel frames distort and pull from their foundations"},
      {35e3, "houses_destroyed", "houses nearly completely destroyed"},
      {70e3, "total_destruction", "buildings totally destroyed"},
      {100e3, "lungs", "lungs of people begin to bleed"},
  };
  return damages;
}

const BlastDamage* worst_blast_damage(double overpressure_Pa) {
  const BlastDamage* worst = nullptr;
  for (const BlastDamage& damage : blast_damages()) {
    if (overpressure_Pa >= damage.overpressure_Pa) worst = &damage;
  }
  return worst;
}

}  // namespace twinaxis::harm
