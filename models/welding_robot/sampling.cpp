#include "models/welding_robot/sampling.h"

#include <cmath>

namespace twinaxis::welding_robot {

double parts_until_found(double inspected_fraction, double found_probability) {
  return 1 / (inspected_fraction * found_probability);
}

double acceptance_probability(int sample, int accepted, double bad_fraction) {
  // Term k from term k - 1; samples of an inspection are small, so nothing cancels.
  double term = std::pow(1 - bad_fraction, sample), sum = term;
  for (int k = 1; k <= accepted; ++k) {
    term *= (sample - k + 1) * bad_fraction / (k * (1 - bad_fraction));
    sum += term;
  }
  return sum;
}

double none_found_probability(int lot, int bad, int sample) {
  double probability = 1;
  for (int i = 0; i < sample; ++i) {
    if (lot - bad - i <= 0) return 0;
    probability *= static_cast<double>(lot - bad - i) / (lot - i);
  }
  return probability;
}

}  // namespace twinaxis::welding_robot
