#pragma once
// An interlock: a demand that lasts trips it, a trip latches, a reset needs the cause to be gone.

#include <array>
#include <string_view>

#include "sim/core/fields.h"

namespace twinaxis {

struct InterlockParams {
  Duration delay{0};        ///< the demand must last this long
  bool needs_reset = true;  ///< false: the trip ends with its demand
};

void fields(FieldVisitor& v, InterlockParams& p);

struct InterlockMemory {
  bool tripped = false;
  bool demanded = false;
  Time demanded_since;
};

/// One scan. `demand` is the process condition, `reset` the operator's button, `bypass` a key that
/// keeps the interlock from tripping (it does not end a trip). Returns whether it is tripped.
bool interlock(const InterlockParams& p, InterlockMemory& memory, Time now, bool demand,
               bool reset = false, bool bypass = false);

/// A limit with a dead band, so that noise at the limit is one demand and not many.
struct Limit {
  enum class Side { high, low };
  static constexpr std::array<std::string_view, 2> kSideNames = {"high", "low"};
  double value = 0;
  double band = 0;  ///< distance back inside at which the demand ends, same unit
  Side side = Side::high;
};

struct LimitMemory {
  bool beyond = false;
};

/// True from the limit on until the value is `band` back inside. A value that is not a number is
/// beyond every limit: a dead sensor must not look safe.
bool beyond(const Limit& limit, LimitMemory& memory, double value);

}  // namespace twinaxis
