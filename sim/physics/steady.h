#pragma once
// States at rest.

#include <span>
#include <vector>

#include "sim/physics/system.h"

namespace twinaxis {

struct SteadySearch {
  double tolerance = 1e-12;  ///< of Newton's last step, as a fraction of max(|state|, 1e-2)
  int iterations_at_most = 200;
};

/// The state where f(t, x, u, m) = 0, by pseudo-transient continuation from `guess`: linearised
/// implicit Euler steps of growing length until Newton's method goes on alone, to the tolerance or,
/// where the problem is worse conditioned than that, to rounding. Source: Kelley, Keyes, SIAM J.
/// Numer. Anal. 35 (1998) 508-523. The Jacobian is dense. Throws RunError if the search fails or
/// the state is not unique (an integrating system: close its level loops first).
std::vector<double> steady_state(const System& system, std::span<const double> input,
                                 std::span<const double> mode, std::vector<double> guess,
                                 const SteadySearch& search = {});

}  // namespace twinaxis
