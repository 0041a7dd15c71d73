// Coefficients of cloud spread, one row per stability class A to F.

#include <cmath>

#include "analysis/harm/dispersion.h"

namespace twinaxis::harm {
namespace {

/// sigma = a x (1 + b x)^p.
struct Briggs {
  double a, b, p;
  double at(double x_m) const { return a * x_m * std::pow(1 + b * x_m, p); }
};
/// sigma = a x^b.
struct Power {
  double a, b;
  double at(double x_m) const { return a * std::pow(x_m, b); }
};
/// sigma = a x^b exp(c ln^2 x).
struct LogQuadratic {
  double a, b, c;
  double at(double x_m) const {
    const double ln_x = std::log(x_m);
    return a * std::exp(b * ln_x + c * ln_x * ln_x);
  }
};

template <class Row>
const Row& row(const Row (&table)[6], Stability stability) {
  return table[static_cast<std::size_t>(stability)];
}

Spread briggs_rural(Stability stability, double x_m) {
  constexpr Briggs y[] = {{0.22, 1e-4, -0.5}, {0.16, 1e-4, -0.5}, {0.11, 1e-4, -0.5},
                          {0.08, 1e-4, -0.5}, {0.06, 1e-4, -0.5}, {0.04, 1e-4, -0.5}};
  constexpr Briggs z[] = {{0.20, 0, 0},         {0.12, 0, 0},       {0.08, 2e-4, -0.5},
                          {0.06, 1.5e-3, -0.5}, {0.03, 3e-4, -1.0}, {0.016, 3e-4, -1.0}};
  return {.y_m = row(y, stability).at(x_m), .z_m = row(z, stability).at(x_m)};
}

Spread briggs_urban(Stability stability, double x_m) {
  constexpr Briggs y[] = {{0.32, 4e-4, -0.5}, {0.32, 4e-4, -0.5}, {0.22, 4e-4, -0.5},
                          {0.16, 4e-4, -0.5}, {0.11, 4e-4, -0.5}, {0.11, 4e-4, -0.5}};
  constexpr Briggs z[] = {{0.24, 1e-3, 0.5},  {0.24, 1e-3, 0.5},    {0.20, 0, 0},
                          {0.14, 3e-4, -0.5}, {0.08, 1.5e-3, -0.5}, {0.08, 1.5e-3, -0.5}};
  return {.y_m = row(y, stability).at(x_m), .z_m = row(z, stability).at(x_m)};
}

Spread tno(Stability stability, double x_m) {
  constexpr Power y[] = {{0.527, 0.865}, {0.371, 0.866}, {0.209, 0.897},
                         {0.128, 0.905}, {0.098, 0.902}, {0.065, 0.902}};
  constexpr Power z[] = {{0.28, 0.90}, {0.23, 0.85}, {0.22, 0.80},
                         {0.20, 0.76}, {0.15, 0.73}, {0.12, 0.67}};
  return {.y_m = row(y, stability).at(x_m), .z_m = row(z, stability).at(x_m)};
}

Spread spicer_havens(Stability stability, double x_m) {
  constexpr double y[] = {0.423, 0.313, 0.210, 0.136, 0.102, 0.0674};
  constexpr LogQuadratic z[] = {{107.7, -1.7172, 0.2770},   {0.1355, 0.8752, 0.0136},
                                {0.09623, 0.9477, -0.0020}, {0.04134, 1.1737, -0.0316},
                                {0.02275, 1.3010, -0.0450}, {0.01122, 1.4024, -0.0540}};
  return {.y_m = Power{row(y, stability), 0.9}.at(x_m), .z_m = row(z, stability).at(x_m)};
}

Spread ccps_puff(Stability stability, double x_m) {
  constexpr Power y[] = {{0.18, 0.92}, {0.14, 0.92}, {0.10, 0.92},
                         {0.06, 0.92}, {0.04, 0.92}, {0.02, 0.89}};
  constexpr Power z[] = {{0.60, 0.75}, {0.53, 0.73}, {0.34, 0.71},
                         {0.15, 0.70}, {0.10, 0.65}, {0.05, 0.61}};
  const double across_m = row(y, stability).at(x_m);
  return {.x_m = across_m, .y_m = across_m, .z_m = row(z, stability).at(x_m)};
}

}  // namespace

const std::vector<SpreadLaw>& plume_spread_laws() {
  static const std::vector<SpreadLaw> laws = {
      {{"briggs_rural", "spread of a plume over open country", "sigma = a x (1 + b x)^p",
        "Briggs 1973 (doi 10.2172/5118833), as in CCPS 1999"},
       briggs_rural},
      {{"briggs_urban", "spread of a plume over a town", "sigma = a x (1 + b x)^p",
        "Briggs 1973 (doi 10.2172/5118833), as in CCPS 1999"},
       briggs_urban},
      {{"tno", "spread of a plume", "sigma = a x^b",
        "Bakkum and Duijm 2005, TNO Yellow Book (CPR 14E), chapter 4"},
       tno},
      {{"spicer_havens", "spread of a plume, 10 min average",
        "sigma_y = a x^0.9, sigma_z = a x^b exp(c ln^2 x)",
        "Spicer and Havens, DEGADIS user's guide, 1989; the default of GasDispersion.jl"},
       spicer_havens},
  };
  return laws;
}

const std::vector<SpreadLaw>& puff_spread_laws() {
  static const std::vector<SpreadLaw> laws = {
      {{"ccps_puff", "spread of a puff", "sigma = a x^b, sigma_x = sigma_y",
        "Slade 1968 (TID-24190), as in CCPS 1999"},
       ccps_puff},
  };
  return laws;
}

}  // namespace twinaxis::harm
