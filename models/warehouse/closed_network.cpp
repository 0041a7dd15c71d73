#include "models/warehouse/closed_network.h"

#include <algorithm>
#include <vector>

namespace twinaxis::warehouse {

double rounds_per_s(std::span<const Server> servers, double round_s, int customers) {
  const auto demand_s = [](const Server& s) { return s.visits * s.service_s; };
  const auto slowest =
      std::max_element(servers.begin(), servers.end(),
                       [&](const Server& a, const Server& b) { return demand_s(a) < demand_s(b); });
  std::vector<double> queue(servers.size()), busy(servers.size()), wait_s(servers.size());
  double rate_per_s = 0;
  for (int n = 1; n <= customers; ++n) {
    double all_s = round_s;
    for (std::size_t i = 0; i < servers.size(); ++i) {
      const Server& s = servers[i];
      wait_s[i] = s.service_s * (std::max(queue[i] - busy[i], 0.0) + 0.5 * s.randomness * busy[i]);
      all_s += s.visits * wait_s[i];
    }
    rate_per_s = n / all_s;
    if (slowest != servers.end() && rate_per_s * demand_s(*slowest) > 1) {
      // The half services that are left do not add up there: whoever is nowhere else queues.
      rate_per_s = 1 / demand_s(*slowest);
      wait_s[static_cast<std::size_t>(slowest - servers.begin())] +=
          (n / rate_per_s - all_s) / slowest->visits;
    }
    for (std::size_t i = 0; i < servers.size(); ++i) {
      queue[i] = rate_per_s * servers[i].visits * (servers[i].service_s + wait_s[i]);
      busy[i] = rate_per_s * demand_s(servers[i]);
    }
  }
  return rate_per_s;
}

}  // namespace twinaxis::warehouse
