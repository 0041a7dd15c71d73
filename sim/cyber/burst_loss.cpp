#include "sim/cyber/burst_loss.h"

namespace twinaxis::cyber {
namespace {

/// Share of the bad state at rest; a chain that never moves stays good.
double bad_share(const BurstLoss& law) {
  const double moves = law.to_bad_probability + law.to_good_probability;
  return moves > 0 ? law.to_bad_probability / moves : 0;
}

}  // namespace

void fields(FieldVisitor& v, BurstLoss& l) {
  v("to_bad", l.to_bad_probability, "1", fraction(), "from good to bad, with each message");
  v("to_good", l.to_good_probability, "1", fraction(), "from bad to good, with each message");
  v("lost_in_good", l.lost_in_good_probability, "1", fraction(), "of messages in the good state");
  v("lost_in_bad", l.lost_in_bad_probability, "1", fraction(), "of messages in the bad state");
}

double mean_loss_probability(const BurstLoss& law) {
  const double bad = bad_share(law);
  return (1 - bad) * law.lost_in_good_probability + bad * law.lost_in_bad_probability;
}

BurstChain::BurstChain(const BurstLoss& law, const Stream& stream) : law_(law), stream_(stream) {
  bad_ = uniform(stream_, drawn_++) < bad_share(law_);
}

bool BurstChain::loses_next() {
  const double moves = bad_ ? law_.to_good_probability : law_.to_bad_probability;
  if (uniform(stream_, drawn_++) < moves) bad_ = !bad_;
  const double lost = bad_ ? law_.lost_in_bad_probability : law_.lost_in_good_probability;
  return uniform(stream_, drawn_++) < lost;
}

}  // namespace twinaxis::cyber
