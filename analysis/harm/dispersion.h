#pragma once
// Passive (neither light nor heavy) gas in the wind: spread, plumes, puffs.
// x is downwind from the source, y across, z up from the ground.

#include <array>
#include <string_view>
#include <vector>

#include "analysis/harm/law.h"

namespace twinaxis::harm {

/// Pasquill classes from very unstable (A) through neutral (D) to stable (F).
enum class Stability { A, B, C, D, E, F };
inline constexpr std::array<std::string_view, 6> kStabilityNames = {"A", "B", "C", "D", "E", "F"};
enum class Terrain { rural, urban };
inline constexpr std::array<std::string_view, 2> kTerrainNames = {"rural", "urban"};

/// Standard deviations of a cloud; a plume has no x_m (0).
struct Spread {
  double x_m = 0;
  double y_m = 0;
  double z_m = 0;
};

/// Spread at a travelled distance x_m > 0.
struct SpreadLaw {
  LawInfo info;
  Spread (*spread)(Stability stability, double x_m);
};
/// "briggs_rural", "briggs_urban", "tno", "spicer_havens" (10 min averages).
const std::vector<SpreadLaw>& plume_spread_laws();
/// "ccps_puff".
const std::vector<SpreadLaw>& puff_spread_laws();

/// u(z) = u_ref (z/z_ref)^p. Source: Irwin 1979, exponents as in CCPS 1999.
double wind_m_per_s(double reference_m_per_s, double reference_height_m, double height_m,
                    Stability stability, Terrain terrain);

struct PlumeSource {
  double rate_kg_per_s = 0;
  double wind_m_per_s = 0;  ///< at the height of the source, above 0
  double height_m = 0;
  Stability stability = Stability::D;
};
struct PuffSource {
  double mass_kg = 0;
  double wind_m_per_s = 0;
  double height_m = 0;
  Stability stability = Stability::D;
};
struct Place {
  double x_m = 0;
  double y_m = 0;
  double z_m = 0;
};

/// Gaussian plume, reflected at the ground; 0 upwind of the source and below the ground.
///   C = Q / (2 pi u sy sz) exp(-y^2/2sy^2) (exp(-(z-h)^2/2sz^2) + exp(-(z+h)^2/2sz^2)).
/// Source: CCPS 1999, p. 97. Valid from 100 m to 10 km and from 1 to 10 m/s.
double plume_kg_per_m3(const PlumeSource& source, const SpreadLaw& law, const Place& at);

/// Gaussian puff that drifts with the wind, spread by the distance that it has travelled (so its
/// mass is conserved), reflected at the ground; 0 before it starts. Source: CCPS 1999, p. 101.
double puff_kg_per_m3(const PuffSource& source, const SpreadLaw& law, const Place& at,
                      double time_s);

}  // namespace twinaxis::harm
