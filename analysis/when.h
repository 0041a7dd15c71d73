#pragma once
// The condition of a rule or of a claim: an event, what an attack acted on, a recorded column that
// passed a value.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/assessment.h"
#include "analysis/problem_list.h"
#include "analysis/twin_names.h"
#include "sim/core/fields.h"
#include "sim/core/time.h"
#include "sim/run/recording.h"

namespace twinaxis::analysis {

enum class Side : std::uint8_t { above, below };
inline constexpr std::array<std::string_view, 2> kSideNames = {"above", "below"};

/// Empty: always (the law itself sees whether anything happened). An event matches by its name, or
/// by the beginning of its name if `event` ends with a dot ("board.").
///
/// An attack counts by what it touches, never by the name that its scenario gives to it: from when
/// an intervention of side attack begins to act on one of `attack_on`, or to change a value in a
/// message that is bound for it; and, unless `by` is given, from the start if a step of the attack
/// path reaches such a host.
struct When {
  std::string event;
  std::vector<std::string> attack_on;  ///< points, or patterns of them (pattern.h)
  std::vector<std::string> by;         ///< tags of effects; empty: any
  std::string point;                   ///< a recorded column ...
  Side side = Side::above;
  double value = 0;  ///< ... that was on that side of this at some time
  /// Only if this event did not happen too.
  std::string unless;
};
void fields(FieldVisitor& v, When& w);

/// When the condition came true first: the start of the run if it is empty; nothing if never.
std::optional<Time> first_time(const When& when, const Recording& recording);
/// What made it true; nothing if it never was, or is empty.
std::vector<Cause> causes_of(const When& when, const Recording& recording);
/// Names that do not exist; a truth, which nobody attacks; an event that is named after an
/// intervention or a step of a path, whose names are the scenario's own.
void check(const When& when, const std::string& path, const TwinNames& twin, ProblemList& list);

}  // namespace twinaxis::analysis
