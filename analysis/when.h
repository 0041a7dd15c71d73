#pragma once
// The condition of a rule or of a claim: an event, or a recorded column that passed a value.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/core/fields.h"
#include "sim/core/time.h"
#include "sim/run/recording.h"

namespace twinaxis::analysis {

enum class Side : std::uint8_t { above, below };
inline constexpr std::array<std::string_view, 2> kSideNames = {"above", "below"};

/// Empty: always (the law itself sees whether anything happened). An event matches by its name, or
/// by the beginning of its name if `event` ends with a dot ("attack.tampered_update.").
struct When {
  std::string event;
  std::string point;  ///< a recorded column ...
  Side side = Side::above;
  double value = 0;  ///< ... that was on that side of this at some time
  /// Only if this event did not happen too.
  std::string unless;
};
void fields(FieldVisitor& v, When& w);

/// When the condition came true first: the start of the run if it is empty; nothing if never.
std::optional<Time> first_time(const When& when, const Recording& recording);
/// The event that made it true, or null.
const Event* event_of(const When& when, const Recording& recording);

}  // namespace twinaxis::analysis
