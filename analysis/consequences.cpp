#include "analysis/consequences.h"

namespace twinaxis::analysis {

void fields(FieldVisitor& v, Rule& r) {
  v("id", r.id, "name of the rule", required);
  v("what", r.what, "what happens, in a sentence", required);
  v("for_each", r.for_each, "points such as <each>.in_shower; the rule holds for each, by name");
  v("when", r.when, "condition on the run; none: the law itself sees");
  v("probability", r.probability, "1", fraction(), "that it follows then, such as ignition");
  v("law", r.law, "how it happens", required);
  v("counts_as", r.counts_as, "kinds of accident that it is, of the site's accident_tags");
  v("source", r.source, "where rule and numbers come from", required);
}

void fields(FieldVisitor& v, Consequences& c) {
  v("rules", c.rules, "what may happen to people, things, services, data", required);
  v("tasks", c.tasks, "work that it calls for");
  v("costs", c.costs, "money that follows");
  v("claims", c.claims, "who has to make good what others lost");
}

}  // namespace twinaxis::analysis
