#include "analysis/when.h"

#include <algorithm>

#include "sim/core/require.h"

namespace twinaxis::analysis {
namespace {

const Event* first_matching(const std::string& name, const Recording& recording) {
  const bool beginning = name.ends_with('.');
  const auto found = std::ranges::find_if(recording.events, [&](const Event& event) {
    return beginning ? event.name.starts_with(name) : event.name == name;
  });
  return found == recording.events.end() ? nullptr : &*found;
}

/// Extremes are those of every step, so a peak between two recorded times counts too.
std::optional<Time> first_passing(const When& when, const Recording& recording) {
  const Column* column = recording.find(when.point);
  require(column != nullptr, "no recorded point '" + when.point + "'");
  const auto passes = [&](double v) {
    return when.side == Side::above ? v > when.value : v < when.value;
  };
  const bool up = when.side == Side::above;
  if (!passes(up ? column->maximum : column->minimum)) return std::nullopt;
  const Time extreme = up ? column->at_maximum : column->at_minimum;
  for (std::size_t i = 0; i < column->values.size() && recording.times[i] < extreme; ++i) {
    if (passes(column->values[i])) return recording.times[i];
  }
  return extreme;
}

}  // namespace

const Event* event_of(const When& when, const Recording& recording) {
  return when.event.empty() ? nullptr : first_matching(when.event, recording);
}

std::optional<Time> first_time(const When& when, const Recording& recording) {
  if (!when.unless.empty() && first_matching(when.unless, recording)) return std::nullopt;
  Time at{};
  if (!when.event.empty()) {
    const Event* event = event_of(when, recording);
    if (!event) return std::nullopt;
    at = event->at;
  }
  if (!when.point.empty()) {
    const auto passed = first_passing(when, recording);
    if (!passed) return std::nullopt;
    at = std::max(at, *passed);
  }
  return at;
}

void fields(FieldVisitor& v, When& w) {
  v("event", w.event, "name of an event, or the beginning of one up to a dot");
  v("point", w.point, "recorded column that passed a value");
  if (!w.point.empty()) v.amounts_of(w.point);
  v("side", w.side, kSideNames, "side of the value on which it was at some time");
  v("value", w.value, Amount::value, "in the unit of the point");
  v("unless", w.unless, "event that must not have happened");
}

}  // namespace twinaxis::analysis
