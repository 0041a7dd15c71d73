#include "analysis/recovery/task.h"

namespace twinaxis::analysis {

void fields(FieldVisitor& v, Crew& c) {
  v("name", c.name, "what people call it", required);
  v("count", c.count, at_least(1), "how many can work at a time", required);
}

void fields(FieldVisitor& v, Task& t) {
  v("id", t.id, "name of the task", required);
  v("what", t.what, "what is done", required);
  v("follows", t.follows, "rules any of which makes it necessary", required);
  v("if_quantity", t.if_quantity, "quantity of those findings that decides");
  v("if_at_least", t.if_at_least, "1", any_value(), "value that it must reach");
  v("takes", t.takes, "how long it takes", required);
  v("lead", t.lead, "time until spares and permits are there, from the end of the run");
  v("after", t.after, "tasks that must be finished before");
  v("crew", t.crew, "trade that does it");
  v("crew_count", t.crew_count, at_least(1), "how many of them");
  v("holds_down", t.holds_down, "1", fraction(), "level that a service cannot exceed until then");
  v("restores", t.restores, "stakeholder whose recovery it belongs to", required);
  v("irreversible", t.irreversible, "what it replaces and nobody can bring back");
  v("source", t.source, "where the duration comes from");
}

}  // namespace twinaxis::analysis
