#include "sim/intervene/intervention.h"

namespace twinaxis {

void fields(FieldVisitor& v, Intervention& i) {
  v("id", i.id, "name of the intervention; unique in the scenario", required);
  v("side", i.side, kSideNames, "who does it", required);
  v("technique", i.technique, "ATT&CK for ICS technique, for attacks");
  v("measure", i.measure, "requirement of Annex A, for countermeasures");
  v("on", i.on, "the point that it acts on", required);
  v("from", i.from, at_least(0), "since the start of the run");
  v("until", i.until, at_least(0), "since the start of the run");
  v("when", i.when, "trigger, such as PT-102.reading > 350 kPa for 2 s; it latches");
  v("reset", i.reset, "trigger that ends it");
  v("after", i.after, "step of the attack path that makes it possible");
  v.amounts_of(i.on);
  v("effect", i.effect, "what it does", required);
  v("cost", i.cost_yen, "yen", at_least(0), "of a countermeasure, once");
  v("cost_per_year", i.cost_yen_per_year, "yen", at_least(0), "of a countermeasure, each year");
  v("source", i.source, "where it comes from");
}

void fields(FieldVisitor& v, PathStep& s) {
  v("id", s.id, "name of the step", required);
  v("what", s.what, "how the report tells it");
  v("technique", s.technique, "ATT&CK for ICS technique", required);
  v("from", s.from, "host that the attacker holds", required);
  v("to", s.to, "host that is to be won", required);
  v("service", s.service, "service that the firewall must let pass; none within one host");
  v("after", s.after, "an earlier step whose success and time it builds on");
  v("needs", s.needs, "conditions on parameters, such as sis1.key_switch == 1");
  v("takes", s.takes, at_least(0), "time to compromise");
  v("succeeds", s.succeeds_probability, "1", fraction(), "probability that the step succeeds");
  v("detection", s.detection_per_s, "1/s", at_least(0), "rate at which it is noticed");
}

void fields(FieldVisitor& v, PathStart& s) {
  v("at", s.at, "step whose success starts the physical run", required);
  v("time", s.time, at_least(0), "when in the run that is", required);
}

void fields(FieldVisitor& v, AttackPath& p) {
  v("goal", p.goal, "what the attacker wants");
  v("path", p.path, "steps of the way in");
  v("start", p.start, "where the physical run begins");
}

}  // namespace twinaxis
