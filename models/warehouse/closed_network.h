#pragma once
// Customers that go round for ever, past servers at which they queue: how many rounds a second.
//
// Mean value analysis: with one customer more, each sees at a server the queue that there was
// without it (Reiser, Lavenberg, Journal of the ACM 27 (1980) 313-322). Service always takes as
// long, so of a service that goes on half is left; and arrivals are as random as the server says,
// which scales the queue of chance but not that of a server without pause (Whitt, The queueing
// network analyzer, Bell System Technical Journal 62 (1983) 2779-2815). Exact for one customer; for
// few beside much delay it is the queue M/D/1; for many the bottleneck is never idle.

#include <span>

namespace twinaxis::warehouse {

struct Server {
  double visits = 0;      ///< a round, mean
  double service_s = 0;   ///< of a visit
  double randomness = 1;  ///< of arrivals: 1 as of a Poisson stream, 0 evenly spaced
};

/// Rounds a second of so many customers. `round_s`: of one who never waits, services included.
double rounds_per_s(std::span<const Server> servers, double round_s, int customers);

}  // namespace twinaxis::warehouse
