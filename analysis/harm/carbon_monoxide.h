#pragma once
// Carbon monoxide: how much of the blood it takes (carboxyhaemoglobin, COHb), how a room fills.

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/harm/law.h"

namespace twinaxis::harm {

enum class Activity { rest, light, moderate, heavy };
inline constexpr std::array<std::string_view, 4> kActivityNames = {"rest", "light", "moderate",
                                                                   "heavy"};

/// An adult who breathes. Diffusing capacity and ventilation by activity: 20, 25, 30, 40
/// ml/(min mmHg) and 6, 12, 18, 24 L/min; no dead space. Coburn, Forster and Kane 1965, constants
/// as in a published script of the equation. The haemoglobin, 16.88 g in 100 ml, is the one with
/// which that script's numbers come out; it does not print it. Typical people have 13 to 17.
struct Breather {
  double diffusing_ml_per_min_mmHg = 20;
  double ventilation_ml_per_min = 6000;
  double blood_ml = 5500;
  double haemoglobin_g_per_ml = 0.1688;
  double endogenous_ml_per_min = 0.007;  ///< carbon monoxide that the body makes
  double affinity = 218;                 ///< Haldane's M
  double barometric_mmHg = 760;
  double oxygen_fraction = 0.2093;  ///< of dry air
  double start_fraction = 0.0075;   ///< COHb before

  /// COHb of full blood, ml of gas in ml of blood: 1.38 ml/g.
  double capacity() const { return 1.38 * haemoglobin_g_per_ml; }
};
Breather breather(Activity activity);

/// Coburn-Forster-Kane, nonlinear in the oxygen that is left,
///   d[COHb]/dt = VCO/Vb + PICO/(Vb B) - [COHb] PO2 / (M Vb B (capacity - [COHb])),
///   B = 1/DL + (PB - 47)/VA,  PICO = C (PB - 47),  PO2 = FO2 (PB - 47 - PICO) - 49  (mmHg),
/// as fractions of capacity: d(cohb)/dt in 1/min.
double cfk_rate_per_min(const Breather& who, double cohb_fraction, double concentration_ppm);
/// COHb after each of the times (min, ascending), the concentration straight in between, from
/// `who.start_fraction`; Runge-Kutta of fourth order, steps of at most 20 s and 1 % of COHb. A NaN
/// concentration counts as none.
std::vector<double> cfk(const Breather& who, std::span<const double> time_min,
                        std::span<const double> concentration_ppm);
/// At constant concentration.
double cfk_after(const Breather& who, double concentration_ppm, double time_min);
const LawInfo& coburn_forster_kane();

/// The same with the oxyhaemoglobin held: a straight line for small COHb, closed in time,
///   [COHb] = end + (start - end) exp(-t / tau),  tau = M Vb B [O2Hb] / PO2.
struct LinearCfk {
  double diffusing_ml_per_min_mmHg = 30;
  double ventilation_ml_per_min = 6000;
  double blood_ml = 5500;
  double oxyhaemoglobin = 0.2;  ///< ml of gas in ml of blood
  double oxygen_mmHg = 100;
  double affinity = 218;
  double endogenous_ml_per_min = 0.007;
  double dry_mmHg = 713;  ///< barometric less water vapour at body temperature
  double start = 0.0016;  ///< ml in ml

  double tau_min() const;
  /// Part of the haemoglobin: [COHb] / [O2Hb].
  double fraction_after(double concentration_ppm, double time_min) const;
};

/// Short exposure:  %COHb = 3.317e-5 C^1.036 RMV t  (ppm, L/min, min); here as a fraction.
/// Source: Stewart et al. 1973, as in the SFPE Handbook; up to about 30 %.
double stewart_fraction(double concentration_ppm, double ventilation_L_per_min, double time_min);

/// Concentration in a stirred room after a source of G m3/s and ventilation of Q m3/s began,
///   C = G/Q (1 - exp(-Q t / V));  without ventilation G t / V.
double room_ppm(double source_m3_per_s, double ventilation_m3_per_s, double room_m3, double time_s);

/// From this COHb on: what people feel.
struct CohbEffect {
  double from_fraction;
  std::string_view effect;
};
/// Source: National Academies Press, report on carbon monoxide (excerpt); 0.6 from memory.
inline constexpr std::array<CohbEffect, 5> kCohbEffects = {{{0.10, "headache"},
                                                            {0.30, "confusion"},
                                                            {0.50, "coma"},
                                                            {0.60, "half die (assumption)"},
                                                            {0.80, "rapidly fatal"}}};

/// Probability of death at a peak COHb: lognormal tolerance,  Phi(ln(peak / median) / sigma); a
/// step for sigma 0. Median and sigma are assumptions of the caller.
double cohb_death_probability(double peak_fraction, double median_fraction, double sigma);

}  // namespace twinaxis::harm
