#pragma once
// What an intervention does to a value: a signal or a parameter. Small structs; each has a YAML tag
// and one pure function of the value, the time and what it remembers.

#include <cstdint>
#include <deque>
#include <string_view>
#include <utility>
#include <variant>

#include "sim/core/fields.h"
#include "sim/core/random.h"
#include "sim/core/time.h"

namespace twinaxis {

struct Override {
  static constexpr std::string_view tag = "override";
  double value = 0;
};
struct Bias {
  static constexpr std::string_view tag = "bias";
  double by = 0;
};
struct Scale {
  static constexpr std::string_view tag = "scale";
  double by = 1;
};
/// Adds `rate` times the time since the start, until `limit` away.
struct Ramp {
  static constexpr std::string_view tag = "ramp";
  double rate = 0;
  double limit = 0;
};
/// The value at the start, from then on.
struct Hold {
  static constexpr std::string_view tag = "hold";
};
/// What was seen during `window` before the start, again and again.
struct Replay {
  static constexpr std::string_view tag = "replay";
  Duration window{};
};
struct Clamp {
  static constexpr std::string_view tag = "clamp";
  double low = 0;
  double high = 0;
};
struct RateLimit {
  static constexpr std::string_view tag = "rate_limit";
  double rate = 0;
};
struct Quantise {
  static constexpr std::string_view tag = "quantise";
  double step = 0;
};
/// Adds a normal deviate, new at every moment: at each step and at each write between.
struct Noise {
  static constexpr std::string_view tag = "noise";
  double deviation = 0;
};
/// At every moment (step, or write between) the value shown before stays with this probability.
struct DropOut {
  static constexpr std::string_view tag = "drop_out";
  double probability = 1;
};

using SignalEffect = std::variant<Override, Bias, Scale, Ramp, Hold, Replay, Clamp, RateLimit,
                                  Quantise, Noise, DropOut>;

void fields(FieldVisitor& v, Override& e);
void fields(FieldVisitor& v, Bias& e);
void fields(FieldVisitor& v, Scale& e);
void fields(FieldVisitor& v, Ramp& e);
void fields(FieldVisitor& v, Hold& e);
void fields(FieldVisitor& v, Replay& e);
void fields(FieldVisitor& v, Clamp& e);
void fields(FieldVisitor& v, RateLimit& e);
void fields(FieldVisitor& v, Quantise& e);
void fields(FieldVisitor& v, Noise& e);
void fields(FieldVisitor& v, DropOut& e);

/// What a running effect remembers. Owned by whoever applies it; the effects themselves are values.
struct EffectMemory {
  Time started;
  Stream stream;        ///< for noise and loss
  double at_start = 0;  ///< value when it started
  Time last_time{INT64_MIN};
  double last_output = 0;      ///< result at last_time
  double previous_output = 0;  ///< result before last_time
  Time previous_time{INT64_MIN};
  std::deque<std::pair<Time, double>> tape;  ///< what to replay
};

/// The value that comes out. Idempotent at one `now`.
double apply(const SignalEffect& effect, EffectMemory& memory, double value, Time now);

}  // namespace twinaxis
