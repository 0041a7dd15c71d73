#pragma once
// What an intervention does to a point. Small structs; each has a YAML tag and one pure function.

#include <cstdint>
#include <deque>
#include <string>
#include <utility>
#include <variant>

#include "sim/core/fields.h"
#include "sim/core/point.h"
#include "sim/core/random.h"
#include "sim/core/time.h"

namespace twinaxis {

// On signals and parameters
// -------------------------------------------------------------------------

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
/// Adds a normal deviate, new at every write.
struct Noise {
  static constexpr std::string_view tag = "noise";
  double deviation = 0;
};
/// Loses a write with this probability; the value before stays.
struct DropOut {
  static constexpr std::string_view tag = "drop_out";
  double probability = 1;
};

using SignalEffect = std::variant<Override, Bias, Scale, Ramp, Hold, Replay, Clamp, RateLimit,
                                  Quantise, Noise, DropOut>;

// On channels
// ---------------------------------------------------------------------------------------

struct Drop {
  static constexpr std::string_view tag = "drop";
  double probability = 1;
};
struct Delay {
  static constexpr std::string_view tag = "delay";
  Duration by{};
};
/// Uniform extra delay between 0 and `up_to`.
struct Jitter {
  static constexpr std::string_view tag = "jitter";
  Duration up_to{};
};
struct Duplicate {
  static constexpr std::string_view tag = "duplicate";
  double probability = 1;
};
/// Holds a message back by `by` with this probability, so that later ones overtake it.
struct Reorder {
  static constexpr std::string_view tag = "reorder";
  double probability = 0.5;
  Duration by{};
};
/// Sends what was carried during `window` before the start, instead of the genuine messages.
struct ReplayMessages {
  static constexpr std::string_view tag = "replay_messages";
  Duration window{};
};
/// Changes one value of the block that the channel carries: the one that is bound for `target`.
struct Tamper {
  static constexpr std::string_view tag = "tamper";
  std::string target;
  SignalEffect with;
};
/// Competing traffic as one flow: load and queue, not packets.
struct Flood {
  static constexpr std::string_view tag = "flood";
  double rate_bytes_per_s = 0;
};
/// Drops what was tampered with or replayed: a message authentication code with a counter.
struct Authenticate {
  static constexpr std::string_view tag = "authenticate";
};
/// Closes a firewall rule or unplugs a channel.
struct Block {
  static constexpr std::string_view tag = "block";
};

// On hosts
// ------------------------------------------------------------------------------------------

struct TurnOff {
  static constexpr std::string_view tag = "turn_off";
};
/// Scans take `factor` times as long.
struct Slow {
  static constexpr std::string_view tag = "slow";
  double factor = 2;
};
/// Nothing in, nothing out; the host itself runs on.
struct Isolate {
  static constexpr std::string_view tag = "isolate";
};
/// Ransomware: off until restored, which is for the recovery to say.
struct Encrypt {
  static constexpr std::string_view tag = "encrypt";
};
/// Off for `off_for`, then on again with its first memory.
struct Restart {
  static constexpr std::string_view tag = "restart";
  Duration off_for{};
};
/// Runs another of the logics that the device knows: "never_trips", "outputs_frozen".
struct ReplaceLogic {
  static constexpr std::string_view tag = "replace_logic";
  std::string logic;
};
/// Data leave the host for another one at this rate while a route by `service` is open.
struct CopyOut {
  static constexpr std::string_view tag = "copy_out";
  std::string to;
  std::string service;
  double rate_bytes_per_s = 0;
};
/// Steps of an attack path towards this host succeed less often and take longer.
struct Harden {
  static constexpr std::string_view tag = "harden";
  double success_factor = 1;
  double time_factor = 1;
};
/// Steps of an attack path towards this host are noticed at this rate while they last.
struct Monitor {
  static constexpr std::string_view tag = "monitor";
  double detection_per_s = 0;
};

using Effect = std::variant<Override, Bias, Scale, Ramp, Hold, Replay, Clamp, RateLimit, Quantise,
                            Noise, DropOut, Drop, Delay, Jitter, Duplicate, Reorder, ReplayMessages,
                            Tamper, Flood, Authenticate, Block, TurnOff, Slow, Isolate, Encrypt,
                            Restart, ReplaceLogic, CopyOut, Harden, Monitor>;

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
void fields(FieldVisitor& v, Drop& e);
void fields(FieldVisitor& v, Delay& e);
void fields(FieldVisitor& v, Jitter& e);
void fields(FieldVisitor& v, Duplicate& e);
void fields(FieldVisitor& v, Reorder& e);
void fields(FieldVisitor& v, ReplayMessages& e);
void fields(FieldVisitor& v, Tamper& e);
void fields(FieldVisitor& v, Flood& e);
void fields(FieldVisitor& v, Authenticate& e);
void fields(FieldVisitor& v, Block& e);
void fields(FieldVisitor& v, TurnOff& e);
void fields(FieldVisitor& v, Slow& e);
void fields(FieldVisitor& v, Isolate& e);
void fields(FieldVisitor& v, Encrypt& e);
void fields(FieldVisitor& v, Restart& e);
void fields(FieldVisitor& v, ReplaceLogic& e);
void fields(FieldVisitor& v, CopyOut& e);
void fields(FieldVisitor& v, Harden& e);
void fields(FieldVisitor& v, Monitor& e);

/// Which kinds of points an effect may stand on.
bool fits(const Effect& effect, PointKind kind);
std::string_view tag_of(const Effect& effect);
/// Tags of the effects that fit a kind, for error texts and `twinaxis points`.
std::vector<std::string> tags_for(PointKind kind);
/// The signal effect inside, if it is one.
std::optional<SignalEffect> as_signal_effect(const Effect& effect);

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
