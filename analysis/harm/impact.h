#pragma once
// Blunt impact: from the motion of two bodies to the head injury criterion (HIC).

#include <span>

#include "analysis/harm/law.h"

namespace twinaxis::harm {

/// ISO 80000-3: the acceleration in which head injury is counted.
inline constexpr double kStandardGravity_m_per_s2 = 9.80665;
/// Longest window of HIC15, FMVSS 208.
inline constexpr double kHicWindow_s = 0.015;

/// HIC = max over t1 < t2 of (t2 - t1) [mean of a over (t1, t2)]^2.5, a in g, windows of at most
/// `window_s`. The acceleration is straight between its values; windows begin or end at a value.
/// Times ascend (equal ones are a jump) and have the size of `acceleration_g` (ContractError). NaN
/// counts as 0; fewer than two values give 0. Source: FMVSS 208, 49 CFR 571.208 S6.2.
double head_injury_criterion(std::span<const double> time_s, std::span<const double> acceleration_g,
                             double window_s = kHicWindow_s);

/// HIC of a half-sine pulse, in closed form: the best window is 0.670 of the pulse and lies around
/// its peak, 0.414646 a^2.5 T; a longer pulse is cut to `window_s`.
double half_sine_hic(double peak_g, double pulse_s, double window_s = kHicWindow_s);

/// Two free bodies and a linear spring between them. The struck one is at rest.
struct TwoMassContact {
  double striking_kg = 1;
  double struck_kg = 4.5;
  double stiffness_N_per_m = 150e3;

  double reduced_kg() const { return striking_kg * struck_kg / (striking_kg + struck_kg); }
};
struct ContactPulse {
  double peak_force_N = 0;
  double peak_g = 0;         ///< of the struck body
  double pulse_s = 0;        ///< half a period
  double compression_m = 0;  ///< of the spring at the peak
  double hic = 0;            ///< HIC15 of the struck body
};
/// mu = m1 m2 / (m1 + m2), w = sqrt(k / mu): F = v sqrt(k mu), half-sine of pi / w. A speed that is
/// not positive gives nothing; masses and stiffness must be positive (ContractError). For a struck
/// body that is held, F = v sqrt(k m1): see clamped_force_N.
ContactPulse contact_pulse(const TwoMassContact& contact, double speed_m_per_s);
/// Greatest force on a body that cannot get away: v sqrt(k m).
double clamped_force_N(double striking_kg, double stiffness_N_per_m, double speed_m_per_s);
const LawInfo& two_mass_contact();

}  // namespace twinaxis::harm
