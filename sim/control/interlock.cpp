#include "sim/control/interlock.h"

#include <cmath>

namespace twinaxis {

void fields(FieldVisitor& v, InterlockParams& p) {
  v("delay", p.delay, at_least(0), "how long the demand must last");
  v("needs_reset", p.needs_reset, "whether a trip stays until an operator resets it");
}

bool interlock(const InterlockParams& p, InterlockMemory& m, Time now, bool demand, bool reset,
               bool bypass) {
  if (demand && !m.demanded) m.demanded_since = now;
  m.demanded = demand;
  if (demand && !bypass && now - m.demanded_since >= p.delay) m.tripped = true;
  if (!demand && (reset || !p.needs_reset)) m.tripped = false;
  return m.tripped;
}

bool beyond(const Limit& limit, LimitMemory& m, double value) {
  const double excess = limit.side == Limit::Side::high ? value - limit.value : limit.value - value;
  if (std::isnan(value) || excess >= 0) m.beyond = true;
  else if (excess < -limit.band) m.beyond = false;
  return m.beyond;
}

}  // namespace twinaxis
