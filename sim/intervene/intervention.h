#pragma once
// Attack, fault, operation and countermeasure are one value: who does what to which point, when.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/fields.h"
#include "sim/core/time.h"
#include "sim/intervene/effect.h"

namespace twinaxis {

/// In the order in which they act on one value. Operation is what people do as their ordinary work:
/// somebody enters the cell, a machine is set to manual.
enum class Side { attack, fault, operation, countermeasure };
inline constexpr std::array<std::string_view, 4> kSideNames{"attack", "fault", "operation",
                                                            "countermeasure"};

struct Intervention {
  std::string id;
  Side side = Side::attack;
  std::string technique;          ///< ATT&CK for ICS, "T0856"; required for attacks
  std::string measure;            ///< Annex A requirement, "MR-19"; required for countermeasures
  std::string on;                 ///< a point
  std::optional<Duration> from;   ///< since the start of the run; on the grid
  std::optional<Duration> until;  ///< likewise
  std::string when;   ///< a trigger such as "PT-102.reading > 350 kPa for 2 s"; it latches
  std::string reset;  ///< the trigger that ends it; without one it stays
  std::string after;  ///< the step of the attack path that makes it possible
  Effect effect;
  double cost_yen = 0;  ///< of a countermeasure, once
  double cost_yen_per_year = 0;
  std::string source;
};
void fields(FieldVisitor& v, Intervention& i);

/// One step of the way in: how an attacker gets from one host to the next.
struct PathStep {
  std::string id;
  Text what;  ///< how the report tells it
  std::string technique;
  std::string from;     ///< host
  std::string to;       ///< host
  std::string service;  ///< what the firewall must let pass; "" for a step within one host
  std::string after;    ///< an earlier step whose success and time it builds on, "" for none
  std::vector<std::string> needs;  ///< conditions on parameters: "sis1.key_switch == 1"
  Duration takes{};                ///< time to compromise
  double succeeds_probability = 1;
  double detection_per_s = 0;  ///< chance of being noticed, without monitoring
};
void fields(FieldVisitor& v, PathStep& s);

struct PathStart {
  std::string at;   ///< the step whose success starts the physical run
  Duration time{};  ///< when in the run that is
};
void fields(FieldVisitor& v, PathStart& s);

struct AttackPath {
  Text goal;
  std::vector<PathStep> path;
  std::optional<PathStart> start;
};
void fields(FieldVisitor& v, AttackPath& p);

}  // namespace twinaxis
