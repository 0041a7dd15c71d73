#include "sim/intervene/schedule.h"

#include <algorithm>

#include "sim/core/require.h"
#include "sim/intervene/expression.h"

namespace twinaxis {

struct Schedule::Entry {
  Intervention intervention;
  PointId point;
  std::optional<SignalEffect> on_signal;
  std::optional<Trigger> when;
  std::optional<Trigger> reset;
  bool reachable = true;
  bool latched = false;
  bool active = false;
  EffectMemory memory;

  bool in_window(Time now) const {
    const Duration t{now.ns};
    return t >= intervention.from.value_or(Duration{}) &&
           (!intervention.until || t < *intervention.until);
  }
  /// Latches and resets; both look at the values of this moment.
  bool wants_to_act(const Bus& bus, Time now) {
    if (!reachable || !in_window(now)) return latched = false;
    if (!when) return true;
    if (latched) {
      if (reset && reset->fires(bus, now)) {
        latched = false;
        when->forget();
        reset->forget();
      }
    } else {
      latched = when->fires(bus, now);
    }
    return latched;
  }
  /// Keeps the past that a replay would show.
  void listen(const Bus& bus, Time now) {
    const auto* replay = on_signal ? std::get_if<Replay>(&*on_signal) : nullptr;
    if (replay == nullptr || active) return;
    memory.tape.emplace_back(now, bus.read(point));
    while (memory.tape.front().first < now - replay->window) memory.tape.pop_front();
  }
  void begin(Time now) {
    const auto tape = std::move(memory.tape);
    memory = {.started = now, .stream = memory.stream, .tape = tape};
  }
};

namespace {

std::optional<Trigger> compiled(const std::string& text, const PointTable& table) {
  if (text.empty()) return std::nullopt;
  auto result = compile_trigger(text, table);
  require(std::holds_alternative<Trigger>(result), "triggers are checked before: " + text);
  return std::get<Trigger>(std::move(result));
}

Event edge_event(const Intervention& i, bool starts, Time now) {
  const std::string& label = i.side == Side::attack ? i.technique : i.measure;
  return {.at = now,
          .name = std::string(kSideNames[static_cast<std::size_t>(i.side)]) + "." + i.id +
                  (starts ? ".start" : ".stop"),
          .detail = "!" + std::string(tag_of(i.effect)) + " on " + i.on +
                    (label.empty() ? "" : " (" + label + ")"),
          .unit = "1"};
}

}  // namespace

Schedule::Schedule(std::vector<Intervention> interventions, const PointTable& table,
                   std::uint64_t seed, std::uint64_t sample,
                   const std::vector<std::string>& not_reached)
    : by_point_(table.size()) {
  std::stable_sort(interventions.begin(), interventions.end(),
                   [](const auto& a, const auto& b) { return a.side < b.side; });
  for (auto& intervention : interventions) {
    auto entry = std::make_unique<Entry>();
    entry->point = table.id(intervention.on);
    entry->on_signal = as_signal_effect(intervention.effect);
    entry->when = compiled(intervention.when, table);
    entry->reset = compiled(intervention.reset, table);
    entry->reachable =
        std::find(not_reached.begin(), not_reached.end(), intervention.after) == not_reached.end();
    entry->memory.stream = stream(seed, sample, "intervention." + intervention.id);
    entry->intervention = std::move(intervention);
    by_point_[entry->point.index].push_back(entry.get());
    entries_.push_back(std::move(entry));
  }
}

Schedule::~Schedule() = default;
Schedule::Schedule(Schedule&&) noexcept = default;

std::vector<Edge> Schedule::refresh(Time now, Bus& bus, EventLog& log) {
  if (entries_.empty()) return {};
  bus.refresh(now);
  std::vector<Entry*> changed;
  for (const auto& entry : entries_) {
    entry->listen(bus, now);
    if (entry->wants_to_act(bus, now) != entry->active) changed.push_back(entry.get());
  }
  std::vector<Edge> edges;
  for (Entry* entry : changed) {
    entry->active = !entry->active;
    if (entry->active) entry->begin(now);
    log.push_back(edge_event(entry->intervention, entry->active, now));
    if (!entry->on_signal) edges.push_back({&entry->intervention, entry->point, entry->active});
  }
  for (const Entry* entry : changed) {
    if (!entry->on_signal) continue;
    std::vector<Tap> taps;
    for (Entry* e : by_point_[entry->point.index]) {
      if (!e->active || !e->on_signal) continue;
      taps.push_back(
          [e](double value, Time at) { return apply(*e->on_signal, e->memory, value, at); });
    }
    bus.set_taps(entry->point, std::move(taps), now);
  }
  return edges;
}

}  // namespace twinaxis
