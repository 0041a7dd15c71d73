#include <cmath>

#include "analysis/harm/probit.h"

namespace twinaxis::harm {
namespace {

// A negative overpressure or impulse harms as little as none; NaN stays NaN.
double none_if_negative(double x) { return x < 0 ? 0 : x; }
double pressure(const BlastExposure& e) { return none_if_negative(e.overpressure_Pa); }
double impulse(const BlastExposure& e) { return none_if_negative(e.impulse_Pa_s); }

/// Pr = a + b ln P, P in Pa.
double logarithmic(double a, double b, const BlastExposure& e) {
  return a + b * std::log(pressure(e));
}

/// Pr = 5 - c ln((P0/P)^m + (I0/i)^n): the form of TNO's damage to buildings.
struct IsoDamage {
  double c, pressure_Pa, m, impulse_Pa_s, n;
  double probit(const BlastExposure& e) const {
    return 5 - c * std::log(std::pow(pressure_Pa / pressure(e), m) +
                            std::pow(impulse_Pa_s / impulse(e), n));
  }
};

double head_tno(const BlastExposure& e) {
  return 5 - 8.49 * std::log(2430 / pressure(e) + 4e8 / (pressure(e) * impulse(e)));
}

double lung_tno(const BlastExposure& e) {
  const double pressure_ratio = pressure(e) / e.ambient_Pa;
  const double impulse_ratio = impulse(e) / (std::sqrt(e.ambient_Pa) * std::cbrt(e.body_kg));
  return 5 - 5.74 * std::log(4.2 / pressure_ratio + 1.3 / impulse_ratio);
}

constexpr const char* kEisenberg =
    "Eisenberg, Lynch and Breeding 1975; widely quoted, primary not seen";
constexpr const char* kEisenbergHyram =
    "Eisenberg, Lynch and Breeding 1975, as used in Sandia HyRAM";
constexpr const char* kTno = "TNO Green Book (CPR 16E); widely quoted, primary not seen";
constexpr const char* kTnoHyram = "TNO Green Book (CPR 16E), as used in Sandia HyRAM";

}  // namespace

const std::vector<OverpressureProbit>& overpressure_probits() {
  using E = const BlastExposure&;
  // P in Pa, i in Pa s.
  static const std::vector<OverpressureProbit> laws = {
      {{"lung_eisenberg", "fatality by lung haemorrhage", "Pr = -77.1 + 6.91 ln P",
        kEisenbergHyram},
       [](E e) { return logarithmic(-77.1, 6.91, e); }},
      {{"fatality_hse", "fatality", "Pr = 5.13 + 1.37 ln(P / 1 bar)",
        "HSE (Hurst, Nussey and Pape 1989), as used in Sandia HyRAM"},
       [](E e) { return 5.13 + 1.37 * std::log(pressure(e) / 1e5); }},
      {{"head_tno", "fatality by impact of the head", "Pr = 5 - 8.49 ln(2430/P + 4e8/(P i))",
        kTnoHyram},
       head_tno},
      {{"collapse_tno", "fatality in or collapse of a building",
        "Pr = 5 - 0.22 ln((40000/P)^7.4 + (460/i)^11.3)", kTnoHyram},
       [](E e) {
         return IsoDamage{0.22, 40000, 7.4, 460, 11.3}.probit(e);
       }},
      {{"lung_tno", "fatality by lung haemorrhage",
        "Pr = 5 - 5.74 ln(4.2/(P/P0) + 1.3/(i/(P0^0.5 m^(1/3))))", kTno},
       lung_tno},
      {{"eardrum_eisenberg", "rupture of the eardrum", "Pr = -15.6 + 1.93 ln P", kEisenberg},
       [](E e) { return logarithmic(-15.6, 1.93, e); }},
      {{"eardrum_tno", "rupture of the eardrum", "Pr = -12.6 + 1.524 ln P", kTno},
       [](E e) { return logarithmic(-12.6, 1.524, e); }},
      {{"structure_eisenberg", "structural damage", "Pr = -23.8 + 2.92 ln P", kEisenberg},
       [](E e) { return logarithmic(-23.8, 2.92, e); }},
      {{"glass_eisenberg", "breakage of glass", "Pr = -18.1 + 2.79 ln P", kEisenberg},
       [](E e) { return logarithmic(-18.1, 2.79, e); }},
      {{"minor_damage_tno", "minor damage to houses", "Pr = 5 - 0.26 ln((4600/P)^3.9 + (110/i)^5)",
        kTno},
       [](E e) {
         return IsoDamage{0.26, 4600, 3.9, 110, 5}.probit(e);
       }},
      {{"major_damage_tno", "major structural damage to houses",
        "Pr = 5 - 0.26 ln((17500/P)^8.4 + (290/i)^9.3)", kTno},
       [](E e) {
         return IsoDamage{0.26, 17500, 8.4, 290, 9.3}.probit(e);
       }},
  };
  return laws;
}

}  // namespace twinaxis::harm
