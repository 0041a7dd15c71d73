#include "sim/scenario/scenario.h"

#include <algorithm>

namespace twinaxis::scenario {

void fields(FieldVisitor& v, RecordPlan& r) {
  v("every", r.every, at_least(0), "a multiple of the step; 0 s records every step");
  v("poses", r.poses, at_least(0),
    "the same for poses and contacts of bodies, where there are any; as 'every' if left out");
}

void fields(FieldVisitor& v, RunPlan& r) {
  v("for", r.length, above(0), "length of the run", required);
  v("step", r.step, above(0), "grid of scans, edges and samples");
  v("record", r.record, "what is kept of the values; events and extremes always are");
}

void fields(FieldVisitor& v, Bounds& b) {
  v("at_least", b.at_least, Amount::value, "lowest value that meets the expectation");
  v("at_most", b.at_most, Amount::value, "highest value that meets the expectation");
}

void fields(FieldVisitor& v, LevelBounds& b) {
  const Range levels = between(1, LevelBounds::kHighestLevel);
  v("at_least", b.at_least, levels, "lowest level that meets the expectation");
  v("at_most", b.at_most, levels, "highest level that meets the expectation");
}

void fields(FieldVisitor& v, LossBounds& b) {
  v("at_least", b.at_least_yen, "yen", at_least(0), "lowest sum that meets the expectation");
  v("at_most", b.at_most_yen, "yen", at_least(0), "highest sum that meets the expectation");
}

void fields(FieldVisitor& v, Expectation& e) {
  v("truth", e.truth, "a truth point that is expected something of");
  v("signal", e.signal, "a signal or parameter that is expected something of");
  v.amounts_of(e.point());
  v("max", e.max, "bounds of its largest value");
  v("min", e.min, "bounds of its smallest value");
  v("final", e.final, "bounds of its last value");
  v("event", e.event, "an event that is expected to happen");
  v("between", e.between_s, "s", at_least(0), "earliest and latest time of its first occurrence");
  v("never", e.never, "the event must not happen");
  v("stakeholder", e.stakeholder, "someone whose place on the axes is expected");
  v("axis1", e.axis1, "level of the difficulty of recovery");
  v("axis2", e.axis2, "level of the economic impact");
  v("outside_target", e.outside_target, "whether the placement lies beyond the target line");
  v("loss", e.loss, "sum that the stakeholder loses");
}

void fields(FieldVisitor& v, Scenario& s) {
  v("use_case", s.use_case, "as 'twinaxis list' names it", required);
  v("title", s.title, "one line for people", required);
  v("place", s.place, any_value(), "in lists and reports: lower comes first");
  v("source", s.source, "where the story comes from");
  v("site", s.site, "file of the site: people, criteria, costs; relative to this file");
  v("mitigates", s.mitigates, "file of the incident that this is the mitigated variant of");
  v("seed", s.seed, at_least(0), "of the random numbers");
  v("run", s.run, "length and step of the run", required);
  v("attack", s.attack, "goal of the attacker and the way in");
  v("interventions", s.interventions, "who does what to which point, when");
  v("expect", s.expect, "what the author promises of the outcome");
}

std::string scenario_id(const std::filesystem::path& file) {
  const std::filesystem::path whole = file.lexically_normal().replace_extension();
  const auto folder = std::find(whole.begin(), whole.end(), "scenarios");
  if (folder == whole.end()) return whole.filename().string();
  std::filesystem::path below;
  for (auto part = std::next(folder); part != whole.end(); ++part) below /= *part;
  return below.generic_string();
}

}  // namespace twinaxis::scenario
