#include "analysis/harm/dispersion.h"

#include <cmath>
#include <numbers>

namespace twinaxis::harm {
namespace {

/// The normal distribution of standard deviation `sigma`, at `x` from its middle, in 1/m.
double normal_density(double x, double sigma) {
  const double scaled = x / sigma;
  return std::exp(-0.5 * scaled * scaled) / (std::sqrt(2 * std::numbers::pi) * sigma);
}

/// Source at height h and its image under the ground.
double reflected_density(double z, double h, double sigma) {
  return normal_density(z - h, sigma) + normal_density(z + h, sigma);
}

}  // namespace

double wind_m_per_s(double reference_m_per_s, double reference_height_m, double height_m,
                    Stability stability, Terrain terrain) {
  constexpr double rural[] = {0.07, 0.07, 0.10, 0.15, 0.35, 0.55};
  constexpr double urban[] = {0.15, 0.15, 0.20, 0.25, 0.40, 0.60};
  const auto index = static_cast<std::size_t>(stability);
  const double exponent = terrain == Terrain::rural ? rural[index] : urban[index];
  return reference_m_per_s * std::pow(height_m / reference_height_m, exponent);
}

double plume_kg_per_m3(const PlumeSource& source, const SpreadLaw& law, const Place& at) {
  if (at.x_m <= 0 || at.z_m < 0) return 0;
  const Spread s = law.spread(source.stability, at.x_m);
  return source.rate_kg_per_s / source.wind_m_per_s * normal_density(at.y_m, s.y_m) *
         reflected_density(at.z_m, source.height_m, s.z_m);
}

double puff_kg_per_m3(const PuffSource& source, const SpreadLaw& law, const Place& at,
                      double time_s) {
  const double travelled_m = source.wind_m_per_s * time_s;
  if (travelled_m <= 0 || at.z_m < 0) return 0;
  const Spread s = law.spread(source.stability, travelled_m);
  return source.mass_kg * normal_density(at.x_m - travelled_m, s.x_m) *
         normal_density(at.y_m, s.y_m) * reflected_density(at.z_m, source.height_m, s.z_m);
}

}  // namespace twinaxis::harm
