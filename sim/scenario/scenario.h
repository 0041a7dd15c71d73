#pragma once
// Everything that the user wrote, checked and in SI. A value.

#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/fields.h"
#include "sim/core/time.h"
#include "sim/intervene/intervention.h"

namespace twinaxis::scenario {

struct RecordPlan {
  Duration every{};                              ///< a multiple of the step; 0 means every step
  std::optional<Duration> poses = std::nullopt;  ///< likewise, of bodies; as `every` if left out
};
void fields(FieldVisitor& v, RecordPlan& r);

struct RunPlan {
  Duration length{};
  Duration step{100'000'000};
  RecordPlan record;
};
void fields(FieldVisitor& v, RunPlan& r);

/// An interval in the unit of the point that is spoken of; infinite where no bound was written.
struct Bounds {
  double at_least = -std::numeric_limits<double>::infinity();
  double at_most = std::numeric_limits<double>::infinity();
  bool contains(double value) const { return value >= at_least && value <= at_most; }
};
void fields(FieldVisitor& v, Bounds& b);

/// Levels of an axis count from 1: the framework's figures have three on each.
struct LevelBounds {
  static constexpr int kHighestLevel = 3;
  int at_least = 1;
  int at_most = kHighestLevel;
};
void fields(FieldVisitor& v, LevelBounds& b);

struct LossBounds {
  double at_least_yen = 0;
  double at_most_yen = 1e18;  ///< beyond all money
};
void fields(FieldVisitor& v, LossBounds& b);

/// What the author promises of the outcome; checked by the tests and by `twinaxis run`. It speaks
/// of exactly one thing: a truth, a signal, an event or a stakeholder.
struct Expectation {
  std::string truth;                      ///< a point over the whole run
  std::string signal;                     ///< likewise, a signal or parameter
  std::optional<Bounds> max, min, final;  ///< of that point

  std::string event;
  std::vector<double> between_s;  ///< empty, or earliest and latest time of its first occurrence
  bool never = false;

  std::string stakeholder;
  std::optional<LevelBounds> axis1, axis2;
  std::optional<bool> outside_target;
  std::optional<LossBounds> loss;  ///< the sum that the stakeholder loses

  const std::string& point() const { return truth.empty() ? signal : truth; }
};
void fields(FieldVisitor& v, Expectation& e);

struct Scenario {
  std::string id;        ///< path below scenarios/ without the ending: "distillation/cooling_lost"
  std::string use_case;  ///< "distillation", as `twinaxis list` names it
  Text title;
  int place = 100;  ///< in lists and reports: lower comes first; equal ones by id
  std::string source;
  std::string site;       ///< file, relative to the scenario
  std::string mitigates;  ///< file of the incident that this is the mitigated variant of, or ""
  int seed = 1;
  RunPlan run;
  AttackPath attack;
  std::vector<Intervention> interventions;
  std::vector<Expectation> expect;
};
/// All but kUseCaseKeys, which are read with the use case's own fields.
void fields(FieldVisitor& v, Scenario& s);
/// Top-level keys of a scenario file that belong to the use case.
inline const std::vector<std::string> kUseCaseKeys{"twin", "network"};

/// "distillation/cooling_lost" for ".../scenarios/distillation/cooling_lost.yaml"; the name of the
/// file without its ending if no folder "scenarios" is on the way.
std::string scenario_id(const std::filesystem::path& file);

}  // namespace twinaxis::scenario
