#pragma once
// What leaked personal data and secrets are worth.

namespace twinaxis::analysis {

struct JoInput {
  int mental_class = 1;     ///< x, 1 to 3
  int economic_class = 1;   ///< y, 1 to 3
  int identifiability = 6;  ///< 6 name and address, 3 name or address and phone, 1 otherwise
  int responsibility = 1;   ///< 2 above ordinary
  int after_care = 1;       ///< 2 bad
};

/// Damage per person by the JO model,
///   500 yen (10^(x-1) + 5^(y-1)) identifiability responsibility after-care.
/// Courts grant a fraction of it (3,000 to 33,000 yen), so it is an upper bound.
/// Source: JNSA, Surveys on Information Security Incidents, JNSA Damage Operation model.
double jo_yen_per_person(const JoInput& input);

/// What a secret would still have brought, per yen of advantage a year,
///   (1 - (1 + r)^-n) / r,  n for r = 0: present value of an annuity at the end of each year.
double annuity_years(double lasts_years, double discount_per_year);

}  // namespace twinaxis::analysis
