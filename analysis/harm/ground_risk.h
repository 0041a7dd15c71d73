#pragma once
// What falls from the air onto people who are not simulated.

#include "analysis/harm/law.h"

namespace twinaxis::harm {

/// A standing person: JARUS SORA, Annex F.
inline constexpr double kPersonRadius_m = 0.3;
inline constexpr double kPersonHeight_m = 1.8;

/// Ground on which somebody would be hit, without sliding, for aircraft of up to 1 m:
///   A = 2 (r + w/2) h / tan(gamma) + pi (r + w/2)^2 / 2,  gamma from the ground, in (0, pi/2]
/// (ContractError). Source: JARUS SORA, Annex F.
double critical_area_m2(double width_m, double angle_rad);
const LawInfo& jarus_critical_area();

/// Deaths: events x area x people per area x P(death | hit) x (1 - sheltered part).
double expected_casualties(double events, double area_m2, double persons_per_m2,
                           double death_probability, double sheltered_fraction);
/// Intrinsic ground risk class before rounding up: 1 - log10(1e-6 / (D A)), D in persons/m^2.
double raw_ground_risk_class(double persons_per_m2, double area_m2);

}  // namespace twinaxis::harm
