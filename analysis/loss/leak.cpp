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

}  // namespace twinaxis::analysis
