#pragma once
// Curves from a measure of a blunt impact (HIC, force, deflection, energy) to injury. Two families
// for HIC differ by a factor of two between 700 and 1500, so they are picked by name and named in
// every result.

#include <string_view>
#include <vector>

#include "analysis/harm/law.h"
#include "analysis/harm/trauma.h"

namespace twinaxis::harm {

/// Probability of at least each AIS at a HIC15.
struct HeadInjuryLaw {
  LawInfo info;
  /// As published, without repair of crossings; 0 for a HIC that is not positive and for a level
  /// that the family does not give. `ais` from 1 to 6.
  double (*probability)(int ais, double hic);
  int lowest_ais;   ///< that it gives: below it, the same as at it
  int highest_ais;  ///< that it gives: beyond it, nothing is claimed

  AisExceedance severity(double hic) const;
};
/// "nhtsa_lognormal" (AIS 2 to 4), "prasad_mertz" (AIS 1 to 5 and fatal as 6).
const std::vector<HeadInjuryLaw>& head_injury_laws();

/// One level from one measure.
struct InjuryCurve {
  LawInfo info;
  int ais;                ///< probability of at least this
  std::string_view unit;  ///< of the measure, as published
  double (*probability)(double measure);
};
/// "chest_deflection" (AIS 3, mm), "nij" (AIS 3, 1), "femur" (AIS 2, kN), "tibia" (AIS 2, kN).
const std::vector<InjuryCurve>& injury_curves();

/// AIS 3+ by the energy of a rigid body that strikes:  Phi((ln E - ln E50) / s) through the two
/// thresholds of 14 CFR 107 with the rates of the 2016 rulemaking committee, (14.91 J, 1 %) and
/// (33.90 J, 30 %): E50 43.04 J, s 0.4556. Over-predicts; a fallback for want of a contact.
double kinetic_energy_ais3_probability(double energy_J);
/// Part of a flexible multirotor's energy that counts as a rigid body's, 25/54 ft lbf. Assumption.
inline constexpr double kFlexible_fraction = 25.0 / 54;
const LawInfo& kinetic_energy_criterion();

/// Death of a person hit: P = (1-k) / (1 - 2k + sqrt(alpha/beta) (beta/E)^(3/ps)),
/// k = min(1, (beta/E)^(3/ps)); ps from 1 (in the open) to 12, 6 on average.
struct Dalamagkidis {
  double alpha_J = 1e5;  ///< half die at ps = 6
  double beta_J = 34;    ///< nobody dies below
  double sheltering = 6;

  double death_probability(double energy_J) const;
};
const LawInfo& dalamagkidis();

/// BC = ln(E / (W^(1/3) T D)), E in J, W body mass in kg, T thickness of the body wall and D
/// diameter of the body that strikes in cm. BC 0.37 is half AIS 2+ for the thorax. -infinity for
/// no energy. Source: Sturdivan; primary not seen.
double blunt_criterion(double energy_J, double body_kg, double wall_cm, double diameter_cm);
/// AIS = 1.33 BC + 0.6, kept within 0 to 6.
double blunt_criterion_ais(double criterion);

}  // namespace twinaxis::harm
