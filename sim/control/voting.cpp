#include "sim/control/voting.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/require.h"

namespace twinaxis {

void fields(FieldVisitor& v, VotingParams& p) {
  v("needed", p.needed_count, between(1, 16), "votes that trip");
  v("faulty", p.fault_policy, kFaultPolicyNames, "how a diagnosed fault counts");
  v("degrades", p.degrades, "whether the votes left suffice when fewer channels are left");
}

bool vote(const VotingParams& p, std::span<const Vote> channels) {
  int trips = 0, members = 0;
  for (const Vote channel : channels) {
    const bool counts_as_trip =
        channel == Vote::trip ||
        (channel == Vote::faulty && p.fault_policy == FaultPolicy::votes_trip);
    trips += counts_as_trip;
    members += counts_as_trip || channel == Vote::ok;
  }
  return trips >= (p.degrades ? std::min(p.needed_count, members) : p.needed_count);
}

double middle(std::span<const double> values) {
  std::array<double, 16> sorted{};
  require(values.size() <= sorted.size(), "at most 16 channels");
  const auto end = std::copy_if(values.begin(), values.end(), sorted.begin(),
                                [](double v) { return !std::isnan(v); });
  const auto count = static_cast<std::size_t>(end - sorted.begin());
  if (count == 0) return std::numeric_limits<double>::quiet_NaN();
  std::sort(sorted.begin(), end);
  return 0.5 * (sorted[(count - 1) / 2] + sorted[count / 2]);
}

}  // namespace twinaxis
