#pragma once
// What an intervention does to a point. Small structs; each has a YAML tag.

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/core/fields.h"
#include "sim/core/point.h"
#include "sim/core/time.h"
#include "sim/intervene/signal_effect.h"

namespace twinaxis {

// On channels

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

}  // namespace twinaxis
