#include "sim/intervene/effect.h"

#include <algorithm>
#include <cmath>

#include "sim/core/overload.h"

namespace twinaxis {
namespace {

constexpr std::size_t kSignalEffects = std::variant_size_v<SignalEffect>;
constexpr std::size_t kHostEffectsFrom = Effect(TurnOff{}).index();

/// The tags in the order of the variant.
template <std::size_t... I>
std::vector<std::string_view> all_tags(std::index_sequence<I...>) {
  return {std::variant_alternative_t<I, Effect>::tag...};
}

/// Where each kind's effects stand in the variant.
std::pair<std::size_t, std::size_t> span_of(PointKind kind) {
  switch (kind) {
    case PointKind::truth:
      return {0, 0};
    case PointKind::signal:
    case PointKind::parameter:
      return {0, kSignalEffects};
    case PointKind::channel:
      return {kSignalEffects, kHostEffectsFrom};
    case PointKind::host:
      return {kHostEffectsFrom, std::variant_size_v<Effect>};
  }
  return {0, 0};
}

/// Shifts the outputs so that `previous_*` is what came out strictly before `now`.
void begin_moment(EffectMemory& memory, double value, Time now) {
  if (memory.last_time == Time{INT64_MIN}) {
    memory.at_start = memory.last_output = memory.previous_output = value;
    memory.last_time = memory.previous_time = now;
  } else if (now > memory.last_time) {
    memory.previous_output = memory.last_output;
    memory.previous_time = memory.last_time;
    memory.last_time = now;
  }
}

/// Adding nothing must change no bit: -0.0 + 0.0 would be 0.0.
double plus(double value, double by) { return by == 0 ? value : value + by; }

double replayed(const EffectMemory& memory, const Replay& replay, double value, Time now) {
  if (memory.tape.empty()) return value;
  const Time heard = memory.tape.front().first + (now - memory.started) % replay.window;
  const auto after = std::upper_bound(
      memory.tape.begin(), memory.tape.end(), heard,
      [](Time t, const std::pair<Time, double>& entry) { return t < entry.first; });
  return after == memory.tape.begin() ? memory.tape.front().second : std::prev(after)->second;
}

}  // namespace

double apply(const SignalEffect& effect, EffectMemory& memory, double value, Time now) {
  begin_moment(memory, value, now);
  const double elapsed_s = to_s(now - memory.started);
  memory.last_output = std::visit(
      overload{
          [](const Override& e) { return e.value; },
          [&](const Bias& e) { return plus(value, e.by); },
          [&](const Scale& e) { return value * e.by; },
          [&](const Ramp& e) {
            const double limit = std::abs(e.limit);
            return plus(value, std::clamp(e.rate * elapsed_s, -limit, limit));
          },
          [&](const Hold&) { return memory.at_start; },
          [&](const Replay& e) { return replayed(memory, e, value, now); },
          [&](const Clamp& e) { return std::max(e.low, std::min(e.high, value)); },
          [&](const RateLimit& e) {
            const double reach = std::abs(e.rate) * to_s(now - memory.previous_time);
            return std::clamp(value, memory.previous_output - reach,
                              memory.previous_output + reach);
          },
          [&](const Quantise& e) {
            return e.step == 0 ? value : std::round(value / e.step) * e.step;
          },
          [&](const Noise& e) {
            const auto moment = static_cast<std::uint64_t>(now.ns);
            return plus(value, e.deviation * normal(memory.stream, moment));
          },
          [&](const DropOut& e) {
            const bool lost =
                uniform(memory.stream, static_cast<std::uint64_t>(now.ns)) < e.probability;
            return lost ? memory.previous_output : value;
          },
      },
      effect);
  return memory.last_output;
}

bool fits(const Effect& effect, PointKind kind) {
  const auto [first, end] = span_of(kind);
  return effect.index() >= first && effect.index() < end;
}

std::string_view tag_of(const Effect& effect) {
  return std::visit([](const auto& e) { return e.tag; }, effect);
}

std::vector<std::string> tags_for(PointKind kind) {
  const auto tags = all_tags(std::make_index_sequence<std::variant_size_v<Effect>>{});
  const auto [first, end] = span_of(kind);
  std::vector<std::string> result;
  for (std::size_t i = first; i < end; ++i) result.emplace_back("!" + std::string(tags[i]));
  return result;
}

std::optional<SignalEffect> as_signal_effect(const Effect& effect) {
  return std::visit(
      [](const auto& e) -> std::optional<SignalEffect> {
        if constexpr (std::is_constructible_v<SignalEffect, decltype(e)>) return SignalEffect(e);
        else return std::nullopt;
      },
      effect);
}

}  // namespace twinaxis
