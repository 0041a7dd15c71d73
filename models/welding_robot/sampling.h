#pragma once
// Inspection by samples: how soon a bad weld is found, and which lots pass.

namespace twinaxis::welding_robot {

/// Parts made until the first bad one is found, on average: 1 / (f p), where a share f is inspected
/// and an inspected bad part is found with probability p.
double parts_until_found(double inspected_fraction, double found_probability);
/// A lot passes if at most `accepted` of `sample` parts are bad: binomial, for a large lot.
double acceptance_probability(int sample, int accepted, double bad_fraction);
/// None of `sample` parts from a lot of that size with that many bad ones is bad: hypergeometric.
double none_found_probability(int lot, int bad, int sample);

}  // namespace twinaxis::welding_robot
