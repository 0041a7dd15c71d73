#pragma once
// Thermal damage of skin as a reaction of first order (Henriques):
//   dOmega/dt = A exp(-E / (R T)),  T at the depth where damage is judged.
// Omega 0.53 reddens, 1 is of second degree, 1e4 of third (all at the basal layer). The constant
// sets differ by a factor of four below 50 degC, so the table in burn.h comes first and the
// integral is a second opinion.

#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "analysis/harm/law.h"

namespace twinaxis::harm {

inline constexpr double kFirstDegreeDamage = 0.53;
inline constexpr double kSecondDegreeDamage = 1;
inline constexpr double kThirdDegreeDamage = 1e4;

struct Arrhenius {
  double factor_per_s = 0;   ///< A
  double temperature_K = 0;  ///< E / R
};
struct DamageKinetics {
  LawInfo info;
  Arrhenius up_to;  ///< up to `split_K`
  Arrhenius above;
  double split_K = std::numeric_limits<double>::infinity();
  double from_K = 0;  ///< no damage below

  double rate_per_s(double skin_K) const;
  /// Time to that damage at constant temperature.
  double time_s(double skin_K, double damage = kSecondDegreeDamage) const;
};
/// "henriques" (55 to 65 degC; about four times too slow below 50), "diller_klutke" (44 to 49
/// degC), "weaver_stoll" (flash fire only, far too fast for long exposure at low temperature).
const std::vector<DamageKinetics>& damage_kinetics();

/// Omega of a temperature that varies, straight between the given times (ContractError if these
/// descend or the sizes differ). Intervals that touch a NaN add nothing.
double damage_integral(const DamageKinetics& kinetics, std::span<const double> time_s,
                       std::span<const double> skin_K);

/// When Omega reaches `damage`, the temperature at the judged depth given as a function of time;
/// infinite if not before `limit_s`. Steps of 0.2 % of the time passed, at least 0.5 ms.
double time_to_damage_s(const DamageKinetics& kinetics,
                        const std::function<double(double time_s)>& skin_K, double damage,
                        double limit_s = 1e6);

}  // namespace twinaxis::harm
