#pragma once
// What a recorded incident did, before anybody asks what it costs: findings with their evidence.
// A value that reports and viewers can print without knowing rules or models.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/fields.h"
#include "sim/core/time.h"

namespace twinaxis::analysis {

enum class FindingKind : std::uint8_t {
  harm,          ///< to a group of people
  damage,        ///< to an asset
  interruption,  ///< of a service
  outage,        ///< of a computer: stopped, encrypted, its logic replaced
  leak,          ///< of a data set
  product,       ///< made but not as it should be
  environment,   ///< substance that got out
};
inline constexpr std::array<std::string_view, 7> kFindingKindNames = {
    "harm", "damage", "interruption", "outage", "leak", "product", "environment"};

struct Quantity {
  double value = 0;
  std::string unit;  ///< SI, "person", "kmol", "1"
};

/// A published law that was used, by the name under which it is registered.
struct LawUse {
  Text role;         ///< "blast curve", "probit, death, outdoors"
  std::string name;  ///< "kingery_bulmash", "tsao_perry"
  std::string formula;
  std::string source;
};

/// What made a rule apply: an event, or a point and how far it passed its limit.
struct Cause {
  std::string event;  ///< its name, or ""
  std::string point;  ///< recorded column, or ""
  Time at;            ///< of the event, or when the limit was passed
  double value = 0;   ///< of the event, or the extreme of the point
  std::string unit;
  std::optional<double> limit;
};

/// The part of a group at one place, and what one hazard does to each person there. The
/// probabilities are of at least that severity: death <= serious <= slight.
struct Exposed {
  std::string group;
  bool indoors = false;
  double persons = 0;
  double death_probability = 0;
  double serious_probability = 0;
  double slight_probability = 0;
};

/// One consequence of one rule for one subject.
struct Finding {
  std::string rule;  ///< id in Consequences::rules
  FindingKind kind = FindingKind::harm;
  std::string subject;      ///< key of the group, asset, service or data set; a host; a medium
  std::string stakeholder;  ///< whose people, thing, service, data it is
  Text what;                ///< one sentence
  std::string source;       ///< of the rule
  Time from;
  Time to;
  /// By name. harm: expected_deaths, expected_serious, expected_slight (each person counts once, in
  /// the worst class), persons. damage: repair_fraction, value_yen. interruption: lost (in the unit
  /// of the service), lost_s (seconds of normal production), final_level. leak: persons,
  /// share. product: amount or units. environment: mass_kg. outage: duration_s.
  std::map<std::string, Quantity> quantities;
  std::vector<Exposed> exposed;  ///< of harm
  std::vector<Cause> causes;
  std::vector<Text> evidence;  ///< intermediate numbers, a sentence each
  std::vector<LawUse> laws;
  std::vector<std::string> tags;  ///< what it counts as: "fire"
  bool spared = false;            ///< who was exposed stayed unhurt

  /// 0 if there is none of that name.
  double operator[](std::string_view quantity) const;
};

/// The people of one stakeholder over all findings together. Each person is counted once, in the
/// worst class. In a plain run the counts of each class or worse are medians (so a class occurs if
/// the probability of at least one so badly hurt exceeds 0.5); in a sample they are drawn.
struct Casualties {
  std::string stakeholder;
  double persons = 0;  ///< present
  double expected_deaths = 0;
  double expected_serious = 0;
  double expected_slight = 0;
  double probability_of_death = 0;    ///< of at least one
  double probability_of_serious = 0;  ///< of at least one serious or worse
  double probability_of_injury = 0;   ///< of at least one of any kind
  double deaths = 0;
  double serious = 0;  ///< treatment of 30 days or more
  double slight = 0;
  bool drawn = false;  ///< counts are drawn, so that nothing is uncertain any more
};

struct Assessment {
  std::string shift;  ///< who was there
  std::vector<Finding> findings;
  /// Exposures that hurt nobody: told, as the success of a measure, and nothing follows from them.
  std::vector<Finding> spared;
  std::vector<Casualties> casualties;  ///< one for each stakeholder that has people exposed

  bool has(std::string_view rule) const;
  /// Null if nobody of that stakeholder was exposed.
  const Casualties* casualties_of(std::string_view stakeholder) const;
};

}  // namespace twinaxis::analysis
