#include "analysis/loss/leak.h"

#include <cmath>

#include "sim/core/require.h"

namespace twinaxis::analysis {

double jo_yen_per_person(const JoInput& input) {
  require(input.mental_class >= 1 && input.mental_class <= 3, "x of the JO model is 1, 2 or 3");
  require(input.economic_class >= 1 && input.economic_class <= 3, "y of the JO model is 1, 2 or 3");
  const double sensitivity =
      std::pow(10, input.mental_class - 1) + std::pow(5, input.economic_class - 1);
  return 500 * sensitivity * input.identifiability * input.responsibility * input.after_care;
}

double annuity_years(double lasts_years, double discount_per_year) {
  if (discount_per_year == 0) return lasts_years;
  return -std::expm1(-lasts_years * std::log1p(discount_per_year)) / discount_per_year;
}

}  // namespace twinaxis::analysis
