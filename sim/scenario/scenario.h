#pragma once
// Everything that the user wrote, checked and in SI. A value.

#include <optional>
#include <string>
#include <vector>

#include "sim/core/fields.h"
#include "sim/core/time.h"
#include "sim/intervene/intervention.h"

namespace twinaxis::scenario {

struct RecordPlan {
  Duration every{};  ///< a multiple of the step; 0 means every step
};
void fields(FieldVisitor& v, RecordPlan& r);

struct RunPlan {
  Duration length{};
  Duration step{100'000'000};
  RecordPlan record;
};
void fields(FieldVisitor& v, RunPlan& r);

struct Bounds {  ///< in the unit of the point that is spoken of
  std::optional<double> at_least;
  std::optional<double> at_most;
};
struct LevelBounds {
  std::optional<int> at_least;
  std::optional<int> at_most;
};
void fields(FieldVisitor& v, LevelBounds& b);

/// What the author promises of the outcome; checked by the tests and by `twinaxis run`.
struct Expectation {
  // of a point over the whole run
  std::string point;
  std::optional<Bounds> max, min, final;
  // of an event
  std::string event;
  std::optional<Duration> earliest, latest;  ///< of its first occurrence
  bool never = false;
  // of a stakeholder's place on the axes
  std::string stakeholder;
  std::optional<LevelBounds> axis1, axis2;
  std::optional<bool> outside_target;
  // of the sum that a stakeholder loses
  std::optional<double> loss_at_least_yen, loss_at_most_yen;
};
void fields(FieldVisitor& v, Expectation& e);

struct Scenario {
  std::string id;        ///< path below scenarios/ without the ending: "distillation/cooling_lost"
  std::string use_case;  ///< "distillation", as `twinaxis list` names it
  Text title;
  std::string source;
  std::string site;       ///< file, relative to the scenario
  std::string mitigates;  ///< file of the incident that this is the mitigated variant of, or ""
  int seed = 1;
  RunPlan run;
  AttackPath attack;
  std::vector<Intervention> interventions;
  std::vector<Expectation> expect;
};
/// All but `twin` and `network`, which belong to the use case and are read with its own fields.
void fields(FieldVisitor& v, Scenario& s);

}  // namespace twinaxis::scenario
